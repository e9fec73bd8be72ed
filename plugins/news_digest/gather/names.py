"""Name the file of a fetched report after its address, so that one address has one file."""

from __future__ import annotations

import hashlib
import posixpath
from urllib.parse import unquote, urlsplit

from ..doors.card import plain_address
from ..language.slugs import slug_of

FOLDER = "fetched"  # below the seeds: what programs put there is told from what people did
KEY_DIGITS = 10  # of a SHA-256 in hex: a clash among a million addresses has odds of one in two million


def name_of(url: str) -> str:
    """`fetched/harbour-example/flood-report-0123456789`: path below the seeds, without an ending."""
    parts = urlsplit(plain_address(url))
    host = slug_of((parts.hostname or "").removeprefix("www.").replace(".", "-"), "site")
    last = next((part for part in reversed(parts.path.split("/")) if part), "")
    slug = slug_of(posixpath.splitext(unquote(last))[0].replace(".", "-"), "page")
    # http and https, with www and without, are one address to everyone but a program.
    key = f"{parts.netloc.lower().removeprefix('www.')}{parts.path.rstrip('/')}?{parts.query}"
    return f"{FOLDER}/{host}/{slug}-{hashlib.sha256(key.encode()).hexdigest()[:KEY_DIGITS]}"


def same_site(left: str, right: str) -> bool:
    hosts = [(urlsplit(url).hostname or "").removeprefix("www.") for url in (left, right)]
    return hosts[0] == hosts[1]
