"""Cut a text into words, numbers and marks, each with its place."""

from __future__ import annotations

import re
from typing import NamedTuple

from .tongue import by_language

_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|\.{2,}|[^\w\s]|_")

Span = tuple[int, int]


class Token(NamedTuple):
    """A word, number or mark. `word` is its compare form: lower case, straight apostrophe."""

    word: str
    start: int
    end: int


@by_language(256)  # the slots of one sentence are read one after the other from the same tokens
def scan(text: str) -> tuple[Token, ...]:
    """Tokens in order; start and end are code points of `text`, half-open."""
    return tuple(Token(m.group().lower().replace("’", "'"), m.start(), m.end()) for m in _TOKEN.finditer(text))
