"""What of a text a page can carry: every character that HTML or XML forbids is shown as a replacement sign."""

from __future__ import annotations

import unicodedata

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

# Tab and line feed are the only control characters that both HTML and XML 1.0 allow; carriage returns are
# read as line feeds by every HTML parser, so they are handled apart.
_CONTROLS = [code for code in (*range(0x20), *range(0x7F, 0xA0)) if code not in (0x09, 0x0A, 0x0D)]
_SURROGATES = range(0xD800, 0xE000)
_NONCHARACTERS = [
    *range(0xFDD0, 0xFDF0),
    *(plane + low for plane in range(0, 0x110000, 0x10000) for low in (0xFFFE, 0xFFFF)),
]
_TABLE = dict.fromkeys((*_CONTROLS, *_SURROGATES, *_NONCHARACTERS), REPLACEMENT)


def visible(text: str) -> str:
    """The text with the same number of words, fit for HTML, XML and JSON. Never use it to compute an offset."""
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(_TABLE)


def one_line(text: str) -> str:
    """The visible text with every run of white space as one space: for titles, attributes and feeds."""
    return " ".join(visible(text).split())


def name_line(text: str) -> str:
    """A name on one line; one written from right to left is set apart, lest it turn what stands beside it."""
    line = one_line(text)
    turns = any(unicodedata.bidirectional(character) in ("R", "AL") for character in line)
    return f"\N{FIRST STRONG ISOLATE}{line}\N{POP DIRECTIONAL ISOLATE}" if turns else line
