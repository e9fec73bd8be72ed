"""Collect what is new in the feeds, each report once; a feed that fails costs a line, never the others."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from ..doors.crawl import list_json
from ..doors.draft import SeedError
from ..doors.feed import list_feed
from ..doors.page_note import FeedNote
from ..doors.reports import Entry, entry_lines, is_teaser
from .feeds import Feed
from .fetch import Fetcher, Page
from .memory import Memory, Seen
from .refused import NotDoneError
from .shelf import Shelf
from .written import write_entry, write_page

MOST_ENTRIES = 1_000  # of one feed that are looked at


@dataclass
class Harvest:
    """What one feed gave: the new files, what could not be had, and how many wait for the next run."""

    feed: Feed
    files: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    waiting: int = 0
    failed: str | None = None
    unchanged: bool = False


def collect(
    seeds: Path, feeds: Sequence[Feed], fetcher: Fetcher, now: datetime, tell: Callable[[int, Harvest], None]
) -> list[Harvest]:
    """What each feed gave, in their order; `tell` hears of each when it is done. Raises NotDoneError where the memory
    of earlier runs cannot be read."""
    memory, shelf = Memory(seeds), Shelf(seeds)
    harvests = []
    for number, feed in enumerate(feeds, 1):
        harvest = _visit(feed, memory.of(feed.url), shelf, fetcher, now)
        memory.save()
        tell(number, harvest)
        harvests.append(harvest)
    return harvests


def _visit(feed: Feed, seen: Seen, shelf: Shelf, fetcher: Fetcher, now: datetime) -> Harvest:
    harvest = Harvest(feed)
    if seen.until and now.isoformat() < seen.until:
        harvest.failed = f"the server asked for rest until {seen.until[:16].replace('T', ' ')}"
        return harvest
    seen.until = None
    try:
        page = fetcher.get(feed.url, etag=seen.etag, modified=seen.modified)
        entries = [] if page.unchanged else _entries(page)
    except NotDoneError as error:
        harvest.failed = str(error)
        seen.until = (now + timedelta(seconds=error.wait)).isoformat() if error.wait else None
        return harvest
    harvest.unchanged = page.unchanged
    _take(entries, harvest, seen, shelf, fetcher)
    if not page.unchanged:
        # Only a feed that was dealt with whole may answer "not modified" the next time.
        seen.etag, seen.modified = (None, None) if harvest.waiting else (page.etag, page.modified)
    return harvest


def _entries(page: Page) -> list[Entry]:
    try:
        read = list_json if page.kind.endswith("json") or page.body.lstrip()[:1] == b"{" else list_feed
        return [entry for entry, _ in zip(read(page.body), range(MOST_ENTRIES), strict=False)]
    except SeedError as error:
        raise NotDoneError(error.problem, "check the feed's address") from None


def _take(entries: Sequence[Entry], harvest: Harvest, seen: Seen, shelf: Shelf, fetcher: Fetcher) -> None:
    known = set(seen.keys)
    new = [(key, entry) for entry in entries if (key := _key(entry)) not in known]
    harvest.waiting = max(0, len(new) - harvest.feed.most)
    for key, entry in new[: harvest.feed.most]:
        try:
            harvest.files += _fetch(entry, harvest.feed, shelf, fetcher)
        except NotDoneError as error:
            harvest.problems.append(f"{entry.card.url or entry.card.title or 'an entry'}: {error}")
            if error.later:
                harvest.waiting += 1
                continue
        seen.keys.append(key)


def _fetch(entry: Entry, feed: Feed, shelf: Shelf, fetcher: Fetcher) -> Iterator[str]:
    """The new file, if there is one. Raises NotDoneError."""
    whole = _is_whole(entry)
    if not entry.card.url or (feed.pages == "never" and not whole):
        return
    if shelf.find(entry.card.url):
        return
    note = FeedNote(feed.outlet, feed.name, entry.card.published.value, entry.card.language or feed.language)
    if whole and feed.pages != "always":
        ending, data = write_entry(entry, note)
        shelved = shelf.put(entry.card.url, ending, data)
    else:
        page = fetcher.get(entry.card.url)
        shelved = shelf.put(page.url, *write_page(page, note))
    if shelved.new:
        yield shelved.file


def _is_whole(entry: Entry) -> bool:
    try:
        return not is_teaser(entry_lines(entry))
    except SeedError:
        return False


def _key(entry: Entry) -> str:
    return hashlib.sha256(entry.key.encode("utf-8", "surrogatepass")).hexdigest()[:16]
