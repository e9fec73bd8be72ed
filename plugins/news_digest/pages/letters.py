"""Letters of the theme's typeface as dots, to write on pictures with: no font is needed where a site is built.

`letters.npz` is made by scripts/build_letters.py.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

Ink = NDArray[np.float64]  # 0 is paper, 1 is ink
FULL = 15  # how dark a dot of the file can be


@dataclass(frozen=True)
class Letter:
    """Its dots, with `air` columns on either side of the `advance` to the next letter."""

    advance: int
    ink: Ink


@dataclass(frozen=True)
class Letters:
    """Of one size, 64 pixels; `line` is the height of a line in pixels."""

    air: int
    line: int
    by_name: dict[str, Letter]

    def can_write(self, text: str) -> bool:
        return set(text) <= self.by_name.keys()

    def width(self, text: str) -> int:
        return sum(self.by_name[letter].advance for letter in text)

    def write(self, text: str, shrink: int = 1) -> Ink:
        """The text as dots, as wide as it is; `shrink` makes it so many times smaller."""
        ink = np.zeros((self.line, self.width(text) + 2 * self.air + shrink))
        left = 0
        for letter in (self.by_name[name] for name in text):
            under = ink[:, left : left + letter.ink.shape[1]]
            np.maximum(under, letter.ink, out=under)
            left += letter.advance
        rows, columns = (length // shrink for length in ink.shape)
        small: Ink = ink[: rows * shrink, : columns * shrink].reshape(rows, shrink, columns, shrink).mean(axis=(1, 3))
        return small

    def wrap(self, text: str, width: int) -> list[str]:
        """Lines that are no wider than `width` pixels, but for a word that is."""
        return list(self._lines(text.split(), width))

    def _lines(self, words: list[str], width: int) -> Iterator[str]:
        line = ""
        for word in words:
            longer = f"{line} {word}".strip()
            if line and self.width(longer) > width:
                yield line
                line = word
            else:
                line = longer
        if line:
            yield line


@cache
def letters() -> Letters:
    data = files(__package__).joinpath("letters.npz").read_bytes()
    with np.load(io.BytesIO(data)) as stored:
        air, ink = int(stored["air"]), stored["ink"] / FULL
        ends = np.cumsum(stored["advances"].astype(int) + 2 * air)
        cut = np.split(ink, ends[:-1], axis=1)
        drawn = zip(str(stored["text"]), stored["advances"], cut, strict=True)
        return Letters(air, ink.shape[0], {name: Letter(int(advance), dots) for name, advance, dots in drawn})
