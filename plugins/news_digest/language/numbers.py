"""Read a number where it begins, in digits or in words: `14,000`, `$3.7 billion`, `half a million`, `one in four`."""

from __future__ import annotations

from collections.abc import Sequence

from . import number_words
from .lexicons import table, words
from .number import Number
from .scan import Token
from .tongue import ENGLISH, by_language, language_read

Tokens = Sequence[Token]

SEVERAL = (2.0, 9.0)  # what "several hundred" or "a few dozen" multiplies by
PLURAL_REACH = 50.0  # "thousands" is said of numbers up to about fifty times its least value
TENS_REACH = 5.0  # "tens of thousands" ends where hundreds of thousands begin
LARGE = 100  # from here on a number that ends in zeros may be a rounded one
ROUNDING_SHARE = 0.1  # … to a tenth of itself at most


@by_language()
def numerals() -> dict[str, tuple[float, str]]:
    return {word: (float(value), kind) for word, value, kind in table("numerals")}


def starts_number(token: Token) -> bool:
    return _may_start(token.word)


@by_language(65536)  # asked of every word
def _may_start(word: str) -> bool:
    if language_read() != ENGLISH:
        return number_words.starts(word)
    return word[0].isdigit() or word in numerals() or word in {"a", "several"}


def is_count(token: Token) -> bool:
    """`six people died and two were hurt`: words beyond a number of their own belong to that."""
    if language_read() == ENGLISH:
        return starts_number(token) and token.word not in {"a", "several"}
    return token.word[0].isdigit() or number_words.word_value(token.word) is not None


def read_number(tokens: Tokens, at: int) -> Number | None:
    """The number that begins at `at`, None where none does."""
    word = tokens[at].word
    if language_read() != ENGLISH:
        return _in_another_language(tokens, at)
    if word in {"a", "an", "several", "few"}:
        return _after_article(tokens, at)
    value, kind = numerals().get(word, (0.0, ""))
    if kind == "plural":
        return _plural(tokens, at, value)
    if kind == "fraction":
        return _fraction(tokens, at, 1.0) if word == "half" else None
    if word[0].isdigit():
        return _digits(tokens, at)
    return _in_words(tokens, at, value) if kind == "unit" else None


def _in_another_language(tokens: Tokens, at: int) -> Number | None:
    word = tokens[at].word
    value = digits_value(word) if word[0].isdigit() else None
    if word[0].isdigit() and value is None:
        return None
    if value is not None and _is_ordinal(tokens, at):
        return Number(value, value, at + 2, 1, "ordinal")
    grain = 10.0 ** -len(word.partition(".")[2]) if "." in word else _trailing_zeros(value or 0.0)
    return number_words.read(tokens, at, value, grain)


def _is_ordinal(tokens: Tokens, at: int) -> bool:
    """`der 3. Platz`, `le 2e pont`, `la 3.ª edición`."""
    touches = at + 1 < len(tokens) and tokens[at + 1].start == tokens[at].end
    mark = _word(tokens, at + 1)
    if language_read() == "de":
        return touches and mark == "." and at + 2 < len(tokens)
    return touches and mark in words("ordinal_endings")


def _word(tokens: Tokens, at: int) -> str:
    return tokens[at].word if 0 <= at < len(tokens) else ""


def _kind(tokens: Tokens, at: int) -> str:
    return numerals().get(_word(tokens, at), (0.0, ""))[1]


def _value(tokens: Tokens, at: int) -> float:
    return numerals()[tokens[at].word][0]


def digits_value(word: str) -> float | None:
    """`14,000` and `3.7`; None for what is no English number (`1.2.3`, `20,14`, `007`)."""
    whole, point, decimals = word.partition(".")
    groups = whole.split(",")
    if not "".join((*groups, decimals)).isdecimal():  # `²` and `①` are digits to Python, and no numbers
        return None
    grouped = len(groups) == 1 or (len(groups[0]) <= 3 and all(len(group) == 3 for group in groups[1:]))
    if not grouped or "." in decimals or "," in decimals or (point and not decimals) or len(whole) > 18:
        return None
    if len(groups[0]) > 1 and groups[0][0] == "0":
        return None
    return float("".join(groups) + point + decimals)


