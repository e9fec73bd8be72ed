"""Read a number in words by the tables of a language: `zweihundert`, `quatre-vingt-dix`, `tres mil millones`.

English has a reader of its own in `numbers`; this one knows German, French and Spanish.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from .lexicons import table
from .number import Number
from .scan import Token
from .tongue import by_language, language_read

Tokens = Sequence[Token]

SEVERAL = (2.0, 9.0)  # what `mehrere hundert` and `quelques milliers` multiply by
ABOUT = 0.15  # `une dizaine` is said of nine to eleven, `un millier` of 850 to 1,150
PLURAL_REACH = 50.0  # `Tausende` is said of numbers up to about fifty times its least value
TENS_REACH = 5.0  # `des dizaines de milliers` ends where hundreds of thousands begin
THOUSANDS = 2000.0  # the least that is called so
LARGE = 100  # from here on a number that ends in zeros may be a rounded one
LARGEST = 1e15  # `mil mil mil …` counts nothing
LARGEST_PART = 1000  # `einer von vier`: no share is told of more


@by_language()
def numerals() -> dict[str, tuple[float, tuple[str, ...]]]:
    return {word: (float(value), tuple(kinds.split("|"))) for word, value, kinds in table("numerals")}


@by_language()
def _grammar() -> dict[str, frozenset[tuple[str, ...]]]:
    return {use: frozenset(tuple(phrase.split()) for phrase in phrases) for use, *phrases in table("number_grammar")}


def _is(use: str, *words: str) -> bool:
    return words in _grammar().get(use, ())


def word_value(word: str) -> int | None:
    """The whole number that one word names; None for the article `ein`, for `Hunderte` and for what is none."""
    value, kinds = numerals().get(word, (0.0, ()))
    if not kinds and language_read() == "de":
        value, kinds = compound(word) or 0.0, ("unit",)
    whole = "unit" in kinds and value >= 2 and value == int(value)
    return int(value) if whole else None


_COMPOUND = re.compile(
    r"(?:(?P<thousands>.*?)(?P<thousand>tausend))?(?:(?:(?P<hundreds>.*?)(?P<hundred>hundert))?(?P<rest>.*))"
)
_UND = re.compile(r"(?P<one>ein|\w+?)und(?P<ten>\w+)")


@by_language(4096)  # of every word it is asked whether it is a number
def compound(word: str) -> float | None:
    """German writes a number as one word: `zweihundertfünfzigtausend`, `einundzwanzig`; None for other words."""
    if len(word) < 6 or not word.isalpha():
        return None
    match = _COMPOUND.fullmatch(word)
    if match is None:
        return None
    thousands = _scaled_part(match["thousands"], 1000) if match["thousand"] else 0.0
    hundreds = _scaled_part(match["hundreds"], 100) if match["hundred"] else 0.0
    rest = _below_hundred((match["rest"] or "").removeprefix("und")) if match["rest"] else 0.0
    found = [thousands, hundreds, rest]
    return None if None in found or not any(found) else sum(part or 0.0 for part in found)


def _scaled_part(words: str, scale: int) -> float | None:
    if words in {"", "ein"}:
        return float(scale)
    value = compound(words) if "hundert" in words else _below_hundred(words)
    return None if value is None else value * scale


def _below_hundred(word: str) -> float | None:
    value, kinds = numerals().get(word, (0.0, ()))
    if "unit" in kinds:
        return value
    match = _UND.fullmatch(word)
    if match is None:
        return 1.0 if word == "ein" else None
    one = 1.0 if match["one"] == "ein" else numerals().get(match["one"], (0.0, ()))[0]
    ten = numerals().get(match["ten"], (0.0, ()))[0]
    return ten + one if 0 < one < 10 and 20 <= ten < 100 and ten % 10 == 0 else None


def starts(word: str) -> bool:
    return word[0].isdigit() or word in numerals() or word_value(word) is not None


def read(tokens: Tokens, at: int, value: float | None, grain: float) -> Number | None:
    """The number that begins at `at`; `value` and `grain` are those of its digits, where it has any."""
    if value is not None:
        return _finished(tokens, _sum(tokens, at + 1, value, grain))
    kinds = _kinds(tokens, at)
    before = _word(tokens, at - 1)
    if _is("no_number_after", before):  # pour cent, por ciento
        return None
    if _is("half", before, _word(tokens, at)) and "scale" not in _kinds(tokens, at + 1):  # trois ans et demi
        return None
    if "plural" in kinds:
        return _plural(tokens, at)
    if "article" in kinds or "several" in kinds or "about" in kinds or "half" in kinds:
        return _after_article(tokens, at)
    if "fraction" in kinds:
        return _share(tokens, at, 1.0)
    if "each" in kinds:
        return _each(tokens, at)
    if _unit(tokens, at) is None and "scale" not in kinds:
        return None
    return _finished(tokens, _sum(tokens, at, 0.0, 1.0))


def _word(tokens: Tokens, at: int) -> str:
    return tokens[at].word if 0 <= at < len(tokens) else ""


def _kinds(tokens: Tokens, at: int) -> tuple[str, ...]:
    return numerals().get(_word(tokens, at), (0.0, ()))[1]


def _value(tokens: Tokens, at: int) -> float:
    return numerals()[tokens[at].word][0]


def _unit(tokens: Tokens, at: int) -> float | None:
    word = _word(tokens, at)
    value, kinds = numerals().get(word, (0.0, ()))
    if "unit" in kinds:
        return value
    return compound(word) if not kinds and language_read() == "de" else None


def _sum(tokens: Tokens, at: int, first: float, grain: float) -> Number:
    """Units add up, scales multiply: `dos mil quinientos`, `tres mil millones`, `3,7 Milliarden`."""
    total, current, index, last, in_digits = 0.0, first, at, 1.0, first != 0
    while index < len(tokens) and total + current < LARGEST:
        step = _joined(tokens, index, current) if current or total else index
        kinds = _kinds(tokens, step)
        value = 1.0 if step > index and "article" in kinds else _unit(tokens, step)  # vingt et un
        if value is not None and not (in_digits and last == 1) and _adds_up(current, value):
            is_score = current == 4 and value == 20  # quatre-vingts
            current = 80.0 if is_score else current + value
        elif "scale" in kinds:
            scale = _value(tokens, step)
            step += _word(tokens, step + 1) == "." and len(_word(tokens, step)) == 3 and step + 2 < len(tokens)
            total, current, last = _multiplied(total, current, last, scale)
            grain *= scale
        else:
            break
        index = step + 1
    value = total + current
    if not in_digits:
        grain = _step(value) if last == 1 or current else last
    return Number(value, value, index, grain, "plain")


def _joined(tokens: Tokens, at: int, current: float) -> int:
    """Past a hyphen or `et`, `y` that stands inside a number."""
    word = _word(tokens, at)
    if (
        word == "-"
        and tokens[at - 1].end == tokens[at].start
        and (_unit(tokens, at + 1) or "scale" in _kinds(tokens, at + 1))
    ):
        return at + 1
    joins = _is("joins", word) and current % 10 == 0 and current >= 20
    following = _unit(tokens, at + 1) or (1.0 if "article" in _kinds(tokens, at + 1) else None)
    return at + 1 if joins and following is not None and following < 12 else at


def _adds_up(current: float, value: float) -> bool:
    """`treinta y cinco`, `soixante-douze`, `ciento doce`; not `cinco seis`."""
    if current == 0 or (current == 4 and value == 20):
        return True
    if current % 100 == 0:
        return value < 100
    return current % 100 >= 20 and current % 10 == 0 and value < (20 if current % 100 in {60, 80} else 10)


def _multiplied(total: float, current: float, last: float, scale: float) -> tuple[float, float, float]:
    if scale <= LARGE:
        return total, (current or 1.0) * scale, last
    if last > 1 and scale > last:  # tres mil millones
        return (total + current) * scale, 0.0, scale
    return total + (current or 1.0) * scale, 0.0, scale


def _step(value: float) -> float:
    """The step to which a whole number is given; below a hundred people count one by one."""
    if value < LARGE or value != int(value):
        return 1.0
    step = 1.0
    while value % (step * 10) == 0 and step * 100 <= value:
        step *= 10
    return step


def _finished(tokens: Tokens, number: Number) -> Number:
    at = number.next
    if _is("half", _word(tokens, at), _word(tokens, at + 1)):
        scale = number.grain if number.grain > 1 else 1.0
        return Number(number.low + scale / 2, number.high + scale / 2, at + 2, scale / 2, "plain")
    if _is("half", _word(tokens, at + 1), _word(tokens, at + 2)) and "scale" not in _kinds(tokens, at + 3):
        # deux heures et demie
        return Number(number.low + 0.5, number.high + 0.5, at, 0.5, "plain")
    if "fraction" in _kinds(tokens, at):
        return _share(tokens, at, number.low) or number
    return _among(tokens, number) or number


def _among(tokens: Tokens, number: Number) -> Number | None:
    """`un sur quatre`, `tres de cada diez`."""
    at = number.next
    if _is("among", _word(tokens, at)):
        at += 1
    elif _is("among", _word(tokens, at), _word(tokens, at + 1)):
        at += 2
    else:
        return None
    digits = _word(tokens, at)
    whole = float(digits) if digits.isdecimal() else _unit(tokens, at)
    if whole is None or not number.low < whole <= LARGEST_PART:
        return None
    return _percent(number.low / whole, at + 1)


def _percent(part: float, next_: int) -> Number:
    return Number(100 * part, 100 * part, next_, 10 * part, "share")


def _share(tokens: Tokens, at: int, times: float) -> Number | None:
    """`ein Drittel der`, `les deux tiers des`, `la mitad de`; `un quart d’heure` is none."""
    part = _value(tokens, at) * times
    if part >= 1 or not _is("of", _word(tokens, at + 1)) or _is("no_share", _word(tokens, at + 2)):
        return None
    return _percent(part, at + 1)


def _each(tokens: Tokens, at: int) -> Number | None:
    return _percent(1 / _value(tokens, at), at + 1) if at and _is("each", _word(tokens, at - 1)) else None


def _plural(tokens: Tokens, at: int) -> Number:
    """`Hunderte`, `des milliers`, `decenas de miles`."""
    least = _value(tokens, at)
    if _is("of", _word(tokens, at + 1)) and "plural" in _kinds(tokens, at + 2):
        scale = _value(tokens, at + 2) / (1 if "scale" in _kinds(tokens, at + 2) else 2)
        return Number(least * scale, least * scale * TENS_REACH, at + 3, 0, "plural")
    is_scale = "scale" in _kinds(tokens, at)
    reach = PLURAL_REACH if is_scale or least == THOUSANDS else TENS_REACH
    least *= 2 if is_scale else 1
    return Number(least, least * reach, at + 1, 0, "plural")


def _after_article(tokens: Tokens, at: int) -> Number | None:
    """`une dizaine`, `eine halbe Million`, `ein paar hundert`, `plusieurs milliers`, `un millón y medio`."""
    index = at
    while _leads_in(tokens, index):
        index += 1
    several = any("several" in _kinds(tokens, place) for place in range(at, index))
    kinds = _kinds(tokens, index)
    if "about" in kinds:
        value = _value(tokens, index)
        return Number(value * (1 - ABOUT), value * (1 + ABOUT), index + 1, 0, "plain")
    if several and "plural" in kinds:
        return _plural(tokens, index)
    if several and "scale" in kinds:
        scale = _sum(tokens, index, 0.0, 1.0)
        return Number(scale.low * SEVERAL[0], scale.low * SEVERAL[1], scale.next, 0, "plural")
    if "half" in kinds:
        return _half(tokens, index)
    if "fraction" in kinds and not several:
        return _share(tokens, index, 1.0)
    if "scale" in kinds and index > at:
        return _finished(tokens, _sum(tokens, index, 0.0, 1.0))
    return _one(tokens, index) if index == at + 1 and not several else None


def _one(tokens: Tokens, at: int) -> Number | None:
    """`ein Toter`, `un mort` are counted, and `un sur quatre` is a share; any other `ein` is no number."""
    one = Number(1.0, 1.0, at, 1.0, "plain")
    return one if _word(tokens, at) in _outcomes() else _among(tokens, one)


@by_language()
def _outcomes() -> frozenset[str]:
    return frozenset(word for _, forms in table("outcomes") for word in forms.split())


def _leads_in(tokens: Tokens, at: int) -> bool:
    return not {"article", "several"}.isdisjoint(_kinds(tokens, at)) or _is("before", _word(tokens, at))


def _half(tokens: Tokens, at: int) -> Number:
    """`eine halbe Million`, `un demi-million`, `medio millón`; `eine halbe Stunde`: the unit follows."""
    index = at + 1 + (_word(tokens, at + 1) == "-")
    if "scale" in _kinds(tokens, index):
        scale = _value(tokens, index)
        return Number(scale / 2, scale / 2, index + 1, scale / 10, "plain")
    return Number(0.5, 0.5, index, 0.25, "plain")
