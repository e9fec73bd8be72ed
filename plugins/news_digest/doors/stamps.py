"""Tell whether any file of some folders has changed, without reading it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

Stamp = tuple[str, int, int, int, int]
"""Path, inode, size, and the times of the last change of what it holds and of anything about it."""


def stamps_of(folders: Iterable[Path]) -> Iterator[Stamp]:
    """One for each file and folder below, links not followed, in order of name."""
    for folder in folders:
        for parent, below, names in os.walk(folder):
            below.sort()
            for name in sorted((*below, *names)):
                yield _stamp(os.path.join(parent, name))


def _stamp(path: str) -> Stamp:
    try:
        found = os.lstat(path)
    except OSError:  # gone between the listing and the look: that is a change too
        return path, 0, 0, 0, 0
    return path, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns
