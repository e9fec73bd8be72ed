"""Settle what stands between the headline and the report: decks, bylines, dates; above the headline is the page."""

from __future__ import annotations

from collections.abc import Sequence

from ..model import BlockKind as K
from .credits import credit_rule, is_initials, is_person
from .day_lines import is_date_line
from .lines import Line

HEAD_PROSE = 2  # sentences above the byline: a deck of two lines
DECK_WORDS = 5  # shorter lines under a headline are labels: a section, a place
REPEATED = 0.8  # share of a deck's words that the next paragraph says again
REPEATED_WORDS = 8


def end_of_head(lines: Sequence[Line], kinds: Sequence[K | None], first: int) -> int:
    """A byline or date among the first sentences ends the head: what stands above it is the deck."""
    start, prose = first, 0
    for at in range(first, len(lines)):
        if _closes_head(lines[at]):
            start = at + 1
        prose += kinds[at] is K.PARAGRAPH
        if prose > HEAD_PROSE:
            return start
    return first


def settle_head(lines: Sequence[Line], kinds: list[K | None], headline: int | None, body: int) -> None:
    """Above the headline is the page; between headline and report stand decks, bylines and dates."""
    for at in range(body):
        if headline is None or at < headline:
            kinds[at] = K.FURNITURE
        elif at == headline:
            kinds[at] = K.HEADLINE
        else:
            kinds[at] = _kind_in_head(lines[at], kinds[at], last=at == body - 1)


def settle_deck(lines: Sequence[Line], kinds: list[K | None]) -> None:
    """A first paragraph that the second says again is the report's deck."""
    prose = [at for at, kind in enumerate(kinds) if kind is K.PARAGRAPH][:2]
    if len(prose) < 2:
        return
    deck, lede = ({word.lower() for word in lines[at].words} for at in prose)
    if len(deck) >= REPEATED_WORDS and len(deck & lede) >= REPEATED * len(deck):
        kinds[prose[0]] = K.DECK


def _closes_head(line: Line) -> bool:
    return credit_rule(line) == "byline" or is_date_line(line.text)


def _kind_in_head(line: Line, kind: K | None, *, last: bool) -> K:
    if kind not in (None, K.PARAGRAPH):
        return kind
    if line.bullet:
        return K.ITEM
    if is_person(line) or is_initials(line):
        return K.CREDIT
    if len(line.words) >= DECK_WORDS:
        return K.DECK
    return K.SUBHEAD if last and line.text.endswith(":") else K.FURNITURE
