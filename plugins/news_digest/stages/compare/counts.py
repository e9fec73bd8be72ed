"""Counts: numbers of one thing that stand in sentences too unlike to state the same fact."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ...language.figures import Figure, find_figures
from ...language.units import NO_UNIT
from ...model import Article, Difference
from .numbers import count_difference, figure_verdict, figure_version, is_step
from .tellings import Telling, sentences_of, slots_of, words_near

LEAST_SHARED = 2  # words beside both figures; one alone is what a whole story shares
PASSING = frozenset({NO_UNIT, "hour", "day", "week", "month", "year"})  # a report is full of them
COMMON_UNITS = frozenset({"people", "percent", "usd", "eur", "gbp", "metre", "kilogram"})
WIDEST = 2.0  # times; numbers further apart count different things more often than not


class Count(NamedTuple):
    telling: Telling
    figure: Figure
    beside: frozenset[str]


def differing_counts(articles: Sequence[Article], known: Sequence[Difference]) -> Iterator[Difference]:
    """Figures of one unit with the same words beside them, where no other figure of that report answers."""
    shown = {mark for difference in known for side in difference.sides for mark in side.marks}
    counts = [count for article in articles for count in _counts(article)]
    found = [(count.telling.article.id, count) for count in counts]
    for slot in slots_of(found, lambda a, b: _rank(counts, a, b)):
        told = [counts[place] for place in slot]
        marks = [count.telling.passage(count.figure.number) for count in told]
        if any(mark.overlaps(other) for mark in marks for other in shown):
            continue
        versions = [figure_version(count.telling, count.figure) for count in told]
        yield from count_difference("", versions, [count.figure for count in told])


def _counts(article: Article) -> Iterator[Count]:
    for telling in sentences_of(article):
        for figure in find_figures(telling.text):
            if not (figure.ordinal or figure.unit in PASSING or is_step(telling.text, figure)):
                yield Count(telling, figure, words_near(telling.text, (figure.start, figure.end)))


def _answered(counts: Sequence[Count], place: int, other: Count) -> bool:
    """The other's report gives this very number of it too."""
    figure = counts[place].figure
    return figure_verdict(figure, other.figure) != "same" and any(
        figure_verdict(figure, count.figure) == "same"
        for count in counts
        if count.telling.article is other.telling.article
    )


def _far_apart(a: Figure, b: Figure) -> bool:
    low, high = sorted((a.low or a.high or 0.0, b.low or b.high or 0.0))
    return high > WIDEST * low


def _rank(counts: Sequence[Count], a: int, b: int) -> int | None:
    mine, theirs = counts[a], counts[b]
    if figure_verdict(mine.figure, theirs.figure) not in {"compatible", "conflict", "same"}:
        return None
    if _answered(counts, a, theirs) or _answered(counts, b, mine) or _far_apart(mine.figure, theirs.figure):
        return None
    shared = len(mine.beside & theirs.beside) + (mine.figure.unit not in COMMON_UNITS)
    return -shared if shared >= LEAST_SHARED else None
