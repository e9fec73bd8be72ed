"""Name the outlet of each report: as an editor or the file says, by its address, or by a plain placeholder."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from ..model import Article, Outlet
from .houses import House, by_domain, house_of

PART = re.compile(r"[^\W_]+")
FEWEST_TELLING = 4  # letters: "the" or "a" tells no reader which file is meant


def name_outlets(articles: Sequence[Article], houses: tuple[House, ...] = ()) -> tuple[Article, ...]:
    """The articles with an outlet each; a placeholder tells the sources apart and is marked as not known."""
    domains = by_domain(houses)
    names = {article.id: _name(article, domains) for article in articles}
    placeholders = _placeholders(name for name, known in names.items() if not known)
    return tuple(
        replace(article, outlet=Outlet(names[article.id] or placeholders[article.id], known=bool(names[article.id])))
        for article in articles
    )


def _name(article: Article, domains: Mapping[str, House]) -> str | None:
    """What the editor or the file says; else the outlet whose domain the address names, else the bare host."""
    host = urlsplit(article.url).hostname if article.url else None
    named = article.outlet.name if article.outlet.known else host or ""
    house = house_of(named.lower(), domains) if "." in named and " " not in named else None
    return house.name if house else named.removeprefix("www.") or None


def _placeholders(ids: Iterable[str]) -> dict[str, str]:
    """For each id its first words, as many as no other id begins with, else the whole id."""
    parts = {name: PART.findall(name) for name in ids}
    heads = Counter("-".join(words[:n]).casefold() for words in parts.values() for n in range(1, len(words) + 1))
    return {name: f"Unnamed outlet ({_short(name, words, heads)})" for name, words in parts.items()}


def _short(name: str, words: list[str], heads: Counter[str]) -> str:
    tries = ("-".join(words[:n]) for n in range(1, len(words) + 1))
    telling = (head for head in tries if len(head) >= FEWEST_TELLING or any(map(str.isdigit, head)))
    return next((head for head in telling if heads[head.casefold()] == 1), name)
