"""Notice which files the interpreter opens for reading, whichever library opens them.

Rests on the audit event `open` of PEP 578. A library that opens files in C of its own is not seen.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

Stamp = tuple[int, int, int] | None
"""Size, time of change in nanoseconds and file number; None where there is no such file."""

_records: list[dict[str, Stamp]] = []
_hooked = False


def stamp(path: str) -> Stamp:
    """What tells two states of a file apart without reading it."""
    try:
        found = os.stat(path)
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns, found.st_ino


@contextmanager
def files_opened() -> Iterator[dict[str, Stamp]]:
    """Absolute paths opened for reading inside the block, each with its stamp from before it was read."""
    _hook_once()
    record: dict[str, Stamp] = {}
    _records.append(record)
    try:
        yield record
    finally:
        # By identity: two records that hold the same files compare equal.
        _records[:] = [other for other in _records if other is not record]


def unchanged(record: dict[str, Stamp]) -> bool:
    return all(stamp(path) == before for path, before in record.items())


def _hook_once() -> None:
    # An audit hook cannot be taken away again, so there is one, and it looks whether anybody listens.
    global _hooked
    if not _hooked:
        sys.addaudithook(_note)
        _hooked = True


def _note(event: str, arguments: tuple[object, ...]) -> None:
    if event != "open" or not _records:
        return
    name, mode, flags = arguments
    if not isinstance(name, (str, os.PathLike)) or not _reads(mode, flags):
        return
    path = os.path.abspath(name)
    for record in _records:
        if path not in record:
            record[path] = stamp(path)


def _reads(mode: object, flags: object) -> bool:
    if isinstance(mode, str):
        return "r" in mode
    return isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR) == 0
