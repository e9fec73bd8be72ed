"""Compile the lists of set phrases that web pages share into one pattern a list.

In a list, one phrase a line: `|` parts words that may stand for each other, `[…]` may be missing, `*` is anything
short, `#` a number; a line that begins with `;` is a comment.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).with_name("page_words")
TOKEN = re.compile(r"\[[^]]*\]|\S+")
ANYTHING = r"\S.{0,60}?"  # a name or a title at most
NUMBER = r"\(?\d[\d.,]*[km]?\+?\)?"


@cache
def phrases(name: str) -> str:
    """A pattern that matches any phrase of `page_words/<language>/<name>.txt`, longest first."""
    rows: set[str] = set()
    for path in sorted(FOLDER.glob(f"*/{name}.txt")):
        lines = path.read_text(encoding="utf-8").splitlines()
        rows.update(line.strip() for line in lines if line.strip() and not line.startswith(";"))
    return "(?:" + "|".join(_pattern(row) for row in sorted(rows, key=lambda row: (-len(row), row))) + ")"


@cache
def words(name: str) -> frozenset[str]:
    """Every word of `page_words/<language>/<name>.txt`, whose lines list words with a bar between two."""
    return frozenset(
        word
        for path in FOLDER.glob(f"*/{name}.txt")
        for line in path.read_text(encoding="utf-8").splitlines()
        if not line.startswith(";")
        for word in line.split("|")
    )


def _pattern(phrase: str) -> str:
    parts: list[str] = []
    for token in TOKEN.findall(phrase):
        inner = token.strip("[]")
        words = "(?:" + "|".join(_word(word) for word in inner.split("|")) + ")"
        space = " " if parts else ""
        parts.append(f"(?:{space}{words})?" if token.startswith("[") else space + words)
    return "".join(parts)


def _word(word: str) -> str:
    if word == "*":
        return ANYTHING
    return re.escape(word).replace(r"\#", NUMBER).replace("'", "[’']")
