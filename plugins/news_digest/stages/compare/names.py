"""Know a person by the name, however much of it a report prints."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from unicodedata import combining, normalize

from ...language.lexicons import table, words
from ...model import Article
from ...remember import between_builds

NAME = re.compile(r"[^\W\d_a-z][\w’'-]*\w(?:[ \u00a0][^\W\d_a-z][\w’'-]*\w)*")
BESIDE_THE_NAME = re.compile(r",|\b(?:for|of|in|at|from|who|whose|on)\b")  # `Nancy Pelosi | of California`
_FIRST = r"[^\W\d_a-z][\w’'-]+"
STEM = 4  # letters
SPELT_ALIKE = 0.7  # share of the letters of two names, in order
NO_NAMES = frozenset("the mr ms mrs miss dr sir dame lord lady and but in on".split())


def plain_name(name: str) -> str:
    """Dorić and Doric are one name: not every outlet has the letters."""
    return "".join(letter for letter in normalize("NFKD", name) if not combining(letter))


def full_name(article: Article, parts: Sequence[str]) -> str | None:
    """First and last names: as they stand, or as the article calls the one person of that surname. Offices are no part
    of a name."""
    parts = [part for part in parts if not is_office(part)]
    return _in_full(article, parts[0]) if len(parts) == 1 else " ".join(parts) or None


@between_builds
def _in_full(article: Article, surname: str) -> str | None:
    full = re.compile(rf"((?:{_FIRST}[ \u00a0]){{1,2}}){re.escape(surname)}\b")  # Mark Jay Heller
    named = (match.group(1).split() for match in full.finditer(article.text))
    first = {" ".join(part for part in parts if not is_office(part)) for parts in named} - {""}
    return f"{first.pop()} {surname}" if len(first) == 1 else None


def one_person(name: str, other: str) -> bool:
    """Emil Jan Rask and Emil Rask, or Emil Raks: one surname, maybe misspelt, and a first name in common."""
    *first, last = name.split()
    *others, surname = other.split()
    return sorted(last) == sorted(surname) and bool(set(first) & set(others))


def one_name(name: str, other: str, text: str) -> bool:
    """Whether two names may be of one: they share a part or a stem, one is the other's letters (`WHO`), a spelling of
    it, or a capital that stands for its country, or `text` sets one beside the other (`Interior Secretary Salazar`)."""
    mine, theirs = (plain_name(one).lower().split() for one in (name, other))
    if set(mine) & set(theirs) or any(_kindred(a, b) for a in mine for b in theirs) or _stand_for(name, other):
        return True
    letters = {"".join(part[0] for part in parts) for parts in (mine, theirs) if len(parts) > 1}
    if letters & {"".join(mine), "".join(theirs)}:
        return True
    return any(
        re.search(rf"\b{re.escape(one)}\b(?: \(|,? (?:[a-z]+ ){{0,3}}){re.escape(two)}\b", text)
        for one, two in ((name, other), (other, name))
    )


def _kindred(word: str, other: str) -> bool:
    """Russia and Russian, Kyiv and Kiev, Adeyemi and Adeyemy."""
    if min(len(word), len(other)) < STEM:
        return False
    return word[:STEM] == other[:STEM] or SequenceMatcher(None, word, other).ratio() >= SPELT_ALIKE


def _stand_for(name: str, other: str) -> bool:
    return any({name, other} <= set(row) for row in table("metonyms", "any"))


def is_office(word: str) -> bool:
    """Mayor, Justice, Mr: no part of the name."""
    return word.isupper() or word.lower() in NO_NAMES | words("offices")
