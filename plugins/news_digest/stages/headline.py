"""Choose the headline that stands over the story: a source's own, the one that the others bear out most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ..language.words import tokens
from ..model import Article, Written

LEDE_BLOCKS = 2  # a headline is borne out by what the other reports open with
LONGEST = 110  # characters: more is a headline with its deck run into it


def choose_headline(articles: Sequence[Article]) -> Written:
    """The title of the article whose headline shares most with the openings of the others; ties go to the first."""
    titled = [article for article in articles if article.title]
    if not titled:
        return Written(articles[0].file)
    openings = {article.id: opening_words(article) for article in articles}
    spread = Counter(word for words in openings.values() for word in words)
    best = max(titled, key=lambda article: _borne_out(article, spread, len(articles)))
    assert best.title is not None
    return Written(best.words(best.title), best.title)


def opening_words(article: Article) -> frozenset[str]:
    passages = [article.title] if article.title else []
    passages += [block.passage for block in article.body[:LEDE_BLOCKS]]
    return frozenset(_content(" ".join(article.words(passage) for passage in passages)))


def _borne_out(article: Article, spread: Counter[str], articles: int) -> float:
    """The mean share of other reports that use a word of the headline; a headline that runs on counts half."""
    assert article.title is not None
    title = article.words(article.title)
    words = _content(title)
    if not words or articles == 1:
        return 0.0
    shared = sum((spread[word] - 1) / (articles - 1) for word in words) / (len(words) + 2)
    return shared if len(title) <= LONGEST else shared / 2


def _content(text: str) -> list[str]:
    return [token.form for token in tokens(text) if not token.is_empty]


if __name__ == "__main__":
    from ..looking import main

    raise SystemExit(main("headline"))
