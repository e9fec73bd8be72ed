"""Tolls: how many dead, injured or missing each report opens with; a later report's higher count is an update."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...language.dates import find_dates
from ...language.figures import Figure, find_figures
from ...language.units import NO_UNIT
from ...language.words import tokens
from ...model import Article, Difference
from .numbers import TOLLS, count_difference, figure_version
from .tellings import Version, sentences_of

LEDE_BLOCKS = 3  # further down, a report counts the dead of other events too
PEOPLE = frozenset({"people", NO_UNIT})

Count = tuple[Version, Figure]


def differing_tolls(articles: Sequence[Article], known: Sequence[Difference]) -> Iterator[Difference]:
    """One difference for each toll of which two reports give other counts, unless aligned claims show it already."""
    shown = {mark for difference in known for side in difference.sides for mark in side.marks}
    tolls: defaultdict[str, list[Count]] = defaultdict(list)
    for article in articles:
        for state, count in _first_counts(article).items():
            tolls[state].append(count)
    for state in sorted(tolls):
        counts = _of_one_event(tolls[state])
        marks = [version.telling.passage(version.mark) for version, _ in counts]
        if sum(any(mark.overlaps(other) for other in shown) for mark in marks) < 2:
            yield from count_difference("", [version for version, _ in counts], [figure for _, figure in counts])


def _first_counts(article: Article) -> dict[str, Count]:
    found: dict[str, Count] = {}
    for telling in sentences_of(article, LEDE_BLOCKS):
        if any(mention.kind in {"year", "decade"} for mention in find_dates(telling.text)):
            continue  # the dead of another year
        for figure in find_figures(telling.text):
            if figure.state in TOLLS and figure.unit in PEOPLE and not figure.ordinal and figure.grain:
                people = replace(figure, unit="people")
                found.setdefault(figure.state, (figure_version(telling, people), people))
    return found


def _of_one_event(counts: Sequence[Count]) -> list[Count]:
    """Those whose sentences share a word that carries news with another's."""
    words = [{t.form for t in tokens(v.telling.text) if not (t.is_empty or t.is_number)} for v, _ in counts]
    return [
        count
        for place, count in enumerate(counts)
        if any(len(words[place] & other) > 1 for at, other in enumerate(words) if at != place)
    ]
