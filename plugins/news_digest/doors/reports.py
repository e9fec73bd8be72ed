"""Write reports out as drafts: one that comes as lines, or the many of a feed or a crawl."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from .decoding import check_text
from .draft import Card, Draft, SeedError
from .layout import lay_out_report
from .markup import lines_of, parse

MOST_REPORTS = 5_000  # of one file
TITLE_WITHIN = 12  # lines in which the headline is told again; what stands above it there is the page
FEWEST_WORDS = 60  # a full text is longer; a teaser is not
CLOSING_LINES = 2  # the second may be "The post … appeared first on …"
_BROKEN_OFF = re.compile(
    r"(?:\[?(?:…|\.\.\.)\]?|\b(?:continue reading|read (?:more|on|the full (?:story|article))|weiterlesen"
    r"|lire la suite|leer más|seguir leyendo)\b[^.]{0,60})[\s→»>]*$",
    re.IGNORECASE,
)
KEY_DIGITS = 8  # of a SHA-256 in hex: tells apart the reports of one file


class Entry(NamedTuple):
    """One report of a file that holds many. `key` tells it from the others for as long as the outlet keeps it."""

    key: str
    card: Card
    body: str
    is_markup: bool


def write_draft(card: Card, lines: Sequence[str], suffix: str = "") -> Draft:
    """The draft of a report that comes as lines: headline first, a blank line between any two. Raises SeedError."""
    told = [line.strip() for line in lines if line.strip()]
    title = [card.title] if card.title else []
    repeats = [at for at, line in enumerate(told[:TITLE_WITHIN]) if line == card.title]
    kept = told[repeats[-1] + 1 :] if repeats else told
    text = check_text("\n\n".join(title + kept))
    return Draft(text, lay_out_report(text, titled=bool(title)), card, suffix)


def write_entries(entries: Iterable[Entry]) -> tuple[Draft | SeedError, ...]:
    """The entries as drafts. Raises SeedError where the file holds no report at all."""
    found = list(_written(entries))
    if not any(isinstance(outcome, Draft) for outcome in found):
        reasons = (outcome for outcome in found if isinstance(outcome, SeedError) and outcome.fatal)
        raise next(reasons, SeedError("no report with its full text in it", "save the reports' pages instead"))
    return tuple(found)


def _written(entries: Iterable[Entry]) -> Iterator[Draft | SeedError]:
    short = 0
    for number, entry in enumerate(entries, 1):
        if number > MOST_REPORTS:
            yield SeedError(f"more than {MOST_REPORTS:,} reports", "split the file")
            break
        try:
            lines = entry_lines(entry)
            if is_teaser(lines):
                short += 1
                continue
            yield write_draft(entry.card, lines, _suffix(entry))
        except SeedError as error:
            yield SeedError(f"report {number}: {error.problem}", error.remedy)
    if short:
        yield SeedError(
            f"{short} of its reports without the full text", "save their pages, if they matter", fatal=False
        )


def entry_lines(entry: Entry) -> list[str]:
    """The text of an entry, one line a paragraph. Raises SeedError where its markup cannot be read."""
    return lines_of(parse(entry.body)) if entry.is_markup and entry.body.strip() else entry.body.splitlines()


def is_teaser(lines: Sequence[str]) -> bool:
    """Whether the report goes on elsewhere: too short for one, or broken off."""
    if sum(len(line.split()) for line in lines) < FEWEST_WORDS:
        return True
    return any(_BROKEN_OFF.search(line[-200:]) for line in lines[-CLOSING_LINES:])


def _suffix(entry: Entry) -> str:
    return "-" + hashlib.sha256(entry.key.encode("utf-8", "surrogatepass")).hexdigest()[:KEY_DIGITS]
