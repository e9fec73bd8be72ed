"""Quotations are found whole, with who speaks and with which verb."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from news_digest.language.quotes import Quote, find_quotes

from .conftest import Case


def described(text: str, quote: Quote) -> str:
    form = "open" if not quote.balanced else "whole" if quote.whole else "fragment"
    who, how = (text[slice(*span)] if span else "-" for span in (quote.speaker, quote.verb))
    return f"{quote.utterance + 1} {text[quote.start : quote.end]} | {form} | {who} | {how}"


def test_quotations_are_found_with_their_speakers(case: Case) -> None:
    assert [described(case.text, quote) for quote in find_quotes(case.text)] == case.expected


@given(st.text(alphabet="“”‘’\"'«»„ abS.,?\n", max_size=200))
@settings(max_examples=200, deadline=None)
def test_whatever_marks_stand_there_quotations_follow_each_other(text: str) -> None:
    end = 0
    for quote in find_quotes(text):
        assert end <= quote.outer[0] <= quote.start <= quote.end <= quote.outer[1] <= len(text)
        end = quote.outer[1]


@pytest.mark.parametrize("bait", ["“", "”", '"', "'", "’", "« ", "“a” ", "„", "'s ", "”“", "s’ a"])
def test_a_long_run_of_marks_takes_no_longer_than_its_length(bait: str) -> None:
    began = time.process_time()
    find_quotes(bait * 3000)
    assert time.process_time() - began < 2
