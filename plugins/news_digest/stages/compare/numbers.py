"""Numbers: intervals of the same thing. A later, higher count is an update and no contradiction."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import combinations

from ...language.calendar_days import resolve
from ...language.dates import find_dates
from ...language.figures import Comparison, Figure, compare_figures, find_figures
from ...language.units import NO_UNIT, measures
from ...model import Difference, Kind, Quantity, Verdict
from .tellings import Span, Telling, Version, slots_of, words_near, write_down

Found = tuple[int, Figure]
RANKS = {"same": 0, "compatible": 1, "conflict": 2}
PLAIN_BOUNDS = frozenset({"", "near", "exact", "most"})  # up to 45 cents, 45 cents: no difference to show
STEP = re.compile(r"\s+(?:more|less|fewer|higher|lower|up|down|above|below)\b")
TOLLS = frozenset(
    {"dead", "injured", "missing", "rescued", "displaced", "arrested"}
)  # what is counted while it goes on
CONVERTED = "one is the other in another measure"
UNDATED_TOLL = "a toll changes by the hour, and not every report says of which day its count is"
KILOMETRE = 1000.0  # metres
FALLING = frozenset({"missing"})  # counts that later reports may lower


def differing_numbers(fact: str, tellings: Sequence[Telling]) -> Iterator[Difference]:
    found = [
        (owner, figure)
        for owner, telling in enumerate(tellings)
        for figure in find_figures(telling.text)
        if telling.holds(figure.number)
    ]
    for slot in slots_of(found, lambda a, b: _rank(tellings, found, a, b)):
        versions = [figure_version(tellings[owner], figure) for owner, figure in (found[place] for place in slot)]
        yield from count_difference(fact, versions, [found[place][1] for place in slot])


def _rank(tellings: Sequence[Telling], found: Sequence[Found], a: int, b: int) -> int | None:
    if figure_verdict(found[a][1], found[b][1]) == "conflict" and not _answers(tellings, found, a, b):
        return None
    return RANKS.get(figure_verdict(found[a][1], found[b][1]))


def figure_verdict(a: Figure, b: Figure) -> str:
    return compare_as_read(a, b).verdict


def compare_as_read(a: Figure, b: Figure) -> Comparison:
    """As figures compare, but what a reader would not call a difference is the same: about 900 and 900, 115 mph and
    185 km/h."""
    compared = compare_figures(a, b)
    if compared.verdict not in {"compatible", "conflict"} or a.unit != b.unit:
        return compared
    step = max(a.grain % 1 and a.grain, b.grain % 1 and b.grain)  # a measure converted has no whole step
    apart = abs(_middle(a) - _middle(b))
    if {a.bound, b.bound} <= PLAIN_BOUNDS and apart <= step:
        return Comparison("same", "the same value")
    return Comparison("compatible", CONVERTED) if step and apart <= step else compared


def _middle(figure: Figure) -> float:
    ends = [end for end in (figure.low, figure.high) if end is not None]
    return sum(ends) / len(ends)


def _answers(tellings: Sequence[Telling], found: Sequence[Found], a: int, b: int) -> bool:
    """Whether two figures that contradict each other are surely told of the same thing.

    Each is the only one of its unit that its telling leaves over, when those that the other bears out are set aside;
    `to 45 cents from 40` and `45 cents, five more than last year` are left alone.
    """
    if found[a][1].unit == NO_UNIT or any(
        is_step(tellings[owner].text, figure) for owner, figure in (found[a], found[b])
    ):
        return False
    if not words_near(*_place(tellings, found[a])) & words_near(*_place(tellings, found[b])):
        return False
    mine, theirs = _alike(found, a), _alike(found, b)
    left = [one for one in mine if not any(figure_verdict(one, other) == "same" for other in theirs)]
    return len(mine) == len(theirs) and left == [found[a][1]]


def is_step(text: str, figure: Figure) -> bool:
    """`five cents more than last year` is how far it went, not how much it is."""
    return bool(STEP.match(text, figure.end))


def _place(tellings: Sequence[Telling], found: Found) -> tuple[str, Span]:
    owner, figure = found
    return tellings[owner].text, (figure.start, figure.end)


def _alike(found: Sequence[Found], place: int) -> list[Figure]:
    owner, figure = found[place]
    return [
        other for theirs, other in found if theirs == owner and (other.unit, other.state) == (figure.unit, figure.state)
    ]


def figure_version(telling: Telling, figure: Figure) -> Version:
    value = _quantity(figure)
    return Version(telling, (figure.start, figure.end), value, (figure.low, figure.high, figure.bound))


def _quantity(figure: Figure) -> Quantity:
    """As a reader would put it: distances from a kilometre up in kilometres."""
    far = figure.unit.startswith("metre") and max(figure.low or 0, figure.high or 0) >= KILOMETRE
    low, high = (end if end is None or not far else end / KILOMETRE for end in (figure.low, figure.high))
    return Quantity(low, high, f"kilo{figure.unit}" if far else figure.unit, figure.approximation)


def count_difference(fact: str, versions: Sequence[Version], figures: Sequence[Figure]) -> Iterator[Difference]:
    """The difference between figures of one thing, smallest first; nothing where they are all the same."""
    order = sorted(range(len(versions)), key=lambda place: _size(figures[place]))
    versions, figures = [versions[place] for place in order], [figures[place] for place in order]
    if not {figure_verdict(a, b) for a, b in combinations(figures, 2)} & {"compatible", "conflict"}:
        return
    verdict, rule = _judge(versions, figures)
    yield write_down(fact, Kind.NUMBER, verdict, rule, versions)


def _size(figure: Figure) -> tuple[float, float]:
    return figure.low or 0.0, figure.high if figure.high is not None else float("inf")


def _judge(versions: Sequence[Version], figures: Sequence[Figure]) -> tuple[Verdict, str]:
    pairs = list(combinations(range(len(figures)), 2))
    compared = {pair: compare_as_read(figures[pair[0]], figures[pair[1]]) for pair in pairs}
    conflicts = [pair for pair in pairs if compared[pair].verdict == "conflict"]
    if not conflicts:
        return Verdict.COMPATIBLE, _rule(compared.values(), "compatible")
    updates = [_update(versions[a], versions[b], figures[a], figures[b]) for a, b in conflicts]
    if all(updates):
        return Verdict.COMPATIBLE, str(updates[0])
    return Verdict.CONFLICT, _rule(compared.values(), "conflict")


def _rule(compared: Iterable[Comparison], verdict: str) -> str:
    return next(one.rule for one in compared if one.verdict == verdict)


def _update(low: Version, high: Version, low_figure: Figure, high_figure: Figure) -> str | None:
    """The rule where the two are counts of different days, the later one the higher; None where they are not."""
    first, last = _day(low), _day(high)
    states = {low_figure.state, high_figure.state}
    if first is None or last is None:
        return UNDATED_TOLL if states & TOLLS else None
    if first == last or _is_measured(low_figure):
        return None
    falls = states & FALLING
    if first > last and not falls:
        return None
    earlier, later = (low, high) if first < last else (high, low)
    return f"counts of different days: “{earlier.words}” on {min(first, last)}, “{later.words}” on {max(first, last)}"


def _is_measured(figure: Figure) -> bool:
    """What is measured once: a new value is no update."""
    return figure.unit == "age" or figure.unit.split()[0] in {unit for unit, _ in measures().values()}


def _day(version: Version) -> date | None:
    """The day that the count is of: the one its clause names, else that of the report."""
    telling = version.telling
    for mention in find_dates(telling.text):
        when = resolve(mention, telling.day)
        if when and when.start == when.end:
            return when.start
    return telling.day
