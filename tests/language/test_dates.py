"""Dates are found where a text names them, and are placed on the calendar from the day of the report."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from news_digest.language.calendar_days import resolve
from news_digest.language.dates import DateMention, find_dates

from .conftest import Case

REPORT_DAY = date(2021, 12, 23)


def described(text: str, mention: DateMention) -> str:
    when = resolve(mention, REPORT_DAY)
    clock = f"{mention.minutes // 60}:{mention.minutes % 60:02}" if mention.minutes is not None else "-"
    return f"{text[mention.start : mention.end]} = {when.iso if when else clock}"


def test_dates_are_found_and_placed(case: Case) -> None:
    assert [described(case.text, mention) for mention in find_dates(case.text)] == case.expected


@given(st.text(alphabet="0123456789 .:-'’,JanMayearly nextlast TuesFrid ago", max_size=200))
@settings(max_examples=100, deadline=None)
def test_whatever_stands_there_every_date_lies_in_the_text(text: str) -> None:
    for mention in find_dates(text):
        assert 0 <= mention.start < mention.end <= len(text)
        resolve(mention, REPORT_DAY)
