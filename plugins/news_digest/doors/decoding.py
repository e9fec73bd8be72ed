"""Turn a file's bytes into text, or say in one line why they are none."""

from __future__ import annotations

import codecs
import re

from .draft import SeedError

LONGEST_TEXT = 1_000_000  # characters; the longest reports run to 100,000
LONGEST_LINE = 100_000  # characters; no paragraph comes near
MOST_LINES = 20_000  # a long report has two hundred
CONTROLS_ALLOWED = 0.01  # share of control characters above which a file is no text
DECLARED_WITHIN = 4096  # bytes: browsers look for a page's encoding no further than 1,024
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
_DECLARED = re.compile(rb"""(?:charset\s*=\s*["']?|encoding\s*=\s*["'])([\w.:-]{2,40})""", re.IGNORECASE)
# What browsers know; Python knows more, and some of it takes hours for a page.
_KNOWN = re.compile(
    r"utf-?8|us-ascii|ascii|(?:windows|ibm|cp)-?\d{3,4}|iso[-_]8859[-_]\d{1,2}(?:[-_]\w)?|latin-?\d{0,2}|koi8-[rut]"
    r"|big5(?:-?hkscs)?|gb(?:k|2312|18030)|euc-(?:jp|kr|cn)|shift[-_]jis|sjis|iso-2022-jp|tis-620|macintosh|mac-?\w{5,8}"
)
_AS_BROWSERS_READ = {"iso-8859-1": "windows-1252", "latin-1": "windows-1252", "latin1": "windows-1252"}


def decode(data: bytes) -> str:
    """UTF-8 without a byte order mark; newlines stay as they are. Raises SeedError."""
    _refuse_what_is_no_text(data)
    try:
        text = data.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as error:
        raise SeedError(f"not UTF-8 (byte {error.start + 1})", "save it as plain text in UTF-8") from None
    return check_text(text)


def decode_markup(data: bytes, charset: str | None = None) -> str:
    """UTF-8, or else as the server says (`charset`), or as the file declares near its start. Raises SeedError."""
    _refuse_what_is_no_text(data)
    data = data.removeprefix(codecs.BOM_UTF8)
    declared = _DECLARED.search(data[:DECLARED_WITHIN])
    name = declared[1].decode("ascii").lower() if declared else "utf-8"
    for encoding in ("utf-8", (charset or "utf-8").lower(), name):
        if not _KNOWN.fullmatch(encoding):
            continue
        try:
            return data.decode(_AS_BROWSERS_READ.get(encoding, encoding))
        except (UnicodeError, LookupError):
            continue
    raise SeedError(f"neither UTF-8 nor {name}, which it says that it is", "save the page again, as UTF-8")


def _refuse_what_is_no_text(data: bytes) -> None:
    if not data.strip():
        raise SeedError("the file is empty", "save the report again, or remove the file")
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise SeedError("written in UTF-16", "save it as UTF-8")
    if b"\0" in data:
        raise SeedError("holds NUL bytes, so it is no text", "save the report as plain text in UTF-8")


def check_text(text: str) -> str:
    """The text itself, where it has the size and the characters of a report. Raises SeedError."""
    if len(_CONTROL.findall(text)) > CONTROLS_ALLOWED * len(text):
        raise SeedError("full of control characters, so it is no text", "save the report as plain text in UTF-8")
    if len(text) > LONGEST_TEXT:
        raise SeedError(
            f"{len(text):,} characters, more than a report holds ({LONGEST_TEXT:,})",
            "save each report in a file of its own",
        )
    lines = text.splitlines()
    if len(lines) > MOST_LINES:
        raise SeedError(f"{len(lines):,} lines, more than a report has", "save each report in a file of its own")
    longest = max(map(len, lines), default=0)
    if longest > LONGEST_LINE:
        raise SeedError(
            f"a line of {longest:,} characters", f"put each paragraph on a line of its own (at most {LONGEST_LINE:,})"
        )
    return text
