"""Find the figures of a text, each as an interval with the thing that it counts, and say whether two can both hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from .certainty import is_move
from .date_words import date_at
from .grammar import tag_words
from .lexicons import table, words
from .number import Number
from .numbers import is_count, read_number, starts_number
from .scan import Span, Token, scan
from .tongue import ENGLISH, by_language, language_read
from .units import (
    NO_UNIT,
    Unit,
    currency_before,
    is_amount,
    measures,
    names_a_number,
    scale_before,
    state_of,
    unit_after,
)

Tokens = Sequence[Token]

NEAR = 0.1  # "about" and "nearly" are said within a tenth
SLIGHTLY = 0.1  # "just over"
LONGEST_APPROXIMATOR = 4  # words
YEARS = range(1600, 2101)
RANGE_SIGNS = frozenset("-–—")
THOUSAND = 1000
DAYTIMES = (["morning"], ["afternoon"], ["evening"])
RANGING = 4  # words before a number
MANY_TIMES = 3  # a range ends before that
_BETWEEN = frozenset({"by", "a", "an", "about", "some", "nearly", "almost", "just", "over", "around"})
COARSEST = 0.15  # share of a number that rounding may change: 3.7 and 4
LENGTHS = frozenset({"metre"})
SPANS = frozenset({"hour", "day", "month"})
CLAUSE = 60  # characters before a word that show what it belongs to
_ONE_AND = re.compile(r"\b[Aa]n? ([a-z]+) and $")
STATES = frozenset({"dead", "injured", "missing"})  # `14 dead` counts people


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that the text states of something.

    `start`, `end` cover approximator, number and unit; `number` is the number alone. `low` and `high` bound the value
    in `unit` (miles are given in metres, hours and minutes in hours, shares in percent, money as written); None is an
    open end. `bound` is what the approximator does: near, under, over, least, below, most, exact or nothing.
    `grain` is the step to which the value is given, 0 where it is vague. `state` says what became of those counted
    (dead, injured, …). `modifiers` are the words between number and noun. `ordinal` marks first, 21st: no counts.
    """

    start: int
    end: int
    number: Span
    low: float | None
    high: float | None
    unit: str
    bound: str = ""
    approximation: str | None = None
    grain: float = 0.0
    state: str = ""
    modifiers: tuple[str, ...] = ()
    ordinal: bool = False


@by_language(2048)  # several stages ask of the same passage
def find_figures(text: str) -> tuple[Figure, ...]:
    """Figures in order. Years, dates, clock times, scores, and numbers that are names are none."""
    tokens = scan(text)
    found: list[Figure] = []
    at = 0
    while at < len(tokens):
        figure, at = _figure_at(text, tokens, at) if starts_number(tokens[at]) else (None, at + 1)
        if figure:
            found.append(figure)
    return tuple(_one_span(text, found))


def _one_span(text: str, found: Sequence[Figure]) -> Iterator[Figure]:
    """`two years and six months` is one span of time, and so is `an hour and 50 minutes`."""
    last: Figure | None = None
    for figure in found:
        if last and last.unit == figure.unit in SPANS and text[last.end : figure.start].strip() == "and":
            last = _sum(last, figure)
            continue
        if last:
            yield last
        last = _with_one_before(text, figure) if figure.unit in SPANS else figure
    if last:
        yield last


def _sum(whole: Figure, rest: Figure) -> Figure:
    ends = [
        None if mine is None or theirs is None else mine + theirs
        for mine, theirs in ((whole.low, rest.low), (whole.high, rest.high))
    ]
    number = whole.number[0], rest.number[1]
    return replace(whole, end=rest.end, number=number, low=ends[0], high=ends[1], grain=rest.grain)


def _with_one_before(text: str, figure: Figure) -> Figure:
    before = _ONE_AND.search(text[: figure.start])
    name, length = measures().get(before[1].lower(), ("", 0.0)) if before else ("", 0.0)
    if not before or name != figure.unit:
        return figure
    low, high = (None if end is None else end + length for end in (figure.low, figure.high))
    return replace(figure, start=before.start(), number=(before.start(), figure.number[1]), low=low, high=high)


