"""The feed door: RSS and Atom with full text, one file of many reports."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

from .card import address_of, dated, first, language_of, line_of
from .decoding import decode_markup
from .draft import Card, Draft, SeedError
from .markup import MOST_TAGS, without_declaration
from .reports import Entry, write_entries

_SECTION = re.compile(r"\s+[»>›]\s.*")  # `Kallhamn Reporter » News`
_DECLARES = re.compile(r"<!(?:ENTITY|ELEMENT|ATTLIST)", re.IGNORECASE)


def read_feed(data: bytes) -> tuple[Draft | SeedError, ...]:
    """The reports of a feed that carry their full text. Raises SeedError where it is no feed or has none."""
    return write_entries(list_feed(data))


def list_feed(data: bytes) -> Iterator[Entry]:
    """All entries of a feed, teasers among them. Raises SeedError where it is no feed."""
    import feedparser  # only where there is a feed

    text = decode_markup(data)
    if _DECLARES.search(text):
        raise SeedError("declares entities of its own, which can explode", "save the feed without its DOCTYPE")
    if text.count("<") > MOST_TAGS:
        raise SeedError(f"more than {MOST_TAGS:,} tags", "split the file")
    # A stream: feedparser opens a string that looks like an address or a path.
    feed = feedparser.parse(
        io.BytesIO(without_declaration(text).encode("utf-8", "replace")), resolve_relative_uris=False
    )
    if not feed.get("version"):
        raise SeedError("no feed in it", "save an RSS or Atom feed, or a page as .html")
    return _entries(feed)


def _entries(feed: Any) -> Iterator[Entry]:
    house = _SECTION.sub("", line_of(feed.feed.get("title")) or "") or None
    language = language_of(feed.feed.get("language"))
    for entry in feed.entries:
        card = Card(
            title=line_of(entry.get("title")),
            outlet=first(line_of(entry.get("source", {}).get("title")), house),
            published=dated(first(dict.get(entry, "published"), dict.get(entry, "updated")), "the feed says so"),
            url=address_of(entry.get("link")),
            author=line_of(entry.get("author")),
            language=language,
        )
        body, is_markup = _body(entry)
        yield Entry(first(entry.get("id"), entry.get("link"), entry.get("title")) or body, card, body, is_markup)


def _body(entry: Any) -> tuple[str, bool]:
    """The longest text of the entry, and whether it is markup; some feeds put the full text into the summary."""
    texts: list[dict[str, Any]] = [*entry.get("content", ()), entry.get("summary_detail") or {}]
    best = max(texts, key=lambda text: len(text.get("value") or ""), default={})
    return best.get("value") or "", best.get("type") != "text/plain"
