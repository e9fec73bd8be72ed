"""Differences are printed conflicts first, each way of telling beside the others."""

import pytest

from news_digest.model import Quantity, Verdict
from news_digest.pages.differences import interval
from news_digest.strings import Strings


def test_conflicts_come_before_what_can_both_hold_and_other_words_come_last(story):
    assert [group.verdict for group in story.verdicts] == [Verdict.CONFLICT, Verdict.COMPATIBLE, Verdict.VARIANT]


def test_numbers_stand_in_a_table_with_value_approximation_and_unit(story):
    (numbers,) = story.verdicts[0].differences
    assert numbers.layout == "table"
    assert [(side.value, side.approximation, side.unit) for side in numbers.sides] == [
        ("12 to 14", "At least", "people"),
        ("15", "", "people"),
    ]


def test_each_telling_has_its_source_and_day(story):
    (numbers,) = story.verdicts[0].differences
    assert [(telling.source.number, telling.day) for side in numbers.sides for telling in side.tellings] == [
        (1, "4 March 2024"),
        (2, "5 March 2024"),
    ]


def test_quotations_stand_in_a_ledger_with_the_differing_words_marked(story):
    (quotation,) = story.verdicts[2].differences
    assert quotation.layout == "ledger"
    marked = [piece.text for side in quotation.sides for piece in side.tellings[0].passage.pieces if piece.mark]
    assert marked == ["went out", "went dark"]


def test_certainty_stands_side_by_side(story):
    (certainty,) = story.verdicts[1].differences
    assert certainty.layout == "sides"
    assert [side.label for side in certainty.sides] == ["may", "was"]


def test_words_that_are_all_marked_are_not_marked_at_all(story):
    (numbers,) = story.verdicts[0].differences
    assert not any(piece.mark for side in numbers.sides for piece in side.tellings[0].passage.pieces)


def test_a_difference_says_which_fact_it_is_on(story):
    assert [difference.fact_number for group in story.verdicts for difference in group.differences] == [1, 4, 2]


@pytest.mark.parametrize(
    ("printed", "low", "high"),
    [
        ("14,000", 14000, 14000),
        ("10 to 15", 10, 15),
        ("4 or more", 4, None),
        ("4 or fewer", None, 4),
        ("3.6 to 4", 3.6, 4),
        ("not stated exactly", None, None),
    ],
)
def test_an_interval_is_printed_as_people_write_it(printed, low, high):
    assert printed == interval(Quantity(low, high, "people"), Strings("en"))
