"""The part that a figure plays beside others in its sentence: an old level, a step, a share, what had been expected."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...language.certainty import is_move
from ...language.expectations import is_expected
from ...language.figures import Figure
from ...language.units import is_amount

_SUBSET = re.compile(r"\s*(?:of the|(?:[a-z]+ )?of (?:them|those|whom|which|these))\b")  # not `19 workers of the plant`
_OF = re.compile(r"\s*of (?:the |its |all )?")
_STEP = re.compile(r"\s+(?:more|less|fewer|higher|lower|up|down|above|below)\b(?! than \d)")
_BY = re.compile(r"\bby\s+$")
_BRINGS_TO = re.compile(r"\b(?:bringing|taking|raising|lifting|pushing|putting) [^.;]*\b(?:to|at)\b")
_TOTAL = re.compile(r"\b(?:bringing|taking|raising|lifting|pushing) [^.;]*\btotal\b[^.;]*\bto\s(?:\w+\s)?$")
_FROM = re.compile(
    r"\b(?:from|compared with|compared to|than|against)\s+(?:(?:an?|the)\s+)?(?:\w+ly\s+)?(?:revised\s+)?$"
)
_LEVEL = r"(?:figure|level|reading|total|number|estimate)"
_SPAN_BEFORE = r"(?:previous|prior|preceding|preliminary|initial)"
_BEFORE = re.compile(
    rf"\b(?:[Pp]reviously|{_SPAN_BEFORE})\b[^.;,\d]{{,30}}\b{_LEVEL}\b[^.;,\d]{{,30}}$"
    rf"|\b[Ll]ast (?:week|month|quarter|year)[’']s {_LEVEL}\b[^.;,\d]{{,30}}$"
    rf"|\b(?:{_SPAN_BEFORE}|last)\s(?:week|month|quarter|year)[’']s\s(?:[\w-]+\s)?$|\brevised\s$",
    re.IGNORECASE,
)
_OF_BEFORE = re.compile(
    r"(?:The )?(?:previous|prior|preceding|last) (?:week|month|quarter|year)[’']s \w+ (?:was|were)\b"
)
_EARLIER = re.compile(
    r"(?:\s\w+){,3}?\s(?:(?:an?|one|the)\s(?:week|month|quarter|year)\s(?:before|earlier|ago)"
    r"|the\s(?:previous|prior|preceding)\s(?:week|month|quarter|year))\b"
)
_REST = re.compile(r"\b(?:remaining|including|among them),?\s$")
_OTHERS = re.compile(
    r"\sothers?\b|(?:\s\w+){,3}?\s(?:seriously|critically|severely|gravely)\s(?:injured|wounded|hurt|ill)\b"
)
_AVERAGE = re.compile(r"\baverag\w*\b[^.;,\d]{,25}$")
_OF_EACH = re.compile(r"(?:\s\w+){,3}?\s(?<!for )(?:each|apiece)\b")  # not `22 euros for each share`
CLAUSE = 160  # characters
MOVED_WITHIN = 6  # words before `from`
ADVERBS = 12  # characters between `to` and the number
NEAR_BY = 60  # characters before a figure that may say it is an old one
LISTING = frozenset({",", "and", ", and", "&", "und", "et", "y"})
OLD, STEP, PART, SHARE, WHOLE, EXPECTED, MEAN = "old", "step", "part", "share", "whole", "expected", "mean"


def role_of(text: str, figures: Sequence[Figure], place: int) -> str:
    figure = figures[place]
    if place and is_share(text, figures[place - 1], figure):
        return WHOLE
    if is_amount(figure.unit) and _TOTAL.search(text[max(0, figure.start - CLAUSE) : figure.start]):
        return WHOLE
    if place + 1 < len(figures) and is_share(text, figure, figures[place + 1]):
        return PART if figures[place + 1].state else SHARE
    before = text[max(0, figure.start - NEAR_BY) : figure.start]
    if not _BEFORE.search(before) and is_expected(text, (figure.start, figure.end)):
        return EXPECTED
    if _SUBSET.match(text, figure.number[1]) or _brings_to_another(text, figures, place):
        return PART
    if _REST.search(before) or _OF_EACH.match(text, figure.end) or _OTHERS.match(text, figure.number[1]):
        return PART
    if _AVERAGE.search(before):
        return MEAN
    if (
        _OF_BEFORE.match(text)
        or _is_old(text, figures, place)
        or _BEFORE.search(before)
        or _EARLIER.match(text, figure.end)
    ):
        return OLD
    return STEP if _is_step(text, figure) else ""


def _brings_to_another(text: str, figures: Sequence[Figure], place: int) -> bool:
    """`four more, bringing the number of dead to 14`; not `bringing traffic to a standstill`."""
    brought = [match.end() for match in _BRINGS_TO.finditer(text, figures[place].end)]
    return any(0 <= figure.start - end <= ADVERBS for end in brought for figure in figures[place + 1 :])


def is_share(text: str, figure: Figure, whole: Figure) -> bool:
    """`98 of the 180 seats`"""
    return bool(_OF.fullmatch(text, figure.number[1], whole.start))


def level_before(text: str, figures: Sequence[Figure], place: int) -> Figure | None:
    """39 of `from 39 to 37 hours`, 84 of `to 93 percent from 84`."""
    figure = figures[place]
    beside = [at for at in (place - 1, place + 1) if 0 <= at < len(figures)]
    steps = (figures[at] for at in beside if _is_stepped(text, figure, figures[at]) and _is_old(text, figures, at))
    return next(steps, None)


def sum_of_list(text: str, figures: Sequence[Figure], place: int) -> float | None:
    """212 of `198 passengers and 14 crew`; None where the figure stands in no list, or one of them is not exact."""
    first = last = place
    while first and _is_listed(text, figures[first - 1], figures[first]):
        first -= 1
    while last + 1 < len(figures) and _is_listed(text, figures[last], figures[last + 1]):
        last += 1
    listed = figures[first : last + 1]
    exact = [one.low for one in listed if one.low is not None and one.low == one.high and not is_amount(one.unit)]
    return sum(exact) if 1 < len(listed) == len(exact) else None


def _is_listed(text: str, figure: Figure, following: Figure) -> bool:
    return not (figure.ordinal or following.ordinal) and text[figure.end : following.start].strip() in LISTING


def between(text: str, a: Figure, b: Figure) -> str:
    first, last = sorted((a, b), key=lambda figure: figure.start)
    return text[first.end : last.start].strip()


def _is_stepped(text: str, figure: Figure, other: Figure) -> bool:
    return between(text, figure, other) in {"to", "from"}


def _is_old(text: str, figures: Sequence[Figure], place: int) -> bool:
    """`than 84`, `up from 84`, `from 84 to 93`; not `data from 84 towns`."""
    figure = figures[place]
    found = _FROM.search(text[: figure.start])
    if not found or not found[0].lower().startswith("from"):
        return bool(found)
    beside = (figures[at] for at in (place - 1, place + 1) if 0 <= at < len(figures))
    moved = any(map(is_move, text[: found.start()].split()[-MOVED_WITHIN:]))
    return moved or any(_is_stepped(text, figure, other) for other in beside)


def _is_step(text: str, figure: Figure) -> bool:
    """`five cents more than last year`, `by five cents`; a share is always one: `up 23 percent`, `by 23 percent`."""
    stepped = _STEP.match(text, figure.end) or _BY.search(text[: figure.start])
    return bool(stepped) and figure.unit != "percent"
