"""Choose the headline that stands over the story: a source's own, the one that the others bear out most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import log

from ..language.vectors import usual_share
from ..language.words import tokens
from ..model import Article, Written

LEDE_BLOCKS = 3  # a headline is borne out by what the other reports open with
UNSHARED = 0.25  # what a word costs that no other report opens with, of what it brings where all do
NEARLY = 0.35  # of the best score; the toll in a first day's headline is out of date on the third
SHOUTED = 4  # letters
DAY = len("2025-03-04")
LONGEST = 110  # characters: more is a headline with its deck run into it


def choose_headline(articles: Sequence[Article]) -> Written:
    """The headline that the openings of the others bear out best; of nearly equals the latest, which knows more.

    `articles` stand in reading order, the oldest first.
    """
    titled = [article for article in articles if article.title]
    if not titled:
        return Written(articles[0].file)
    openings = {article.id: opening_words(article) for article in articles}
    spread = Counter(word for words in openings.values() for word in words)
    borne_out = {article.id: _borne_out(article, spread, len(articles)) for article in titled}
    most = max(borne_out.values())
    best = max(
        (article for article in titled if borne_out[article.id] >= most - NEARLY * abs(most)),
        key=lambda article: (_day(article), borne_out[article.id]),
    )
    assert best.title is not None
    return Written(best.words(best.title), best.title)


def _day(article: Article) -> str:
    trusted = article.published.trusted and article.published.value
    return trusted[:DAY] if trusted else ""


def opening_words(article: Article) -> frozenset[str]:
    passages = [article.title] if article.title else []
    passages += [block.passage for block in article.body[:LEDE_BLOCKS]]
    return frozenset(_content(" ".join(article.words(passage) for passage in passages)))


def _borne_out(article: Article, spread: Counter[str], articles: int) -> float:
    """The news that a headline tells and the other reports open with, less what they do not: in rarities of its words.

    A word that every report has at large tells little; a headline that runs on counts half.
    """
    assert article.title is not None
    title = article.words(article.title)
    if articles == 1:
        return 0.0
    told = [(-log(usual_share(word)), (spread[word] - 1) / (articles - 1)) for word in sorted(set(_content(title)))]
    score = sum(rarity * (shared - UNSHARED * (1 - shared)) for rarity, shared in told)
    return score / 2 if len(title) > LONGEST or _shouts(title) else score


def _shouts(title: str) -> bool:
    """`Twisted chemist gets LIFE`: some of its words stand in capitals, too long for initials."""
    found = [token.surface for token in tokens(title)]
    capitals = [word for word in found if len(word) >= SHOUTED and word.isupper()]
    return 0 < len(capitals) < len(found)


def _content(text: str) -> list[str]:
    return [token.form for token in tokens(text) if not token.is_empty]


if __name__ == "__main__":
    from ..looking import main

    raise SystemExit(main("headline"))
