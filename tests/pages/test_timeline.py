"""Moments are listed in order, and drawn where they fit."""

from dataclasses import replace

import pytest

from news_digest.model import Dated, Evidence, Moment, Passage
from news_digest.pages import story_view
from news_digest.pages.timeline import MOST, WIDTH, is_day
from news_digest.reproduce import Allowance
from news_digest.strings import Strings


def test_moments_stand_in_the_order_of_their_dates(story):
    assert [moment.date.label for moment in story.timeline.moments] == [
        "1931",
        "4 March 2024",
        "5 March 2024",
        "7 March 2024 to 8 March 2024",
    ]


def test_a_moment_is_told_once_and_names_every_source_that_tells_it(story):
    monday = story.timeline.moments[1]
    assert monday.first.text == "on Monday"
    assert [mention.source.number for mention in monday.mentions] == [1, 2]


def test_every_moment_is_drawn_inside_the_picture(story):
    assert all(0 < moment.place.x < WIDTH for moment in story.timeline.moments)
    assert all(moment.place.label + story.timeline.baseline > 0 for moment in story.timeline.moments)


def test_an_undated_moment_is_listed_last_and_not_drawn(digest):
    undated = Moment(Dated(None, Evidence.NONE), (Passage("echo", 0, 10),))
    view = told(replace(digest, timeline=(undated, *digest.timeline)))
    assert view.timeline.moments[-1].date.label == "undated"
    assert view.timeline.moments[-1].place is None


def test_more_moments_than_fit_are_listed_only(digest):
    many = tuple(Moment(Dated(str(1900 + n), Evidence.TEXT), (Passage("echo", 0, 10),)) for n in range(MOST + 1))
    view = told(replace(digest, timeline=many))
    assert not view.timeline.is_drawn
    assert len(view.timeline.moments) == MOST + 1


@pytest.mark.parametrize(
    ("iso", "whole"), [("2021-12-23", True), ("2021-12-23T10:00", True), ("2021-12", False), ("1990/1999", False)]
)
def test_a_month_a_year_or_a_span_is_no_day(iso, whole):
    assert whole is is_day(iso)


def told(digest):
    return story_view(digest, Allowance(digest, 1), Strings("en"))
