"""The facts as an account: what several origins tell stands open, the rest a step away."""

from __future__ import annotations

from dataclasses import dataclass

from ..strings import Strings
from .facts import FactView

OPEN = 14  # facts: about four minutes of a reader who opens a few of them
FEW = 3  # not worth a fold


@dataclass(frozen=True, slots=True)
class FactGroupView:
    """`first` stand open; `more` is the word on the fold that holds the `rest`."""

    first: tuple[FactView, ...]
    rest: tuple[FactView, ...]
    more: str


def account_views(facts: tuple[FactView, ...], say: Strings) -> tuple[FactGroupView, ...]:
    """What several origins tell, then what one text alone bears out, which is folded away unless it is all there is."""
    leading = tuple(fact for fact in facts if not fact.is_secondary)
    secondary = tuple(fact for fact in facts if fact.is_secondary)
    if not leading or not secondary:
        return (_opened(facts, say),) if facts else ()
    return _opened(leading, say), FactGroupView((), secondary, say("facts.one-origin", count=len(secondary)))


def _opened(facts: tuple[FactView, ...], say: Strings) -> FactGroupView:
    shown = OPEN if len(facts) > OPEN + FEW else len(facts)
    first, rest = facts[:shown], facts[shown:]
    return FactGroupView(first, rest, say("facts.more", count=len(rest)))
