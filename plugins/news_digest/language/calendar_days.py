"""Place a named date on the calendar, as the days that it can mean, and say whether two such spans can be one."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from .dates import FEASTS, SEASONS, DateMention

PARTS = {
    "early": (0.0, 0.4), "mid": (0.3, 0.7), "middle": (0.3, 0.7), "late": (0.6, 1.0), "end": (0.75, 1.0),
    "start": (0.0, 0.25), "beginning": (0.0, 0.25), "earlier": (0.0, 1.0), "later": (0.0, 1.0),
}  # fmt: skip
REPORT_YEARS = range(1600, 2201)  # no report is from another; a century back from there is still on the calendar
HALF_YEAR = 183  # days: a date without its year is the nearest one of that name
UNIT_DAYS = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25, "decade": 3652.5, "century": 36525.0}


@dataclass(frozen=True, slots=True)
class When:
    """The days that a mention can mean, both included, and the precision at which it is given."""

    start: date
    end: date
    precision: str  # day, week, month, quarter, season, year, decade

    @property
    def iso(self) -> str:
        """ISO 8601 at the precision that both ends share: 2021-12-23, 2021-12 or 2021; else a pair with a slash."""
        if self.start == self.end:
            return self.start.isoformat()
        if (self.start.year, self.start.month) == (self.end.year, self.end.month):
            return f"{self.start:%Y-%m}" if self.precision == "month" else f"{self.start}/{self.end}"
        same_year = self.start.year == self.end.year and self.precision == "year"
        return f"{self.start:%Y}" if same_year else f"{self.start}/{self.end}"


def resolve(mention: DateMention, anchor: date | None = None) -> When | None:
    """The days meant, counted from `anchor`, the day of the report; None where that is needed and not known.

    An impossible date (Feb. 30) and an offset from another event ("two days later") are None.
    """
    if anchor and anchor.year not in REPORT_YEARS:
        anchor = None
    placed = _absolute(mention) or (_relative(mention, anchor) if anchor else None)
    return _part_of(placed, mention.part, anchor) if placed and mention.part else placed


def weekday_agrees(mention: DateMention, when: When | None = None) -> bool | None:
    """Whether `Thursday, Dec. 23, 2021` was one; None where weekday or day is missing."""
    when = when or resolve(mention)
    if mention.weekday is None or when is None or when.start != when.end:
        return None
    return when.start.weekday() == mention.weekday


def compare_dates(a: When, b: When) -> tuple[str, str]:
    """(verdict, rule): same, compatible or conflict, for two tellings of when one thing happened."""
    if (a.start, a.end) == (b.start, b.end):
        return "same", "the same days"
    if a.end < b.start or b.end < a.start:
        return "conflict", "no day is meant by both"
    return "compatible", "one is given more closely than the other"


def _absolute(mention: DateMention) -> When | None:
    if mention.decade is not None:
        return When(date(mention.decade, 1, 1), date(mention.decade + 9, 12, 31), "decade")
    if mention.year is None:
        return None
    return _in_year(mention, mention.year)


def _in_year(mention: DateMention, year: int) -> When | None:
    if mention.season:
        return _season(year, mention.season)
    if mention.quarter:
        end = 3 * mention.quarter
        return When(date(year, end - 2, 1), date(year, end, monthrange(year, end)[1]), "quarter")
    if mention.feast:
        first, to = FEASTS[mention.feast]
        return When(date(year, *first), date(year + (to < first), *to), "day")
    if mention.month is None:
        return When(date(year, 1, 1), date(year, 12, 31), "year")
    last = monthrange(year, mention.month)[1]
    if mention.day is None:
        return When(date(year, mention.month, 1), date(year, mention.month, last), "month")
    if mention.day > last:
        return None
    day = date(year, mention.month, mention.day)
    return When(day, day, "day")


def _season(year: int, name: str) -> When:
    first = SEASONS[name]
    end_year, end_month = (year + 1, first - 10) if first > 10 else (year, first + 2)
    return When(date(year, first, 1), date(end_year, end_month, monthrange(end_year, end_month)[1]), "season")


def _relative(mention: DateMention, anchor: date) -> When | None:
    match mention.kind:
        case "quarter":
            return _in_year(mention, anchor.year + {"last": -1, "next": 1}.get(mention.when or "", 0))
        case "day" | "feast":
            return _nearest_year(mention, anchor)
        case "today":
            return _day(anchor + timedelta(days=mention.amount or 0))
        case "weekday":
            return _day(_weekday(mention, anchor))
        case "month" | "season":
            return _named_period(mention, anchor)
        case "relative":
            return _period(mention.unit or "", mention.when or "this", anchor)
        case "ago":
            return _ago(mention, anchor)
    return None


def _day(day: date) -> When:
    return When(day, day, "day")


def _nearest_year(mention: DateMention, anchor: date) -> When | None:
    found = [_in_year(mention, anchor.year + step) for step in (-1, 0, 1)]
    if mention.behind:
        return next((when for when in reversed(found) if when and when.start <= anchor), None)
    near = [when for when in found if when and abs((when.start - anchor).days) <= HALF_YEAR]
    return near[0] if near else None


def _weekday(mention: DateMention, anchor: date) -> date:
    """The latest such day up to the report's own; the coming one where the words speak of the future."""
    back = (anchor.weekday() - (mention.weekday or 0)) % 7
    if mention.when == "last":
        return anchor - timedelta(days=back or 7)
    if mention.when == "next" or (mention.ahead and back):
        return anchor + timedelta(days=7 - back)
    return anchor - timedelta(days=back)


