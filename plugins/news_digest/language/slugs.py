"""Turn a headline into the part of an address that names it."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 60  # characters: an address that still fits on one line of a message
DROPPED = re.compile(r"[’'‘`´.]")
# Letters that no accent was added to, so that taking accents away leaves nothing of them.
SPELT_OUT = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
)
OTHER = re.compile(r"[^a-z0-9]+")


def slug_of(text: str, default: str = "story") -> str:
    """Lower-case letters, digits and single hyphens, cut at a word; `default` where nothing of that kind is left."""
    spelt_out = text.lower().translate(SPELT_OUT)
    plain = unicodedata.normalize("NFKD", spelt_out).encode("ascii", "ignore").decode()
    slug = OTHER.sub("-", DROPPED.sub("", plain)).strip("-")
    if len(slug) > LONGEST:
        slug = slug[: LONGEST + 1].rpartition("-")[0] or slug[:LONGEST]
    return slug or default
