"""Tell the figures that forecasters had expected from those that came: `fewer than the 700,000 economists forecast`."""

from __future__ import annotations

import re

from .scan import Span

REACH = 160  # characters before a figure in which its forecasters stand
_FORECASTERS = r"\b(?:[Ee]conomist|[Aa]nalyst|[Ff]orecaster|[Ii]nvestor|[Tt]rader|Wall\sStreet|[Cc]onsensus)"
_EXPECT = r"\b(?:expect|forecast|predict|project|anticipat|estimat|look(?:ed|ing)\sfor|call(?:ed|ing)?\sfor|consensus)"
_BEFORE = re.compile(
    rf"{_FORECASTERS}[^.;\d]*{_EXPECT}[^.;\d]*$|\b[Cc]onsensus\b[^.;\d]*\b(?:was|were|is|being|of|at)\b[^.;\d]*$"
    r"|\bexpectations\s(?:\w+\s){,3}(?:of|for|at)\s(?:\w+\s){,2}$"
)
_AFTER = re.compile(
    rf"(?:\s(?!and|below|above|but)\w+){{,4}}?\s(?:{_FORECASTERS}\w*\b[^.;,\d]{{,40}}{_EXPECT}|{_EXPECT}\w*\sby\b)"
)


def is_expected(text: str, span: Span) -> bool:
    """Whether the words around a figure say that it is what forecasters had expected."""
    return bool(_BEFORE.search(text[max(0, span[0] - REACH) : span[0]]) or _AFTER.match(text, span[1]))