def _digits(tokens: Tokens, at: int) -> Number | None:
    word = tokens[at].word
    value = digits_value(word)
    if value is None:
        return None
    suffix = _word(tokens, at + 1) if at + 1 < len(tokens) and tokens[at + 1].start == tokens[at].end else ""
    if suffix in {"st", "nd", "rd", "th"}:
        return Number(value, value, at + 2, 1, "ordinal")
    grain = 10.0 ** -len(word.partition(".")[2]) if "." in word else _trailing_zeros(value)
    if _kind(tokens, at + 1) == "suffix" and suffix:
        return _scaled(value, grain, _value(tokens, at + 1), at + 2)
    return _with_half(tokens, _with_scales(tokens, value, grain, at + 1))


def _with_scales(tokens: Tokens, value: float, grain: float, at: int) -> Number:
    if _word(tokens, at) == "-" and _kind(tokens, at + 1) == "scale":  # a 3-million gift
        at += 1
    number = Number(value, value, at, grain, "plain")
    while _kind(tokens, number.next) == "scale" or _is_short_scale(tokens, number.next):
        scale = _value(tokens, number.next)
        step = 1.0 if number.grain < 1 else number.grain if value >= LARGE else 1.0
        number = _scaled(number.low, min(number.grain, step), scale, number.next + 1)
    return number


def _is_short_scale(tokens: Tokens, at: int) -> bool:
    return _word(tokens, at) in {"bn", "mn", "tn"}


def _scaled(value: float, grain: float, scale: float, next_: int) -> Number:
    return Number(value * scale, value * scale, next_, grain * scale, "plain")


def _with_half(tokens: Tokens, number: Number) -> Number:
    """`two and a half hours`, `three and three-quarter hours`."""
    for phrase, part in _PARTS:
        if tuple(_word(tokens, number.next + step) for step in range(len(phrase))) == phrase:
            more = part * (number.grain if number.grain > 1 else 1.0)
            return Number(number.low + more, number.high + more, number.next + len(phrase), more, "plain")
    return number


_PARTS = (
    (("and", "a", "half"), 0.5),
    (("and", "a", "quarter"), 0.25),
    (("and", "three", "-", "quarter"), 0.75),
    (("and", "three", "-", "quarters"), 0.75),
    (("and", "three", "quarters"), 0.75),
)


def _trailing_zeros(value: float) -> float:
    """The step to which a whole number is given; below a hundred people count one by one."""
    if value < LARGE:
        return 1.0
    step = 1.0
    while value % (step * 10) == 0 and step * 10 <= value * ROUNDING_SHARE:
        step *= 10
    return step


def _in_words(tokens: Tokens, at: int, first: float) -> Number | None:
    total, current, index, last_scale = 0.0, first, at + 1, 1.0
    while index < len(tokens):
        if _word(tokens, index) == "-" and _kind(tokens, index + 1) in {"unit", "scale"}:
            index += 1
        kind = _kind(tokens, index)
        joined = _word(tokens, index) == "and" and last_scale > 1 and _kind(tokens, index + 1) == "unit"
        if kind == "scale":
            last_scale = _value(tokens, index)
            total, current = _multiply(total, current, last_scale)
        elif kind == "unit" and _adds_up(current, _value(tokens, index)):
            current += _value(tokens, index)
        elif not joined:
            break
        index += 1
    value = total + current
    if _word(tokens, index) == "-" and _kind(tokens, index + 1) == "fraction":
        return _fraction(tokens, index + 1, value)
    if _kind(tokens, index) == "fraction" and _word(tokens, index) not in {"half", "second"}:
        return _fraction(tokens, index, value)
    share = _one_in(tokens, index, value)
    grain = _trailing_zeros(value) if last_scale == 1 else last_scale
    return share or _with_half(tokens, Number(value, value, index, grain, "plain"))


def _multiply(total: float, current: float, scale: float) -> tuple[float, float]:
    if scale <= 100:
        return total, (current or 1.0) * scale
    return total + (current or 1.0) * scale, 0.0


def _adds_up(current: float, value: float) -> bool:
    """`twenty five`, `hundred five`; not `five six`."""
    return (
        (current == 0)
        or (current % 100 >= 20 and current % 10 == 0 and value < 10)
        or (current >= 100 and current % 100 == 0 and value < 100)
    )


