"""Read a YAML file of entries with declared fields: what is wrong in it costs a line, never the other entries."""

from __future__ import annotations

import difflib
import os
from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import Any

from ..model import Refusal
from ..remember import remembered
from .plain_yaml import Lined, load_plain

LARGEST = 2_000_000  # bytes: notes on ten thousand files
LONGEST_VALUE = 2_000  # characters: the longest addresses that browsers take
SHOWN = 60  # characters of a wrong value that a message repeats

# The name of each field, with what its value must be and the remedy where it is not; None where any line will do.
Fields = Mapping[str, tuple[Callable[[str], bool], str] | None]


def load_entries(folder: Path, name: str, noun: str) -> tuple[dict[str, Any], tuple[Refusal, ...]]:
    """The entries of the file by their key; none where there is no such file, or where it cannot be read."""
    if not os.path.lexists(folder / name):
        return {}, ()
    try:
        return _load(folder / name), ()
    except (OSError, ValueError) as error:
        problem = f"cannot be read: {' '.join(str(error).split())[:200]}"
        line = getattr(error, "line", None)
        place = f"{name}:{line}" if line else name
        return {}, (Refusal(place, problem, f"write one entry {noun}, `name:` with indented fields"),)


def check_entry(
    name: str, key: str, entry: Any, declared: Fields, several: Collection[str] = ()
) -> tuple[dict[str, str], list[Refusal]]:
    """The fields of one entry that can be used, and a line for each that cannot. Those of `several` may be lists, and
    come out with a comma between two."""
    if not isinstance(entry, Mapping):
        remedy = f"indent some of {', '.join(declared)} below it"
        return {}, [Refusal(name, f"{shown(key)}: has no fields", remedy)]
    known: dict[str, str] = {}
    problems: list[Refusal] = []
    for field, given in entry.items():
        value = ", ".join(given) if field in several and _is_list_of_lines(given) else given
        if refusal := _refuse(placed(name, entry, str(field)), key, str(field), value, declared):
            problems.append(refusal)
        elif value is not None:
            known[str(field)] = str(value).strip()
    return known, problems


def _is_list_of_lines(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) and "," not in one for one in value)


def placed(name: str, entries: Mapping[str, Any], key: str) -> str:
    """The file, with the line on which the key stands."""
    line = entries.lines.get(key) if isinstance(entries, Lined) else None
    return f"{name}:{line}" if line else name


def shown(value: str) -> str:
    """A value as a message repeats it: on one line, and cut."""
    cut = value if len(value) <= SHOWN else value[:SHOWN] + "…"
    return cut if cut.isprintable() else repr(cut)


def _load(path: Path) -> dict[str, Any]:
    if path.is_symlink() or not path.is_file():
        raise ValueError("it is no plain file")
    if path.stat().st_size > LARGEST:
        raise ValueError(f"it is larger than {LARGEST:,} bytes")
    return _parse(path.read_bytes().decode("utf-8-sig"))


@remembered
def _parse(text: str) -> dict[str, Any]:
    loaded = load_plain(text)
    if loaded is None:
        return {}
    if not isinstance(loaded, dict):
        raise ValueError("it is not a list of names with their fields")
    entries = Lined((str(key), entry) for key, entry in loaded.items())
    entries.lines = loaded.lines if isinstance(loaded, Lined) else {}
    return entries


def _refuse(name: str, key: str, field: str, value: Any, declared: Fields) -> Refusal | None:
    if field not in declared:
        near = difflib.get_close_matches(field[:SHOWN], declared, n=1, cutoff=0.0)[0]
        remedy = f"did you mean `{near}`? The fields are {', '.join(declared)}"
        return Refusal(name, f"{shown(key)}: no field is called {shown(field)}", remedy)
    if value is None:
        return None
    if not isinstance(value, str) or not value.strip() or len(value) > LONGEST_VALUE or not value.isprintable():
        return Refusal(name, f"{shown(key)}: `{field}` is not one line of text", "write the value behind the colon")
    check = declared[field]
    if check and not check[0](value.strip()):
        return Refusal(name, f"{shown(key)}: `{field}` cannot be {shown(value)}", check[1])
    return None
