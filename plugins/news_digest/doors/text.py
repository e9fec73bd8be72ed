"""The text door: a report saved from a web page as plain text."""

from __future__ import annotations

from .decoding import decode
from .draft import Draft
from .layout import lay_out_report


def read_text(data: bytes) -> tuple[Draft, ...]:
    """The one report of a text file. Raises SeedError where there is none."""
    text = decode(data)
    return (Draft(text, lay_out_report(text)),)
