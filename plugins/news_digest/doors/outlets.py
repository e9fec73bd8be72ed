"""Name the outlet of each report: as an editor, its address or the file says, or by a plain placeholder."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from ..model import Article, Outlet
from .houses import House, by_domain, by_name, house_of

PART = re.compile(r"[^\W_]+")
FEWEST_TELLING = 4  # letters: "the" or "a" tells no reader which file is meant


def name_outlets(
    articles: Sequence[Article], houses: tuple[House, ...] = (), named: Collection[str] = ()
) -> tuple[Article, ...]:
    """The articles with an outlet each; a placeholder tells the sources apart and is marked as not known. `named` are
    the ids of those whose outlet an editor names: for others, the domain of their address goes before what they say."""
    domains, names = by_domain(houses), by_name(houses)
    found = {article.id: _outlet(article, domains, names, is_named=article.id in named) for article in articles}
    placeholders = _placeholders(name for name, outlet in found.items() if outlet is None)
    return tuple(
        replace(article, outlet=found[article.id] or Outlet(placeholders[article.id], known=False))
        for article in articles
    )


def _outlet(
    article: Article, domains: Mapping[str, House], names: Mapping[str, House], *, is_named: bool
) -> Outlet | None:
    host = ((urlsplit(article.url).hostname if article.url else None) or "").lower()
    said = article.outlet.name if article.outlet.known else ""
    by_host = house_of(host, domains) if host and not is_named else None
    house = by_host or names.get(said.casefold()) or house_of(said.lower(), domains)
    if house:
        return Outlet(house.name, True, house.owner, house.country, house.agencies, house.source)
    name = said or host
    return Outlet(name.removeprefix("www."), known=True) if name else None


def _placeholders(ids: Iterable[str]) -> dict[str, str]:
    """For each id its first words, as many as no other id begins with, else the whole id."""
    parts = {name: PART.findall(name) for name in ids}
    heads = Counter("-".join(words[:n]).casefold() for words in parts.values() for n in range(1, len(words) + 1))
    return {name: f"Unnamed outlet ({_short(name, words, heads)})" for name, words in parts.items()}


def _short(name: str, words: list[str], heads: Counter[str]) -> str:
    tries = ("-".join(words[:n]) for n in range(1, len(words) + 1))
    telling = (head for head in tries if len(head) >= FEWEST_TELLING or any(map(str.isdigit, head)))
    return next((head for head in telling if heads[head.casefold()] == 1), name)
