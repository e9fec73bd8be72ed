"""Dates: the days of one thing, found by the words beside them. What can be the same days is compatible."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import combinations, pairwise
from math import log1p

from ...language.calendar_days import When, compare_dates, resolve
from ...language.dates import WEEKDAYS, DateMention, find_dates
from ...language.figures import find_figures
from ...language.lexicons import table, words
from ...language.logistic import probability
from ...language.scan import scan
from ...language.units import SPANS_OF_TIME
from ...language.words import compare_form, tokens
from ...model import Alignment, Difference, Kind, Verdict
from ...remember import between_builds
from .beside import Floats, clause_around, shared_beside
from .sureness import Pair, all_cues, pairs_of_two_reports, touching
from .tellings import Telling, Version, fact_of, fact_of_all, slots_of, superseded
from .written import write_down

UNPLACED = frozenset({"clock", "offset"})  # counted from something that the words themselves do not give
FINE, MIDDLE, COARSE = 0, 1, 2
GRAINS = {
    "day": FINE,
    "weekday": FINE,
    "today": FINE,
    "feast": FINE,
    "month": MIDDLE,
    "quarter": MIDDLE,
    "season": MIDDLE,
}
RELATIVE_GRAINS = {"week": MIDDLE, "weekend": FINE, "month": MIDDLE}
# The day of the report is not always known; "next month" and "early next year" then hold together if any month does.
ANY_REPORT_DAY = tuple(date(2001, month, 15) for month in range(1, 13))
WEEK = timedelta(days=7)
SEASON = timedelta(days=92)
NEWS_DAYS = timedelta(days=1)  # a report tells of its own day and the one before

# What speaks for two dates being of one thing, in the weight of shared words beside them (see beside.py).
MAY_BE = 3.0  # enough to ask the table one_date.tsv, which knows the rivals of each pair as well
SURE = 0.5  # probability
SURE_OF_AN_ACT = 0.15  # … and founded, bought or closed a thing is once
SURE_OF_AN_END = 0.35  # few things are told to last until a day
WORDS_TO_AN_END = 2  # `until the end of March`
HALF = 0.5  # of the dates of two slots match
SAME_DAYS = 3.0  # enough where the days are the same
MOST_BESIDE = 9.0
LEAST_DONE = 2.0  # … of words that are no names, for a contradiction: at one hospital many things are done
ONE_FACT = 2.0
SHARED_FIGURE = 3.0  # both sentences give the same number of something
PAST_AND_FUTURE = -4.0
BOTH_AHEAD = 1.5  # few things are to come, and many have been
OTHER_EDGE = -3.0  # `closed since Sunday`, `closed on Sunday`
TELLING_FIGURE = 10.0
IN_ONE_FACT = -1000  # rank: of two reports `next month` is the same month, and may be of another thing

RANKS = {"same": 0, "compatible": 1, "conflict": 2, "later": 2}
RULES = {
    "compatible": "one is given more closely than the other, or both can mean the same days",
    "conflict": "no day is meant by both",
    "later": "reports of different days: the later one may know better, or tell of what has changed",
}
NO_YEAR = "no year is meant by both"


@dataclass(frozen=True)
class Dating:
    """A date in its sentence."""

    telling: Telling
    mention: DateMention

    @property
    def span(self) -> tuple[int, int]:
        return self.mention.start, self.mention.end

    @property
    def words(self) -> str:
        return self.telling.text[slice(*self.span)]

    @cached_property
    def when(self) -> When | None:
        return resolve(self.mention, self.telling.day)

    @cached_property
    def on_any_day(self) -> tuple[When | None, ...]:
        """What it means in a report of each of ANY_REPORT_DAY."""
        return tuple(resolve(self.mention, day) for day in ANY_REPORT_DAY)

    @cached_property
    def grain(self) -> int:
        return GRAINS.get(self.mention.kind, RELATIVE_GRAINS.get(self.mention.unit or "", COARSE))

    @property
    def is_named(self) -> bool:
        """Whether month or year stand there, so that no report's day is needed."""
        return self.mention.kind in {"day", "feast", "month", "quarter", "season", "year", "decade"}

    @property
    def is_of_the_week(self) -> bool:
        """Thursday, today: told in the report's own week."""
        return self.mention.kind in {"weekday", "today"}

    @cached_property
    def is_a_further_step(self) -> bool:
        """`extended its recall on Thursday`: not the day on which it was ordered."""
        start, end = clause_around(self.telling.text, self.span) or (0, len(self.telling.text))
        return any(token.surface.lower() in words("further_steps") for token in tokens(self.telling.text[start:end]))

    @cached_property
    def edge(self) -> str:
        """since, after or before, where the date is no more than an end of the time meant."""
        before = self.telling.text[: self.mention.start].lower().split()[-1:]
        return before[0] if before and before[0] in {"since", "after", "before"} else ""

    @cached_property
    def acts(self) -> frozenset[str]:
        """What is told to have been done then, of what is done once: founded, bought, closed."""
        start, end = clause_around(self.telling.text, self.span) or (0, len(self.telling.text))
        found = [token.word for token in scan(self.telling.text[start:end])]
        told = {*found, *map("_".join, pairwise(found))}
        return frozenset(act for act, forms in table("acts") if told & set(forms.split()))

    @cached_property
    def things(self) -> frozenset[str]:
        """The words of the sentence that carry news, without what was done, by their forms."""
        done = frozenset(part for _, forms in table("acts") for form in forms.split() for part in form.split("_"))
        found = (token for token in tokens(self.telling.text) if not (token.is_empty or token.is_number))
        return frozenset(token.form for token in found if token.surface.lower() not in done)

    @cached_property
    def is_an_end(self) -> bool:
        """`closed until mid-April`"""
        before = [token.word for token in scan(self.telling.text[: self.mention.start])]
        return any(word in words("until") for word in before[-WORDS_TO_AN_END:])

    @cached_property
    def is_the_days_news(self) -> bool:
        """`on Wednesday` in Wednesday's report, or Thursday's."""
        day, when = self.telling.day, self.when
        return bool(day and when and when.start == when.end and day - NEWS_DAYS <= when.start <= day)

    @cached_property
    def lies_ahead(self) -> bool | None:
        """None where neither the report's day nor the words around tell."""
        if self.when and self.telling.day:
            return self.when.start > self.telling.day
        return True if self.mention.ahead else False if self.mention.behind else None

    @cached_property
    def figures(self) -> frozenset[tuple[float | None, float | None]]:
        found = find_figures(self.telling.text)
        counted = [figure for figure in found if not figure.ordinal and figure.unit not in SPANS_OF_TIME]
        return frozenset((f.low, f.high) for f in counted if (f.low or f.high or 0) >= TELLING_FIGURE)


