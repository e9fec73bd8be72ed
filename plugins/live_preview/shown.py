"""The output of one build as far as it is written, and the last good bytes of pages that a later build cannot write."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

LARGE = 8 * 1024 * 1024  # bytes from which a file is told apart by size and time; hashing it would delay the page


@dataclass
class Shown:
    """A finished build. `late` are the names that no file stands behind yet; `complete`: every one was tried."""

    number: int
    folder: Path
    late: set[str] = field(repr=False)
    complete: bool = False

    def __post_init__(self) -> None:
        self._folders = set(_folders_of(self.late))

    def has_file(self, name: str) -> bool:
        return name in self.late or self._is_file(name)

    def has_folder(self, name: str) -> bool:
        return name in self._folders or os.path.isdir(os.path.join(self.folder, name))

    def is_written(self, name: str) -> bool:
        return name not in self.late and self._is_file(name)

    def _is_file(self, name: str) -> bool:
        """A name that no file could have, too long for one, is no file; pathlib raises there."""
        return os.path.isfile(os.path.join(self.folder, name))


class Kept:
    """The last good bytes of every page that was ever written, on disk."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def path(self, name: str) -> Path | None:
        path = self._folder / name
        return path if os.path.isfile(path) else None

    def take_over(self, shown: Shown) -> None:
        """Keep the pages of a build that has been replaced, and let the rest of it go. Runs beside other work."""
        pages = [path for path in shown.folder.rglob("*.html") if path.is_file()]
        for path in pages:
            target = self._folder / path.relative_to(shown.folder)
            target.parent.mkdir(parents=True, exist_ok=True)
            os.replace(path, target)
        shutil.rmtree(shown.folder, ignore_errors=True)


def tag(path: Path) -> str:
    """The same for the same bytes, another for others."""
    found = path.stat()
    if found.st_size > LARGE:
        return f"{found.st_size:x}-{found.st_mtime_ns:x}"
    return tag_of(path.read_bytes())


def tag_of(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:20]


def _folders_of(names: Iterable[str]) -> Iterable[str]:
    for name in names:
        parent = os.path.dirname(name)
        while parent:
            yield parent
            parent = os.path.dirname(parent)
