"""What an editor says of origins: these articles descend from one text, or those do not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ..model import Origin
from ..remember import remembered

ONE = "the editor counts them as one origin"
APART = "the editor counts another report as an origin of its own"
TWO = "the editor counts it as an origin of its own"


Groups = tuple[tuple[str, ...], ...]  # of ids of articles


@remembered
def declare_origins(origins: tuple[Origin, ...], one: Groups, two: Groups) -> tuple[Origin, ...]:
    """The origins where the editor says that articles have one or two; each article stays in exactly one."""
    found = list(origins)
    for names in one:
        found = _joined(found, names)
    for names in two:
        found = _parted(found, names)
    return tuple(found)


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


def _parted(origins: list[Origin], names: Sequence[str]) -> list[Origin]:
    """The first of the names stays in its origin, the others leave it."""
    found: list[Origin] = []
    for origin in origins:
        leaving = [name for name in names if name in origin.articles][1:]
        found += [_without(origin, leaving), *(_alone(origin, name) for name in leaving)] if leaving else [origin]
    return found


def _without(origin: Origin, leaving: Sequence[str]) -> Origin:
    articles = tuple(name for name in origin.articles if name not in leaving)
    credits = tuple(credit for credit in origin.credits if credit.article not in leaving)
    why = origin.why if len(articles) > 1 else APART
    return replace(origin, articles=articles, why=why, credits=credits)


def _alone(origin: Origin, name: str) -> Origin:
    credits = tuple(credit for credit in origin.credits if credit.article == name)
    return Origin(f"origin-{name}", (name,), TWO, origin.name if credits else None, credits)