def _figure_at(text: str, tokens: Tokens, at: int) -> tuple[Figure | None, int]:
    """The figure that begins at `at`, and where to read on."""
    named = date_at(text, tokens, at) if language_read() != ENGLISH else None
    if named:
        return None, next((place for place in range(at, len(tokens)) if tokens[place].start >= named.end), len(tokens))
    number = read_number(tokens, at)
    if number is None:
        return None, at + 1
    if _is_name(text, tokens, at, number) or _is_date_or_time(tokens, at, number):
        return None, number.next
    score = _score_end(tokens, number)
    if score:
        return None, score
    money = currency_before(tokens, at)
    last = _range_end(tokens, at, number, money=money is not None) or number
    number = _scaled_alike(number, last)
    after, bound_after = _approximator_after(tokens, last.next)
    unit = Unit(money, 1, after) if money else scale_before(tokens, at, after) or unit_after(text, tokens, after)
    if number.kind == "share":
        unit = Unit("percent", 1, unit.next, (unit.name,) if unit.name else ())
    elif (last is number and not money and _is_year(tokens, at, number, unit)) or _is_bare_one(
        tokens, at, number, unit
    ):
        return None, number.next
    if unit.name == NO_UNIT and _is_age(text, tokens, at, number):
        unit = Unit("age", 1, number.next)
    return _figure(text, tokens, at, number, last, unit, bound_after), max(last.next, at + 1)


def _figure(text: str, tokens: Tokens, at: int, number: Number, last: Number, unit: Unit, bound_after: str) -> Figure:
    first = at - _sign_length(tokens, at)
    before, bound = approximator_before(tokens, first)
    if tokens[before].word == "over" and _is_no_bound(text[: tokens[before].start], tokens, before, unit):
        before, bound = first, ""
    end, bound_behind = _approximator_after(tokens, unit.next)
    bound = bound or bound_after or bound_behind
    low, high = _interval(number.low, last.high, bound)
    end = max(end, last.next)
    said = tokens[before].start, tokens[first - 1].end
    stop = next((i for i in range(last.next, len(tokens)) if is_count(tokens[i])), len(tokens))
    counts_none = unit.name != "percent" and is_amount(unit.name)
    return Figure(
        start=tokens[before].start,
        end=tokens[end - 1].end,
        number=(tokens[first].start, tokens[last.next - 1].end),
        low=_convert(low, unit),
        high=_convert(high, unit),
        unit="people" if unit.name in STATES else unit.name,
        bound=bound,
        approximation=text[slice(*said)] if before < first else None,
        grain=max(number.grain, last.grain) * unit.factor,
        state="" if counts_none else state_of(tokens, before, last.next, noun_end=unit.next, stop=stop),
        modifiers=unit.modifiers,
        ordinal=number.kind == "ordinal",
    )


def _is_no_bound(text: str, tokens: Tokens, over: int, unit: Unit) -> bool:
    """`hand over 5 euros`, `the title over 1,500 metres`, `$160 million over eight years`."""
    if over and tokens[over - 1].word in words("handing"):
        return True
    return unit.name in SPANS | LENGTHS and _is_said_throughout(text)


def _is_said_throughout(before: str) -> bool:
    """`$160 million over eight years` is during these; `lasted over eight years` is more."""
    found = tag_words(before[-CLAUSE:])
    return bool(found) and found[-1].tag in {"n", "p", "CD"}


def _convert(value: float | None, unit: Unit) -> float | None:
    return None if value is None else round((value + unit.shift) * unit.factor, 6)


def _interval(low: float, high: float, bound: str) -> tuple[float | None, float | None]:
    match bound:
        case "near":
            return low * (1 - NEAR), high * (1 + NEAR)
        case "under":
            return low * (1 - NEAR), high
        case "slightly over":
            return low, high * (1 + SLIGHTLY)
        case "over" | "least":
            return low, None
        case "below" | "most":
            return None, high
    return low, high


