"""The picture that other sites show beside a link to a story: its headline set in lines, and what was counted."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass

LINE = 34  # characters of the headline's size that fit the picture's 1080 units, wide letters included
LINES = 4  # above the counts
FIRST_Y, LINE_HEIGHT = 190, 78
LEFT, COUNT_WIDTH = 60, 280


@dataclass(frozen=True, slots=True)
class CountView:
    """A number at the head of the page, and the section that lists what was counted."""

    section: str
    number: int
    label: str


@dataclass(frozen=True, slots=True)
class DrawnLine:
    y: int
    text: str


@dataclass(frozen=True, slots=True)
class DrawnCount:
    x: int
    number: int
    label: str


@dataclass(frozen=True, slots=True)
class CardDrawing:
    """Places in units of a picture of 1200 by 630."""

    lines: tuple[DrawnLine, ...]
    counts: tuple[DrawnCount, ...]


def draw_card(headline: str, counts: tuple[CountView, ...]) -> CardDrawing:
    lines = textwrap.wrap(headline, LINE, max_lines=LINES, placeholder=" …")
    return CardDrawing(
        tuple(DrawnLine(FIRST_Y + LINE_HEIGHT * row, text) for row, text in enumerate(lines)),
        tuple(
            DrawnCount(LEFT + COUNT_WIDTH * column, count.number, count.label) for column, count in enumerate(counts)
        ),
    )
