"""Find the figures of a story that count one thing, by what they count and by the words beside them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from math import log

import numpy as np
from numpy.typing import NDArray

from ...language.logistic import probability
from ...language.units import NO_UNIT, SPANS_OF_TIME, currencies, is_amount
from ...language.vectors import vectors_of
from ...language.words import word_form
from ...model import Alignment
from .beside import Floats, shared_beside
from .counted import COMMON, EVERYBODY, FATES, TOLLS, Counted, compare_counted, counted_in
from .counters import join_rival_counts
from .roles import EXPECTED, OLD, PART, SHARE, STEP, WHOLE
from .sureness import MOST_BESIDE, Pair, all_cues, pairs_of_two_reports
from .tellings import Telling, fact_of, slots_of

# What speaks for two figures counting one thing, in the weight of shared words beside them (see beside.py): a rare
# word is about three. Set by hand on invented stories; see docs/decisions/33-differences.md.
ENOUGH = 5.0
MAY_BE = 3.0  # enough to ask the table one_count.tsv, which knows the rivals of each pair as well
MAY_BE_ALONE = 2.0  # … and where no other figure counts such things
MAY_BE_A_RATE = 8.0  # … and where one is a rate, and the other may be
SURE = 0.68  # probability
SURE_ALONE = 0.75
SURE_OF_SUMS = 0.9
SURE_IN_ONE_FACT = 0.5  # what is shown as agreed may hide no contradiction
SAME_UNIT = 2.0  # both count boats
SAME_TOLL = 2.0  # both count the dead
LEDE = 2.0  # … of the report's own event
ONLY_ONE = 1.5  # no other figure of the kind in either report
ONE_FACT = 2.0  # their claims were aligned
NEAR_SIZE, CLOSE_SIZE = 1.5, 3.5  # within half as much; within a tenth, where the number is a large one
SAME_YEAR, OTHER_YEAR = 1.5, -4.0
OTHER_KIND = -3.0  # electric cars, petrol cars
FAR_SIZE, VERY_FAR = -3.0, -8.0
PASSING_TIME = -2.0
SAME_WAY, OTHER_WAY = 2.0, -5.0  # both fell; one fell and one rose
SAME_RATE = 1.5  # both are a year
OTHER_FACT = -3.0  # their claims were aligned with others: of sums, shares and spans reports are full
OTHER_ROLE = -2.0
SAME_LEVEL = 3.0  # both have changed from 39
VAGUE = -3.0  # several hundred, dozens: they differ from much and contradict little
WITHIN, HALF_MORE, DOUBLE, FIVEFOLD = 1.11, 1.5, 2.0, 5.0
LARGE = 100.0  # steps of what it is given to: 212, 34.2
SURELY = 2.5
SAME_LETTERS = 4
LEAST_BESIDE = 1.0  # a figure of the same kind and size alone is no sign of one thing
ALIKE = 0.5  # cosine from which two nouns name one kind of thing: homes and households, jobs and posts
TAKEN = frozenset({"arrested", "rescued", "treated"})  # said of some; who says nothing of it counts others
A_PERSON = 0.3  # cosine with `people`: workers, passengers, children
FURTHEST = 20.0  # times as much
MOST_DIGITS = 4
FEW, FEW_BESIDE = 10.0, 3.8  # two men and four men are met in any report: that they are the same takes more
LEDE_BLOCKS = 3


def figures_of_one_thing(sentences: Sequence[Telling], alignments: Sequence[Alignment]) -> list[list[Counted]]:
    """Groups of figures that count one thing, one of each report at most; among them those that are all the same."""
    counts = list(counted_in(sentences))
    if not counts:
        return []
    opening = _openers(counts)
    counts = [
        replace(count, tells_all=place in opening and count.figure.state == "dead")
        for place, count in enumerate(counts)
    ]
    evidence = Evidence(counts, alignments)
    owned = [(count.telling.article.id, count) for count in counts]
    slots = [[counts[place] for place in slot] for slot in slots_of(owned, evidence.rank, evidence.rivals)]
    return join_rival_counts(slots, counts, evidence.comparable)


class Evidence:
    """How surely two figures of a story count one thing."""

    def __init__(self, counts: Sequence[Counted], alignments: Sequence[Alignment]) -> None:
        self.counts = counts
        self.places = [count.place for count in counts]
        self.beside = shared_beside(self.places)
        self.facts = [fact_of(count.passage, alignments) for count in counts]
        self.of_kind = defaultdict(list)
        for place, count in enumerate(counts):
            self.of_kind[count.telling.article.id, count.unit].append(place)
        self.verdicts: dict[Pair, str] = {}
        self.left: dict[tuple[str, str, str, str], list[int]] = {}
        self.units = _likeness_of([count.unit for count in counts])
        self.openers = _openers(counts)
        self.opening_amounts = _opening_amounts(counts)

    def rank(self, a: int, b: int) -> int | None:
        """For `slots_of`: the same value first, then the surest; None where one thing is not surely meant."""
        mine = self.counts[a]
        if self._compared(a, b) == "same":
            weight = self.weight(a, b)
            return -1000 - round(10 * weight) if weight >= self._least_shared(mine) else None
        sure = SURE_IN_ONE_FACT if self._in_one_fact(a, b) and self._compared(a, b) == "conflict" else SURE
        if (a, b) not in self.asked or self.sureness[a, b] < sure or not self._has_context(a, b):
            return None
        return -round(100 * float(self.sureness[a, b]))

    @cached_property
    def asked(self) -> frozenset[Pair]:
        """Figures of two reports that differ, and are near enough to ask the table."""
        return frozenset(pair for pair in self.rivals if self._is_near(*pair))

    @cached_property
    def rivals(self) -> tuple[Pair, ...]:
        """Figures of two reports that may be compared at all."""
        pairs = pairs_of_two_reports(self.places)
        return tuple(pair for pair in pairs if self.comparable(*pair) and self._compared(*pair) != "unrelated")

    def _is_near(self, a: int, b: int) -> bool:
        mine, theirs = self.counts[a], self.counts[b]
        if self._compared(a, b) == "same" or OLD in {mine.role, theirs.role}:
            return False
        enough = MAY_BE_ALONE if self._are_alone(a, b) else MAY_BE
        if bool(mine.rate) != bool(theirs.rate):  # 900 wait, 1,500 pass each day; 2,900 a month, 2,600 on average
            enough = MAY_BE_A_RATE
        return self.weight(a, b) >= enough

    @cached_property
    def sureness(self) -> Floats:
        """Probability that two figures count one thing, where they may be compared: shape (all, all)."""
        return probability(self.cues(), "one_count")

    def cues(self) -> dict[str, Floats]:
        """Each cue by name, shape (all, all); those of figures alone only where the table is asked."""
        done = shared_beside(self.places, in_clause=True, names=False)
        of_figures = {pair: self._figure_cues(*pair) for pair in self.asked}
        return all_cues(self.places, self.beside, done, self.rivals, of_figures)

    def _figure_cues(self, a: int, b: int) -> dict[str, float]:
        mine, theirs = self.counts[a], self.counts[b]
        low, high = sorted((mine.size, theirs.size))
        return {
            "size": log(min(high / low, FURTHEST)) if low > 0 else log(FURTHEST),
            "digits": max(_digits(count) for count in (mine, theirs)),
            "few": high <= FEW,
            "vague": not (mine.figure.grain and theirs.figure.grain),
            "conflict": self._compared(a, b) == "conflict",
            "amount": is_amount(mine.unit),
            "unit": float(self.units[a, b]),
            "unnamed": NO_UNIT in {mine.unit, theirs.unit},
            "toll": mine.figure.state == theirs.figure.state in FATES,
            "first": any(a in opening and b in opening for opening in (self.openers, self.opening_amounts)),
            "one_fact": self._in_one_fact(a, b),
            "only": self._is_left(a, theirs) and self._is_left(b, mine),
            "other_way": bool(mine.way and theirs.way) and mine.way != theirs.way,
            "rate": bool(mine.rate) and mine.rate == theirs.rate,
        }

    def _in_one_fact(self, a: int, b: int) -> bool:
        return bool(self.facts[a]) and self.facts[a] == self.facts[b]

    def _least_shared(self, count: Counted) -> float:
        """Three of this and three of that are met by chance; 14,200 is not."""
        return 0.0 if _is_large(count) else ENOUGH if count.size <= FEW else ENOUGH - CLOSE_SIZE

    def _is_surely_beside(self, a: int, b: int) -> bool:
        """1.2 million marchers, more than 1 million people: what is counted is named otherwise."""
        return bool(self.beside[a, b] >= SURELY) and _by_size(self.counts[a], self.counts[b]) >= 0

    def _has_context(self, a: int, b: int) -> bool:
        mine, theirs = self.counts[a], self.counts[b]
        close = _by_size(mine, theirs) == CLOSE_SIZE or _changed_alike(mine, theirs)
        few = max(mine.size, theirs.size) <= FEW and not is_amount(mine.unit) and not self._in_one_fact(a, b)
        alone = self._are_alone(a, b) and bool(self.sureness[a, b] >= SURE_ALONE)
        alone |= self._are_the_only_sums(a, b) and bool(self.sureness[a, b] >= SURE_OF_SUMS)
        enough = alone or bool(self.beside[a, b] >= (FEW_BESIDE if few else LEAST_BESIDE))
        return close or any(a in opening and b in opening for opening in (self.openers, self.opening_amounts)) or enough

    def _are_alone(self, a: int, b: int) -> bool:
        """Whether each is the only figure of its report that counts its noun, the same in both: two helicopters, three
        helicopters."""
        counts = self.counts[a], self.counts[b]
        unit = counts[0].unit
        if unit != counts[1].unit or unit in COMMON | EVERYBODY | SPANS_OF_TIME or unit in currencies().values():
            return False
        states = {count.figure.state for count in counts}
        if len(states) > 1 and states & TOLLS:
            return False  # the dead, and those brought to safety
        if _by_size(*counts) == VERY_FAR:
            return False  # a ruling of 94 pages, and a dissent of eleven
        return all(not count.role and len(self.of_kind[count.telling.article.id, unit]) == 1 for count in counts)

    def _are_the_only_sums(self, a: int, b: int) -> bool:
        """`The damage is put at 25 million pounds`, `estimated its loss at 30 million pounds`: no other sum is told."""
        mine, theirs = self.counts[a], self.counts[b]
        money = mine.unit == theirs.unit and mine.unit in currencies().values() and _by_size(mine, theirs) > 0
        return money and self._is_left(a, theirs) and self._is_left(b, mine)

    def comparable(self, a: int, b: int) -> bool:
        mine, theirs = self.counts[a], self.counts[b]
        states = {mine.figure.state, theirs.figure.state} & FATES
        if mine.figure.ordinal != theirs.figure.ordinal or not _roles_agree(mine, theirs):
            return False
        if mine.figure.state != theirs.figure.state and states & TAKEN:
            return False
        if len(states) > 1 or _of_other_years(mine, theirs, toll=bool(states)):
            return False
        if states and mine.months and theirs.months and not mine.months & theirs.months:
            return False  # the dead of February are not those of September
        if mine.rate and theirs.rate and mine.rate != theirs.rate:
            return False  # 28 a month, 340 a year
        if mine.unit == theirs.unit:
            return True
        if is_amount(mine.unit) or is_amount(theirs.unit):
            return False
        if NO_UNIT in {mine.unit, theirs.unit}:
            everybody = {mine.unit, theirs.unit} <= EVERYBODY | {NO_UNIT}
            one_state = mine.figure.state == theirs.figure.state and self._is_surely_beside(a, b)
            return not states or everybody or one_state  # 17 officers, `corrected to 14`
        if self.units[a, b] >= ALIKE or _spelt_alike(mine.unit, theirs.unit):
            return True
        if "people" in {mine.unit, theirs.unit} and (self.units[a, b] >= A_PERSON or self._is_surely_beside(a, b)):
            return True  # more than 20,000 people, 21,000 employees
        return mine.figure.state == theirs.figure.state in FATES and bool({mine.unit, theirs.unit} & EVERYBODY)

    def _compared(self, a: int, b: int) -> str:
        """same, compatible, conflict or unrelated; each pair is asked after many times."""
        pair = (min(a, b), max(a, b))
        if pair not in self.verdicts:
            self.verdicts[pair] = compare_counted(self.counts[pair[0]], self.counts[pair[1]]).verdict
        return self.verdicts[pair]

    def _is_left(self, place: int, other: Counted) -> bool:
        """No further figure of the kind stands in its report, when those that the other report gives too are set
        aside."""
        article, unit = self.counts[place].telling.article.id, self.counts[place].unit
        key = (article, unit, other.telling.article.id, other.unit)
        if key not in self.left:
            answers = self.of_kind[other.telling.article.id, other.unit]
            mine = [
                at for at in self.of_kind[article, unit] if self.counts[at].role not in {OLD, PART, WHOLE, EXPECTED}
            ]
            self.left[key] = [at for at in mine if not any(self._compared(at, answer) == "same" for answer in answers)]
        return all(at == place for at in self.left[key])

    def weight(self, a: int, b: int) -> float:
        mine, theirs = self.counts[a], self.counts[b]
        weight = min(float(self.beside[a, b]), MOST_BESIDE) + _by_size(mine, theirs)
        weight += SAME_UNIT * (mine.unit not in COMMON and theirs.unit not in COMMON and mine.unit not in SPANS_OF_TIME)
        weight += SAME_TOLL * (mine.figure.state == theirs.figure.state and mine.figure.state in FATES)
        weight += LEDE * any(a in opening and b in opening for opening in (self.openers, self.opening_amounts))
        if self.facts[a] and self.facts[b]:
            amount = is_amount(mine.unit) or mine.unit in SPANS_OF_TIME
            weight += ONE_FACT if self.facts[a] == self.facts[b] else OTHER_FACT * amount
        weight += ONLY_ONE * (self._is_left(a, theirs) and self._is_left(b, mine))
        weight += PASSING_TIME * (mine.unit in SPANS_OF_TIME)
        weight += SAME_LEVEL * _changed_alike(mine, theirs)
        weight += OTHER_ROLE * (mine.role != theirs.role)
        if is_amount(mine.unit) and mine.way and theirs.way:
            weight += SAME_WAY if mine.way == theirs.way else OTHER_WAY
        weight += SAME_RATE * (bool(mine.rate) and mine.rate == theirs.rate)
        weight += VAGUE * (not (mine.figure.grain and theirs.figure.grain))
        weight += OTHER_KIND * _other_kind(mine, theirs)
        if mine.years or theirs.years:
            weight += SAME_YEAR if mine.years & theirs.years else OTHER_YEAR
        return weight


def _digits(count: Counted) -> int:
    """Of 13.6 three, of 350,000 two: the more a figure has, the less it is met by chance."""
    written = re.sub(r"\D", "", count.telling.text[slice(*count.figure.number)])
    return min(len(written.strip("0")), MOST_DIGITS)


def _spelt_alike(unit: str, other: str) -> bool:
    """Packs and packets."""
    return min(len(unit), len(other)) >= SAME_LETTERS and unit[:SAME_LETTERS] == other[:SAME_LETTERS]


def _of_other_years(mine: Counted, theirs: Counted, *, toll: bool) -> bool:
    """The dead of 1978 and those of the report's own year, where that is known."""
    if mine.years and theirs.years:
        return not mine.years & theirs.years
    return toll and any(count.years and count.telling.day for count in (mine, theirs))


