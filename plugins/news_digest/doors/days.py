"""Find full dates on a page: day, month and year, as headers, bylines and captions print them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTH = (
    r"(?P<{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?P<{0}>\d{{1,2}})(?:st|nd|rd|th)?"
_WEEKDAY = r"(?:(?P<weekday>(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun)[.,]?,?\s+)?"
_YEAR = r"(?P<{0}>(?:19|20)\d\d)"
_WORDED = (
    rf"{_WEEKDAY}(?:{_MONTH.format('m1')}\s+{_DAY.format('d1')},?\s+{_YEAR.format('y1')}"
    rf"|{_DAY.format('d2')}(?:\s+of)?\s+{_MONTH.format('m2')},?\s+{_YEAR.format('y2')})"
)
_ISO = r"(?P<iso>(?:19|20)\d\d-\d\d-\d\d)(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?"
_DATE = re.compile(rf"(?<!\w)(?:{_WORDED}|{_ISO})(?!\w)", re.IGNORECASE)
_GAP = r"[\s|•·,:;()/–—-]*"
_AROUND = re.compile(
    rf"{_GAP}(?:(?:first|last|originally|published|updated|posted|modified|created|released|issued|filed|date|on|at|by"
    rf"|as of|today|and|is|it[’']s)\b{_GAP})*(?:\d{{1,2}}(?:[:.]\d\d){{0,2}}\s?(?:[ap]\.?m\.?)?\s?(?:[A-Z]{{2,4}})?(?!\w){_GAP})?",
    re.IGNORECASE,
)
LONGEST_DATE_LINE = 120


class Day(NamedTuple):
    """A full date that a text prints, with where; `weekday` is the printed one, Monday 0."""

    day: date
    weekday: int | None
    start: int
    end: int

    @property
    def holds(self) -> bool:
        """Whether the printed weekday, if any, is that day's."""
        return self.weekday in (None, self.day.weekday())


def find_days(text: str) -> Iterator[Day]:
    """Full dates in order; days that no calendar has are passed over."""
    for match in _DATE.finditer(text):
        if day := _day(match):
            name = (match["weekday"] or "").lower()
            weekday = next((n for n, full in enumerate(WEEKDAYS) if name and full.startswith(name)), None)
            yield Day(day, weekday, match.start(), match.end())


def _day(match: re.Match[str]) -> date | None:
    try:
        if match["iso"]:
            return date.fromisoformat(match["iso"])
        month = (match["m1"] or match["m2"]).lower()[:3]
        number = next(n for n, name in enumerate(MONTHS, 1) if name.startswith(month))
        return date(int(match["y1"] or match["y2"]), number, int(match["d1"] or match["d2"]))
    except ValueError:
        return None


def is_date_line(text: str) -> bool:
    """Whether a line holds a full date and, besides, only clock times and words such as "updated"."""
    if len(text) > LONGEST_DATE_LINE:
        return False
    rest = _DATE.sub("\n", text)
    return rest != text and all(_AROUND.fullmatch(part) for part in rest.split("\n"))
