"""Take the reports out of a file that holds many: a feed, a crawl. Those that cannot be taken leave a note."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from .draft import Card, Draft, SeedError
from .html import write_draft
from .markup import lines_of, parse

MOST_REPORTS = 5_000  # of one file
FEWEST_WORDS = 60  # a full text is longer; a teaser is not
KEY_DIGITS = 8  # of a SHA-256 in hex: tells apart the reports of one file


class Entry(NamedTuple):
    """One report of a file that holds many. `key` tells it from the others for as long as the outlet keeps it."""

    key: str
    card: Card
    body: str
    is_markup: bool


def write_entries(entries: Iterable[Entry]) -> tuple[Draft | SeedError, ...]:
    """The entries as drafts. Raises SeedError where the file holds no report at all."""
    found = list(_written(entries))
    if not any(isinstance(outcome, Draft) for outcome in found):
        raise SeedError("no report with its full text in it", "save the reports' pages instead")
    return tuple(found)


def _written(entries: Iterable[Entry]) -> Iterator[Draft | SeedError]:
    short = 0
    for number, entry in enumerate(entries, 1):
        if number > MOST_REPORTS:
            yield SeedError(f"more than {MOST_REPORTS:,} reports", "split the file")
            break
        if len(entry.body.split()) < FEWEST_WORDS:
            short += 1
            continue
        try:
            lines = lines_of(parse(entry.body)) if entry.is_markup else entry.body.splitlines()
            yield write_draft(entry.card, [line.strip() for line in lines if line.strip()], _suffix(entry))
        except SeedError as error:
            yield SeedError(f"report {number}: {error.problem}", error.remedy)
    if short:
        yield SeedError(
            f"{short} of its reports without the full text", "save their pages, if they matter", fatal=False
        )


def _suffix(entry: Entry) -> str:
    return "-" + hashlib.sha256(entry.key.encode("utf-8", "surrogatepass")).hexdigest()[:KEY_DIGITS]
