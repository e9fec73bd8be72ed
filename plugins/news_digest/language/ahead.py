"""Tell whether the words around a day speak of one to come: `stopped until Friday`, `meets on Monday`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import takewhile

from .grammar import Word, lexicon, tag_words
from .lexicons import words
from .scan import Token
from .tongue import ENGLISH, language_read

REACH = 12  # words on either side of a day in which "will" or "due" makes it the coming one
NEAR = 3  # words: `until late on Friday`
_ENDS = frozenset(".!?;:")
_PAST_FORMS = frozenset("was were had did wasn't weren't hadn't didn't".split())
_BE = frozenset({"is", "are"})  # `is to meet on Friday`
_TOWARDS = frozenset({"to", "for", "until", "till", "by"})  # `moved to March`, `planned for March`
_VERBS = frozenset({"D", "B", "V0"})  # finite, bare: `was to leave`, `and meet again`
_PERFECT = frozenset({"has", "have"})
_LEADS = frozenset({"to", "for"})  # `set to meet on Friday`, but `set on fire on Friday`


def lies_ahead(text: str, tokens: Sequence[Token], at: int, end: int) -> bool | None:
    """Whether the day named from token `at` to code point `end` is to come; None where the words do not tell.

    The nearest word that tells decides: first those before the day, then, where the day opens its sentence, those
    after it.
    """
    before = _sentence(reversed(tokens[max(0, at - REACH) : at]))[::-1]
    edge = _edge(text, before)
    if edge is not None:
        return edge
    told = _first(reversed(_told(text, before)))
    if told is None and (all(token.word in words("day_openers") for token in before) or not _has_verb(text, before)):
        after = _sentence(token for token in tokens[at : at + 2 * REACH] if token.start >= end)[:REACH]
        told = _first(_told(text, after))
    return told


def lies_behind(text: str, tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether what was done that day is over: `was inspected in March`, `the fair in April drew`; but not what `was to
    be signed in March`, `was moved to March`, or of which it was told that it `closes in March`."""
    before = _sentence(reversed(tokens[max(0, at - REACH) : at]))[::-1]
    told = lies_ahead(text, tokens, at, end)
    if told or (before and before[-1].word in _TOWARDS):
        return False
    if {token.word for token in before[-2 * NEAR :]} & words("since"):
        return True
    tagged = _tagged(text, before)
    last = max((place for place, word in enumerate(tagged) if word.tag in _VERBS and word.form != "been"), default=None)
    if last is None:
        return told is False
    has_done = tagged[last].form in _PERFECT and any(word.tag == "N" for word in tagged[last:])
    over = tagged[last].finite and (_is_past(tagged[last]) or has_done)
    return over and not any(map(_may_be_done, tagged[last:], tagged[last + 1 :]))


def _may_be_done(before: Word, word: Word) -> bool:
    """`the school closes`, `and meet again`, where the words beside do not tell a verb from a noun."""
    letters = lexicon().get(word.form, "") if word.tag == "n" else ""
    return "Z" in letters or ("V" in letters and before.tag == "CC")


def _sentence(tokens: Iterable[Token]) -> list[Token]:
    return list(takewhile(lambda token: token.word not in _ENDS, tokens))


def _edge(text: str, before: Sequence[Token]) -> bool | None:
    """`until Friday` is to come; but not in `lasted until Friday` and `not found until Friday`."""
    near = {token.word for token in before[-NEAR:]}
    if near & words("since"):
        return False
    if near & words("until"):
        lasted = any(token.word in words("lasted") for token in before)
        return not lasted or bool(_first(reversed(_told(text, before))))
    if [token.word for token in before[-3::2]] == ["from", "to"]:  # `from Saturday to Tuesday`: both or neither
        before = before[:-2]
    if before and before[-1].word in words("from"):
        return len(before) == 1 or _is_present(text, before)
    return None


def _is_present(text: str, before: Sequence[Token]) -> bool:
    """`applies from Monday`; but `was closed from Monday`, `a letter from Monday`, `is from Monday`."""
    verbs = [word for word in _tagged(text, before) if word.finite]
    return bool(verbs) and not _is_past(verbs[-1]) and before[-2].word not in _BE


def _has_verb(text: str, tokens: Sequence[Token]) -> bool:
    """Not so `an inspection in March`, of which the verb stands behind the day."""
    return language_read() != ENGLISH or any(word.finite or word.tag in "BG" for word in _tagged(text, tokens))


def _first(told: Iterable[bool | None]) -> bool | None:
    return next((verdict for verdict in told if verdict is not None), None)


def _told(text: str, tokens: Sequence[Token]) -> list[bool | None]:
    """What each word tells of the time."""
    return _english(text, tokens) if language_read() == ENGLISH else [_listed(token.word) for token in tokens]


def _listed(word: str) -> bool | None:
    if word in words("ahead") or word in words("plans"):
        return True
    return False if word in words("past") else None


def _english(text: str, tokens: Sequence[Token]) -> list[bool | None]:
    tagged = _tagged(text, tokens)
    tags, forms = ["", *(word.tag for word in tagged)], [*(word.form for word in tagged[1:]), ""]
    return [_verdict(word, tag, form) for tag, word, form in zip(tags, tagged, forms, strict=False)]


def _verdict(word: Word, tag_before: str, form_after: str) -> bool | None:
    if word.form == "set":
        return True if form_after in _LEADS else None
    if word.form in _BE and form_after == "to":
        return True
    if word.form in words("ahead") or (word.finite and word.form in words("plans")):
        return True
    told_of = word.tag == "N" and tag_before in {"n", "p"}  # `will question the man arrested on Monday`
    return False if told_of or _is_past(word) else None


def _is_past(word: Word) -> bool:
    letters = lexicon().get(word.form, "")
    return word.form in _PAST_FORMS or (word.finite and "D" in letters and "V" not in letters)


def _tagged(text: str, tokens: Sequence[Token]) -> tuple[Word, ...]:
    return tag_words(text[tokens[0].start : tokens[-1].end]) if tokens else ()
