"""Pair quotation marks: curly, straight, single, German, French. Apostrophes are none; one of a pair may be lost."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from .scan import Span

_MARK = re.compile(r"[“”„‟«»\"‘’‚‛'‹›]")
_SINGLE = frozenset("‘’‚‛'")
_FAMILY = {
    **dict.fromkeys("“”„‟", "curly"),
    **dict.fromkeys("«»", "angle"),
    **dict.fromkeys("‹›", "single angle"),
    **dict.fromkeys("‘’‚‛", "single"),
    '"': "straight",
    "'": "straight single",
}
_PARAGRAPH_END = re.compile(r'\n[^\S\n]*\n\s*|(?<=[.!?:…”’"»])[^\S\n]*\n')
_ELIDED = re.compile(
    r"(?:em|til|tis|twas|cause|n|round|bout|\d0s|\d\d)\b", re.IGNORECASE
)  # 'em, rock 'n' roll, the '90s
_BEFORE_OPEN = "([{—–-/“„«\"‘'>…"
_SPEECH_STOP = ".,!?…—–"  # a closing mark without its partner is believed only after one of these


class Mark(NamedTuple):
    """One quotation mark and what it may do where it stands."""

    place: int
    char: str
    opens: bool
    closes: bool


class Pair(NamedTuple):
    """A quotation with its marks; `opened` and `closed` say whether the mark itself is printed."""

    start: int
    end: int
    opened: bool
    closed: bool

    @property
    def inside(self) -> Span:
        return self.start + self.opened, self.end - self.closed


def pair_marks(text: str) -> tuple[Pair, ...]:
    """Outermost quotations in order. One whose mark is lost ends (or begins) with its paragraph or its neighbour."""
    pairs = (pair for start, end in paragraphs(text) for pair in _pair_paragraph(text, start, end))
    return tuple(_outermost(pair for pair in pairs if any(map(str.isalnum, text[slice(*pair.inside)]))))


def _outermost(pairs: Iterable[Pair]) -> Iterator[Pair]:
    """A quotation whose closing mark is lost may hold a whole one: that is part of it."""
    end = 0
    for pair in pairs:
        if pair.start >= end:
            yield pair
            end = pair.end


def paragraphs(text: str) -> Iterator[Span]:
    """Spans between blank lines; a single line break ends a paragraph only after a mark that ends a sentence."""
    start = 0
    for match in _PARAGRAPH_END.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def _pair_paragraph(text: str, start: int, end: int) -> Iterator[Pair]:
    marks = tuple(_marks(text, start, end))
    at, free = 0, start  # `free` is where the quotation before ended
    while at < len(marks):
        mark = marks[at]
        partner = _partner(text, marks, at) if mark.opens else None
        pair = None
        if partner is not None:
            pair, at = Pair(mark.place, marks[partner].place + 1, opened=True, closed=True), partner
        elif mark.char not in _SINGLE:  # a lone single mark is an apostrophe
            pair = _lone(text, marks, at, free, end)
        if pair:
            yield pair
            free = pair.end
        at += 1


def _lone(text: str, marks: tuple[Mark, ...], at: int, free: int, end: int) -> Pair | None:
    mark = marks[at]
    if mark.opens:
        return Pair(mark.place, _lost_close(text, marks, at, end), opened=True, closed=False)
    if mark.place > free and text[mark.place - 1] in _SPEECH_STOP:
        return Pair(_lost_open(text, free, mark.place), mark.place + 1, opened=False, closed=True)
    return None


def _marks(text: str, start: int, end: int) -> Iterator[Mark]:
    for match in _MARK.finditer(text, start, end):
        place = match.start()
        before = text[place - 1] if place > start else " "
        after = text[place + 1] if place + 1 < end else " "
        opens, closes = _judge(match.group(), before, after)
        if match.group() == '"' and before == after == " ":
            closes = text[max(start, place - 2)] in _SPEECH_STOP  # `in the vault, " she said`
        if opens and _ELIDED.match(text, place + 1) and match.group() in _SINGLE:
            opens = False
        if opens or closes:
            yield Mark(place, match.group(), opens, closes)


def _judge(char: str, before: str, after: str) -> tuple[bool, bool]:
    """Whether the mark may open, and whether it may close, by what touches it."""
    free_before = before.isspace() or before in _BEFORE_OPEN
    touches_after = not after.isspace()
    if char in "„‚‟‛":
        return True, False
    if char in "«‹":  # « French » or »German«
        closing = not (free_before or before in "’'") and not after.isalnum()
        return not closing, closing
    if char in "»›":
        opening = free_before and after.isalnum()
        return opening, not opening
    if char == "“":
        closing = not free_before and not after.isalnum()
        return not closing, closing
    if char == "”":
        opening = before.isspace() and after.isalnum()
        return opening, not opening
    if char == '"':
        return touches_after and (free_before or after.isalpha()), not before.isspace()
    if char == "‘":  # closes in German: ‚so‘
        return free_before and touches_after, not free_before and not after.isalnum()
    if char == "’":
        return False, not after.isalnum()
    return free_before and touches_after, char == "'" and not before.isspace() and not after.isalnum()


def _partner(text: str, marks: tuple[Mark, ...], at: int) -> int | None:
    """The mark that closes the one at `at`: same family, before another of the same family opens."""
    family = _FAMILY[marks[at].char]
    possessive: int | None = None
    for index in range(at + 1, len(marks)):
        mark = marks[index]
        if _FAMILY[mark.char] != family:
            continue  # another kind of mark, quoted inside
        if mark.closes and mark.char in "’'" and _may_be_possessive(text, mark.place):
            possessive = index if possessive is None else possessive
        elif mark.closes:
            return index
        elif mark.opens:
            break
    return possessive


def _may_be_possessive(text: str, place: int) -> bool:
    """`the players’ union`: the closing mark may still come."""
    return text[place - 1] == "s" and text[place + 1 : place + 2] == " " and text[place + 2 : place + 3].islower()


def _lost_close(text: str, marks: tuple[Mark, ...], at: int, end: int) -> int:
    """Where a quotation without its closing mark ends: before the next one, else with the paragraph."""
    begin = marks[at].place + 1
    following = range(at + 1, len(marks))
    limit = next((marks[i].place for i in following if marks[i].opens and marks[i].char not in _SINGLE), end)
    stop = max(text.rfind(char, begin, limit) for char in ".!?,") + 1 if limit < end else end
    while stop > begin and text[stop - 1].isspace():
        stop -= 1
    return max(stop, begin)


def _lost_open(text: str, start: int, place: int) -> int:
    """Where a quotation without its opening mark begins: with the first word after the quotation before it."""
    while start < place - 1 and not text[start].isalnum():
        start += 1
    return start
