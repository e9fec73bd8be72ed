"""Read the front matter of a report: what it says of it, and which of its lines cannot be meant as they are."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from typing import Any, NamedTuple

from .card import EMPTY_DATES, address_of, dated, language_of, line_of, names_of
from .draft import Card, SeedError
from .entries import shown
from .plain_yaml import Lined, NotPlainError, load_plain
from .sources import DATE_REMEDY

FIELDS = {
    "title": ("title", "headline"),
    "outlet": ("outlet", "publisher", "site", "source"),
    "published": ("published", "date", "datePublished"),
    "url": ("url", "link", "canonical", "canonical_url"),
    "author": ("author", "authors", "byline"),
    "language": ("language", "lang"),
}
FIELD_OF = {key.lower(): field for field, keys in FIELDS.items() for key in keys}
NEAR = 0.8  # share of letters in common: `titel` has it; `data` beside `date` and most words of other programs do not
LONGER = 1  # letters more or fewer than the key that is meant: `update` and `subtitle` are words of other programs


class Entry(NamedTuple):
    """One line of front matter; `line` counts from the top of the file."""

    key: str
    value: Any
    line: int | None


Front = tuple[Entry, ...]


def read_front(front: str) -> Front:
    """What stands between the --- lines, the first of which is line 1 of its file. Raises SeedError."""
    try:
        found = load_plain(front)
    except NotPlainError as error:
        problem, remedy = f"front matter that cannot be read: {error}", "write `field: value` lines between --- lines"
        raise SeedError(problem, remedy, line=_in_file(error.line)) from None
    if not isinstance(found, Lined):
        return ()
    return tuple(Entry(str(key), value, _in_file(found.lines.get(str(key)))) for key, value in found.items())


def title_of(front: Front) -> Any:
    return _value(front, "title")


def card_of(front: Front) -> Card:
    return Card(
        outlet=line_of(_value(front, "outlet")),
        published=dated(_value(front, "published"), "the front matter says so"),
        url=address_of(_value(front, "url")),
        author=names_of(_value(front, "author")),
        language=language_of(_value(front, "language")),
    )


def faults_of(front: Front) -> Iterator[SeedError]:
    """A key that is nearly one of ours, while none of ours says what it would, and a day that none can be. The report
    is read all the same; other programs have keys of their own, which are no fault."""
    for key, value, line in front:
        field = FIELD_OF.get(key.lower())
        if field is None and (near := _near(key)) and not _value(front, FIELD_OF[near.lower()]):
            problem = f"no field is called {shown(key)}"
            yield SeedError(problem, f"did you mean `{near}`?", kept=True, line=line)
        elif field == "published" and value and not dated(value, "").value and str(value)[:10] not in EMPTY_DATES:
            yield SeedError(f"`{shown(key)}` cannot be {shown(str(value))}", DATE_REMEDY, kept=True, line=line)


def _value(front: Front, field: str) -> Any:
    given = {key.lower(): value for key, value, _ in reversed(front) if value}
    return next((given[key.lower()] for key in FIELDS[field] if key.lower() in given), None)


def _near(key: str) -> str | None:
    names = [name for names in FIELDS.values() for name in names if abs(len(name) - len(key)) <= LONGER]
    return next(iter(difflib.get_close_matches(key.lower(), names, n=1, cutoff=NEAR)), None)


def _in_file(line: int | None) -> int | None:
    return line + 1 if line else None
