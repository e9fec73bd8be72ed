"""Name the outlet of each report: as an editor or the file says, by its address, or by a plain placeholder."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from ..model import Article, Outlet

PART = re.compile(r"[^\W_]+")
FEWEST_TELLING = 4  # letters: "the" or "a" tells no reader which file is meant


def name_outlets(articles: Sequence[Article]) -> tuple[Article, ...]:
    """The articles with an outlet each; a placeholder tells the sources apart and is marked as not known."""
    placeholders = _placeholders(article.id for article in articles if not _house(article))
    return tuple(
        article
        if article.outlet.known
        else replace(article, outlet=Outlet(_house(article) or placeholders[article.id], known=bool(_house(article))))
        for article in articles
    )


def _house(article: Article) -> str | None:
    """The host that the report's address names, without the `www.`."""
    host = urlsplit(article.url).hostname if article.url else None
    return host.removeprefix("www.") if host else None


def _placeholders(ids: Iterable[str]) -> dict[str, str]:
    """For each id its first words, as many as no other id begins with, else the whole id."""
    parts = {name: PART.findall(name) for name in ids}
    heads = Counter("-".join(words[:n]).casefold() for words in parts.values() for n in range(1, len(words) + 1))
    return {name: f"Unnamed outlet ({_short(name, words, heads)})" for name, words in parts.items()}


def _short(name: str, words: list[str], heads: Counter[str]) -> str:
    tries = ("-".join(words[:n]) for n in range(1, len(words) + 1))
    telling = (head for head in tries if len(head) >= FEWEST_TELLING or any(map(str.isdigit, head)))
    return next((head for head in telling if heads[head.casefold()] == 1), name)
