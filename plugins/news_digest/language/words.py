"""Cut text into words, and give each the form under which two texts are compared."""

from __future__ import annotations

import re
from typing import NamedTuple

from .lexicons import table
from .lexicons import words as word_list
from .tongue import by_language

_QUOTES = str.maketrans("‘’‚‛`´“”„‟«»‐‑‒–—―−", "''''''\"\"\"\"\"\"-------")
_SPACES = re.compile(r"\s+")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3})")

# Names of several words or with points, each one thing wherever it stands. `US` and `UN` only in capitals.
_NAMES = (
    ("usa", r"U\.\s?S\.(?:\s?A\.)?|USA?|[Uu]nited\s[Ss]tates(?:\sof\s[Aa]merica)?"),
    ("britain", r"U\.\s?K\.|UK|[Uu]nited\s[Kk]ingdom|[Gg]reat\s[Bb]ritain"),
    ("unitednations", r"U\.\s?N\.|UN|[Uu]nited\s[Nn]ations"),
    ("europeanunion", r"E\.\s?U\.|EU|[Ee]uropean\s[Uu]nion"),
    ("percent", r"[Pp]er\s?cent"),
)
_NAME_FORMS = [form for form, _ in _NAMES]
_TOKEN = re.compile(
    "|".join(rf"(?P<n{place}>(?<!\w)(?:{pattern})(?!\w))" for place, (_, pattern) in enumerate(_NAMES))
    + r"|\d+(?:[.,:]\d+)*|(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:['’][^\W\d_]+)*|%"
)


class Token(NamedTuple):
    """A word as it stands, the form it is compared under, and its place: code points, half-open."""

    surface: str
    form: str
    start: int
    end: int

    @property
    def is_number(self) -> bool:
        return self.form[0].isdigit()

    @property
    def is_empty(self) -> bool:
        """True of grammar words, which never make two passages the same."""
        return is_empty(self.form)


@by_language(4096)
def tokens(text: str) -> tuple[Token, ...]:
    """Words and numbers in order; marks are left out, and a hyphen parts two words."""
    return tuple(_token(match) for match in _TOKEN.finditer(text))


def _token(match: re.Match[str]) -> Token:
    name = match.lastgroup
    surface = match.group()
    return Token(surface, _NAME_FORMS[int(name[1:])] if name else word_form(surface), match.start(), match.end())


@by_language(65536)
def word_form(word: str) -> str:
    """Lower form without ending: "Nominated" and "nominates" give "nominat", "1,200" gives "1200", "two" gives "2"."""
    if word[0].isdigit():
        return _THOUSANDS.sub("", word).rstrip(".,:")
    plain = word.lower().translate(_QUOTES)
    plain = plain.removesuffix("'s").removesuffix("s'") if "'" in plain else plain.replace(".", "")
    return _same().get(plain) or stem(plain)


def compare_form(text: str) -> str:
    """The copy by which two texts are compared: the forms of their words, one space apart."""
    return " ".join(token.form for token in tokens(text))


def is_empty(form: str) -> bool:
    return form in _empty()


@by_language()
def _same() -> dict[str, str]:
    return {other: stem(form) for form, *others in table("same_words") for other in others}


@by_language()
def _empty() -> frozenset[str]:
    return frozenset(word_form(word) for word in word_list("empty_words")) | word_list("empty_words")


def stem(word: str) -> str:
    """Cut plural, past and -ing endings; a short word keeps its letters, and a doubled consonant is undone."""
    word = _without_plural(word)
    for ending in ("ingly", "edly", "ing", "ed", "ly"):
        if word.endswith(ending) and len(word) >= len(ending) + 3 and _has_vowel(word[: -len(ending)]):
            return _closed(word[: -len(ending)])
    return _closed(word)


def _without_plural(word: str) -> str:
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes", "zes")):
        return word[:-2]
    return word[:-1]


def _closed(word: str) -> str:
    """One spelling of a stem: no final e, i for y, no doubled last consonant."""
    if len(word) > 3 and word.endswith("e"):
        word = word[:-1]
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeious":
        word = word[:-1]
    return word[:-1] + "i" if len(word) > 2 and word.endswith("y") else word


def _has_vowel(word: str) -> bool:
    return any(letter in "aeiouy" for letter in word)
