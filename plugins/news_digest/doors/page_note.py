"""What a program that fetched a page writes above it: where the page came from, and what the feed that led to it says.

It stands before everything else in the file, where no page can write.
"""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass
from typing import Any

from ..model import UNDATED, Dated
from .card import address_of, dated, language_of, line_of

# Browsers write the first line into the pages that they save, with the length of the address.
_SAVED_FROM = re.compile(r"<!-- saved from url=\(\d{4}\)(\S{4,2000}) -->")
_NOTED = re.compile(r"<!-- saved from url=\(\d{4}\)\S{4,2000} -->\n<!-- its feed says (\{.{2,3000}\}) -->\n")
LOOKED_AT = 4096  # characters: browsers write it below the doctype


@dataclass(frozen=True)
class FeedNote:
    """What a feed, or the reader who follows it, says of a report. `published` is ISO 8601; `feed` is what the reader
    calls the feed, and names the outlet where nothing else does."""

    outlet: str | None = None
    feed: str | None = None
    published: str | None = None
    language: str | None = None


NO_NOTE = FeedNote()


def note_of(url: str, note: FeedNote) -> str:
    """The lines to put above a page."""
    said = {name: value for name, value in asdict(note).items() if value}
    lines = f"<!-- saved from url=({len(url):04d}){url} -->\n"
    if not said:
        return lines
    plain = json.dumps(said).replace(">", "\\u003e").replace("--", "-\\u002d")
    return f"{lines}<!-- its feed says {plain} -->\n"


def saved_from(markup: str) -> str | None:
    match = _SAVED_FROM.search(markup[:LOOKED_AT])
    return address_of(match[1]) if match else None


def read_note(markup: str) -> tuple[FeedNote, Dated]:
    """What stands above a page, checked field by field, and the day that its feed gives."""
    match = _NOTED.match(markup)
    said = _load(match[1]) if match else {}
    published = dated(said.get("published"), "the feed that lists the page says so") if said else UNDATED
    names = line_of(said.get("outlet")), line_of(said.get("feed"))
    return FeedNote(*names, published.value, language_of(said.get("language"))), published


def _load(text: str) -> dict[str, Any]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}
