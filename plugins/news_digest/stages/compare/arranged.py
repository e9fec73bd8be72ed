"""Arrange the differences of a story: none twice, and what weighs most first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ...model import Difference, Kind, Origin, Passage, Verdict
from .written import identity

ORDER = (Verdict.CONFLICT, Verdict.COMPATIBLE, Verdict.VARIANT)


def arrange(differences: Iterable[Difference], origins: Sequence[Origin]) -> tuple[Difference, ...]:
    """Conflicts first, of these what one fact ties, then by how many origins tell the thing; each has its own id."""
    origin_of = {article: origin.id for origin in origins for article in origin.articles}
    kept = _without_repeats(list(differences))
    ordered = sorted(kept, key=lambda one: (ORDER.index(one.verdict), not one.fact, -_origins(one, origin_of)))
    return tuple(_with_own_ids(ordered))


def _origins(difference: Difference, origin_of: dict[str, str]) -> int:
    articles = {passage.article for side in difference.sides for passage in side.passages}
    return len({origin_of.get(article, article) for article in articles})


def _without_repeats(differences: Sequence[Difference]) -> list[Difference]:
    """Of two that mark the same words of two reports, the one that more passages tell."""
    kept: list[Difference] = []
    for one in sorted(differences, key=lambda difference: -_passages(difference)):
        if not any(_is_told_by(one, other) for other in kept):
            kept.append(one)
    places = {id(one) for one in kept}
    return [one for one in differences if id(one) in places]


def _passages(difference: Difference) -> int:
    return sum(len(side.passages) for side in difference.sides)


def _is_told_by(one: Difference, other: Difference) -> bool:
    """Whether both mark the same words of two reports; that one thing is so, and is not, in the same two lines is told
    once, whatever words are marked."""
    shared = {mine.article for mine in _marked(one) for yours in _marked(other) if mine.overlaps(yours)}
    if one.kind is not other.kind or len(shared) > 1 or one.kind is not Kind.CERTAINTY:
        return one.kind is other.kind and len(shared) > 1
    lines = {mine.article for mine in _lines(one) for yours in _lines(other) if mine.overlaps(yours)}
    return bool(shared) and len(lines) > 1


def _lines(difference: Difference) -> Iterator[Passage]:
    return (passage for side in difference.sides for passage in side.passages)


def _marked(difference: Difference) -> Iterator[Passage]:
    """The differing words; of a quotation all of it."""
    for side in difference.sides:
        yield from side.passages if difference.kind is Kind.QUOTE else side.marks


def _with_own_ids(differences: Sequence[Difference]) -> Iterator[Difference]:
    """Two may be about the same words; the later one is told apart by the words that differ in it."""
    taken: set[str] = set()
    for difference in differences:
        named = difference.id
        if named in taken:
            named = identity(named, *(side.label for side in difference.sides))
        taken.add(named)
        yield replace(difference, id=named)