def _by_size(mine: Counted, theirs: Counted) -> float:
    low, high = sorted((mine.size, theirs.size))
    large = any(_is_large(count) for count in (mine, theirs)) and low * 10 >= LARGE
    if high <= WITHIN * low:
        return CLOSE_SIZE if large else NEAR_SIZE
    if high <= HALF_MORE * low:
        return NEAR_SIZE if large else NEAR_SIZE / 2
    return 0.0 if high <= DOUBLE * low else FAR_SIZE if high <= FIVEFOLD * low else VERY_FAR


def _is_large(count: Counted) -> bool:
    return count.size >= LARGE or (0 < count.figure.grain < 1 and count.size / count.figure.grain >= LARGE)


def _roles_agree(mine: Counted, theirs: Counted) -> bool:
    """A part and a whole are two things; a step may be told as a level (`savings of`, `cut costs by`)."""
    return mine.role == theirs.role or {mine.role, theirs.role} in ({"", STEP}, {"", SHARE}, {"", WHOLE})


def _changed_alike(mine: Counted, theirs: Counted) -> bool:
    levels = (mine.risen_from, theirs.risen_from)
    return all(levels) and len({(level.low, level.high) for level in levels if level}) == 1


def _other_kind(mine: Counted, theirs: Counted) -> bool:
    here, there = (set(count.figure.modifiers) for count in (mine, theirs))
    return bool(here and there and not here & there)


