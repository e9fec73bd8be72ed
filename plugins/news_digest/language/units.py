"""Tell what a number counts: people, kilometres, dollars, percent; and what became of those counted."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from .counted_nouns import read_counted
from .grammar import Word, lexicon, tag_words
from .lexicons import table, words
from .numbers import is_count
from .scan import Token
from .tongue import ENGLISH, GERMAN, by_language, language_read

Tokens = Sequence[Token]

WINDOW = 90  # characters after a number in which its noun is looked for
STATE_REACH = 6  # words to either side in which "killed" or "injured" belongs to the number
TOLL_REACH = 18  # … before a verb that brings a count to its level: `the number of people known to have died … rose to`
PLACE_REACH = 6  # … and words in which a hospital is named after `taken`
ASIDE = 12  # … and words of an aside between a number's noun and its verb
HAS_BECOME = frozenset({"is", "are", "was", "were", "has", "have", "had", "died"})
ANOTHER = frozenset({"and", "while", "but"})  # `six have died and ten are being looked for`
REACHING = frozenset({"to", "at", "reached", "reaches", "hit", "hits", "passed", "passes", "topped", "tops"})
ANOTHER_ONE = frozenset({"another", "other", "others"})
BOUND_ON = frozenset({"and", ",", "while", "but", "und", "et", "y"})
TREATED = "treated"
ENDS_OF_A_PLACE = frozenset({".", ";", ",", "who", "which", "that", "where", "and", "but"})
YEAR_DIGITS = 4
NOT_COUNTED = frozenset(
    "other others more of the his her its their our these those all total new such additional and".split()
)


class Unit(NamedTuple):
    """What is counted. `name` is the compare form, `factor` converts into it, `next` is the index after its words."""

    name: str
    factor: float
    next: int
    modifiers: tuple[str, ...] = ()
    shift: float = 0.0  # added before the factor: Fahrenheit


NO_UNIT = ""
SPANS_OF_TIME = frozenset({"hour", "day", "month", "age"})  # a report is full of them


@by_language()
def measures() -> dict[str, tuple[str, float]]:
    return {word: (unit, float(factor)) for word, unit, factor in table("measures")}


@by_language()
def currencies() -> dict[str, str]:
    return dict(table("currencies"))  # type: ignore[arg-type]


@by_language()
def counted_alike() -> dict[str, str]:
    return {word: name for name, others in table("counted_alike") for word in [name, *others.split()]}


@by_language()
def outcomes() -> dict[str, str]:
    return {word: state for state, forms in table("outcomes") for word in forms.split()}


def unit_after(text: str, tokens: Tokens, at: int) -> Unit:
    """The unit whose words begin at `at`."""
    if language_read() != ENGLISH:
        return Unit(*read_counted(text, tokens, at))
    if at < len(tokens) and (tokens[at].word == "-" or _is_money_of(tokens, at)):
        at += 1
    return (
        _age(tokens, at)
        or _percent(tokens, at)
        or _scale(tokens, at)
        or _degrees(tokens, at)
        or _measure(tokens, at)
        or _noun(text, tokens, at)
    )


def _is_money_of(tokens: Tokens, at: int) -> bool:
    """`millions of dollars`."""
    return tokens[at].word == "of" and len(_word(tokens, at + 1)) > 1 and _word(tokens, at + 1) in currencies()


def currency_before(tokens: Tokens, at: int) -> str | None:
    """The currency whose sign stands right before `at`: $, £, US$."""
    gap = 0 if language_read() == ENGLISH else 1  # CHF 20 Millionen
    if at == 0 or tokens[at - 1].end + gap < tokens[at].start:
        return None
    return currencies().get(tokens[at - 1].word)


def scale_before(tokens: Tokens, at: int, after: int) -> Unit | None:
    """`magnitude 6.4`, `category 3`: a place on a scale, whatever noun follows."""
    before = tokens[at - 1].word if at else ""
    return Unit(before, 1, after) if before in words("scales") else None


@by_language(4096)
def is_amount(unit: str) -> bool:
    """Whether it is measured and not counted: money, shares, lengths, ages. Nothing becomes of those."""
    kinds = {"percent", "point", "age", "degree", *words("scales"), *currencies().values()}
    return bool(unit) and (unit in kinds or unit.removeprefix("square ").removeprefix("cubic ").split()[0] in _bases())


@by_language()
def _bases() -> frozenset[str]:
    return frozenset(name for name, _ in measures().values())


def state_of(tokens: Tokens, start: int, end: int, *, noun_end: int, stop: int) -> str:
    """Dead, injured, missing … as said of the number between `start` and `end`; empty where nothing is said."""
    behind = _predicate_after_aside(tokens, end)
    for at in behind or range(end, min(len(tokens), end + STATE_REACH, stop)):
        word = tokens[at].word
        state = _outcome_at(tokens, at)
        if state and _is_of_the_next(tokens, at, stop):
            break
        if state:
            return "" if at < noun_end and state == TREATED else state  # `three hospitals` are not treated
        if word in ".;" or (word == "," and at > end + 1):
            break
    for at in _predicate_after_place(tokens, noun_end, stop):
        if state := _outcome_at(tokens, at):
            return state
    if language_read() == GERMAN and (state := _said_at_the_end(tokens, end, stop)):
        return state
    reach = TOLL_REACH if start and tokens[start - 1].word in REACHING else STATE_REACH
    for at in range(start - 1, max(-1, start - 1 - reach), -1):
        word = tokens[at].word
        if word in ".;" or word[0].isdigit() or (at == start - 1 and word in ANOTHER):
            break
        state = _outcome_at(tokens, at)
        if state:
            return "" if at and _is_plain_count(tokens[at - 1]) else state
    return ""


def _is_of_the_next(tokens: Tokens, at: int, stop: int) -> bool:
    """`killing two people and seriously injuring about 34`: those injured are the next ones."""
    before = at - 1
    while tokens[before].word.endswith("ly"):
        before -= 1
    leads = all(token.word in _approximating() for token in tokens[at + 1 : stop])
    return leads and stop < len(tokens) and tokens[before].word in BOUND_ON


@by_language()
def _approximating() -> frozenset[str]:
    return frozenset(word for said, _ in table("approximators") for word in said.split()) | ANOTHER_ONE


def _outcome_at(tokens: Tokens, at: int) -> str:
    """The state that the word says, the words `taken away` or `leave their homes`, or `taken to St Odo’s hospital`."""
    word = tokens[at].word
    pair = f"{word}_{_word(tokens, at + 1)}"
    said = outcomes().get(f"{pair}_{_word(tokens, at + 2)}") or outcomes().get(pair)
    if word in words("carrying"):
        return said or _where_to(tokens, at + 1)
    return said or outcomes().get(word, "")


def _where_to(tokens: Tokens, at: int) -> str:
    """The state of those who are taken to the place named from `at` on."""
    place = takewhile(lambda token: token.word not in ENDS_OF_A_PLACE, tokens[at : at + PLACE_REACH])
    return next((state for token in place if (state := outcomes().get(token.word)) == TREATED), "")


def _predicate_after_aside(tokens: Tokens, end: int) -> range:
    """Where the verb stands in `One soldier, Sergeant Pavel Dorn, 26, was killed`; empty where no aside is closed."""
    opened = next((at for at in range(end, min(len(tokens), end + 3)) if tokens[at].word == ","), None)
    if opened is None:
        return range(0)
    for at in range(opened + 1, min(len(tokens) - 1, opened + ASIDE)):
        if tokens[at].word in ".;":
            break
        if tokens[at].word == "," and tokens[at + 1].word in HAS_BECOME:
            return range(at + 1, min(len(tokens), at + 1 + STATE_REACH))
    return range(0)


def _said_at_the_end(tokens: Tokens, end: int, stop: int) -> str:
    """`Drei Menschen sind bei dem Brand in einem Lager gestorben`: the verb ends its clause."""
    clause = list(
        takewhile(lambda at: tokens[at].word not in {",", ".", ";", "und"}, range(end, min(stop, end + TOLL_REACH)))
    )
    return next((state for at in clause[-2:] if (state := _outcome_at(tokens, at))), "")


def _predicate_after_place(tokens: Tokens, end: int, stop: int) -> range:
    """Where the verb stands in `Sixteen workers of the Marlow Hill milk plant were treated`; empty where the number's
    noun is not followed by whose or where."""
    if _word(tokens, end) not in words("whose_or_where"):
        return range(0)
    subject = takewhile(lambda at: tokens[at].word not in ENDS_OF_A_PLACE, range(end, min(stop, end + ASIDE)))
    verb = next((at for at in subject if tokens[at].word in HAS_BECOME), None)
    return range(0) if verb is None else range(verb, min(stop, verb + 3))


def _is_plain_count(token: Token) -> bool:
    """`40 injured and 300 firefighters`; the flood of 1978 killed, and was no count of those killed."""
    return is_count(token) and not (token.word.isdigit() and len(token.word) == YEAR_DIGITS)


def _word(tokens: Tokens, at: int) -> str:
    return tokens[at].word if at < len(tokens) else ""


def _age(tokens: Tokens, at: int) -> Unit | None:
    """`34 years old`, `34-year-old`."""
    if _word(tokens, at) not in {"year", "years", "month", "months"}:
        return None
    index = at + 1 + (_word(tokens, at + 1) == "-")
    factor = 1.0 if _word(tokens, at).startswith("year") else 1 / 12
    if _word(tokens, index) in {"old", "olds"}:
        return Unit("age", factor, index + 1)
    return Unit("age", factor, index + 2) if (_word(tokens, index), _word(tokens, index + 1)) == ("of", "age") else None


def _percent(tokens: Tokens, at: int) -> Unit | None:
    word = _word(tokens, at)
    if word in {"%", "percent", "pct"}:
        points = _word(tokens, at + 1) in {"point", "points"}
        return Unit("point", 1, at + 2) if points else Unit("percent", 1, at + 1)
    if word == "per" and _word(tokens, at + 1) == "cent":
        return Unit("percent", 1, at + 2)
    if word == "percentage" and _word(tokens, at + 1).startswith("point"):
        return Unit("point", 1, at + 2)
    if word == "basis" and _word(tokens, at + 1).startswith("point"):
        return Unit("point", 0.01, at + 2)
    return None


def _scale(tokens: Tokens, at: int) -> Unit | None:
    """`6.3-magnitude`."""
    word = _word(tokens, at)
    return Unit(word, 1, at + 1) if word in words("scales") else None


def _degrees(tokens: Tokens, at: int) -> Unit | None:
    word = _word(tokens, at)
    if word not in {"°", "degree", "degrees"}:
        return None
    scale = _word(tokens, at + 1)
    if scale in {"f", "fahrenheit"}:
        return Unit("celsius", 5 / 9, at + 2, shift=-32)
    return Unit(
        "celsius" if scale in {"c", "celsius", "centigrade"} else "degree", 1, at + 1 + (scale in {"c", "celsius"})
    )


def _measure(tokens: Tokens, at: int) -> Unit | None:
    power = {"square": 2, "sq": 2, "cubic": 3}.get(_word(tokens, at), 1)
    word = _word(tokens, at + (power > 1))
    known = measures().get(word)
    if known is None:
        money = currencies().get(word)
        return Unit(money, 1, at + 1) if money and word.isalpha() and len(word) > 1 else None
    name, factor = known
    after = at + 1 + (power > 1)
    if name == "metre" and (_word(tokens, after), _word(tokens, after + 1)) in {("per", "hour"), ("an", "hour")}:
        return Unit("metre per hour", factor, after + 2)
    return Unit({1: "", 2: "square ", 3: "cubic "}[power] + name, factor**power, after)


def _noun(text: str, tokens: Tokens, at: int) -> Unit:
    """The noun counted, through adjectives: `six more crew members`, `14 of the 30 passengers` stops at the second."""
    if at >= len(tokens) or tokens[at].word in '.,;:!?)”"':
        return Unit(NO_UNIT, 1, at)
    base = tokens[at - 1].start if at else tokens[at].start  # the tagger reads a noun better after its number
    found = [word for word in tag_words(text[base : base + WINDOW]) if base + word.start >= tokens[at].start]
    run = _noun_run(found)
    if not run:
        return Unit(NO_UNIT, 1, at)
    head = singular(run[-1].form)
    modifiers = tuple(word.form for word in run[:-1] if word.form not in NOT_COUNTED)
    end = base + run[-1].end
    after = next((index for index in range(at, len(tokens)) if tokens[index].start >= end), len(tokens))
    return Unit(head, 1, after, modifiers)


def _noun_run(found: Sequence[Word]) -> Sequence[Word]:
    start = 0
    while start < len(found) and found[start].form in _LEAD_IN:
        start += 1
    if (
        start < len(found)
        and found[start].form in outcomes()
        and (found[start].tag != "n" or _ends_run(found, start + 1))
    ):
        return found[start : start + 1]
    head = end = start
    while end < len(found) and _in_run(found, end):
        end += 1
        named = (
            found[end - 1].tag in {"n", "p"} or found[end - 1].form in counted_alike() or _after_other(found, end - 1)
        )
        head = end if named else head
    if head == start and end == start + 1 and found[start].form not in lexicon():
        return found[start:end]  # `28 dral a month`: a word that no list has is what is counted
    return found[start:head]


_RUN = frozenset({"n", "a", "p", "N", "G"})
_WHICH_TIME = frozenset({"last", "next", "this"})
_LEAD_IN = frozenset("of the his her its their our all".split())


def _in_run(found: Sequence[Word], at: int) -> bool:
    tag = found[at].tag
    if _after_other(found, at):
        return True
    if at and found[at - 1].form in {"people", "persons"}:
        return False  # `2,600 people work for the town`
    if found[at].form in _WHICH_TIME and (not at or found[at - 1].tag == "n"):
        return False  # `24 goals last season`, `fell to 348,000 last week`
    if tag == "CC":  # `Russian and foreign reporters`
        tags = [word.tag for word in found[at + 1 : at + 3]]
        return found[at - 1].tag in {"a", "p"} and len(tags) == 2 and tags[0] in {"a", "p", "n"} and tags[1] == "n"
    return tag in _RUN or (tag == "-" and at + 1 < len(found))


def _after_other(found: Sequence[Word], at: int) -> bool:
    """`40 other sites`: what follows is counted, whatever else the word may be."""
    return 0 < at < len(found) and found[at - 1].form == "other" and found[at].form.endswith("s")


def _ends_run(found: Sequence[Word], at: int) -> bool:
    return at >= len(found) or not _in_run(found, at)


@by_language()
def singular(word: str) -> str:
    """The name under which a counted noun is compared: `soldiers` and `troops` are one."""
    if word in counted_alike():
        return counted_alike()[word]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        base = word[:-1]
        return counted_alike().get(base, base)
    return word


def names_a_number(word: str) -> bool:
    """True for words like `Flight` or `Article`, after which a number is a name."""
    return word in words("named_numbers")
