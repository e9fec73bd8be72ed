"""Write what was fetched as a file that the doors read: its bytes, and what is known of it besides."""

from __future__ import annotations

import json

from ..doors.decoding import decode_markup
from ..doors.draft import SeedError
from ..doors.page_note import NO_NOTE, FeedNote, note_of
from ..doors.reports import Entry
from .fetch import Page
from .refused import NotDoneError

PAGES = ("text/html", "application/xhtml+xml")
FEEDS = (
    "application/rss+xml", "application/atom+xml", "application/xml", "text/xml", "application/feed+json",
)  # fmt: skip


def write_page(page: Page, note: FeedNote = NO_NOTE) -> tuple[str, bytes]:
    """Ending and bytes. Raises NotDoneError where the page is of no kind that holds a report."""
    if page.kind in FEEDS:
        raise NotDoneError("it is a feed", "put it into feeds.yml, and collect")
    if page.kind == "text/plain":
        return ".json", _json({"url": page.url, "content_text": _text(page)})
    if page.kind not in PAGES:
        raise NotDoneError(f"{page.kind} is no page", "save the report's text in a .txt file")
    return ".html", (note_of(page.url, note) + _text(page)).encode()


def write_entry(entry: Entry, note: FeedNote) -> tuple[str, bytes]:
    """A report whose full text stands in its feed."""
    card = entry.card
    return ".json", _json(
        {
            "url": card.url,
            "title": card.title,
            "outlet": note.outlet or note.feed or card.outlet,
            "date_published": card.published.value,
            "author": card.author,
            "language": card.language,
            "content_html" if entry.is_markup else "content_text": entry.body,
        }
    )


def _json(fields: dict[str, str | None]) -> bytes:
    return (json.dumps({name: value for name, value in fields.items() if value}, indent=1) + "\n").encode()


def _text(page: Page) -> str:
    try:
        return decode_markup(page.body, page.charset)
    except SeedError as error:
        raise NotDoneError(error.problem, error.remedy) from None
