"""Cut text into words, and give each the form under which two texts are compared."""

from __future__ import annotations

import re
from typing import NamedTuple, Protocol

from .lexicons import table
from .lexicons import words as word_list
from .number_words import word_value
from .spelling import NUMBER, elisions, plain_number
from .tongue import ENGLISH, by_language, language_read

STEMMERS = {"de": "german", "es": "spanish", "fr": "french"}

_QUOTES = str.maketrans("‘’‚‛`´“”„‟«»‐‑‒–—―−", "''''''\"\"\"\"\"\"-------")
_SPACES = re.compile(r"\s+")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3})")

_WORDS = r"(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:['’][^\W\d_]+)*|%"
_NUMBER = r"\d+(?:[.,:]\d+)*"


@by_language()
def _token_pattern() -> tuple[re.Pattern[str], list[str]]:
    """Names first, each a group of its own; beside it the forms that the groups stand for."""
    rows = table("names")
    names = "|".join(rf"(?P<n{place}>(?:{pattern})(?!\w))" for place, (_, pattern) in enumerate(rows))
    numbers, joined = (_NUMBER, "") if language_read() == ENGLISH else (NUMBER, f"|{elisions()}")
    return re.compile(rf"(?<!\w)(?:{names or '(?!)'})|{numbers}{joined}|{_WORDS}"), [form for form, _ in rows]


Run = tuple[str, ...]  # forms of words in a row


class Stemmer(Protocol):
    def stemWord(self, word: str) -> str: ...  # noqa: N802


class Token(NamedTuple):
    """A word as it stands, the form it is compared under, and its place: code points, half-open."""

    surface: str
    form: str
    start: int
    end: int
    is_empty: bool  # a grammar word, which never makes two passages the same

    @property
    def is_number(self) -> bool:
        return self.form[0].isdigit()


@by_language(4096)
def tokens(text: str) -> tuple[Token, ...]:
    """Words and numbers in order; marks are left out, and a hyphen parts two words."""
    pattern, names = _token_pattern()
    empty = _empty()
    found = []
    for match in pattern.finditer(text):
        name, surface = match.lastgroup, match.group()
        form = names[int(name[1:])] if name else word_form(surface)
        found.append(Token(surface, form, match.start(), match.end(), form in empty))
    return tuple(found)


@by_language(65536)
def word_form(word: str) -> str:
    """Lower form without ending: "Nominated" and "nominates" give "nominat", "1,200" gives "1200", "two" gives "2"."""
    if language_read() != ENGLISH:
        return _form_by_stemmer(word)
    if word[0].isdigit():
        return _THOUSANDS.sub("", word).rstrip(".,:")
    plain = word.lower().translate(_QUOTES)
    plain = plain.removesuffix("'s").removesuffix("s'") if "'" in plain else plain.replace(".", "")
    return _same().get(plain) or stem(plain)


def _form_by_stemmer(word: str) -> str:
    if word[0].isdigit():
        return plain_number(word)
    plain = word.lower().translate(_QUOTES).replace(".", "")
    if (value := word_value(plain)) is not None:
        return str(value)
    return _same().get(plain) or _stemmer().stemWord(plain)


@by_language()
def _stemmer() -> Stemmer:
    from snowballstemmer import stemmer  # a sixth of a second to import, and English does without

    found: Stemmer = stemmer(STEMMERS[language_read()])
    return found


_HEARD = tuple(
    (re.compile(written, re.IGNORECASE), heard)
    for written, heard in (
        (r"\s&\s", " and "),
        (r"\b(?:[a-z]\.){2,}", lambda initials: initials[0].replace(".", "")),
        (r"\b(he|she|it|that|there|here|what|who|where)[’']s\b", r"\1 is"),
        (r"\bcan(?:[’']t|not)\b", "can not"),
        (r"\bwon[’']t\b", "will not"),
        (r"n[’']t\b", " not"),
        (r"[’']re\b", " are"),
        (r"[’']ve\b", " have"),
        (r"[’']ll\b", " will"),
        (r"\bi[’']m\b", "I am"),
        (r"\bpractis", "practic"),
        (r"is(e[ds]?|ing|ations?)\b", r"iz\1"),  # as in terrorised, terrorized
        (r"\b(arm|behavi|col|fav|harb|hon|hum|lab|neighb|rum)our", r"\1or"),
    )
)


@by_language(4096)
def runs_of(text: str, length: int, without: tuple[tuple[int, int], ...] = ()) -> frozenset[Run]:
    """The forms of every `length` words in a row, two of which carry news; `without` what stands in the spans given."""
    found = [token for token in tokens(text) if not any(start <= token.start < end for start, end in without)]
    runs = [found[start : start + length] for start in range(len(found) - length + 1)]
    return frozenset(tuple(token.form for token in run) for run in runs if sum(not t.is_empty for t in run) > 1)


def compare_form(text: str) -> str:
    """The copy by which two texts are compared: the forms of their words, one space apart."""
    return " ".join(token.form for token in tokens(text))


def spoken_form(text: str) -> str:
    """`compare_form` of what is heard: `we’re & the I.R.S.` and `we are and the IRS` are spoken alike."""
    if language_read() != ENGLISH:
        return compare_form(text)
    for written, heard in _HEARD:
        text = written.sub(heard, text)
    return compare_form(text)


@by_language()
def _same() -> dict[str, str]:
    root = stem if language_read() == ENGLISH else _stemmer().stemWord
    return {other: root(form) for form, *others in table("same_words") for other in others}


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