def _likeness_of(units: Sequence[str]) -> NDArray[np.float32]:
    """Cosine of the nouns counted: shape (all, all)."""
    directions = vectors_of([word_form(unit) if unit else " " for unit in units])
    likeness: NDArray[np.float32] = directions @ directions.T
    return likeness


def _openers(counts: Sequence[Counted]) -> frozenset[int]:
    """The first count of the dead, the injured, … in the first paragraphs of each report: those of its own event."""
    first: dict[tuple[str, str], int] = {}
    for place, count in enumerate(counts):
        opening = {block.passage for block in count.telling.article.body[:LEDE_BLOCKS]}
        inside = any(block.contains(count.passage) for block in opening)
        if inside and count.figure.state in FATES and not count.years and count.role != PART:
            first.setdefault((count.telling.article.id, count.figure.state), place)
    return frozenset(first.values())


def _opening_amounts(counts: Sequence[Counted]) -> frozenset[int]:
    """The first sum of money of each report, where it stands in its first paragraphs: what the story is about."""
    money = frozenset(currencies().values())
    first: dict[tuple[str, str], int] = {}
    for place, count in enumerate(counts):
        inside = any(block.passage.contains(count.passage) for block in count.telling.article.body[:LEDE_BLOCKS])
        if inside and count.unit in money and not count.role:
            first.setdefault((count.telling.article.id, count.unit), place)
    return frozenset(first.values())
