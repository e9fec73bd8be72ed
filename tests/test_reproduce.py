"""How much of an article a site prints is bounded, and what matters most comes first."""

from __future__ import annotations

import pytest

from news_digest.model import BlockKind, Passage
from news_digest.pages.example import example_digest
from news_digest.reproduce import Allowance


@pytest.fixture
def digest():
    return example_digest()


def printed(digest, article, allowance) -> int:
    """The words of an article that the allowance grants, each alone."""
    text = article.text
    starts = [at for at in range(len(text)) if not text[at].isspace() and (at == 0 or text[at - 1].isspace())]
    return sum(allowance.grants(Passage(article.id, at, at + 1)) for at in starts)


def own(article) -> int:
    return sum(
        len(article.words(block.passage).split()) for block in article.blocks if block.kind is not BlockKind.FURNITURE
    )


@pytest.mark.parametrize("share", [0, 0.25, 0.5, 0.75])
def test_no_more_than_the_share_of_any_articles_own_words_is_granted(digest, share):
    allowance = Allowance(digest, share)
    for article in digest.story.articles:
        assert printed(digest, article, allowance) <= own(article) * share


def test_the_whole_share_grants_everything(digest):
    allowance = Allowance(digest, 1)
    assert all(allowance.grants(Passage(article.id, 0, len(article.text))) for article in digest.story.articles)


def test_facts_come_before_what_only_one_article_says(digest):
    allowance = Allowance(digest, 0.5)
    granted_leads = [allowance.grants(fact.lead) for fact in digest.facts]
    granted_only = [allowance.grants(passage) for only in digest.only_in for passage in only.passages]
    assert sum(granted_leads) / len(granted_leads) >= sum(granted_only) / max(1, len(granted_only))


def test_a_share_is_a_part(digest):
    with pytest.raises(ValueError, match="between 0 and 1"):
        Allowance(digest, 50)
