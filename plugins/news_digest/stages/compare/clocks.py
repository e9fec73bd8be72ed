"""Clock times: the hour of one thing, where the words beside two times match well. What rounding allows agrees."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import inf

from ...language.dates import find_dates
from ...model import Alignment, Difference, Kind, Verdict
from .beside import shared_beside
from .tellings import Span, Telling, Version, fact_of, fact_of_all, slots_of
from .written import write_down

HALF_DAY, DAY = 720, 1440  # minutes
FURTHEST = 180  # minutes; times further apart are of two things
ENOUGH = 5.0  # weight of the shared words beside two times (see beside.py)
ONE_FACT = 2.0
MOSTLY = 0.75  # … and their share of all that stands beside the one of which less is said
ROUNDED = ((60, 15), (5, 5), (1, 1))  # a time given to the hour, to five minutes, to the minute is that exact
ABOUT, SHORTLY = 30, 40  # minutes that `around` and `shortly after` leave open
CONFLICT = "no time of day is meant by both"
BOTH_BY = "both are the latest that it can have been"

_NAMED = re.compile(r"\b(?:noon|midday|midnight)\b", re.IGNORECASE)
_CLEFT = re.compile(r"\s+(?:before|when|that)\b")  # It was midnight before all were ashore.
_SPAN = re.compile(r"(?:\b(?:from|between|until|till|to|and)|[-–—])\s*$", re.IGNORECASE)
_SPAN_GOES_ON = re.compile(r"\s*(?:to|until|till|[-–—])\s*\d|\s+(?:GMT|UTC|local time)", re.IGNORECASE)
_ZONED = re.compile(r"GMT|UTC|\b[EP]T\b|E[SD]T|BST|CET|local time")
_EDGES = (
    (re.compile(r"\b(?:shortly|just|soon) after\s+$", re.IGNORECASE), (0, SHORTLY)),
    (re.compile(r"\b(?:shortly before|just before|nearly|almost)\s+$", re.IGNORECASE), (-SHORTLY, 0)),
    (re.compile(r"\b(?:about|around|roughly|approximately)\s+$", re.IGNORECASE), (-ABOUT, ABOUT)),
    (re.compile(r"\b(?:by|before)\s+$", re.IGNORECASE), (-inf, 0)),
    (re.compile(r"\b(?:after|since|past)\s+$", re.IGNORECASE), (0, inf)),
)


@dataclass(frozen=True)
class Clock:
    """A time in its sentence: `minutes` after midnight, and how much earlier and later it can have been.

    `place` is where the words stand that say what was then; `turn` is half a day where 9:30 may be of either half.
    """

    telling: Telling
    span: Span
    place: Span
    minutes: int
    earlier: float
    later: float
    turn: int

    @property
    def version(self) -> Version:
        value = f"{self.minutes // 60 % 24:02}:{self.minutes % 60:02}"
        return Version(self.telling, self.span, value, (self.minutes, self.earlier, self.later))

    @property
    def days(self) -> frozenset[str]:
        found = find_dates(self.telling.text)
        return frozenset(self.telling.text[one.start : one.end] for one in found if one.kind in {"day", "weekday"})


def differing_clocks(sentences: Sequence[Telling], alignments: Sequence[Alignment]) -> Iterator[Difference]:
    clocks = [clock for telling in sentences for clock in _clocks_in(telling)]
    if not clocks:
        return
    beside = shared_beside([(clock.telling, clock.place) for clock in clocks], in_clause=True)
    facts = [fact_of(clock.telling.passage(clock.span), alignments) for clock in clocks]

    def rank(a: int, b: int) -> int | None:
        weight = float(beside[a, b]) + ONE_FACT * (bool(facts[a]) and facts[a] == facts[b])
        well_matched = float(beside[a, b]) >= MOSTLY * min(float(beside[a, a]), float(beside[b, b]))
        if weight < ENOUGH or not well_matched or not _may_be_one(clocks[a], clocks[b]):
            return None
        return round(abs(_apart(clocks[a], clocks[b]))) - round(10 * weight)

    for slot in slots_of([(clock.telling.article.id, clock) for clock in clocks], rank):
        yield from _difference([clocks[place] for place in slot], alignments)


def _clocks_in(telling: Telling) -> Iterator[Clock]:
    named = [match.span() for match in _NAMED.finditer(telling.text)]
    told = {(one.start, one.end): one for one in find_dates(telling.text) if one.minutes is not None}
    for span in sorted([*named, *told]):
        words, before = telling.text[slice(*span)], telling.text[: span[0]]
        if _SPAN.search(before) or _SPAN_GOES_ON.match(telling.text, span[1]) or _ZONED.search(words):
            continue
        at = told[span].minutes if span in told else 0 if words.lower() == "midnight" else HALF_DAY
        yield _clock(telling, span, at or 0, is_whole=span in named or told[span].whole)


def _clock(telling: Telling, span: Span, minutes: int, *, is_whole: bool) -> Clock:
    cleft = _CLEFT.match(telling.text, span[1])
    place = (cleft.end(), cleft.end()) if cleft else span
    rounding = next(minutes_off for step, minutes_off in ROUNDED if minutes % step == 0)
    slack = next((edge for pattern, edge in _EDGES if pattern.search(telling.text[: span[0]])), (-rounding, rounding))
    on_24 = is_whole or minutes >= HALF_DAY + 60 or telling.text[span[0]] == "0"
    return Clock(telling, span, place, minutes, slack[0], slack[1], DAY if on_24 else HALF_DAY)


def _apart(one: Clock, other: Clock) -> int:
    """Minutes from one to the other, the short way round the dial."""
    turn = min(one.turn, other.turn)
    return (other.minutes - one.minutes + turn // 2) % turn - turn // 2


def _may_be_one(one: Clock, other: Clock) -> bool:
    same_day = not (one.days and other.days) or bool(one.days & other.days)
    return same_day and abs(_apart(one, other)) <= FURTHEST


def _contradict(one: Clock, other: Clock) -> bool:
    apart = _apart(one, other)
    return one.later < apart + other.earlier or apart + other.later < one.earlier


def _difference(clocks: Sequence[Clock], alignments: Sequence[Alignment]) -> Iterator[Difference]:
    versions = [clock.version for clock in clocks]
    fact = fact_of_all(versions, alignments)
    if any(_contradict(one, other) for one, other in combinations(clocks, 2)):
        yield write_down(fact, Kind.DATE, Verdict.CONFLICT, CONFLICT, versions)
    elif len({clock.minutes for clock in clocks}) > 1 and all(clock.earlier == -inf for clock in clocks):
        yield write_down(fact, Kind.DATE, Verdict.COMPATIBLE, BOTH_BY, versions)
