"""How a language writes its numbers and runs its words together: 1.200 and 3,7; 1 200; l’eau.

English needs none of this: its patterns stand where they are used, and its numbers are what others are turned into.
"""

from __future__ import annotations

import re

from .tongue import language_read

# A space that groups digits: `1 200`, and in Switzerland an apostrophe. Four digits before it are a year with a number
# after it.
NUMBER = r"(?<!\d)\d{1,3}(?:[ \u00a0\u2009\u202f'’]\d{3})+(?!\d)(?:,\d+)?|\d+(?:[.,]\d+)*"
ELIDED = r"\b(?:[cdjlmnstCDJLMNST]|[Qq]u|[Jj]usqu|[Ll]orsqu|[Pp]uisqu|[Qq]uoiqu)['’](?=[\w«“\"])"
_GROUPS = re.compile(r"[ \u00a0\u2009\u202f'’]")
_THREES = re.compile(r"[1-9]\d{0,2}(?:[.,]\d{3})+")


def elisions() -> str:
    """A pattern of the short words that the language joins to the next one; matches nothing where it has none."""
    return ELIDED if language_read() == "fr" else r"(?!)"


def plain_number(digits: str) -> str:
    """The number as English writes it, without marks between thousands: `1.200` gives 1200, `3,7` gives 3.7.

    Spanish marks decimals with a point in America and with a comma in Europe: a mark before three digits parts
    thousands there, whichever it is. What is no number (3.5.2021) stays as it is.
    """
    digits = _GROUPS.sub("", digits)
    marks = {mark for mark in digits if mark in ".,"}
    if len(marks) == 2:
        return _with_decimals(digits, max(marks, key=digits.rfind))
    if not marks:
        return digits
    (mark,) = marks
    if _THREES.fullmatch(digits) and (mark == "." or language_read() == "es"):
        return digits.replace(mark, "")
    return digits.replace(",", ".") if digits.count(mark) == 1 else digits


def _with_decimals(digits: str, mark: str) -> str:
    whole, _, decimals = digits.rpartition(mark)
    return f"{re.sub('[.,]', '', whole)}.{decimals}" if whole.count(mark) == 0 else digits
