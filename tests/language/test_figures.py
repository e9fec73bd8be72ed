"""Figures are read as intervals of what they count, and two are in conflict only where no value satisfies both."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from news_digest.language.figures import Figure, compare_figures, find_figures

from .conftest import Case


def described(text: str, figure: Figure) -> str:
    """`more than four hours = 4 or more hour, over`."""
    notes = [note for note in (figure.bound, figure.state, "rank" if figure.ordinal else "") if note]
    value = ", ".join([" ".join(filter(None, (interval(figure), figure.unit))), *notes])
    return f"{text[figure.start : figure.end]} = {value}"


def interval(figure: Figure) -> str:
    if figure.low is None or figure.high is None:
        return f"{written(figure.high)} or less" if figure.low is None else f"{written(figure.low)} or more"
    low, high = written(figure.low), written(figure.high)
    return low if low == high else f"{low} to {high}"


def written(value: float | None) -> str:
    return f"{value:,.2f}".rstrip("0").rstrip(".")


def test_figures_are_read_as_intervals(case: Case) -> None:
    assert [described(case.text, figure) for figure in find_figures(case.text)] == case.expected


def only(text: str) -> Figure:
    (figure,) = find_figures(text)
    return figure


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        ("more than four hours", "almost four hours", "conflict"),
        ("100,000 troops", "over 100,000 troops", "compatible"),
        ("fourteen boats", "14 boats", "same"),
        ("14,200 people", "14,000 people", "compatible"),
        ("six and a half years", "six years", "conflict"),
        ("14 people were killed", "17 people were killed", "conflict"),
        ("14 people were killed", "30 people were injured", "unrelated"),
        ("ten miles", "16 kilometres", "compatible"),
        ("ten miles", "20 kilometres", "conflict"),
        ("90 minutes", "one and a half hours", "same"),
        ("5 percent", "5 percentage points", "unrelated"),
        ("$5 million", "€5 million", "unrelated"),
        ("tens of thousands of people", "60,000 people", "compatible"),
        ("dozens of people", "400 people", "conflict"),
        ("40 to 50 houses", "45 houses", "compatible"),
        ("one in four voters", "25 percent of voters", "same"),
        ("the 21st day", "21 days", "unrelated"),
        ("up to 20 boats", "30 boats", "conflict"),
        ("at least 20 boats", "30 boats", "compatible"),
        ("30 wooden boats", "20 steel boats", "unrelated"),
        ("half a million people", "500,000 people", "same"),
        ("$3.7 billion", "$4 billion", "compatible"),
    ],
)
def test_two_figures_are_in_conflict_only_where_no_value_satisfies_both(a: str, b: str, verdict: str) -> None:
    assert compare_figures(only(a), only(b)).verdict == verdict
    assert compare_figures(only(b), only(a)).verdict == verdict, "the order of the reports decides nothing"


@given(st.text(alphabet="0123456789.,-$% one hundred million of", max_size=200))
@settings(max_examples=100, deadline=None)
def test_whatever_stands_there_every_figure_lies_in_the_text(text: str) -> None:
    for figure in find_figures(text):
        assert 0 <= figure.start <= figure.number[0] < figure.number[1] <= figure.end <= len(text)


@pytest.mark.parametrize("bait", ["1", "1,", "1.", "one ", "hundred ", "a few ", "$", "more than ", "half a ", "- "])
def test_a_long_run_of_one_thing_takes_no_longer_than_its_length(bait: str) -> None:
    began = time.process_time()
    find_figures(bait * 1500)
    assert time.process_time() - began < 2