def differing_dates(sentences: Sequence[Telling], alignments: Sequence[Alignment]) -> Iterator[Difference]:
    dates = list(dated_in(sentences))
    if not dates:
        return
    evidence = Evidence(dates, alignments)
    owned = [(dating.telling.article.id, dating) for dating in dates]
    for slot in slots_of(owned, evidence.rank, evidence.comparable, HALF):
        yield from differing_days([dates[place] for place in slot], alignments)


def dated_in(sentences: Sequence[Telling]) -> Iterator[Dating]:
    """Dates that say when; `tonight` in somebody's mouth was said on a day that may be another's."""
    for telling in sentences:
        yield from _dated(telling)


@between_builds
def _dated(telling: Telling) -> tuple[Dating, ...]:
    return tuple(_datings(telling))


def _datings(telling: Telling) -> Iterator[Dating]:
    for mention in find_dates(telling.text):
        spoken = mention.kind == "today" and telling.is_quoted(mention.start)
        only_now = mention.kind == "relative" and mention.when == "this" and not mention.part
        how_far = telling.stands_by(mention.start) and bool(find_figures(telling.text))
        if mention.kind not in UNPLACED and not (spoken or only_now or how_far) and not _is_stamp(telling, mention):
            yield Dating(telling, mention)


def _is_stamp(telling: Telling, mention: DateMention) -> bool:
    """`Sun, 15 Sep 2013 Two men have died`: the day of the page, printed before its first sentence."""
    opens = telling.claim.passage.start <= telling.article.body[0].passage.start
    before = [word.strip(",") for word in telling.text[: mention.start].split()]
    named = mention.year is not None and mention.day is not None
    return opens and named and all(word[:3].lower() in WEEKDAYS or not word.isalpha() for word in before)