def _named_period(mention: DateMention, anchor: date) -> When | None:
    """`last December`, `next summer`, `in March`: the one before, after or nearest to the report's day."""
    found = [when for step in (-1, 0, 1) if (when := _in_year(mention, anchor.year + step))]
    if mention.when == "last":
        found = [when for when in found if when.end < anchor][-1:]
    elif mention.when == "next":
        found = [when for when in found if when.start > anchor][:1]
    elif mention.when == "this":
        found = [when for when in found if when.start.year == anchor.year]
    elif mention.behind:
        found = [when for when in found if when.start <= anchor][-1:]
    return min(found, key=lambda when: _distance(when, anchor), default=None)


def _distance(when: When, day: date) -> int:
    return max((when.start - day).days, (day - when.end).days, 0)


def _period(unit: str, which: str, anchor: date) -> When:
    step = {"last": -1, "this": 0, "next": 1}[which]
    if unit in {"week", "weekend"}:
        monday = anchor - timedelta(days=anchor.weekday()) + timedelta(weeks=step)
        return When(monday + timedelta(days=5 if unit == "weekend" else 0), monday + timedelta(days=6), "week")
    if unit == "month":
        index = anchor.year * 12 + anchor.month - 1 + step
        year, month = divmod(index, 12)
        return When(date(year, month + 1, 1), date(year, month + 1, monthrange(year, month + 1)[1]), "month")
    length = {"year": 1, "decade": 10, "century": 100}[unit]
    first = (anchor.year // length + step) * length
    return When(date(first, 1, 1), date(first + length - 1, 12, 31), unit)


def _ago(mention: DateMention, anchor: date) -> When | None:
    """A span about as wide as the unit is coarse; `more than` reaches one unit further back."""
    days = UNIT_DAYS.get(mention.unit or "")
    if days is None or mention.amount is None or not -anchor.toordinal() + 366 < mention.amount * days:
        return None
    middle = anchor + timedelta(days=round(mention.amount * days))
    slack = timedelta(days=round(days / 2) if days > 1 else 0)
    one = timedelta(days=round(days))
    start, end = {
        "over": (middle - one, middle),
        "least": (middle - one, middle),
        "under": (middle, middle + one),
        "below": (middle, anchor),
    }.get(mention.bound, (middle - slack, middle + slack))
    return When(start, min(end, anchor), mention.unit or "day")


def _part_of(when: When, part: str, anchor: date | None) -> When:
    if part == "earlier" and anchor:
        return When(when.start, min(anchor, when.end), when.precision)
    if part == "later" and anchor:
        return When(max(anchor, when.start), when.end, when.precision)
    low, high = PARTS[part]
    days = (when.end - when.start).days
    return When(
        when.start + timedelta(days=round(low * days)), when.start + timedelta(days=round(high * days)), when.precision
    )
