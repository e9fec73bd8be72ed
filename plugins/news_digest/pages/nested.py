"""Passages of one source in its own order: what lies inside another passage stands inside it, with its own anchor."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from ..model import Passage
from .facts import anchor
from .passages import PassageView, Printer


@dataclass(frozen=True, slots=True)
class NestedView:
    """`parts` are, in order, words and passages inside this one; `is_shared` where other sources tell it too."""

    at: str
    passage: PassageView
    is_shared: bool
    parts: tuple[str | NestedView, ...]


@dataclass
class Nest:
    """A passage and those inside it, in order and apart from each other."""

    passage: Passage
    inside: list[Nest] = field(default_factory=list)

    def members(self) -> Iterator[Passage]:
        yield self.passage
        for nest in self.inside:
            yield from nest.members()


def nests(passages: Iterable[Passage], printer: Printer) -> list[Nest]:
    """What overlaps another passage without lying in it stands apart; so does what lies in one that is withheld."""
    roots: list[Nest] = []
    for passage in sorted(passages, key=lambda passage: (passage.start, -passage.end)):
        homes = [nest for nest in roots if nest.passage.contains(passage) and not printer.show(nest.passage).withheld]
        if not homes or not _lay(passage, homes[-1]):
            roots.append(Nest(passage))
    return roots


def _lay(passage: Passage, nest: Nest) -> bool:
    """Whether there was a place for the passage inside the nest."""
    last = nest.inside[-1] if nest.inside else None
    if last and last.passage.contains(passage):
        return _lay(passage, last)
    if last and last.passage.overlaps(passage):
        return False
    nest.inside.append(Nest(passage))
    return True


def nested_view(nest: Nest, printer: Printer, is_shared: Callable[[Passage], bool]) -> NestedView:
    passage = nest.passage
    parts = tuple(_parts(nest, printer, is_shared))
    return NestedView(anchor(passage), printer.show(passage), is_shared(passage), parts)


def _parts(nest: Nest, printer: Printer, is_shared: Callable[[Passage], bool]) -> Iterator[str | NestedView]:
    start, end = nest.passage.start, nest.passage.end
    for inner in nest.inside:
        if start < inner.passage.start:
            yield printer.words(nest.passage.article, start, inner.passage.start)
        yield nested_view(inner, printer, is_shared)
        start = inner.passage.end
    if start < end:
        yield printer.words(nest.passage.article, start, end)
