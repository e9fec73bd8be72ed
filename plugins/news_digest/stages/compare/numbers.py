"""Numbers: intervals of one thing. Counts of different days, and of a count that goes on, are updates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from ...language.figures import Comparison
from ...language.units import is_amount
from ...model import Alignment, Difference, Kind, Quantity, Verdict
from .counted import TOLLS, Counted, compare_counted
from .tellings import Span, Telling, Version, fact_of_all, superseded
from .written import write_down

KILOMETRE = 1000.0  # metres
LATER = "reports of different days: the later one may know better, or tell of what has changed"
UNFINISHED = "one is of a count that was not finished"
HOURS = "reports of different hours of one day: the later one may know better"
UNDATED_TOLL = "a toll changes by the hour, and not every report says of which day its count is"


def differing_numbers(slots: Sequence[Sequence[Counted]], alignments: Sequence[Alignment]) -> Iterator[Difference]:
    for slot in slots:
        yield from _difference(slot, alignments)


def _difference(counts: Sequence[Counted], alignments: Sequence[Alignment]) -> Iterator[Difference]:
    """The differences between figures of one thing, smallest first; nothing where they are all the same."""
    counts = sorted(counts, key=lambda count: count.size)
    compared = {(a, b): compare_counted(counts[a], counts[b]) for a, b in combinations(range(len(counts)), 2)}
    updates = {(a, b): _update(counts[a], counts[b]) for (a, b), one in compared.items() if one.verdict == "conflict"}
    for places in _of_one_time(len(counts), updates):
        among = {pair: one for pair, one in compared.items() if set(pair) <= set(places)}
        if not {one.verdict for one in among.values()} & {"compatible", "conflict"}:
            continue
        verdict, rule = _judge(among, {pair: updates[pair] for pair in among if pair in updates})
        versions = [_version(counts[place]) for place in places]
        yield write_down(fact_of_all(versions, alignments), Kind.NUMBER, verdict, rule, versions)


def _of_one_time(size: int, updates: dict[tuple[int, int], str | None]) -> list[list[int]]:
    """All places; but where some contradict each other and a later report has another figure (ten or eleven missing,
    four on the day after), those that do, and each later figure beside the nearest of them."""
    disputed = {place for pair, rule in updates.items() if not rule for place in pair}
    later = {
        place
        for place in set(range(size)) - disputed
        if all(updates.get((min(place, one), max(place, one))) for one in disputed)
    }
    if not disputed or not later:
        return [list(range(size))]
    rest = [place for place in range(size) if place not in later]
    return [rest, *(sorted((place, min(rest, key=lambda one: abs(one - place)))) for place in sorted(later))]


def _version(count: Counted) -> Version:
    figure = count.figure
    value = _quantity(count)
    key = (figure.low, figure.high, figure.bound)
    return Version(count.telling, (figure.start, figure.end), value, key, _without_noun(count))


def _without_noun(count: Counted) -> Span:
    """`more than 80` of `more than 80 firefighters`, all of `£4 million`."""
    figure = count.figure
    return figure.start, figure.end if is_amount(count.unit) else figure.number[1]


def _quantity(count: Counted) -> Quantity:
    """As a reader would put it: distances from a kilometre up in kilometres."""
    figure = count.figure
    far = count.unit.startswith("metre") and max(figure.low or 0, figure.high or 0) >= KILOMETRE
    low, high = (end if end is None or not far else end / KILOMETRE for end in (figure.low, figure.high))
    return Quantity(low, high, f"kilo{count.unit}" if far else count.unit, figure.approximation)


def _judge(
    compared: dict[tuple[int, int], Comparison], updates: dict[tuple[int, int], str | None]
) -> tuple[Verdict, str]:
    if not updates:
        return Verdict.COMPATIBLE, _rule(compared.values(), "compatible")
    if all(updates.values()):
        return Verdict.COMPATIBLE, str(next(iter(updates.values())))
    return Verdict.CONFLICT, _rule(compared.values(), "conflict")


def _rule(compared: Iterable[Comparison], verdict: str) -> str:
    return next(one.rule for one in compared if one.verdict == verdict)


def _update(low: Counted, high: Counted) -> str | None:
    """The rule where the two are counts of different days; None where they are not."""
    toll = {low.figure.state, high.figure.state} & TOLLS
    runs = low.runs or high.runs
    if superseded(low.telling, high.telling) and not (low.years or high.years):
        return LATER
    if is_amount(low.unit) and not runs:
        return None
    if low.is_partial or high.is_partial:
        return UNFINISHED
    if _other_weekdays(low, high):
        return f"counts of different days: “{low.words}”, “{high.words}”"
    first, last = (count.day or (count.telling.day if runs else None) for count in (low, high))
    if first is None or last is None:
        return UNDATED_TOLL if runs else None
    if first == last and runs and _grew_by_the_hour(low.telling, high.telling):
        return HOURS
    if first == last or ("dead" in toll and first > last):
        return None
    earlier, later = (low, high) if first < last else (high, low)
    return f"counts of different days: “{earlier.words}” on {min(first, last)}, “{later.words}” on {max(first, last)}"


def _grew_by_the_hour(low: Telling, high: Telling) -> bool:
    """Two reports of one day, the one with the higher count published later by the clock that they print."""
    return low.minute is not None and high.minute is not None and low.minute < high.minute


def _other_weekdays(low: Counted, high: Counted) -> bool:
    """`on Monday` and `on Tuesday`, in reports whose own day is not known."""
    mine, theirs = low.day_named, high.day_named
    if not mine or not theirs or low.day or high.day:
        return False
    return None not in (mine.weekday, theirs.weekday) and mine.weekday != theirs.weekday