@by_language()
def _approximators() -> dict[tuple[str, ...], str]:
    return {tuple(phrase.split()): bound for phrase, bound in table("approximators")}


@by_language()
def _approximators_end() -> frozenset[str]:
    """The last words of approximators: before most numbers none of them stands."""
    return frozenset(phrase[-1] for phrase in _approximators())


def approximator_before(tokens: Tokens, at: int) -> tuple[int, str]:
    """Where the approximator before `at` begins and what it does; (`at`, "") where there is none."""
    if not at or tokens[at - 1].word not in _approximators_end():
        return at, ""
    for length in range(min(LONGEST_APPROXIMATOR, at), 0, -1):
        phrase = tuple(token.word for token in tokens[at - length : at])
        bound = _approximators().get(phrase)
        if bound and not bound.startswith("after "):
            moved = phrase[0] == "up" and at > length and tokens[at - length - 1].word in words("revising")
            return (at, "") if moved else (at - length, bound)  # `was revised up to 371,000`
    return at, ""


def _approximator_after(tokens: Tokens, at: int) -> tuple[int, str]:
    """`30 or so people`, `5 percent or more`, `30-plus`; not `5 euros plus two shares`."""
    start = at + 1 if at < len(tokens) and tokens[at].word == "-" else at
    for length in (3, 2, 1):
        phrase = tuple(token.word for token in tokens[start : start + length])
        bound = _approximators().get(phrase, "")
        adds = phrase == ("plus",) and start == at and at + 1 < len(tokens) and is_count(tokens[at + 1])
        if bound.startswith("after ") and not adds:
            return start + len(phrase), bound.removeprefix("after ")
    return at, ""


def _sign_length(tokens: Tokens, at: int) -> int:
    """How many tokens the currency sign before a number takes: $ is one, US$ two."""
    if not currency_before(tokens, at):
        return 0
    return 2 if at > 1 and tokens[at - 2].word in {"us", "a", "c", "hk", "nz"} and _touch(tokens, at - 2) else 1


def _touch(tokens: Tokens, at: int) -> bool:
    """Whether no space stands between the token at `at` and the next."""
    return at + 1 < len(tokens) and tokens[at].end == tokens[at + 1].start


@by_language()
def range_words() -> dict[str, str]:
    return dict(table("range_words"))  # type: ignore[arg-type]


def _may_part_a_range(word: str) -> bool:
    return word in RANGE_SIGNS or word in range_words()


def _range_end(tokens: Tokens, first: int, number: Number, *, money: bool) -> Number | None:
    """The second number of `5 to 7`, `between 5 and 7`, `20-30`, `two or three`, `$5 to $7`."""
    at = number.next
    if at + 1 < len(tokens) and tokens[at].word == "-" and tokens[at].end < tokens[at + 1].start:
        at += 1  # `a 40- to 60-hour course`
    if at + 1 >= len(tokens) or not _may_part_a_range(tokens[at].word):
        return None
    start = at + 1
    while money and start < len(tokens) and tokens[start].word in {"$", "£", "€", "us"}:
        start += 1
    second = read_number(tokens, start) if start < len(tokens) and starts_number(tokens[start]) else None
    if second is None or second.kind == "share" or number.kind not in {"plain", second.kind}:
        return None
    if tokens[at].word == "to" and _is_a_step(tokens, first - _sign_length(tokens, first), number.low, second.low):
        return None
    return second if _makes_a_range(tokens, number, second, at) else None


def _is_a_step(tokens: Tokens, first: int, low: float, high: float) -> bool:
    """`rose from 81 to 91 percent` and `rose by 9,000 to 91,000` give two figures; `ranged from 81 to 91 percent` and
    `rose 2 to 3 percent` one."""
    before = [token.word for token in tokens[max(0, first - RANGING) : first]]
    if not before or any(word in words("ranging") for word in before):
        return False
    moved = [word for word in before if word not in _BETWEEN][-1:]
    return before[-1] == "from" or (high >= MANY_TIMES * low and any(is_move(word) for word in moved))


