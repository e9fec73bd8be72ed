"""Read sources.yml: what an editor knows of each file, checked field by field."""

from __future__ import annotations

import difflib
import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from ..model import Refusal
from .plain_yaml import load_plain

NAME = "sources.yml"
LARGEST = 2_000_000  # bytes: notes on ten thousand files
LONGEST_VALUE = 2_000  # characters: the longest addresses that browsers take
SHOWN = 60  # characters of a wrong value that a message repeats
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


FIELDS = tuple(field.name for field in fields(Source))


def read_sources(folder: Path, files: frozenset[str]) -> tuple[dict[str, Source], tuple[Refusal, ...]]:
    """What is known of each file below `folder`, by its path, and what the editor must put right."""
    path = folder / NAME
    if not os.path.lexists(path):
        return {}, ()
    try:
        entries = _load(path)
    except (OSError, ValueError) as error:
        return {}, (
            Refusal(
                NAME, f"cannot be read: {_one_line(error)}", "write one entry a file, `name.txt:` with indented fields"
            ),
        )
    found: dict[str, Source] = {}
    refusals: list[Refusal] = []
    for file, entry in entries.items():
        if file not in files:
            refusals.append(_missing(str(file), files if len(refusals) < MOST_GUESSES else frozenset()))
            continue
        source, problems = _check(str(file), entry)
        found[str(file)] = source
        refusals.extend(problems)
    return found, tuple(refusals)


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


def _load(path: Path) -> dict[Any, Any]:
    if path.is_symlink() or not path.is_file():
        raise ValueError("it is no plain file")
    if path.stat().st_size > LARGEST:
        raise ValueError(f"it is larger than {LARGEST:,} bytes")
    loaded = load_plain(path.read_bytes().decode("utf-8-sig"))
    if loaded is None:
        return {}
    if not isinstance(loaded, dict):
        raise ValueError("it is not a list of files with their fields")
    return loaded


def _missing(file: str, files: frozenset[str]) -> Refusal:
    near = difflib.get_close_matches(file[:LONGEST_VALUE], sorted(files), n=1)
    meant = f"did you mean {_shown(near[0])}? Else remove the entry" if near else "add the file, or remove the entry"
    return Refusal(NAME, f"{_shown(file)}: no report of that name is there", meant)


def _check(file: str, entry: Any) -> tuple[Source, list[Refusal]]:
    if not isinstance(entry, Mapping):
        return Source(), [
            Refusal(NAME, f"{_shown(file)}: has no fields", f"indent some of {', '.join(FIELDS)} below it")
        ]
    known: dict[str, str] = {}
    problems: list[Refusal] = []
    for key, value in entry.items():
        if refusal := _refuse(file, str(key), value):
            problems.append(refusal)
        elif value is not None:
            known[str(key)] = str(value).strip()
    return Source(**known), problems


def _refuse(file: str, key: str, value: Any) -> Refusal | None:
    if key not in FIELDS:
        near = difflib.get_close_matches(key[:SHOWN], FIELDS, n=1, cutoff=0.0)[0]
        return Refusal(
            NAME,
            f"{_shown(file)}: no field is called {_shown(key)}",
            f"did you mean `{near}`? The fields are {', '.join(FIELDS)}",
        )
    if value is None:
        return None
    if not isinstance(value, str) or not value.strip() or len(value) > LONGEST_VALUE or not value.isprintable():
        return Refusal(NAME, f"{_shown(file)}: `{key}` is not one line of text", "write the value behind the colon")
    if key in CHECKS and not CHECKS[key][0](value.strip()):
        return Refusal(NAME, f"{_shown(file)}: `{key}` cannot be {_shown(value)}", CHECKS[key][1])
    return None


CHECKS: dict[str, tuple[Callable[[str], bool], str]] = {
    "url": (is_address, "write the address in full, with https://"),
    "published": (is_date, "write a date as 2021-12-23, or as 2021-12 or 2021 if no more is known"),
    "language": (is_language, "write a language code such as en or pt-BR"),
}


def _shown(value: str) -> str:
    cut = value if len(value) <= SHOWN else value[:SHOWN] + "…"
    return cut if cut.isprintable() else repr(cut)


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())[:200]
