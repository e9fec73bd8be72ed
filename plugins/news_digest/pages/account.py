"""The facts as an account: what several origins tell stands open, the rest a step away."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from ..strings import Strings
from .desk import SourceRef
from .facts import FactView

OPEN = 14  # facts: about four minutes of a reader who opens a few of them
FEW = 3  # not worth a fold


@dataclass(frozen=True, slots=True)
class ToldView:
    """Facts that the same sources tell, from one text: who tells them is said once."""

    sources: tuple[SourceRef, ...]
    standing: str
    facts: tuple[FactView, ...]


@dataclass(frozen=True, slots=True)
class FactGroupView:
    """`first` stand open; `more` is the word on the fold that holds the `rest`, or what is `told` from one text."""

    first: tuple[FactView, ...]
    rest: tuple[FactView, ...]
    told: tuple[ToldView, ...]
    more: str


def account_views(facts: tuple[FactView, ...], say: Strings) -> tuple[FactGroupView, ...]:
    """What several origins tell, then what one text alone bears out, which is folded away unless it is all there is."""
    leading = tuple(fact for fact in facts if not fact.is_secondary)
    secondary = tuple(fact for fact in facts if fact.is_secondary)
    if not leading or not secondary:
        return (_opened(facts, say),) if facts else ()
    more = say("facts.one-origin", count=len(secondary))
    return _opened(leading, say), FactGroupView((), (), by_tellers(secondary), more)


def by_tellers(facts: Iterable[FactView]) -> tuple[ToldView, ...]:
    """The page has them in this order already."""
    runs = [tuple(run) for _, run in groupby(facts, key=lambda fact: fact.sources)]
    return tuple(ToldView(run[0].sources, run[0].standing, run) for run in runs)


def _opened(facts: tuple[FactView, ...], say: Strings) -> FactGroupView:
    shown = OPEN if len(facts) > OPEN + FEW else len(facts)
    first, rest = facts[:shown], facts[shown:]
    return FactGroupView(first, rest, (), say("facts.more", count=len(rest)) if rest else "")