def _one_in(tokens: Tokens, at: int, value: float) -> Number | None:
    """`one in four`, `three out of every ten`."""
    index = at
    if [_word(tokens, index), _word(tokens, index + 1)] == ["out", "of"]:
        index += 2
    elif _word(tokens, index) == "in":
        index += 1
    else:
        return None
    if _word(tokens, index) == "every":
        index += 1
    if index >= len(tokens) or (_kind(tokens, index) != "unit" and not tokens[index].word[0].isdigit()):
        return None
    whole = read_number(tokens, index)
    if whole is None or whole.low <= value or whole.low > 1000 or whole.kind != "plain":
        return None
    share = 100 * value / whole.low
    return Number(share, share, whole.next, share / 10, "share")


def _fraction(tokens: Tokens, at: int, times: float) -> Number | None:
    """`half of`, `half the`, `a third of`, `two-thirds`; `half a million` multiplies."""
    part = _value(tokens, at) * times
    following = _word(tokens, at + 1)
    if tokens[at].word == "half" and following in {"a", "an"}:
        return _half_a(tokens, at)
    if tokens[at].word == "half" and following == "-" and _kind(tokens, at + 2) == "scale":
        return _scaled(0.5, 0.5, _value(tokens, at + 2), at + 3)
    if following == "of" and _word(tokens, at + 2) == "a" and _kind(tokens, at + 3) == "scale":
        scale = _value(tokens, at + 3)  # a quarter of a million
        return Number(part * scale, part * scale, at + 4, scale / 10, "plain")
    rounded = _word(tokens, at - 2) in _NEARLY and following in _CLOSING
    if following == "-" or part >= 1 or not (rounded or times > 1 or following in _SHARED):
        return None
    return Number(100 * part, 100 * part, at + 1, 10 * part, "share")


_NEARLY = frozenset("almost nearly about roughly by".split())  # `fell by a fifth`, `fell almost a fifth in May`
_CLOSING = frozenset({"", ".", ",", *"after following before in on since when this last and but".split()})
_SHARED = frozenset({"of", "the", "its", "his", "their", "all"})  # `a third of`, `half the`; not `a second vote`


def _half_a(tokens: Tokens, at: int) -> Number | None:
    """`half a million`, `half a dozen`, `half an hour` (the unit follows)."""
    if _kind(tokens, at + 2) == "scale":
        scale = _value(tokens, at + 2)
        return Number(scale / 2, scale / 2, at + 3, scale / 10, "plain")
    return Number(0.5, 0.5, at + 2, 0.25, "plain")


def _plural(tokens: Tokens, at: int, least: float) -> Number:
    """`dozens`, `hundreds`, `tens of thousands`, `hundreds of millions`."""
    if _word(tokens, at + 1) == "of" and _kind(tokens, at + 2) == "plural":
        scale = _value(tokens, at + 2) / 2
        return Number(least * scale, least * scale * TENS_REACH, at + 3, 0, "plural")
    reach = TENS_REACH if tokens[at].word in {"dozens", "scores", "hundreds"} else PLURAL_REACH
    return Number(least, least * reach, at + 1, 0, "plural")


def _after_article(tokens: Tokens, at: int) -> Number | None:
    """`a dozen`, `a hundred`, `a third of`, `several hundred`, `a few dozen`, `a couple of hundred`."""
    index = at + 1
    several = tokens[at].word in {"several", "few"}
    if _word(tokens, index) in {"few", "couple"}:
        several, index = True, index + 1
        if _word(tokens, index) == "of":
            index += 1
    if _kind(tokens, index) == "scale":
        one = _with_scales(tokens, 1.0, 1.0, index)
        if not several:
            counted = _in_words(tokens, at, 1.0)
            if counted and counted.low > one.low:  # a hundred and five
                return counted
            return one._replace(grain=one.low / 10 if one.low >= LARGE else 1)
        return Number(one.low * SEVERAL[0], one.low * SEVERAL[1], one.next, 0, "plural")
    if _kind(tokens, index) == "fraction" and not several:
        if tokens[index].word == "half":
            return None
        return _fraction(tokens, index, 1.0)
    return None
