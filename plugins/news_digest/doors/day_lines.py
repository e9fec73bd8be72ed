"""Recognise the lines of a page that print a full date: day, month and year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from ..language.calendar_days import resolve
from ..language.dates import WEEKDAYS, DateMention, find_dates
from ..language.lexicons import table
from ..language.tongue import READ, reading

LONGEST_DATE_LINE = 160  # characters; page lines that print a date hold little else

_WORD = re.compile(r"[^\W\d_]+(?:['’.][^\W\d_]+)*")
_DATE_WORDS = frozenset(
    "published posted updated modified created released issued filed date dated on at first last originally as of is "
    "and the today it's it’s today's today’s time local original publication edited since day st nd rd th am pm a.m "
    "p.m a.m. p.m. et est edt pt pst pdt ct cst cdt gmt utc bst cet cest ist aest hrs h "
    "stand veröffentlicht aktualisiert erstellt geändert zuletzt am um uhr vom den "
    "publié publiée mis mise jour modifié le à heures "
    "publicado actualizado última actualización fecha el a las horas de del".split()
)
_PLACE = re.compile(
    r"\s*[^\W\d_a-z][^\W\d_]*(?:[ -][^\W\d_a-z][^\W\d_]*){0,2},\s*(?=\D{0,12}\d)"
)  # `Hallstedt, 14. Oktober`


def is_date_line(text: str) -> bool:
    """Whether a line holds a full date and, besides, only clock times and words such as "updated"."""
    return len(text) <= LONGEST_DATE_LINE and bool(full_days(text)) and not list(_other_words(text))


def is_dated_byline(text: str) -> bool:
    """`Posted on September 4, 2025 by admin`, `October 14, 2021 by Jane Doe`."""
    if len(text) > LONGEST_DATE_LINE or not full_days(text):
        return False
    words = list(_other_words(text))
    return 2 <= len(words) <= 7 and words[0].lower() == "by"


def full_days(text: str) -> list[tuple[date, DateMention]]:
    """Dates of a text that name day, month and year, and that a calendar has.

    They are read in every language that is: a page is cut into lines before its own is known.
    """
    if not any(map(str.isdigit, text)):
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
        if not inside and match.group().lower() not in _DATE_WORDS and not names_weekday(match.group()):
            yield match.group()


def names_weekday(words: str) -> bool:
    return any(word.lower() in _weekdays() for word in _WORD.findall(words))


@cache
def _weekdays() -> frozenset[str]:
    rows = [row for language in READ for row in table("date_words", language) if row[0] == "weekday"]
    return frozenset(WEEKDAYS) | {form for _, _, forms in rows for form in forms.split("|")}
