"""Read sources.yml: what an editor knows of each file, checked field by field."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from urllib.parse import urlsplit

from ..model import Refusal
from .entries import LONGEST_VALUE, Fields, check_entry, load_entries, placed, shown

NAME = "sources.yml"
MOST_GUESSES = 20  # entries for which the nearest file is sought: every file is compared with each
_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?: ?(?:Z|[+-]\d\d:?\d\d))?)?)?)?")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")


@dataclass(frozen=True)
class Source:
    """What sources.yml says of one file; None where it says nothing."""

    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    author: str | None = None
    language: str | None = None


def read_sources(folder: Path, files: frozenset[str]) -> tuple[dict[str, Source], tuple[Refusal, ...]]:
    """What is known of each file below `folder`, by its path, and what the editor must put right."""
    entries, refusals = load_entries(folder, NAME, "a file")
    found: dict[str, Source] = {}
    told = list(refusals)
    for file, entry in entries.items():
        if file not in files:
            where = placed(NAME, entries, file)
            told.append(_missing(where, file, files if len(told) < MOST_GUESSES else frozenset()))
            continue
        known, problems = check_entry(NAME, file, entry, FIELDS)
        found[file] = Source(**known)
        told += problems
    return found, tuple(told)


def _missing(where: str, file: str, files: frozenset[str]) -> Refusal:
    near = difflib.get_close_matches(file[:LONGEST_VALUE], sorted(files), n=1)
    meant = f"did you mean {shown(near[0])}? Else remove the entry" if near else "add the file, or remove the entry"
    return Refusal(where, f"{shown(file)}: no report of that name is there", meant)


def is_date(value: str) -> bool:
    """Whether `value` is ISO 8601 at year, month, day or time precision, and a day that exists."""
    match = _ISO.fullmatch(value)
    if not match:
        return False
    year, month, day = (int(part or 1) for part in match.groups())
    try:
        date(year, month, day)
        if len(value) > len("2021-12-23"):
            datetime.fromisoformat(value.replace(" ", "T", 1).replace(" ", ""))
    except ValueError:
        return False
    return True


def is_language(value: str) -> bool:
    """Whether `value` has the shape of a language code: en, pt-BR, zh-Hant."""
    return bool(_LANGUAGE.fullmatch(value))


def is_address(value: str) -> bool:
    """Whether `value` is a web address that a page may link to: http or https, with a host and no white space."""
    if len(value) > LONGEST_VALUE or re.search(r"[\s\x00-\x1f\x7f<>\"\\^`{|}]", value):
        return False
    try:
        parts = urlsplit(value)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


DATE_REMEDY = "write a date as 2021-12-23, or as 2021-12 or 2021 if no more is known"
IS_ADDRESS = (is_address, "write the address in full, with https://")
IS_LANGUAGE = (is_language, "write a language code such as en or pt-BR")
FIELDS: Fields = {
    "outlet": None,
    "url": IS_ADDRESS,
    "published": (is_date, DATE_REMEDY),
    "author": None,
    "language": IS_LANGUAGE,
}
