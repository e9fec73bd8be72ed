"""Read feeds.yml: which feeds to collect from, checked field by field."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from ..doors.entries import Fields, check_entry, load_entries, shown
from ..doors.sources import IS_ADDRESS, IS_LANGUAGE
from ..model import Refusal

NAME = "feeds.yml"
PAGES = ("missing", "always", "never")
MOST = 50  # reports of one feed in one run: a first morning does not fetch an archive


@dataclass(frozen=True)
class Feed:
    """`outlet` goes before what the reports call theirs; `name` stands in where they call it nothing. `pages` says when
    the page of a report is fetched: where its full text is missing in the feed, always, or never. `most` bounds the
    reports of one run; the rest waits for the next."""

    name: str
    url: str
    outlet: str | None = None
    language: str | None = None
    pages: str = "missing"
    most: int = MOST


def read_feeds(folder: Path) -> tuple[tuple[Feed, ...], tuple[Refusal, ...]]:
    """The feeds in the file's order, and what must be put right. A feed with a wrong field is left out."""
    entries, refusals = load_entries(folder, NAME, "a feed")
    told = list(refusals)
    feeds: dict[str, Feed] = {}
    for name, entry in entries.items():
        known, problems = check_entry(NAME, name, entry, FIELDS)
        if not problems and "url" not in known:
            problems = [Refusal(NAME, f"{shown(name)}: has no address", "add `url: https://…`")]
        told += [replace(one, remedy=f"{one.remedy}; until then this feed is left out") for one in problems]
        if problems:
            continue
        feed = _feed(name, known)
        if (first := feeds.setdefault(feed.url, feed)) is not feed:
            told.append(Refusal(NAME, f"{shown(name)}: has the address of {shown(first.name)}", "keep one of them"))
    return tuple(feeds.values()), tuple(told)


def _feed(name: str, known: Mapping[str, str]) -> Feed:
    return Feed(
        name,
        known["url"],
        known.get("outlet"),
        known.get("language"),
        known.get("pages", PAGES[0]),
        int(known.get("most", MOST)),
    )


FIELDS: Fields = {
    "url": IS_ADDRESS,
    "outlet": None,
    "language": IS_LANGUAGE,
    "pages": (lambda value: value in PAGES, f"write one of {', '.join(PAGES)}"),
    "most": (lambda value: value in map(str, range(1, 1001)), "write a number from 1 to 1000"),
}