class Evidence:
    """How surely two dates of a story are told of one thing."""

    def __init__(self, dates: Sequence[Dating], alignments: Sequence[Alignment]) -> None:
        self.dates = dates
        self.places = [(dating.telling, dating.span) for dating in dates]
        self.beside = shared_beside(self.places, in_clause=True)
        self.done = shared_beside(self.places, in_clause=True, names=False)
        self.facts = [fact_of(dating.telling.passage(dating.span), alignments) for dating in dates]
        self.verdicts: dict[Pair, str] = {}

    def rank(self, a: int, b: int) -> int | None:
        """For `slots_of`: those of one fact that can both hold first, of them and of the others the same days, then the
        surest; None where one thing is not surely meant."""
        in_one_fact = self.facts[a] and self.facts[a] == self.facts[b] and self.verdict(a, b) != "conflict"
        first = IN_ONE_FACT if in_one_fact else 0
        if self.verdict(a, b) == "same":
            weight = self.weight(a, b)
            return first - 100 - round(10 * weight) if weight >= SAME_DAYS else None
        if (a, b) not in self.asked or self.sureness[a, b] < self._least_sure(a, b):
            return None
        return first - round(100 * float(self.sureness[a, b]))

    def _least_sure(self, a: int, b: int) -> float:
        if self._tell_of_one_act(a, b):
            return SURE_OF_AN_ACT
        return SURE_OF_AN_END if self.dates[a].is_an_end and self.dates[b].is_an_end else SURE

    def _tell_of_one_act(self, a: int, b: int) -> bool:
        """The firm `was founded in 1998`, the firm `which she set up in 1996`."""
        mine, theirs = self.dates[a], self.dates[b]
        same = mine.is_named and theirs.is_named and mine.grain == theirs.grain and bool(mine.acts & theirs.acts)
        return same and bool(mine.things & theirs.things) and bool(self.beside[a, b] >= LEAST_DONE)

    @cached_property
    def asked(self) -> frozenset[Pair]:
        """Dates of two reports that differ, and are near enough to ask the table."""
        return frozenset(pair for pair in self.comparable if self._is_near(*pair))

    @cached_property
    def comparable(self) -> tuple[Pair, ...]:
        """Dates of two reports that may be compared at all; of one thing no report says Thursday and January."""
        pairs = pairs_of_two_reports(self.places)
        return tuple(pair for pair in pairs if self.verdict(*pair) in RANKS and not self._are_two_things(*pair))

    def _are_two_things(self, a: int, b: int) -> bool:
        mine, theirs = self.dates[a], self.dates[b]
        of_the_week = mine.is_of_the_week or theirs.is_of_the_week
        return of_the_week and mine.grain != theirs.grain and self.verdict(a, b) == "compatible"

    def _is_near(self, a: int, b: int) -> bool:
        mine, theirs, verdict, tied = self.dates[a], self.dates[b], self.verdict(a, b), self.is_tied(a, b)
        if verdict == "same":
            return False
        least = LEAST_DONE if self._tell_of_one_act(a, b) else MAY_BE
        if not _may_differ(mine, theirs, verdict, tied=tied) or self.weight(a, b) < least:
            return False
        if verdict == "compatible" and not tied and not (mine.lies_ahead and theirs.lies_ahead):
            return False  # of what lies behind a day and its month are told by every background
        if verdict == "compatible" and {mine.grain, theirs.grain} == {FINE} and not (mine.is_named and theirs.is_named):
            return False  # Saturday, today: nothing says that they are two days
        return verdict != "conflict" or tied or bool(self.done[a, b] >= LEAST_DONE) or self._tell_of_one_act(a, b)

    def is_tied(self, a: int, b: int) -> bool:
        """Whether more than the words says that one thing is meant."""
        shared = self.dates[a].figures & self.dates[b].figures
        return bool(shared) or bool(self.facts[a] and self.facts[a] == self.facts[b])

    @cached_property
    def sureness(self) -> Floats:
        """Probability that two dates are of one thing, where they may be compared: shape (all, all)."""
        return probability(self.cues(), "one_date")

    def cues(self) -> dict[str, Floats]:
        """Each cue by name, shape (all, all); those of dates alone only where the table is asked."""
        of_dates = {pair: self._date_cues(*pair) for pair in self.asked}
        found = all_cues(self.places, self.beside, self.done, self.comparable, of_dates)
        return found | {"touching": touching(self.places)}

    def _date_cues(self, a: int, b: int) -> dict[str, float]:
        mine, theirs = self.dates[a], self.dates[b]
        ways = {mine.lies_ahead, theirs.lies_ahead}
        days = abs((mine.when.start - theirs.when.start).days) if mine.when and theirs.when else 0
        return {
            "conflict": self.verdict(a, b) == "conflict",
            "tied": self.is_tied(a, b),
            "days": log1p(days),
            "grain": abs(mine.grain - theirs.grain),
            "fine": {mine.grain, theirs.grain} == {FINE},
            "named": mine.is_named + theirs.is_named,
            "other_edge": mine.edge != theirs.edge,
            "past_and_future": ways == {True, False},
            "ahead": ways == {True},
            "news": mine.is_the_days_news + theirs.is_the_days_news,
        }

    def verdict(self, a: int, b: int) -> str:
        """Each pair is asked after many times."""
        pair = (min(a, b), max(a, b))
        if pair not in self.verdicts:
            self.verdicts[pair] = compare_datings(self.dates[pair[0]], self.dates[pair[1]])
        return self.verdicts[pair]

    def weight(self, a: int, b: int) -> float:
        mine, theirs = self.dates[a], self.dates[b]
        weight = min(float(self.beside[a, b]), MOST_BESIDE)
        weight += ONE_FACT * (bool(self.facts[a]) and self.facts[a] == self.facts[b])
        weight += SHARED_FIGURE * bool(mine.figures & theirs.figures)
        weight += OTHER_EDGE * (mine.edge != theirs.edge and self.verdict(a, b) != "compatible")
        ways = {mine.lies_ahead, theirs.lies_ahead}
        weight += PAST_AND_FUTURE * (ways == {True, False})
        return weight + BOTH_AHEAD * (ways == {True} and mine.is_named and theirs.is_named)


