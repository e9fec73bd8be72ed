"""The picture of a story as PNG: who reports what, as the matrix on its page shows it. Sites that show a picture beside
a link take no SVG, and a drawing of shapes needs no font."""

from __future__ import annotations

import struct
import zlib
from functools import cache

import numpy as np
from numpy.typing import NDArray

from .matrix import MatrixView

WIDTH, HEIGHT = 1200, 630  # what the networks ask for
FINE = 4  # each pixel of a disc's edge is weighed in so many by so many places
MARGIN = 60
TOP, BOTTOM = 130, 520  # between the rules, with some air
WIDEST, TALLEST, LEAST = 44, 90, 10  # pixels from one sign to the next: across, down, and where they would touch
PAPER, INK, RULE = (0xFB, 0xF8, 0xF1), (0x1B, 0x19, 0x15), (0xD8, 0xD0, 0xC0)

Canvas = NDArray[np.uint8]
Colour = tuple[int, int, int]


def draw_picture(matrix: MatrixView) -> bytes:
    """A PNG of 1200 by 630: a column of signs for each fact, a row for each source, own and shared told by shape."""
    canvas = np.empty((HEIGHT, WIDTH, 3), np.uint8)
    canvas[:] = PAPER
    for top in (MARGIN, MARGIN + 8, HEIGHT - MARGIN - 3):
        _fill(canvas, MARGIN, top, WIDTH - 2 * MARGIN, 3, INK)
    _draw_signs(canvas, matrix)
    return png(canvas)


def _draw_signs(canvas: Canvas, matrix: MatrixView) -> None:
    """As far apart as fits; of more facts or sources than fit without touching, the first ones."""
    across, down = WIDTH - 2 * MARGIN, BOTTOM - TOP
    rows = [row for row in (*matrix.rows, *matrix.rest) for _ in row.facts]
    right = max(LEAST, min(WIDEST, across // max(1, len(rows))))
    below = max(LEAST, min(TALLEST, down // max(1, len(matrix.columns))))
    size = 7 * min(right, below) // 10
    for column, row in enumerate(rows[: across // right]):
        for line, cell in enumerate(row.cells[: down // below]):
            _draw_sign(canvas, cell.shape, MARGIN + column * right, TOP + line * below, size)


def _draw_sign(canvas: Canvas, shape: str, left: int, top: int, size: int) -> None:
    if shape == "own":
        _draw_disc(canvas, left, top, size)
    elif shape == "shared":
        _fill(canvas, left, top, size, size, INK)
        _fill(canvas, left + size // 4, top + size // 4, size - 2 * (size // 4), size - 2 * (size // 4), PAPER)
    else:
        _fill(canvas, left, top + size // 2 - 1, size, 2, RULE)


def _draw_disc(canvas: Canvas, left: int, top: int, size: int) -> None:
    cover = _disc(size)[:, :, None]
    under = canvas[top : top + size, left : left + size]
    under[:] = (under * (1 - cover) + np.array(INK) * cover).round()


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
