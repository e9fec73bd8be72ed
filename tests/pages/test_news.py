"""A story that runs over days says what was new on each."""

from dataclasses import replace

import pytest

from news_digest.model import Block, BlockKind, Dated, Digest, Evidence, Fact, Origin, Passage, Status, Story, Written
from news_digest.pages.desk import Desk
from news_digest.pages.facts import fact_views
from news_digest.pages.news import news_views
from news_digest.reproduce import Allowance
from news_digest.strings import Strings


def test_a_fact_is_new_on_the_day_its_first_source_told_it(story):
    assert [(day.label, [fact.number for fact in day.facts]) for day in story.news] == [("5 March 2024", [4])]


def test_a_fact_that_rests_on_an_undated_report_is_new_on_no_day(story):
    assert all(fact.id != "freopens" for day in story.news for fact in day.facts)


@pytest.mark.parametrize(
    ("earlier", "days"),
    [
        ("The mill closed in 2009 and has stood empty since.", []),
        ("The mill closed in 2008 and has stood empty since.", ["2024-03-05"]),
        ("The mill burned down at night.", ["2024-03-05"]),
    ],
)
def test_what_an_earlier_report_tells_in_words_of_its_own_is_not_new(digest, earlier, days):
    assert days == [day.iso for day in news_of(digest, earlier, "The mill has been empty since 2009.")]


def news_of(digest, earlier, later):
    """Two reports of the second day agree on something, and one of the first day has words of its own."""
    first, second, third, _ = digest.story.articles
    articles = tuple(
        replace(
            article,
            text=text,
            blocks=(Block(BlockKind.PARAGRAPH, Passage(article.id, 0, len(text))),),
            published=Dated(day, Evidence.METADATA),
        )
        for article, text, day in [
            (first, earlier, "2024-03-04"),
            (second, later, "2024-03-05"),
            (third, later, "2024-03-05"),
        ]
    )
    support = tuple(Passage(article.id, 0, len(later)) for article in articles[1:])
    made = Digest(
        Story("0123456789", "mill", Written("Mill"), articles),
        tuple(Origin(article.id, (article.id,), "") for article in articles),
        (Fact("fempty", Status.AGREED, support[0], support, 2),),
        (),
        (),
    )
    say = Strings("en")
    return news_views(fact_views(Desk(made, Allowance(made, 1), say)), made.story.by_id, say)
