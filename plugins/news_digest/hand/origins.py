"""What an editor says of origins: these articles descend from one text, or those do not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import combinations

from ..model import Article, Origin
from ..remember import remembered
from ..stages.origins import find_origins

ONE = "the editor counts them as one origin"
APART = "the editor counts another report as an origin of its own"
TWO = "the editor counts it as an origin of its own"


Groups = tuple[tuple[str, ...], ...]  # of ids of articles
Pairs = frozenset[frozenset[str]]


@remembered
def declare_origins(
    origins: tuple[Origin, ...], articles: tuple[Article, ...], one: Groups, two: Groups
) -> tuple[Origin, ...]:
    """The origins where the editor says that articles have one or two; each article stays in exactly one.

    Of two articles that are said to have one origin and two, `two` counts.
    """
    found = list(origins)
    for names in one:
        found = _joined(found, names)
    return tuple(part for origin in found for part in _parted(origin, articles, one, two))


def pairs_of(groups: Iterable[Sequence[str]]) -> Pairs:
    return frozenset(frozenset(pair) for names in groups for pair in combinations(dict.fromkeys(names), 2))


def _joined(origins: list[Origin], names: Iterable[str]) -> list[Origin]:
    wanted = set(names)
    together = [origin for origin in origins if wanted & set(origin.articles)]
    if len(together) < 2:
        return origins
    first, *others = together
    whole = replace(
        first,
        articles=tuple(name for origin in together for name in origin.articles),
        why="; ".join([ONE, *(origin.why for origin in together if len(origin.articles) > 1)]),
        name=next((origin.name for origin in together if origin.name), None),
        credits=tuple(credit for origin in together for credit in origin.credits),
    )
    return [whole if origin is first else origin for origin in origins if origin not in others]


def _parted(origin: Origin, articles: Sequence[Article], one: Groups, two: Groups) -> list[Origin]:
    """Articles that are to be kept apart leave the first named of them. Who leaves is asked anew for what it shares:
    two that only a third tied together are two."""
    apart = frozenset(pair for pair in pairs_of(two) if pair <= set(origin.articles))
    if not apart:
        return [origin]
    found: list[Origin] = []
    for names in _parts(origin.articles, apart, one, [name for group in two for name in group]):
        own = list(find_origins([article for article in articles if article.id in names]))
        for group in one:
            own = _joined(own, set(group) & names)
        found += [_explained(part, leaves=bool(found)) for part in own]
    return found


def _parts(names: Sequence[str], apart: Pairs, one: Groups, named: Sequence[str]) -> list[set[str]]:
    """The fewest parts, found one by one, none of which holds two that are apart; what nobody named stays in the first,
    with the first named. Those that are said to have one origin go together."""
    units = [{name} for name in names]
    for group in one:
        for name in group[1:]:
            units = _together(units, group[0], name, apart)
    place = {name: at for at, name in enumerate(dict.fromkeys(named))}
    parts: list[set[str]] = []
    for unit in sorted(units, key=lambda unit: min((place[name] for name in unit if name in place), default=-1)):
        home = next((part for part in parts if not _clash(part | unit, apart)), None)
        if home is None:
            parts.append(set(unit))
        else:
            home |= unit
    return parts


def _together(units: list[set[str]], left: str, right: str, apart: Pairs) -> list[set[str]]:
    both = [unit for unit in units if left in unit or right in unit]
    whole = set().union(*both)
    if len(both) < 2 or _clash(whole, apart):
        return units
    return [whole if unit is both[0] else unit for unit in units if unit is not both[1]]


def _clash(names: set[str], apart: Pairs) -> bool:
    return any(pair <= names for pair in apart)


def _explained(origin: Origin, *, leaves: bool) -> Origin:
    said = TWO if leaves else APART
    return replace(origin, why=f"{said}; {origin.why}" if len(origin.articles) > 1 else said)
