"""The picture of a story as PNG: its headline, and who reports what, as the matrix on its page shows it. Those who show
a picture beside a link take no SVG."""

from __future__ import annotations

import struct
import zlib
from functools import cache

import numpy as np
from numpy.typing import NDArray

from .letters import Ink, letters
from .matrix import MatrixView
from .story import StoryView

WIDTH, HEIGHT = 1200, 630  # what the networks ask for
FINE = 4  # each pixel of a disc's edge is weighed in so many by so many places
MARGIN = 60
MAST, RULES, HEADLINE, LINE, LINES = 34, (88, 96), 116, 74, 3  # pixels from the top; of headline, so many lines
FOOT, COUNTS = 536, 552
SMALL = 2  # times smaller than the headline
WIDEST, TALLEST, LEAST = 44, 90, 10  # pixels from one sign to the next: across, down, and where they would touch
PAPER, INK, FAINT, RULE = (0xFB, 0xF8, 0xF1), (0x1B, 0x19, 0x15), (0x61, 0x5A, 0x4D), (0xD8, 0xD0, 0xC0)

Canvas = NDArray[np.uint8]
Colour = tuple[int, int, int]


def draw_picture(story: StoryView, site: str) -> bytes:
    """A PNG of 1200 by 630. What is written in other letters than western ones is left out, and the signs have its
    room: a column for each fact, a row for each source, own and shared told by shape."""
    canvas = np.empty((HEIGHT, WIDTH, 3), np.uint8)
    canvas[:] = PAPER
    for top in (*RULES, FOOT):
        _fill(canvas, MARGIN, top, WIDTH - 2 * MARGIN, 3, INK)
    _write(canvas, site, MAST, INK)
    _write(canvas, story.days, MAST, FAINT, right=True)
    _write(canvas, " · ".join(f"{count.number} {count.label}" for count in story.counted), COUNTS, FAINT)
    top = _write_headline(canvas, story.headline.text)
    _draw_signs(canvas, story.matrix, top + 24, FOOT - 24)
    return png(canvas)


def _write_headline(canvas: Canvas, text: str) -> int:
    """Where it ends, in pixels from the top."""
    if not letters().can_write(text):
        return HEADLINE
    lines = letters().wrap(text, WIDTH - 2 * MARGIN)
    shown = lines if len(lines) <= LINES else [*lines[: LINES - 1], f"{lines[LINES - 1]} …"]
    for row, line in enumerate(shown):
        _ink(canvas, letters().write(line), MARGIN - letters().air, HEADLINE + LINE * row, INK)
    return HEADLINE + LINE * len(shown)


def _write(canvas: Canvas, text: str, top: int, colour: Colour, *, right: bool = False) -> None:
    if letters().can_write(text):
        ink = letters().write(text, SMALL)
        _ink(canvas, ink, WIDTH - MARGIN - ink.shape[1] if right else MARGIN, top, colour)


def _ink(canvas: Canvas, ink: Ink, left: int, top: int, colour: Colour) -> None:
    """What would stand over the edge is cut."""
    under = canvas[top : top + ink.shape[0], max(left, 0) : left + ink.shape[1]]
    cover = ink[: under.shape[0], : under.shape[1], None]
    under[:] = (under * (1 - cover) + np.array(colour) * cover).round()


def _draw_signs(canvas: Canvas, matrix: MatrixView, top: int, bottom: int) -> None:
    """As far apart as fits; of more facts or sources than fit without touching, the first ones."""
    rows = [row for row in (*matrix.rows, *matrix.rest) for _ in row.facts]
    across, down = WIDTH - 2 * MARGIN, bottom - top
    right = max(LEAST, min(WIDEST, across // max(1, len(rows))))
    below = max(LEAST, min(TALLEST, down // max(1, len(matrix.columns))))
    size = 7 * min(right, below) // 10
    for column, row in enumerate(rows[: across // right]):
        for line, cell in enumerate(row.cells[: down // below]):
            _draw_sign(canvas, cell.shape, MARGIN + column * right, top + line * below, size)


def _draw_sign(canvas: Canvas, shape: str, left: int, top: int, size: int) -> None:
    if shape == "own":
        _ink(canvas, _disc(size), left, top, INK)
    elif shape == "shared":
        _fill(canvas, left, top, size, size, INK)
        _fill(canvas, left + size // 4, top + size // 4, size - 2 * (size // 4), size - 2 * (size // 4), PAPER)
    else:
        _fill(canvas, left, top + size // 2 - 1, size, 2, RULE)


@cache
def _disc(size: int) -> NDArray[np.float64]:
    """How much of each pixel of a square a disc covers, from 0 to 1."""
    place = (np.arange(size * FINE) + 0.5) / FINE - size / 2
    inside = np.float64(place[:, None] ** 2 + place[None, :] ** 2 <= (size / 2) ** 2)
    covered: NDArray[np.float64] = inside.reshape(size, FINE, size, FINE).mean(axis=(1, 3))
    return covered


def _fill(canvas: Canvas, left: int, top: int, width: int, height: int, colour: Colour) -> None:
    canvas[top : top + height, left : left + width] = colour


def png(pixels: Canvas) -> bytes:
    """Rows of red, green and blue, after https://www.w3.org/TR/png-3/: no filter, one block of data."""
    height, width, _ = pixels.shape
    rows = np.insert(pixels.reshape(height, 3 * width), 0, 0, axis=1).tobytes()
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in chunks)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
