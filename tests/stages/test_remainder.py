"""What only one report says: nothing that is shared, and nothing lost."""

from __future__ import annotations

from news_digest.stages.claims import find_claims
from news_digest.stages.remainder import find_remainder

FIRST = "The dam burst above Lenn on Sunday.\nSheep drowned in the northern meadows."
SECOND = "The dam burst above Lenn on Sunday.\nA museum of clocks lost its roof."


def remainder(articles, *alignments) -> dict[str, list[str]]:
    by_id = {article.id: article for article in articles}
    claims = [claim for article in articles for claim in find_claims(article)]
    alone = find_remainder(claims, alignments, articles)
    return {only.article: [by_id[only.article].words(passage) for passage in only.passages] for only in alone}


def test_what_is_shared_is_left_out_and_what_is_not_is_given(story, aligned) -> None:
    articles = story(FIRST, SECOND)
    expected = {"a": ["Sheep drowned in the northern meadows."], "b": ["A museum of clocks lost its roof."]}
    assert expected == remainder(articles, aligned(articles))


def test_where_nothing_is_shared_nothing_is_lost(story) -> None:
    articles = story(FIRST, SECOND)
    assert {"a": FIRST.splitlines(), "b": SECOND.splitlines()} == remainder(articles)


def test_a_report_that_says_nothing_alone_has_no_entry(story, aligned) -> None:
    articles = story(FIRST, SECOND.splitlines()[0])
    assert ["a"] == list(remainder(articles, aligned(articles)))


def test_of_a_sentence_partly_shared_only_the_rest_is_given(story, aligned) -> None:
    articles = story("The storm flooded the harbour and destroyed forty boats.", "The storm flooded the harbour.")
    expected = {"a": ["The storm flooded the harbour and destroyed forty boats"]}
    assert expected == remainder(articles, aligned(articles))
