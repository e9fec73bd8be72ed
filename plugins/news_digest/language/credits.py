"""Read credit lines: which agency or outlet a whole text, or one statement in it, is credited to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from .lexicons import table

_NAME = r"[A-Z][\w&’'.-]*(?: (?:of |and |for |the )?[A-Z][\w&’'.-]*){0,4}"
_SOURCE = re.compile(
    rf"^[(\[]?(?:Source|News source|Story source|Via|Agency)\s?[:–—-]\s?(?P<name>{_NAME})", re.MULTILINE
)
_FIRST = re.compile(
    rf"\b(?:first|originally) (?:published|appeared) (?:by|in|on|at) (?P<name>{_NAME})"
    rf"|\b(?:published|produced|written|reported) by (?P<other>{_NAME})(?= and (?:is )?(?:republished|reprinted))"
)


# `TARNHOLM (MPA) -` before the first words: who stands in brackets there wrote the report.
_DATELINE = re.compile(rf"\A[^\n()]{{0,60}}\((?P<name>{_NAME})\)(?=\s?[-–—:])")


class Credit(NamedTuple):
    """Who is credited, where it is printed (half-open), and whether the whole text is credited or one statement."""

    name: str
    start: int
    end: int
    whole: bool


def find_credits(text: str, *, line_of_its_own: bool) -> Iterator[Credit]:
    """Credits in a credit line, or else in a dateline or a paragraph. A picture's credit is none."""
    if line_of_its_own and not _is_picture(text):
        for pattern in (_SOURCE, _FIRST, _line()):
            match = pattern.search(text)
            if match:
                yield Credit(_named(match), match.start(), match.end(), whole=True)
                return
    if not line_of_its_own:
        yield from _in_prose(text)


def _in_prose(text: str) -> Iterator[Credit]:
    for pattern, whole in ((_FIRST, True), (_DATELINE, True), (_statement(), False)):
        for match in pattern.finditer(text):
            yield Credit(_named(match), match.start(), match.end(), whole)


def _is_picture(text: str) -> bool:
    return bool(re.search(r"\b(?:photo|image|picture|video|getty|graphic)|[|]|\w/\w", text, re.IGNORECASE))


def _named(match: re.Match[str]) -> str:
    found = next(value for value in match.groupdict().values() if value)
    return _shown().get(found, found.rstrip("."))


@cache
def _shown() -> dict[str, str]:
    return {form: name for name, *forms in table("agencies", "any") for form in forms}


@cache
def _agencies() -> str:
    forms = sorted(_shown(), key=lambda form: (-len(form), form))
    return "(?P<agency>" + "|".join(map(re.escape, forms)) + r")(?!\w)"


@cache
def _line() -> re.Pattern[str]:
    """`— AP`, `(Reuters)`, `© AFP`, `With reporting by Reuters`: an agency in a line that says nothing else."""
    return re.compile(
        rf"^(?:[^\n]{{0,60}}\b(?:by|from|with) |[(\[—–©\s-]*(?:\d{{4}} )?){_agencies()}[)\].]*\s*$", re.MULTILINE
    )


@cache
def _statement() -> re.Pattern[str]:
    verbs = r"told|according to(?: an?| the)?|reported by|quoted by|in an interview with|cited by"
    return re.compile(rf"\b(?:{verbs}) {_agencies()}(?: translation| report)?")
