"""Read a content file once for as long as it, and whatever was opened to read it, stays as it is."""

from __future__ import annotations

import copy
import datetime
import pathlib
import zoneinfo
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup
from pelican.contents import Content
from pelican.plugins import signals
from pelican.readers import Readers
from pelican.urlwrappers import URLWrapper
from pelican.utils import file_suffix

from .opened import Stamp, files_opened, unchanged
from .problems import Notes

UNCHANGING: tuple[type, ...] = (str, bytes, int, float, bool, type(None), datetime.date, datetime.timedelta)
UNCHANGING += (zoneinfo.ZoneInfo, Markup, pathlib.PurePath, type, type(len), type(lambda: None))

# A plugin that listens to one of these is owed its call for every file of every build.
READING = (
    "article_generator_preread",
    "article_generator_context",
    "page_generator_preread",
    "page_generator_context",
    "static_generator_preread",
    "static_generator_context",
    "content_object_init",
)

# Stand in what is kept for the settings and the context of a build, so that it does not hold a past build alive.
NO_SETTINGS: dict[str, Any] = {}
NO_CONTEXT: dict[str, Any] = {}

Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Read:
    """A content object as it left its reader, before any generator or plugin touched it."""

    content: Content
    files: dict[str, Stamp]


class ReadMemo:
    """What was read, by file and by who read it. Holds one state of each file, and only of files that exist."""

    def __init__(self, notes: Notes) -> None:
        self._reads: dict[Key, Read] = {}
        self._asked: set[Key] = set()
        self._notes = notes
        self._usable = False

    def begin(self, settings: dict[str, Any]) -> None:
        """A build begins; plugins have registered."""
        # Without future dates the clock decides what is a draft.
        self._usable = bool(settings["WITH_FUTURE_DATES"]) and not _somebody_watches_reading()
        self._asked = set()

    def end(self) -> None:
        """A build is done: files that it did not ask for are gone."""
        self._reads = {key: read for key, read in self._reads.items() if key in self._asked}

    def read(self, original: Any, readers: Any, arguments: dict[str, Any]) -> Any:
        if not self._usable:
            return original(readers, **arguments)
        key = _key(readers, arguments)
        self._asked.add(key)
        held = self._reads.get(key)
        if held is not None and unchanged(held.files):
            return revived(held.content, readers.settings, arguments.get("context"))
        return self._read_anew(key, original, readers, arguments)

    def _read_anew(self, key: Key, original: Any, readers: Any, arguments: dict[str, Any]) -> Any:
        noted = len(self._notes)
        with files_opened() as files:
            content = original(readers, **arguments)
        self._reads.pop(key, None)
        # What was complained about must be complained about again.
        if len(self._notes) == noted and isinstance(content, Content):
            self._reads[key] = Read(revived(content, NO_SETTINGS, NO_CONTEXT), files)
        return content


def remember_reading(memo: ReadMemo) -> None:
    """Lead every read of Pelican's through the memo, for the rest of this process."""
    original = Readers.read_file

    def read_file(self: Any, base_path: str, path: str, *rest: Any, **named: Any) -> Any:
        if rest:
            return original(self, base_path, path, *rest, **named)
        return memo.read(original, self, {"base_path": base_path, "path": path, **named})

    Readers.read_file = read_file


def revived(content: Content, settings: dict[str, Any], context: dict[str, Any] | None) -> Content:
    """A copy that shares nothing that changes, and stands in this build's settings and context."""
    seen: dict[int, Any] = {id(content.settings): settings, id(content._context): context}
    twin = object.__new__(type(content))
    seen[id(content)] = twin
    for name, value in vars(content).items():
        twin.__dict__[name] = _copied(value, seen)
    twin.__dict__["_context"] = context
    return twin


def _copied(value: Any, seen: dict[int, Any]) -> Any:
    if isinstance(value, UNCHANGING):
        return value
    held = seen.get(id(value))
    if held is not None:
        return held
    if isinstance(value, list):
        twin: Any = [_copied(item, seen) for item in value]
    elif isinstance(value, dict):
        twin = {key: _copied(item, seen) for key, item in value.items()}
    elif isinstance(value, URLWrapper):
        twin = object.__new__(type(value))
        twin.__dict__.update(value.__dict__)
        twin.settings = seen.get(id(value.settings), value.settings)
    else:
        twin = copy.deepcopy(value, seen)
    seen[id(value)] = twin
    return twin


def _key(readers: Any, arguments: dict[str, Any]) -> Key:
    form = arguments.get("fmt") or file_suffix(arguments["path"])
    reader = type(readers.readers.get(form))
    return arguments["base_path"], arguments["path"], arguments.get("content_class"), form, reader


def _somebody_watches_reading() -> bool:
    return any(getattr(signals, name).receivers for name in READING)
