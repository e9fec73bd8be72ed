"""Who reported what: a row for each fact, a column for each source; and which facts stand without one of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..strings import Strings
from .account import by_tellers
from .desk import Desk, SourceRef
from .facts import FactView

LEAST = 2  # sources: what a single one tells is no fact of the story


@dataclass(frozen=True, slots=True)
class ChoiceView:
    """A source, or the sources of one origin, that a reader can leave out; `label` says what is left then."""

    number: int
    name: str
    leaves_out: tuple[SourceRef, ...]
    label: str


@dataclass(frozen=True, slots=True)
class ColumnView:
    """`out` names the choices that leave this source out."""

    source: SourceRef
    out: str


@dataclass(frozen=True, slots=True)
class CellView:
    """`shape` is "own" where no other source of the story has this origin, "shared" where one has, else ""."""

    shape: str
    label: str


@dataclass(frozen=True, slots=True)
class RowView:
    """What the same sources tell. `falls` names the choices without which fewer than two sources tell it, `thins` those
    that leave it one origin where it has more."""

    facts: tuple[FactView, ...]
    cells: tuple[CellView, ...]
    falls: str
    thins: str


@dataclass(frozen=True, slots=True)
class MatrixView:
    """`rows` hold one fact each. `rest` is what one text alone bears out, a row for all that the same sources tell, and
    `more` the word on the fold that holds it; where there is nothing else, its facts are the `rows`."""

    columns: tuple[ColumnView, ...]
    rows: tuple[RowView, ...]
    rest: tuple[RowView, ...]
    more: str
    choices: tuple[ChoiceView, ...]


def matrix_view(facts: tuple[FactView, ...], desk: Desk) -> MatrixView:
    sources = tuple(desk.refs.values())
    choices = _choices(facts, sources, desk.say)
    columns = tuple(ColumnView(source, _outs(choices, source)) for source in sources)
    leading = tuple(fact for fact in facts if not fact.is_secondary) or facts
    secondary = [fact for fact in facts if fact not in leading]
    return MatrixView(
        columns,
        tuple(_row((fact,), columns, choices, desk.say) for fact in leading),
        tuple(_row(told.facts, columns, choices, desk.say) for told in by_tellers(secondary)),
        desk.say("facts.one-origin", count=len(secondary)),
        choices,
    )


def _choices(facts: tuple[FactView, ...], sources: tuple[SourceRef, ...], say: Strings) -> tuple[ChoiceView, ...]:
    """None where two sources are all there are: without either, nothing is left that two of them tell."""
    if len(sources) <= LEAST:
        return ()
    groups: list[tuple[str, tuple[SourceRef, ...]]] = [
        (f"{source.number} {source.name}", (source,)) for source in sources
    ]
    for origin in sorted({source.origin for source in sources if source.shared}):
        members = tuple(source for source in sources if source.origin == origin)
        groups.append((say("without.origin", numbers=say.listed(tuple(str(one.number) for one in members))), members))
    return tuple(
        ChoiceView(number, name, gone, _stands(facts, gone, say)) for number, (name, gone) in enumerate(groups, 1)
    )


def _stands(facts: tuple[FactView, ...], gone: tuple[SourceRef, ...], say: Strings) -> str:
    stands = [fact for fact in facts if not _falls(fact, gone)]
    firm = sum(_origins(fact, gone) > 1 for fact in stands)
    return say("without.stands", stands=len(stands), count=len(facts), firm=firm)


def _outs(choices: tuple[ChoiceView, ...], source: SourceRef) -> str:
    return _named(choice for choice in choices if source in choice.leaves_out)


def _row(
    facts: tuple[FactView, ...], columns: tuple[ColumnView, ...], choices: tuple[ChoiceView, ...], say: Strings
) -> RowView:
    fact = facts[0]
    return RowView(
        facts,
        tuple(_cell(fact, column, say) for column in columns),
        _named(choice for choice in choices if _falls(fact, choice.leaves_out)),
        _named(choice for choice in choices if _thins(fact, choice.leaves_out)),
    )


def _cell(fact: FactView, column: ColumnView, say: Strings) -> CellView:
    if column.source not in fact.sources:
        return CellView("", say("matrix.silent"))
    shape = "shared" if column.source.shared else "own"
    return CellView(shape, say(f"matrix.{shape}"))


def _left(fact: FactView, gone: tuple[SourceRef, ...]) -> list[SourceRef]:
    return [source for source in fact.sources if source not in gone]


def _falls(fact: FactView, gone: tuple[SourceRef, ...]) -> bool:
    return len(_left(fact, gone)) < LEAST


def _thins(fact: FactView, gone: tuple[SourceRef, ...]) -> bool:
    return not _falls(fact, gone) and _origins(fact, gone) == 1 < _origins(fact, ())


def _origins(fact: FactView, gone: tuple[SourceRef, ...]) -> int:
    return len({source.origin for source in _left(fact, gone)})


def _named(choices: Iterable[ChoiceView]) -> str:
    return " ".join(str(choice.number) for choice in choices)