def _scaled_alike(number: Number, last: Number) -> Number:
    """`14 to 15 billion`: the scale is said once for both."""
    scale = last.grain if last.grain >= THOUSAND else 1.0
    if number is last or number.low >= scale or last.low < scale:
        return number
    factor = 10.0 ** (len(f"{last.low:.0f}") - len(f"{last.low / scale:.0f}"))
    return number._replace(low=number.low * factor, high=number.high * factor, grain=number.grain * factor)


def _makes_a_range(tokens: Tokens, number: Number, second: Number, at: int) -> bool:
    way = range_words().get(tokens[at].word, "to")
    if second.low <= number.low:
        return False
    if way == "and":
        return any(range_words().get(token.word) == "between" for token in tokens[max(0, at - 6) : at])
    return way != "or" or second.low - number.low <= max(1, number.low)


def _score_end(tokens: Tokens, number: Number) -> int | None:
    """Where a score or a tally of votes ends: `3-2`, `a 5-4 ruling`."""
    at = number.next
    if not (at + 1 < len(tokens) and tokens[at].word in {"-", "–"} and _touch(tokens, at - 1) and _touch(tokens, at)):
        return None
    second = read_number(tokens, at + 1) if starts_number(tokens[at + 1]) else None
    if second is None:
        return None
    following = tokens[second.next].word if second.next < len(tokens) else ""
    if second.low > number.low and following not in words("score_nouns"):
        return None
    return second.next


def _is_age(text: str, tokens: Tokens, at: int, number: Number) -> bool:
    """`Maria Lopez, 34, said`."""
    if not 1 < at < len(tokens) - 1 or tokens[at - 1].word != "," or number.low > 120:
        return False
    closes = number.next < len(tokens) and tokens[number.next].word in {",", "."}
    return closes and text[tokens[at - 2].start].isupper()


def _is_bare_one(tokens: Tokens, at: int, number: Number, unit: Unit) -> bool:
    """`one of the`, `no one`, `one day`: no count."""
    if tokens[at].word != "one" or number.next != at + 1:
        return False
    before = tokens[at - 1].word if at else ""
    following = tokens[at + 1].word if at + 1 < len(tokens) else ""
    return before in words("before_pronoun_one") or following in words("after_pronoun_one") or unit.name == NO_UNIT


def _is_name(text: str, tokens: Tokens, at: int, number: Number) -> bool:
    """`Flight 370`, `F-16`, `A320`, `No. 2`, `Group of Seven`: numbers that name."""
    before = tokens[at - 1] if at else None
    if before is None:
        return False
    touching = before.end == tokens[at].start
    if touching and (before.word[-1].isalpha() or before.word in "/_.#@:'’"):
        return True
    if before.word == "-" and touching and at > 1 and tokens[at - 2].end == before.start:
        return (
            tokens[at - 2].word[-1].isalpha() and text[tokens[at - 2].start].isupper() and tokens[at].word[0].isdigit()
        )
    if before.word == "." and at > 1:
        before = tokens[at - 2]
    if names_a_number(before.word):
        return (
            language_read() != ENGLISH
            or text[before.start].isupper()
            or before.word in {"no", "number", "page", "gate", "covid"}
        )
    return before.word == "of" and at > 1 and tokens[at - 2].word == "group" and text[tokens[at - 2].start].isupper()


