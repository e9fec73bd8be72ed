"""Turn a headline into the part of an address that names it."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 60  # characters: an address that still fits on one line of a message
DROPPED = re.compile(r"[’'‘`´.]")
OTHER = re.compile(r"[^a-z0-9]+")


def slug_of(text: str, default: str = "story") -> str:
    """Lower-case letters, digits and single hyphens, cut at a word; `default` where nothing of that kind is left."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    slug = OTHER.sub("-", DROPPED.sub("", plain)).strip("-")
    if len(slug) > LONGEST:
        slug = slug[: LONGEST + 1].rpartition("-")[0] or slug[:LONGEST]
    return slug or default
