"""Who reported what: a row for each fact, a column for each source; and which facts stand without one source."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Digest
from ..strings import Strings
from .facts import FactView
from .sources import SourceRef


@dataclass(frozen=True, slots=True)
class CellView:
    """`shape` is "own" where no other source of the story has this origin, "shared" where one has, "" for silence."""

    source: SourceRef
    shape: str
    label: str
    at: str | None


@dataclass(frozen=True, slots=True)
class RowView:
    fact: FactView
    cells: tuple[CellView, ...]


@dataclass(frozen=True, slots=True)
class MatrixView:
    sources: tuple[SourceRef, ...]
    rows: tuple[RowView, ...]
    totals: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class WithoutView:
    """What is left when a reader switches one source off."""

    source: SourceRef
    stands: int
    thins: int
    label: str


def matrix_view(facts: tuple[FactView, ...], refs: dict[str, SourceRef], say: Strings) -> MatrixView:
    sources = in_order(refs)
    rows = tuple(RowView(fact, tuple(_cell(fact, source, say) for source in sources)) for fact in facts)
    totals = tuple(sum(source in fact.sources for fact in facts) for source in sources)
    return MatrixView(sources, rows, totals)


def _cell(fact: FactView, source: SourceRef, say: Strings) -> CellView:
    at = next((support.at for support in fact.support if support.source == source), None)
    if source not in fact.sources:
        return CellView(source, "", say("matrix.silent"), None)
    shape = "shared" if source.shared else "own"
    return CellView(source, shape, say(f"matrix.{shape}", origin=source.origin), at)


def without_views(
    digest: Digest, facts: tuple[FactView, ...], refs: dict[str, SourceRef], say: Strings
) -> tuple[WithoutView, ...]:
    if len(digest.story.articles) < 3:
        return ()  # of two sources, either one alone leaves nothing that two of them tell
    return tuple(_without(source, facts, say) for source in in_order(refs))


def _without(source: SourceRef, facts: tuple[FactView, ...], say: Strings) -> WithoutView:
    stands = sum(source.number not in fact.falls for fact in facts)
    thins = sum(source.number in fact.thins for fact in facts)
    return WithoutView(source, stands, thins, say("without.stands", stands=stands, count=len(facts)))


def in_order(refs: dict[str, SourceRef]) -> tuple[SourceRef, ...]:
    return tuple(sorted(refs.values(), key=lambda ref: ref.number))
