"""Tell what a number counts in German, French and Spanish, by lists: `1.200 freiwillige Helfer`, `12 % des élèves`.

English has a tagger to find its nouns with; here a German noun is known by its capital, and a French or Spanish one
by its place right after the number.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from .lexicons import table, words
from .scan import Token
from .tongue import by_language, language_read
from .words import word_form

Tokens = Sequence[Token]

LONGEST_PHRASE = 5  # words of a measure
FURTHEST_NOUN = 4  # words between a number and its noun
NO_NOUN = ""
YEAR, AGE = "year", "age"


class Counted(NamedTuple):
    """As `units.Unit`: the name to compare by, the factor into it, the token after its words, words before the noun."""

    name: str
    factor: float
    next: int
    modifiers: tuple[str, ...] = ()


@by_language()
def _measures() -> dict[tuple[str, ...], tuple[str, float]]:
    found = {tuple(phrase.split()): (unit, float(factor)) for phrase, unit, factor in table("measures")}
    return found | {(word,): (currency, 1.0) for word, currency in table("currencies") if len(word) > 1 or word == "€"}


@by_language()
def _names() -> dict[str, str]:
    return {word: name for name, others in table("counted_alike") for word in others.split()}


def noun_name(word: str) -> str:
    """The name under which a counted noun is compared: `Todesopfer` and `Tote` are one."""
    return _names().get(word) or word_form(word)


SPANISH_PASTS = ("aron", "ieron")


def read_counted(text: str, tokens: Tokens, at: int) -> Counted:
    """What is counted by a number that ends before `at`."""
    start = at + 1 if at < len(tokens) and tokens[at].word in words("counted_of") else at
    measured = _measure(tokens, start) or _measure(tokens, at)
    return measured or _noun(text, tokens, start, at)


def _measure(tokens: Tokens, at: int) -> Counted | None:
    for length in range(LONGEST_PHRASE, 0, -1):
        known = _measures().get(tuple(token.word for token in tokens[at : at + length]))
        if known and at + length <= len(tokens):
            return Counted(*known, at + length)
    return None


def _noun(text: str, tokens: Tokens, start: int, nowhere: int) -> Counted:
    modifiers: list[str] = []
    for place in range(start, min(start + FURTHEST_NOUN, len(tokens))):
        word = tokens[place].word
        if _is_noun(text, tokens[place]):
            name = AGE if _is_age(tokens, nowhere, place) else noun_name(word)
            return Counted(name, 1, place + 1, tuple(modifiers))
        if not word.isalpha() or not _may_precede(word):
            break
        if word not in words("not_counted"):
            modifiers.append(word_form(word))
    return Counted(NO_NOUN, 1, nowhere)


def _is_noun(text: str, token: Token) -> bool:
    if token.word in _names():
        return True
    if language_read() == "de":
        return text[token.start].isupper() and token.word.isalpha() and len(token.word) > 1
    if token.word.endswith(SPANISH_PASTS) and language_read() == "es":
        return False  # más de 40 resultaron heridas
    return token.word.isalpha() and not (token.word in words("empty_words") or token.word in words("not_counted"))


def _may_precede(word: str) -> bool:
    """A German adjective; of French and Spanish words only those listed."""
    if word in words("not_counted"):
        return True
    return language_read() == "de" and word not in words("empty_words") and word[-1] in "enrs"


def _is_age(tokens: Tokens, number_end: int, place: int) -> bool:
    """`un homme de 34 ans`, `de 34 años`; not `34 ans de prison`, `depuis 34 ans`."""
    if noun_name(tokens[place].word) != YEAR or language_read() == "de" or number_end < 2:
        return False
    following = tokens[place + 1].word if place + 1 < len(tokens) else ""
    return tokens[number_end - 2].word == "de" and following not in words("counted_of")
