"""Answer the consensus set with the account: the facts in their order, then what the openings share most."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from clustering import article_of
from inputs import Answer, Inputs

from news_digest.language.sentences import split_sentences
from news_digest.language.similarity import Field
from news_digest.model import Article, Story, Written
from news_digest.pipeline import digest_story

WORDS = 95  # about as long as the editors' own accounts
CUT_OFF = ("...", "…")  # an excerpt that stops in the middle of a sentence


def predict(inputs: Inputs) -> Answer:
    return Answer({row["id"]: account_of(row) for row in inputs.rows})


def account_of(row: dict[str, Any]) -> list[str]:
    articles = tuple(article_of({**article, "date": row["date"]}) for article in row["articles"])
    story = Story(row["id"], row["id"], Written(""), articles)
    told = [story.words(fact.lead) for fact in digest_story(story).facts]
    return list(within([*told, *most_shared(articles)]))


def most_shared(articles: tuple[Article, ...]) -> list[str]:
    """Sentences of all reports, those first whose like the others have."""
    found = [(article.id, sentence) for article in articles for sentence in sentences(article)]
    field = Field([sentence for _, sentence in found])
    likeness = field.matrix(range(len(found)), range(len(found)))
    owners = [owner for owner, _ in found]
    borne_out = [
        sum(max((likeness[at, other] for other in range(len(found)) if owners[other] == name), default=0.0)
            for name in set(owners) - {owner})
        for at, owner in enumerate(owners)
    ]  # fmt: skip
    order = sorted(range(len(found)), key=lambda at: -borne_out[at])
    return [found[at][1] for at in order]


def sentences(article: Article) -> Iterator[str]:
    for block in article.body:
        text = article.words(block.passage)
        for start, end in split_sentences(text):
            if not text[start:end].rstrip().endswith(CUT_OFF):
                yield text[start:end]


def within(told: list[str]) -> Iterator[str]:
    """Up to the measure of words; no sentence that another one holds."""
    kept: list[str] = []
    for text in told:
        if any(text in other or other in text for other in kept):
            continue
        if sum(len(one.split()) for one in kept) >= WORDS:
            return
        kept.append(text)
        yield text
