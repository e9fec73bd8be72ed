"""The text door: a report saved from a web page as plain text."""

from __future__ import annotations

import codecs

from ..model import BODY
from .draft import Draft, SeedError
from .layout import lay_out

LONGEST_TEXT = 1_000_000  # characters; the longest reports run to 100,000
LONGEST_LINE = 100_000  # characters; no paragraph comes near
CONTROLS_ALLOWED = 0.01  # share of control characters above which a file is no text


def read_text(data: bytes) -> tuple[Draft, ...]:
    """The one report of a text file. Raises SeedError where there is none."""
    text = decode(data)
    runs = lay_out(text)
    if not any(run.kind in BODY for run in runs):
        raise SeedError(
            "no report in it, only headings and page furniture", "save the report's paragraphs too, each on a line"
        )
    return (Draft(text, runs),)


def decode(data: bytes) -> str:
    """UTF-8 without a byte order mark; newlines stay as they are. Raises SeedError."""
    if not data.strip():
        raise SeedError("the file is empty", "save the report again, or remove the file")
    for mark, name in ((codecs.BOM_UTF16_LE, "UTF-16"), (codecs.BOM_UTF16_BE, "UTF-16")):
        if data.startswith(mark):
            raise SeedError(f"written in {name}", "save it as UTF-8")
    if b"\0" in data:
        raise SeedError("holds NUL bytes, so it is no text", "save the report as plain text in UTF-8")
    try:
        text = data.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as error:
        raise SeedError(f"not UTF-8 (byte {error.start + 1})", "save it as plain text in UTF-8") from None
    return _checked(text)


def _checked(text: str) -> str:
    controls = sum(char < " " and char not in "\t\n\r\f\v" for char in text)
    if controls > CONTROLS_ALLOWED * len(text):
        raise SeedError("full of control characters, so it is no text", "save the report as plain text in UTF-8")
    if len(text) > LONGEST_TEXT:
        raise SeedError(
            f"{len(text):,} characters, more than a report holds ({LONGEST_TEXT:,})",
            "save each report in a file of its own",
        )
    longest = max(map(len, text.splitlines()), default=0)
    if longest > LONGEST_LINE:
        raise SeedError(
            f"a line of {longest:,} characters", f"put each paragraph on a line of its own (at most {LONGEST_LINE:,})"
        )
    return text