def _may_differ(mine: Dating, theirs: Dating, verdict: str, *, tied: bool) -> bool:
    """A day and a year date different things more often than one; and each report tells of its own day."""
    news = mine.is_the_days_news, theirs.is_the_days_news
    if all(news) and mine.telling.day != theirs.telling.day:
        return False
    if {"ago", "decade"} & {mine.mention.kind, theirs.mention.kind}:
        return False
    if verdict == "conflict" and (
        _far_apart(mine, theirs) or any(news) or mine.is_a_further_step != theirs.is_a_further_step
    ):
        return False
    if verdict == "conflict" and mine.grain != theirs.grain:
        return tied and mine.is_named and theirs.is_named and COARSE not in {mine.grain, theirs.grain}
    return abs(mine.grain - theirs.grain) < 2


def _far_apart(mine: Dating, theirs: Dating) -> bool:
    """Days and months that lie a season apart are of two things."""
    if COARSE in {mine.grain, theirs.grain} or not (mine.when and theirs.when):
        return False
    return abs(mine.when.start - theirs.when.start) > SEASON


def compare_datings(mine: Dating, theirs: Dating) -> str:
    """same, compatible, conflict or unknown. The same year in other terms (`2026`, `next year`) is compatible where
    it is still to come: only who counts from the report's day sees that it is."""
    if mine.mention.weekday is not None and _one_weekday(mine, theirs):
        return "same"
    if mine.when and theirs.when:
        verdict = compare_dates(mine.when, theirs.when)[0]
        ahead = mine.lies_ahead and theirs.lies_ahead and {mine.grain, theirs.grain} == {COARSE}
        if verdict == "same" and ahead and mine.is_named != theirs.is_named:
            return "compatible"
        return _unless_inside(mine, theirs, verdict)
    if mine.when or theirs.when:
        return _by_name(mine.mention, theirs.mention)
    return _unless_inside(mine, theirs, _on_any_day(mine, theirs))


