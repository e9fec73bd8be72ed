"""Notice saves: which paths changed, gathered until they stop coming, none ever lost."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Iterable
from pathlib import PurePath
from typing import Any

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.polling import PollingObserver

from .messages import Site
from .opened import Stamp, stamp

SETTLE = 0.006  # seconds without an event after which a save is taken as whole; editors write in bursts of 1-3 ms
SETTLE_AT_MOST = 0.05  # seconds; a stream of saves must not hold the build back for ever
POLL = 0.2  # seconds between two looks where the system gives no events
SWEEP = 3.0  # seconds between two looks at everything, for events the system dropped and folders that came back

READ_ONLY = frozenset({"opened", "closed_no_write"})
# Files that editors and tools keep beside those they edit.
LITTER_NAMES = frozenset({"__pycache__", "4913", "node_modules"})
LITTER_ENDS = ("~", ".swp", ".swx", ".swo", ".tmp", ".part", ".bak", ".pyc", ".crdownload")


class Watcher(FileSystemEventHandler):
    """Watches a site's folders whole and the folders of its single files for those files."""

    def __init__(self, loop: asyncio.AbstractEventLoop, *, poll: bool) -> None:
        self._loop = loop
        self._poll = poll
        self._site = Site()
        self._observer: Any = None
        self._watched: dict[tuple[str, bool, int], Any] = {}
        self._changed: set[str] = set()
        self._woken = asyncio.Event()
        self._seen: dict[str, Stamp] = {}

    def watch(self, site: Site, *, since: int) -> None:
        """From now on watch this site, whose build began at `since` (nanoseconds since the epoch).

        Folders that do not exist yet are watched when they appear.
        """
        if self._observer is None:
            self._observer = PollingObserver(timeout=POLL) if self._poll else Observer()
            self._observer.start()
        if site == self._site:
            return
        self._site = site
        self._follow_folders()
        new = {path: mark for path, mark in self._stamps().items() if path not in self._seen}
        self._seen |= new
        # Nobody was looking yet while the build was reading these.
        self._add(path for path, mark in new.items() if mark is not None and mark[1] >= since)

    def stop(self) -> None:
        if self._observer is not None:
            self._observer.stop()

    async def changes(self) -> frozenset[str]:
        """The paths that changed since the last call; waits for one, and for its writer to come to rest."""
        await self._woken.wait()
        end = self._loop.time() + SETTLE_AT_MOST
        while self._woken.is_set() and self._loop.time() < end:
            self._woken.clear()
            await asyncio.sleep(SETTLE)
        self._woken.clear()
        changed, self._changed = frozenset(self._changed), set()
        for path in changed:
            self._note_seen(path)
        return changed

    async def sweep(self) -> None:
        """Look at everything now and then, for ever."""
        while True:
            await asyncio.sleep(SWEEP)
            self._follow_folders()
            now = await asyncio.to_thread(self._stamps)
            changed = {path for path in {*now, *self._seen} if now.get(path) != self._seen.get(path)}
            self._add(path for path in changed if stamp(path) != self._seen.get(path))

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Called by watchdog, in a thread of its own."""
        if event.event_type in READ_ONLY or (event.is_directory and event.event_type == "modified"):
            return
        paths = [os.path.abspath(os.fsdecode(path)) for path in (event.src_path, event.dest_path) if path]
        self._loop.call_soon_threadsafe(self._add, paths)

    def _add(self, paths: Iterable[str]) -> None:
        wanted = {path for path in paths if self._wanted(path)}
        if wanted:
            self._changed |= wanted
            self._woken.set()

    def _wanted(self, path: str) -> bool:
        site = self._site
        if path in site.files:
            return True
        folder = next((folder for folder in site.folders if is_in(path, folder)), None)
        if folder is None or any(is_in(path, ignored) for ignored in site.ignored):
            return False
        return not is_litter(os.path.relpath(path, folder))

    def _follow_folders(self) -> None:
        """Watchdog goes on holding a folder that was moved away; what is there by that name now is watched instead."""
        wanted = {folder: True for folder in self._site.folders if os.path.isdir(folder)}
        singles = {os.path.dirname(path) for path in self._site.files}
        wanted |= {folder: False for folder in singles if os.path.isdir(folder) and folder not in wanted}
        marks = {(folder, recursive, _inode(folder)) for folder, recursive in wanted.items()}
        for mark in [mark for mark in self._watched if mark not in marks]:
            self._observer.unschedule(self._watched.pop(mark))
        for mark in sorted(marks - self._watched.keys()):
            self._watched[mark] = self._observer.schedule(self, mark[0], recursive=mark[1])

    def _stamps(self) -> dict[str, Stamp]:
        found = {path: stamp(path) for path in self._site.files}
        for folder in self._site.folders:
            for parent, folders, names in os.walk(folder):
                folders[:] = [name for name in folders if not is_litter(name)]
                for path in (os.path.join(parent, name) for name in names):
                    if self._wanted(path):
                        found[path] = stamp(path)
        return {path: mark for path, mark in found.items() if mark is not None}

    def _note_seen(self, path: str) -> None:
        mark = stamp(path)
        if mark is None:
            self._seen.pop(path, None)
        elif os.path.isfile(path):
            self._seen[path] = mark


def is_litter(relative: str) -> bool:
    """Hidden files, and what editors and tools leave beside a file."""
    parts = PurePath(relative).parts
    hidden = any(part.startswith((".", "#")) and part not in (".", "..") for part in parts)
    return hidden or any(part in LITTER_NAMES for part in parts) or relative.endswith(LITTER_ENDS)


def is_in(path: str, folder: str) -> bool:
    return path == folder or path.startswith(os.path.join(folder, ""))


def _inode(folder: str) -> int:
    return os.stat(folder).st_ino
