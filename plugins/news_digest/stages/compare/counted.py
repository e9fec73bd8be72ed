"""The figures of a story as they may be compared: what each counts, and how surely two count the same thing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import pairwise
from math import log10

from ...language.calendar_days import resolve
from ...language.certainty import same_side
from ...language.dates import DateMention, find_dates
from ...language.figures import Comparison, Figure, compare_figures, find_figures
from ...language.grammar import tag_words
from ...language.lexicons import words
from ...language.scan import scan
from ...language.units import NO_UNIT, SPANS_OF_TIME, measures
from ...model import Passage
from ...remember import between_builds
from .roles import between, is_share, level_before, role_of, sum_of_list
from .tellings import Span, Telling

TOLLS = frozenset(
    {"dead", "injured", "missing", "rescued", "displaced", "arrested", "treated"}
)  # counted while it goes on
FATES = TOLLS | {"gathered"}  # what is said to have become of those counted, or what they came to do
BALLOTS = frozenset({"vote", "ballot", "precinct"})
COMMON = frozenset({NO_UNIT, "people", "percent", "point", "usd", "eur", "gbp", "metre", "kilogram"})
PLAIN_BOUNDS = frozenset({"", "near", "exact", "most"})  # up to 45 cents, 45 cents: no difference to show
WAY_REACH = 3  # words before a figure
HOURS = 24  # a bare number up to this may be one of the clock
MAGNITUDE = "magnitude"  # the unit of `a magnitude 6.1 earthquake`
QUAKES = frozenset({"earthquake", "quake", "temblor", "tremor"})
BEFORE = 12  # characters
PLACES = 4  # decimals: ten minutes are .166667 hours
BESIDE = 5  # characters: `4,100 in 1998`; one more for `in 2009 with 1.8 billion`
EVERYBODY = frozenset({"people", "victim", "body"})  # `passenger`, `worker`, `child` are some of them
PEOPLE, MEMBER, WORKER = "people", "member", "worker"
EMPLOYING_REACH = 2  # words after what is counted: `who work`, `still work`
SOME_OF_THEM = "one counts some of those that the other counts"
CONVERTED = "one is the other in another measure"

_SO_FAR = re.compile(
    r"\b(?:so far|by now|still|currently|as of|until now|since|counted|tallied|by (?:noon|midnight))\b", re.IGNORECASE
)
_PARTIAL = re.compile(
    r"\b[Ww]ith (?:all but|about|nearly|almost|some|\d)[^.,;]*\b(?:counted|tallied|reported|in)\b|% of[^.;]* tallied"
)
_EACH = r"(?:an?|per|each|every)(?: \w+ and)? (hour|day|week|month|year)\b(?! (?:ago|earlier|before|later|after))"
_RATE = re.compile(rf"\s*(?:{_EACH}|(annual|year|month|dai|week)ly\b)")
_RATE_BEFORE = re.compile(r"\b[Ee](?:ach|very) (hour|day|week|month|year)\b[^,.;\d]*$")
_RATE_LATER = re.compile(r"[^,.;\d]*?\b(?:(?:each|every) (hour|day|week|month|year)\b|(dai|week|month)ly[,.;]?$)")
_AT = re.compile(r"\b(?:at|until|till|before|after|since)\s+$")
_NOT_ABOVE = re.compile(r"(?:\bnot|n['’]t|\bnever) (?:\w+ )?(?:rise|exceed|increase|grow|go up|go|raise)\b[^.,;]*$")
_SLASH_AFTER, _SLASH_BEFORE = re.compile(r"\s?/\s?\d"), re.compile(r"\d\s?/\s?$")
_WINDOW = re.compile(r"\b(?:first|last|past|previous|prior|next|coming|final|recent)\s$")
_RESTATED = re.compile(r"[^().]*\(\s*$")


@dataclass(frozen=True)
class Counted:
    """A figure in its sentence.

    `role` is old for the level from which something rose or fell, step for how far it did, part for some of a whole
    (`three of them`), share and whole for the two of `98 of the 180 seats`, expected for what forecasters had said,
    mean for an average, else empty. `risen_from` is the old level
    beside a new one, `sum_of_list` what `198 passengers and 14 crew` make together. `tells_all` is True for the dead
    with whom a report opens.
    """

    telling: Telling
    figure: Figure
    unit: str
    role: str = ""
    risen_from: Figure | None = None
    sum_of_list: float | None = None
    tells_all: bool = False

    @property
    def place(self) -> tuple[Telling, Span]:
        return self.telling, (self.figure.start, self.figure.end)

    @property
    def passage(self) -> Passage:
        return self.telling.passage(self.figure.number)

    @property
    def words(self) -> str:
        return self.telling.text[self.figure.start : self.figure.end]

    @cached_property
    def rate(self) -> str:
        """year, month … of `$150 million a year`, empty where it is no rate."""
        text, end = self.telling.text, self.figure.end
        match = _RATE.match(text, end) or _RATE_LATER.match(text, end) or _RATE_BEFORE.search(text[: self.figure.start])
        named = next(filter(None, match.groups()), "") if match else ""
        return {"annual": "year", "dai": "day"}.get(named, named)

    @cached_property
    def way(self) -> str:
        """up or down, where a word beside the figure says so of it: `fell 5 percent`, `23 percent higher`."""
        found = scan(self.telling.text)
        before = [token.word for token in found if token.end <= self.figure.start][-WAY_REACH:]
        after = [token.word for token in found if token.start >= self.figure.end][:1]
        ways = [way for word in (*reversed(before), *after) for way in ("up", "down") if same_side(word, way)]
        return ways[0] if ways else ""

    @cached_property
    def bare(self) -> Figure:
        """The figure without what it counts, for comparing values alone; `not rise by more than 10%` is at most 10%."""
        figure = replace(self.figure, unit="", modifiers=(), ordinal=False)
        if figure.bound != "over" or not _NOT_ABOVE.search(self.telling.text[: figure.start]):
            return figure
        return replace(figure, low=None, high=figure.low, bound="most")

    @cached_property
    def size(self) -> float:
        ends = [end for end in (self.figure.low, self.figure.high) if end is not None]
        return sum(ends) / len(ends)

    @cached_property
    def years(self) -> frozenset[int]:
        """Past years that the sentence names: the dead of 1978 are not those of today. What counts no dead may stand
        beside a year that is of something else."""
        dates = find_dates(self.telling.text)
        after, before = self.figure.end, self.figure.start
        beside = [one for one in dates if 0 <= one.start - after <= BESIDE or 0 <= before - one.end <= BESIDE + 1]
        found = (mention.year or mention.decade for mention in (dates if self.figure.state in TOLLS else beside))
        return frozenset(year for year in found if year and not (self.telling.day and year >= self.telling.day.year))

    @cached_property
    def months(self) -> frozenset[int]:
        """The months that the sentence names."""
        return frozenset(mention.month for mention in find_dates(self.telling.text) if mention.month)

    @cached_property
    def day_named(self) -> DateMention | None:
        """The day that the sentence itself gives the count, None where it names none."""
        return min(self._days(), key=lambda mention: abs(mention.start - self.figure.start), default=None)

    @property
    def day(self) -> date | None:
        when = resolve(self.day_named, self.telling.day) if self.day_named else None
        return when.start if when and when.start == when.end else None

    def _days(self) -> list[DateMention]:
        found = find_dates(self.telling.text)
        stands = self.telling.stands_by
        found = tuple(replace(mention, ahead=False) if stands(mention.start) else mention for mention in found)
        days = [mention for mention in found if mention.kind in {"day", "weekday", "today"} and not mention.ahead]
        text = self.telling.text
        named = [mention for mention in days if not text[: mention.start].lower().endswith("since ")]
        return [mention for mention in named if text[mention.end : mention.end + 2] not in {"’s", "'s"}]

    @property
    def is_partial(self) -> bool:
        """`with 97 percent of ballots counted`"""
        return bool(_PARTIAL.search(self.telling.text))

    @property
    def runs(self) -> bool:
        """Whether it is counted while it goes on: the dead, votes that are being counted, what is so `by now`."""
        if self.figure.state in TOLLS or self.unit in BALLOTS or _SO_FAR.search(self.telling.text):
            return True
        return any(self.telling.stands_by(mention.start) for mention in find_dates(self.telling.text))


def counted_in(sentences: Sequence[Telling]) -> Iterator[Counted]:
    """Every figure that says how much or how many; ages, dates and what repeats a figure in another measure do not."""
    for telling in sentences:
        yield from _counted(telling)


@between_builds
def _counted(telling: Telling) -> tuple[Counted, ...]:
    return tuple(_counts(telling))


def _counts(telling: Telling) -> Iterator[Counted]:
    figures = find_figures(telling.text)
    units = _units(telling.text, figures)
    for place, figure in enumerate(figures):
        restated = place and _RESTATED.match(telling.text[figures[place - 1].end : figure.start])
        named = _dates(telling.text, figure) or _labels(telling.text, figure) or _is_window(telling.text, figure)
        named = named or _is_slashed(telling.text, figure)
        if not restated and figure.unit not in {"age", "time", "times"} and not named:
            role = role_of(telling.text, figures, place)
            risen_from = level_before(telling.text, figures, place)
            yield Counted(telling, figure, units[place], role, risen_from, sum_of_list(telling.text, figures, place))


def _dates(text: str, figure: Figure) -> bool:
    """`two days earlier` says when."""
    return any(mention.start <= figure.start < mention.end for mention in find_dates(text))


def _is_strength(figure: Figure) -> bool:
    """`a 6.1 earthquake` is no number of earthquakes."""
    return figure.unit in QUAKES and figure.grain < 1


def _is_slashed(text: str, figure: Figure) -> bool:
    """`14 / 09 / 2013`, as some pages print a day."""
    start, end = figure.number
    return bool(_SLASH_AFTER.match(text, end) or _SLASH_BEFORE.search(text[max(0, start - BEFORE) : start]))


def _is_window(text: str, figure: Figure) -> bool:
    """`his first 100 days`, `the average of the previous three months`: a time in which something is told."""
    return figure.unit in SPANS_OF_TIME and bool(_WINDOW.search(text[max(0, figure.start - BEFORE) : figure.start]))


def _labels(text: str, figure: Figure) -> bool:
    """`Kestrel 2`, `engine four`, `opened at 10`: a number that counts nothing."""
    if figure.unit or figure.grain != 1 or (figure.high or 0) > HOURS:
        return False
    before = tag_words(text[: figure.start])
    return bool(_AT.search(text[: figure.start])) or bool(before and before[-1].tag in {"n", "p"})


def _units(text: str, figures: Sequence[Figure]) -> list[str]:
    """`from 39 to 37 hours`, `from 39 hours to 36`: what one counts the other does too."""
    units = [figure.unit for figure in figures]
    for place, (first, second) in enumerate(pairwise(figures)):
        if between(text, first, second) in {"to", "from"} or is_share(text, first, second):
            units[place] = units[place] or units[place + 1]
            units[place + 1] = units[place + 1] or units[place]
    units = [MAGNITUDE if _is_strength(figure) else unit for unit, figure in zip(units, figures, strict=True)]
    units = [WORKER if _are_employed(text, figure) else unit for unit, figure in zip(units, figures, strict=True)]
    return [unit or _subject_unit(text, figure) for unit, figure in zip(units, figures, strict=True)]


def _are_employed(text: str, figure: Figure) -> bool:
    """`employs 120 people`, `some 120 people work there`, `five members of staff`; not `told to work from home`."""
    if figure.unit not in {PEOPLE, MEMBER} or figure.state:
        return False
    found = scan(text)
    before = [token.word for token in found if token.end <= figure.start and token.word != "a"][-1:]  # emplea a 160
    after = [token.word for token in found if token.start >= figure.end][:EMPLOYING_REACH]
    return any(word in words("employing") for word in (*before, *after)) and "to" not in after


def _subject_unit(text: str, figure: Figure) -> str:
    """`hours will fall from 39 to 37`."""
    before = scan(text[: figure.start])
    if not before or before[-1].word not in {"from", "to"}:
        return NO_UNIT
    return next((measures()[token.word][0] for token in before if token.word in measures()), NO_UNIT)


def compare_counted(a: Counted, b: Counted) -> Comparison:
    """As figures compare, but what a reader would not call a difference is the same: about 900 and 900, 115 mph and
    185 km/h."""
    left, right = a.bare, b.bare
    compared = compare_figures(left, right)
    if compared.verdict == "conflict" and (_is_part_of(a, b) or _is_part_of(b, a)):
        return Comparison("unrelated", SOME_OF_THEM)
    if compared.verdict not in {"compatible", "conflict"} or a.figure.ordinal or b.figure.ordinal:
        return compared
    other_measures = left.grain != right.grain  # six minutes, seven minutes: both are given in one
    step, apart = max(_step_of(left), _step_of(right)) * other_measures, round(abs(a.size - b.size), PLACES)
    if {left.bound, right.bound} <= PLAIN_BOUNDS and apart <= step:
        return Comparison("same", "the same value")
    return Comparison("compatible", CONVERTED) if 0 < apart <= step else compared


def _is_part_of(some: Counted, whole: Counted) -> bool:
    """198 passengers are no contradiction of 212 people, nor are `198 passengers and 14 crew` of 212 passengers; 19
    workers are one of 17 people, of whom no more can be workers."""
    adds_up = some.sum_of_list is not None and some.sum_of_list == whole.size
    named = whole.unit in EVERYBODY and some.unit not in EVERYBODY | {NO_UNIT}
    of_all = some.tells_all and whole.tells_all  # two guards died; at least three people perished
    return adds_up or (named and some.size <= whole.size and not of_all)


def _step_of(figure: Figure) -> float:
    """The step of a measure that was converted: 115 miles are given to 1,609 metres, and 6.4 to a plain tenth."""
    converted = bool(figure.grain % 1) and bool(round(log10(figure.grain), 6) % 1)
    return figure.grain if converted else 0.0
