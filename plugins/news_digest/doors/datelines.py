"""Find the dateline of a report: the place, day and agency that stand before its first words."""

from __future__ import annotations

import re

LONGEST_DATELINE = 90  # characters

_UPPER = r"[A-Z\u00c0-\u00de]"
_CAPITALS = rf"{_UPPER}[A-Z\u00c0-\u00de.'’-]+(?: (?:{_UPPER}[A-Z\u00c0-\u00de.'’-]*|[a-z]{{2,3}})){{0,3}}"
_NAME = rf"{_UPPER}[\w.'’-]*(?: {_UPPER}[\w.'’-]*){{0,3}}"
_MORE = r"(?:[,/] ?[\w.]+(?: [\w.]+){0,3}){0,3}"  # a region or a day: `, Varona`, `, Sept. 3, 2025`
_AGENCY = r"\([A-Z][^()\n]{1,40}\)"
_DASH = r"\s?(?:[–—]|--?(?=\s))"
_LABEL = r"(?:posted|published|updated?|breaking|exclusive|watch|live|listen|correction|note|opinion|analysis|review)"
_DATELINE = re.compile(
    rf"(?!(?i:{_LABEL})\b)"
    rf"(?:{_CAPITALS}{_MORE}(?: ?{_AGENCY})?{_DASH}"
    rf"|{_CAPITALS}(?:, {_NAME})?(?: ?{_AGENCY})?:(?!\s?\d)"
    rf"|{_NAME}{_MORE} ?{_AGENCY}(?:{_DASH}|:)"
    rf"|{_NAME}(?:, {_NAME})?(?: —|—| –)"
    rf"|{_AGENCY}{_DASH})"
    rf"\s?(?=[“\"‘'«(]?(?:{_UPPER}|\d))"
)


def dateline_length(paragraph: str) -> int:
    """Where the dateline at the start of a report's first paragraph ends, its dash included; 0 where it has none."""
    match = _DATELINE.match(paragraph[: LONGEST_DATELINE + 1])
    return len(match.group().rstrip()) if match else 0
