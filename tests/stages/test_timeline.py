"""Days as the reports tell them, each with the sentence that says so; what has no day stays out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from news_digest.model import Dated, Evidence, Passage
from news_digest.stages.timeline import find_timeline


def days(articles, *, reports: bool = False) -> list[str | None]:
    return [moment.date.value for moment in find_timeline(articles) if moment.reports is reports]


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (["2025-03-02"], "The dam burst on Sunday."),
        (["2025-03-04"], "The valley was emptied on Tuesday."),
        (["2025-03-07"], "The minister will report by Friday."),
        (["1962"], "The dam was built in 1962."),
        (["1990/1999"], "The dam was neglected in the 1990s."),
        (["2024-12-23"], "Engineers saw the crack on Dec. 23, 2024."),
        ([], "The dam burst above the town of Lenn."),
        ([], "The dam burst at 4 a.m. above the town of Lenn."),
    ],
)
def test_a_moment_is_placed_by_the_day_of_its_report(story, expected, text) -> None:
    assert expected == days(story(text, days=["2025-03-04"]))


def test_a_weekday_of_an_undated_report_stays_out(story) -> None:
    assert [] == days(story("The dam burst on Sunday."))


def test_the_days_of_the_reports_stand_on_the_line_as_such(story) -> None:
    articles = story("# Dam bursts\nWater came.", "# Lenn flooded\nSheep drowned.", days=["2025-03-04", "2025-03-05"])
    assert ["2025-03-04", "2025-03-05"] == days(articles, reports=True)


def test_one_day_told_by_two_reports_is_one_moment_with_both_sentences(story) -> None:
    articles = story("The dam burst on Sunday.", "On Sunday the dam gave way.", days=["2025-03-03", "2025-03-04"])
    (moment,) = find_timeline(articles)
    by_id = {article.id: article for article in articles}
    expected = ["The dam burst on Sunday.", "On Sunday the dam gave way."]
    assert expected == [by_id[passage.article].words(passage) for passage in moment.passages]


def test_moments_come_in_order_of_time(story) -> None:
    articles = story("The dam burst on March 2, 2025. It was built in 1962. It was repaired in May 1987.")
    assert ["1962", "1987-05", "2025-03-02"] == days(articles)


def test_a_report_dated_by_another_one_stands_on_the_line_with_its_own_headline(story) -> None:
    first, second = story("# Dam bursts\nWater came.", "It burst on March 4, 2025.", days=["2025-03-04"])
    named = Passage("b", 12, 25)
    dated = replace(first, published=Dated("2025-03-04", Evidence.TEXT, passage=named))
    (moment,) = [moment for moment in find_timeline([dated, second]) if moment.reports]
    assert (first.title,) == moment.passages
    assert named == moment.date.passage
