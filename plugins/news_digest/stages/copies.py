"""Set copies aside: a report that repeats another, word for word or nearly, is shown once with all its addresses."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from ..language.copies import find_copies
from ..model import Article


def set_copies_aside(articles: Sequence[Article], first: Collection[str] = ()) -> tuple[Article, ...]:
    """The articles that copy no other, in their order, each with its copies.

    Of a text and its copies the one is kept that is among `first` (published already, or named by an editor), else the
    oldest. What an editor names is never a copy.
    """
    ranked = sorted(articles, key=lambda article: (article.id not in first, *_age(article)))
    copied = find_copies([_body(article) for article in ranked])
    copies: dict[str, list[Article]] = {}
    for article, original in zip(ranked, copied, strict=True):
        if ranked[original] is article or article.id in first:
            copies[article.id] = []
        else:
            copies[ranked[original].id].append(article)
    kept = (article for article in articles if article.id in copies)
    return tuple(replace(article, copies=tuple(mine)) if (mine := copies[article.id]) else article for article in kept)


def _age(article: Article) -> tuple[bool, str, str]:
    """Oldest first, those without a trusted day last."""
    day = article.published.value if article.published.trusted else None
    return (day is None, day or "", article.id)


def _body(article: Article) -> str:
    return "\n".join(article.words(block.passage) for block in article.body)


if __name__ == "__main__":
    from ..looking import main

    raise SystemExit(main("copies"))
