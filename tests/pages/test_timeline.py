"""Moments are listed in order, and drawn where they fit."""

from dataclasses import replace

import pytest

from news_digest.model import Dated, Evidence, Moment, Passage
from news_digest.pages import story_view
from news_digest.pages.timeline import MOST, WIDTH, WORDED, is_day
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
    assert lines_of(monday) == [("on Monday", [1, 2])]
    assert monday.others == ()


def test_a_source_stands_beside_no_number_that_it_did_not_give(digest):
    gazette, post, echo, _ = digest.story.articles
    said = passage(gazette, "At least 12 people were hurt when a barge struck the bridge at Oster on Monday")
    joined = passage(post, "Fifteen people were injured when a barge hit the bridge at Oster on Monday")
    other = passage(echo, "The harbour master was asleep")
    (moment,) = moments_of(digest, said, joined, other)
    assert lines_of(moment) == [
        (gazette.words(said), [1]),
        (post.words(joined), [2]),  # “at least 12” is not what it said
        ("The harbour master was asleep", [3]),
    ]


def test_a_short_fact_inside_a_long_passage_does_not_join_it(digest):
    gazette, post, *_ = digest.story.articles
    longer = Passage("gazette", gazette.body[0].passage.start, gazette.body[-1].passage.end)
    (moment,) = moments_of(digest, longer, passage(post, "There was a bang, then all the lamps went dark"))
    assert [numbers for _, numbers in lines_of(moment)] == [[1], [2]]


def test_of_many_ways_of_telling_a_day_some_stand_in_words_and_the_other_sources_after_them(digest):
    _, post, *_ = digest.story.articles
    words = [Passage("gazette", start, start + 6) for start in range(WORDED)]
    (moment,) = moments_of(digest, *words, passage(post, "There was a bang"))
    assert [numbers for _, numbers in lines_of(moment)] == [[1]] * WORDED
    assert [mention.source.number for mention in moment.others] == [2]


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


def passage(article, words):
    start = article.text.index(words)
    return Passage(article.id, start, start + len(words))


def moments_of(digest, *passages):
    moment = Moment(Dated("2024-03-04", Evidence.TEXT), passages)
    return told(replace(digest, timeline=(moment,))).timeline.moments


def lines_of(moment):
    return [(line.words.text, [mention.source.number for mention in line.mentions]) for line in moment.lines]
