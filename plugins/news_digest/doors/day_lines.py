"""Recognise the lines of a page that print a full date: day, month and year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from ..language.calendar_days import resolve
from ..language.dates import WEEKDAYS, DateMention, find_dates
from ..language.lexicons import table
from ..language.tongue import ENGLISH, READ, base_of, reading
from .phrases import words

LONGEST_DATE_LINE = 160  # characters; page lines that print a date hold little else

_WORD = re.compile(r"[^\W\d_]+(?:['’.][^\W\d_]+)*")
_YEAR = re.compile(r"(?:1[6-9]|20)\d\d")
_STAMP = words("stamps")
_BY = re.compile(r"\bby\b", re.IGNORECASE)
_PLACE = re.compile(
    r"\s*[^\W\d_a-z][^\W\d_]*(?:[ -](?:[^\W\d_a-z][^\W\d_]*|de|del|la|an|am|der|sur)){0,3}"
    r"(?:,\s*(?=\D{0,12}\d)|\s?[-–—|]\s(?=\d))"
)  # `Hallstedt, 14. Oktober`, `Altea - 23 jul 2024`
_GLUED = re.compile(r"(?<=\b(?:19|20)\d\d)(?=\d{1,2}[:.]\d\d)|(?<=[A-Z]{3})(?=[A-Z][a-z])|(?<=\d)(?=Updated|Published)")


def is_date_line(text: str) -> bool:
    """Whether a line holds a full date and, besides, only clock times and words such as "updated"."""
    if len(text) > LONGEST_DATE_LINE:
        return False
    plain = unglued(text)
    return bool(full_days(plain)) and not list(_other_words(plain))


def unglued(text: str) -> str:
    """`June 22, 20238:01 AM UTCUpdated`: what stands beside each other on a page is copied without a space."""
    return _GLUED.sub(" ", text)


def is_dated_byline(text: str) -> bool:
    """`Posted on September 4, 2025 by admin`, `October 14, 2021 by Jane Doe`."""
    if len(text) > LONGEST_DATE_LINE or not _BY.search(text) or not full_days(text):
        return False
    words = list(_other_words(text))
    return 2 <= len(words) <= 7 and words[0].lower() == "by"


def language_of_dates(language: str | None) -> str:
    """Dates are read as English ones where the report's language has no word lists."""
    base = base_of(language)
    return base if base in READ else ENGLISH


def full_days(text: str) -> list[tuple[date, DateMention]]:
    """Dates of a text that name day, month and year, and that a calendar has.

    They are read in every language that is: a page is cut into lines before its own is known.
    """
    if not _YEAR.search(text):
        return []
    plain = text.title() if text.isascii() and text.isupper() else text
    for language in READ:
        with reading(language):
            if found := _full_days(plain):
                return found
    return []


def _full_days(plain: str) -> list[tuple[date, DateMention]]:
    found = [(resolve(mention), mention) for mention in find_dates(plain) if mention.kind == "day" and mention.year]
    return [(when.start, mention) for when, mention in found if when]


def _other_words(text: str) -> Iterator[str]:
    spans = [(mention.start, mention.end) for _, mention in full_days(text)]
    place = _PLACE.match(text)
    for match in _WORD.finditer(text, place.end() if place else 0):
        inside = any(start <= match.start() < end for start, end in spans)
        word = match.group().lower().replace("’", "'")
        if not inside and word not in _STAMP and not names_weekday(word):
            yield match.group()


def names_weekday(words: str) -> bool:
    return any(word.lower() in _weekdays() for word in _WORD.findall(words))


@cache
def _weekdays() -> frozenset[str]:
    rows = [row for language in READ for row in table("date_words", language) if row[0] == "weekday"]
    return frozenset(WEEKDAYS) | {form for _, _, forms in rows for form in forms.split("|")}
