"""Read credit lines: which agency or outlet a whole text, or one statement in it, is credited to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from .lexicons import table

_NAME = r"[A-Z][\w&’'.-]*(?: (?:of |and |for |the )?[A-Z][\w&’'.-]*){0,4}"
_SOURCE = re.compile(
    r"^[(\[]?(?:Source|News source|Story source|Via|Agency|Quelle|Agentur|Fuente|Agencia|Agence)\s?[:–—-]"
    rf"\s?(?P<name>{_NAME}|dpa)",
    re.MULTILINE,
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
    if line_of_its_own and _is_picture(text):
        return
    patterns = _in_lines if line_of_its_own else _in_prose
    taken: list[Credit] = []
    for pattern, whole in patterns():
        for match in pattern.finditer(text):
            credit = Credit(_named(match), match.start(), match.end(), whole)
            if not any(credit.start < other.end and other.start < credit.end for other in taken):
                taken.append(credit)
    yield from sorted(taken, key=lambda credit: credit.start)


def _is_picture(text: str) -> bool:
    return bool(re.search(r"\b(?:photo|image|picture|video|getty|graphic)|[|]|\w/\w", text, re.IGNORECASE))


def _named(match: re.Match[str]) -> str:
    found = next(value for value in match.groupdict().values() if value)
    return _shown().get(found, found.rstrip("."))


@cache
def _shown() -> dict[str, str]:
    shown = {form: name for name, *forms in table("agencies", "any") for form in forms}
    return {form.upper(): name for form, name in shown.items() if " " in form} | shown


@cache
def _agencies() -> str:
    forms = sorted(_shown(), key=lambda form: (-len(form), form))
    return "(?P<agency>" + "|".join(map(re.escape, forms)) + r")(?!\w)"


@cache
def _line() -> re.Pattern[str]:
    """`— AP`, `(Reuters)`, `© AFP 2024`, `By Jane Doe, Associated Press`: a line that says nothing else."""
    before = r"(?:(?:©|\([Cc]\)|[Cc]opyright)\s?)*(?:\d{4} )?(?:(?:[Rr]eporting |[Ww]ritten )?(?:[Bb]y|BY|[Ff]rom) )?"
    byline = r"(?:(?:[Bb]y|BY|Von|Par|Por) [^\n,]{2,60}(?:, | of | for ))?"
    after = r"(?: (?:\d{4}|[Ss]taff(?: [Ww]riters?)?|[Nn]ews [Aa]gency))?"
    return re.compile(
        rf"^[(\[—–\s-]*{byline}{before}(?:[Tt]he )?{_agencies()}{after}[)\].]*(?:\s*$| All rights)", re.MULTILINE
    )


@cache
def _share() -> re.Pattern[str]:
    """`With files from Reuters`, `AP writer Jane Doe contributed to this report`: the text is the agency's in part."""
    return re.compile(
        r"\b(?:[Ww]ith|[Aa]dditional|[Ii]nclud(?:es|ing)|[Ss]ome) (?:\w+ ){0,2}?(?:from|by) (?:the )?"
        rf"{_agencies()}|\b[Ww]ith {_agencies().replace('agency', 'second')} (?:inputs|files)"
        rf"|\b(?:[Mm]it (?:Material|Informationen) (?:von|der)|[Cc]on (?:información|datos) de|[Aa]vec(?: l[’'])?)"
        rf"\s?{_agencies().replace('agency', 'other')}"
        rf"|\b(?:The )?{_agencies().replace('agency', 'third')}(?: [^\n.]{{0,60}})? contributed to this"
    )


@cache
def _statement() -> re.Pattern[str]:
    """`told Reuters`, `the Interfax news agency quoted him`: one statement is the agency's."""
    the = r"(?: an?| the)?(?: [\w-]+)?(?: news agency)? "
    verbs = (
        r"told|[Aa]ccording to|reported by|quoted by|[Ii]n an interview with|interviewed by|cited by|[Cc]iting|seen by"
    )
    says = r"(?: news agency)? (?:reported|said|quoted|cited|reports|quotes)\b"
    return re.compile(
        rf"\b(?:{verbs}){the}{_agencies()}(?: translation| report| count| tally)?"
        rf"|(?:\b[Nn]ews agency )?\b{_agencies().replace('agency', 'second')}{says}"
    )


def _in_lines() -> tuple[tuple[re.Pattern[str], bool], ...]:
    return (_SOURCE, True), (_FIRST, True), (_share(), False), (_line(), True)


def _in_prose() -> tuple[tuple[re.Pattern[str], bool], ...]:
    return (_FIRST, True), (_DATELINE, True), (_share(), False), (_statement(), False)