def _is_date_or_time(tokens: Tokens, at: int, number: Number) -> bool:
    before = tokens[at - 1].word if at else ""
    if before == "." and at > 1:
        before = tokens[at - 2].word
    following = tokens[number.next].word if number.next < len(tokens) else ""
    beyond = tokens[number.next + 1].word if number.next + 1 < len(tokens) else ""
    months = words("months")
    if number.low <= 31 and (before in months or (following in months and following != "may")):
        return tokens[at].word[0].isdigit()
    if following in {"a.m.", "p.m.", "am", "pm", "o'clock", "gmt", "utc", "noon"}:
        return True
    if [token.word for token in tokens[number.next : number.next + 2]] == ["in", "the"]:  # six in the morning
        return [token.word for token in tokens[number.next + 2 : number.next + 3]] in DAYTIMES
    glued = number.next < len(tokens) and tokens[number.next].start == tokens[number.next - 1].end
    if glued and following in {":", "/"} and beyond[:1].isdigit():
        return True
    return glued and following == "s"  # the 1990s, in his 30s


def _is_year(tokens: Tokens, at: int, number: Number, unit: Unit) -> bool:
    word = tokens[at].word
    length = tokens[at].end - tokens[at].start  # 2.000 is no year
    if not (length == len(word) == 4 and word.isdigit() and int(word) in YEARS and number.next == at + 1):
        return False
    before = tokens[at - 1].word if at else ""
    if before in words("before_year") or before in words("calendar"):
        return True
    if unit.name in {"percent", "usd", "metre", "hour", "kilogram"} or approximator_before(tokens, at)[1]:
        return False
    if int(word) % 100 == 0 and unit.name != NO_UNIT:
        return False  # 2000 Menschen
    return int(word) >= 1900 or unit.name == NO_UNIT


@dataclass(frozen=True, slots=True)
class Comparison:
    """same, compatible, conflict or unrelated, and the rule that decided it."""

    verdict: str
    rule: str


def compare_figures(a: Figure, b: Figure) -> Comparison:
    """Whether two figures of one and the same thing can both hold. The caller answers for its being the same thing."""
    why = _unrelated(a, b)
    if why:
        return Comparison("unrelated", why)
    if (a.low, a.high, a.bound) == (b.low, b.high, b.bound):
        return Comparison("same", "the same value")
    if _disjoint(a, b):
        if _rounds_to(a, b) or _rounds_to(b, a):
            return Comparison("compatible", "one is the other, rounded")
        return Comparison("conflict", "no value satisfies both")
    if a.bound or b.bound:
        return Comparison("compatible", "an approximate figure that allows the other")
    return Comparison("compatible", "the ranges overlap")


def _unrelated(a: Figure, b: Figure) -> str:
    if a.ordinal or b.ordinal:
        return "a rank is no amount"
    if a.state and b.state and a.state != b.state:
        return f"{a.state} is not {b.state}"
    if a.unit != b.unit and not (a.state and a.state == b.state and NO_UNIT in {a.unit, b.unit}):
        return "they count different things"
    if a.modifiers and b.modifiers and not set(a.modifiers) & set(b.modifiers):
        return "they count different kinds of one thing"
    return ""


def _disjoint(a: Figure, b: Figure) -> bool:
    return _ends_before(a, b) or _ends_before(b, a)


def _ends_before(a: Figure, b: Figure) -> bool:
    """True where every value of `a` lies below every value of `b`."""
    if a.high is None or b.low is None:
        return False
    if a.high != b.low:
        return a.high < b.low
    return a.bound in BELOW and b.bound == "over"  # almost four, more than four; a bare four lies with both


BELOW = frozenset({"under", "below"})


def _rounds_to(fine: Figure, coarse: Figure) -> bool:
    """Whether `coarse` is `fine` given to a larger step: 14,200 and 14,000; 3.7 and 4."""
    if not 0 < fine.grain < coarse.grain or fine.bound or coarse.bound:
        return False
    step = coarse.grain / 2
    if step > COARSEST * (coarse.high or 0):
        return False  # two years are no rounding of eighteen months
    if fine.grain == step and (fine.low or 0) == (coarse.high or 0) + step:
        return False  # six and a half years are not six
    return (coarse.low or 0) - step <= (fine.high or 0) and (fine.low or 0) <= (coarse.high or 0) + step
