"""Place, day and agency before a report's first words are its dateline; the first words are not."""

from __future__ import annotations

import pytest

from news_digest.doors.datelines import dateline_length


@pytest.mark.parametrize(
    ("dateline", "rest"),
    [
        ("PORT ELLERY —", " At least seven people were killed."),
        ("PORT ELLERY, Varona (MPA) –", " The death toll rose."),
        ("DORN, Aug 30 (MPA) -", " The works will close."),
        ("DORN/BERGHOLM (Capital Wire) -", " “We will not wait,” she said."),
        ("BERGHOLM, 3 September 2025 —", " The court annulled the licence."),
        ("(MPA) —", " The ferry ran aground."),
        ("Nandipur (MPA):", " Eleven people drowned."),
        ("NANDIPUR:", " Eleven people drowned."),
        ("Port Ellery –", " The ferry ran aground."),
        ("ST. ODRAN, V.A. —", " The bridge reopened."),
    ],
)
def test_a_dateline_ends_before_the_first_word_of_the_report(dateline: str, rest: str) -> None:
    assert dateline_length(dateline + rest) == len(dateline)


@pytest.mark.parametrize(
    "paragraph",
    [
        "The council voted on Monday — and nobody was surprised.",
        "Bert Olufsen – the mayor – said so.",
        "POSTED: 10:37 The council voted.",
        "UPDATE — The council voted on Monday.",
        "WEDNESDAY, MARCH 4, 2009, 10:37 The council voted.",
        "Olufsen: “We are all very calm.”",
        "“It came like a train,” said Ilse Brandt.",
        "A (small) fire broke out.",
        "-" * 200,
        "A " * 100,
    ],
)
def test_what_only_looks_like_one_is_none(paragraph: str) -> None:
    assert dateline_length(paragraph) == 0