def _by_name(mine: DateMention, theirs: DateMention) -> str:
    """`in March` and `March 11`, where the year of one is not known: no more than that they may be one is."""
    if mine.month is None or mine.month != theirs.month or (mine.year and theirs.year and mine.year != theirs.year):
        return "unknown"
    if mine.day == theirs.day:
        return "same"
    return "unknown" if mine.day and theirs.day else "compatible"


def _one_weekday(mine: Dating, theirs: Dating) -> bool:
    """`Wednesday` in two reports of one week: of two bare weekdays only the words around know which of two is meant."""
    kinds = {mine.mention.kind, theirs.mention.kind}
    near = not (mine.telling.day and theirs.telling.day) or abs(mine.telling.day - theirs.telling.day) < WEEK
    return kinds == {"weekday"} and mine.mention.weekday == theirs.mention.weekday and near


def _unless_inside(mine: Dating, theirs: Dating, verdict: str) -> str:
    """2022 and May 2022, Tuesday and Tuesday morning: no difference to show."""
    one, other = (set(compare_form(dating.words).split()) for dating in (mine, theirs))
    if {mine.grain, theirs.grain} == {FINE, MIDDLE} and mine.is_named and theirs.is_named:
        return verdict  # in March, on March 11
    return "same" if verdict == "compatible" and (one <= other or other <= one) else verdict


def _on_any_day(a: Dating, b: Dating) -> str:
    """Whether the two can mean the same days when both reports are of one day, whichever that is."""
    if {a.mention.kind, b.mention.kind} == {"weekday", "day"}:
        return "unknown"  # Thursday, and the tenth of November of some year
    placed = zip(a.on_any_day, b.on_any_day, strict=True)
    verdicts = {compare_dates(first, second)[0] for first, second in placed if first and second}
    if verdicts == {"same"}:
        return "same"
    return "compatible" if not verdicts or verdicts & {"same", "compatible"} else "conflict"


def differing_days(dates: Sequence[Dating], alignments: Sequence[Alignment]) -> Iterator[Difference]:
    """The difference between dates of one thing, where they do not mean the same days."""
    verdicts = {compare_datings(a, b) for a, b in combinations(dates, 2)}
    worst = max(verdicts, key=lambda verdict: RANKS.get(verdict, 0))
    versions = [_version(dating) for dating in dates]
    if worst == "conflict" and all(superseded(a.telling, b.telling) for a, b in _conflicts(dates)):
        worst = "later"
    if len({version.key for version in versions}) > 1 and RANKS.get(worst, 0):
        verdict = Verdict.CONFLICT if worst == "conflict" else Verdict.COMPATIBLE
        yield write_down(fact_of_all(versions, alignments), Kind.DATE, verdict, _rule(worst, dates), versions)


def _rule(worst: str, dates: Sequence[Dating]) -> str:
    of_years = worst == "conflict" and {dating.mention.kind for dating in dates} == {"year"}
    return NO_YEAR if of_years else RULES[worst]


def _conflicts(dates: Sequence[Dating]) -> Iterator[tuple[Dating, Dating]]:
    return ((a, b) for a, b in combinations(dates, 2) if compare_datings(a, b) == "conflict")


def _version(dating: Dating) -> Version:
    when = dating.when
    other_terms = (dating.is_named, dating.grain) if dating.grain else ()
    key = (when.start, when.end, other_terms) if when else compare_form(dating.words)
    return Version(dating.telling, dating.span, when.iso if when else dating.words, key)
