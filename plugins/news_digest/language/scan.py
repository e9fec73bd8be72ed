"""Cut a text into words, numbers and marks, each with its place."""

from __future__ import annotations

import re
from typing import NamedTuple

from .spelling import NUMBER, elisions, plain_number
from .tongue import ENGLISH, by_language, language_read

_WORDS = r"[^\W\d_]+(?:['’][^\W\d_]+)*|\.{2,}|[^\w\s]|_"
_ENGLISH = re.compile(rf"(?:[^\W\d_]\.){{2,}}|\d+(?:[.,]\d+)*|{_WORDS}")

Span = tuple[int, int]


class Token(NamedTuple):
    """A word, number or mark. `word` is its compare form: lower case, straight apostrophe, numbers as in English."""

    word: str
    start: int
    end: int


@by_language(2048)  # several stages ask of the same passage
def scan(text: str) -> tuple[Token, ...]:
    """Tokens in order; start and end are code points of `text`, half-open."""
    if language_read() == ENGLISH:
        return tuple(Token(m.group().lower().replace("’", "'"), m.start(), m.end()) for m in _ENGLISH.finditer(text))
    return tuple(Token(_form(m.group()), m.start(), m.end()) for m in _pattern().finditer(text))


def _form(surface: str) -> str:
    return plain_number(surface) if surface[0].isdigit() else surface.lower().replace("’", "'")


@by_language()
def _pattern() -> re.Pattern[str]:
    return re.compile(rf"(?:[^\W\d_]\.){{2,}}|{NUMBER}|{elisions()}|{_WORDS}")
