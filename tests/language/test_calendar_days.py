"""Two tellings of when one thing happened contradict each other only where no day is meant by both."""

from __future__ import annotations

from datetime import date

import pytest

from news_digest.language.calendar_days import When, compare_dates, resolve, weekday_agrees
from news_digest.language.dates import DateMention, find_dates

DECEMBER = date(2021, 12, 23)


def only(text: str) -> DateMention:
    (mention,) = find_dates(text)
    return mention


def placed(text: str, report_day: date = DECEMBER) -> When:
    when = resolve(only(text), report_day)
    assert when
    return when


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        ("next month", "early next year", "compatible"),
        ("next month", "later this month", "conflict"),
        ("on Thursday", "Dec. 23, 2021", "same"),
        ("on Wednesday", "Dec. 23, 2021", "conflict"),
        ("in 2021", "in December 2021", "compatible"),
        ("in the 1990s", "in 1994", "compatible"),
        ("in the 1990s", "in 2003", "conflict"),
        ("more than seven years ago", "in 2014", "compatible"),
        ("in the summer of 2021", "July 4, 2021", "compatible"),
    ],
)
def test_dates_are_in_conflict_only_where_no_day_is_meant_by_both(a: str, b: str, verdict: str) -> None:
    assert compare_dates(placed(a), placed(b))[0] == verdict
    assert compare_dates(placed(b), placed(a))[0] == verdict, "the order of the reports decides nothing"


def test_the_same_words_in_reports_of_two_days_mean_two_days() -> None:
    assert compare_dates(placed("yesterday"), placed("yesterday", date(2021, 12, 24)))[0] == "conflict"


@pytest.mark.parametrize(
    ("text", "agrees"),
    [("Thursday, Dec. 23, 2021", True), ("Friday, Dec. 23, 2021", False), ("Dec. 23, 2021", None)],
)
def test_a_weekday_is_checked_against_its_date(text: str, agrees: bool | None) -> None:
    assert weekday_agrees(only(text)) is agrees


def test_without_the_day_of_the_report_next_month_is_no_day() -> None:
    assert resolve(only("next month")) is None


def test_a_full_date_needs_no_day_of_the_report() -> None:
    assert resolve(only("Dec. 23, 2021")) == When(DECEMBER, DECEMBER, "day")


@pytest.mark.parametrize("report_day", [date.min, date.max, date(1, 1, 31), date(9999, 12, 31)])
@pytest.mark.parametrize("text", ["next month", "last decade", "yesterday", "tomorrow", "next Friday", "a decade ago"])
def test_the_ends_of_the_calendar_are_no_error(text: str, report_day: date) -> None:
    resolve(only(text), report_day)
