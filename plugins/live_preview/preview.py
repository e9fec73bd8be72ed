"""Keep a site built while it is worked on, and answer for its pages."""

from __future__ import annotations

import asyncio
import itertools
import os
import secrets
import time
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import replace
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any

from .addresses import NOT_FOUND_PAGE, Elsewhere, Nothing, Page, Place, base_path, find
from .messages import Built, NotBuilt, Site
from .problems import Problem
from .shown import Kept, Shown, tag
from .watch import Watcher, is_in
from .workshop import WorkerDiedError, Workshop

QUIET = 0.4  # seconds after a build before the pages nobody looks at are checked: the page in view goes first
HEARTBEAT = 15.0  # seconds; an event stream that says nothing for longer is cut by proxies
DIED = Problem("the build process ended, killed or out of memory", "save any file to start it anew")

Tell = Callable[[str], None]
Start = Callable[[], Workshop]


class Preview:
    """The state of one preview. All methods run on one event loop."""

    def __init__(
        self, start: Start, watcher: Watcher, scratch: Path, tell: Tell, *, extra: tuple[str, ...] = ()
    ) -> None:
        self.base = ""
        self.session = f"{time.time_ns():x}"
        self.token = secrets.token_urlsafe()  # only the preview's own pages know it
        self._questions = itertools.count(1)
        self._wrong: dict[str, tuple[Problem, ...]] = {}  # by page; the build as a whole under ""
        self._failed = False  # whether the last build came to nothing, so that what is shown is older
        self.shown: Shown | None = None
        self._extra = extra
        self._start = start
        self._watcher = watcher
        self._scratch = scratch
        self._tell = tell
        self._kept = Kept(scratch / "kept")
        self._number = 0
        self._site = Site()
        self._builder = start()
        self._shop = self._builder  # has the shown build; stays when a newer worker cannot build
        self._changed = asyncio.Condition()
        self._version = 0
        self._since: dict[str, tuple[str, int]] = {}
        self._check: asyncio.Task[None] | None = None
        self._keeping: asyncio.Future[None] | None = None

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All that is wrong with the site as far as is known."""
        return tuple(dict.fromkeys(problem for problems in self._wrong.values() for problem in problems))

    # Building

    async def keep_building(self) -> None:
        """Build, then build again after every change, for ever."""
        await self._build(frozenset())
        while True:
            changed = await self._watcher.changes()
            if self._asks_for_new_worker(changed):
                self._replace_builder(changed)
            await self._build(changed)

    def stop(self) -> None:
        self._builder.stop()
        self._shop.stop()

    def _asks_for_new_worker(self, changed: frozenset[str]) -> bool:
        site = self._site
        return not self._builder.alive or any(
            path in site.files or path.endswith(".py") or any(is_in(path, folder) for folder in site.code)
            for path in changed
        )

    def _replace_builder(self, changed: frozenset[str]) -> None:
        if self._builder is not self._shop:
            self._builder.stop()
        for path in changed:  # Python takes a second save within one second for the first if the size is the same
            Path(cache_from_source(path)).unlink(missing_ok=True)
        self._builder = self._start()

    async def _build(self, changed: frozenset[str]) -> None:
        self._number += 1
        began, since = time.perf_counter(), time.time_ns()
        folder = self._scratch / str(self._number)
        self._forget_check()
        try:
            result = await self._builder.build(self._number, folder)
        except WorkerDiedError:
            await self._fail_to_build((DIED,))
            return
        self._follow(result, since)
        if isinstance(result, NotBuilt):
            await self._fail_to_build(result.problems)
            return
        await self._show(result, folder)
        self._report(changed, result, time.perf_counter() - began)

    def _follow(self, result: Built | NotBuilt, since: int) -> None:
        # A file to mend is watched even where the site did not get as far as naming it.
        broken = {os.path.abspath(p.file) for p in getattr(result, "problems", ()) if p.file}
        site = result.site
        folders = tuple(dict.fromkeys((*site.folders, *self._extra)))
        self._site = replace(
            site, folders=folders, files=tuple(sorted({*site.files, *broken} - _inside(folders, broken)))
        )
        self._watcher.watch(self._site, since=since)

    async def _fail_to_build(self, problems: tuple[Problem, ...]) -> None:
        newly, self._failed = not self._failed, True
        await self._note_wrong("", problems, "not built", newly=newly)

    async def _note_wrong(self, name: str, problems: tuple[Problem, ...], what: str, *, newly: bool = False) -> None:
        known = self.problems
        self._wrong[name] = problems
        for problem in problems:
            if newly or problem not in known:
                self._tell(f"  {what}: {problem}")
        if newly or self.problems != known:
            await self._announce()

    async def _show(self, built: Built, folder: Path) -> None:
        last, self.shown = self.shown, Shown(built.number, folder, set(built.late))
        self.shown.complete = not built.late and not built.listeners
        self.base = base_path(built.site.siteurl)
        if self._shop is not self._builder:
            self._shop.stop()
            self._shop = self._builder
        if last is not None:
            self._keeping = asyncio.ensure_future(asyncio.to_thread(self._kept.take_over, last))
        self._check = asyncio.create_task(self._check_later())
        self._wrong = {"": built.defects} if built.defects else {}
        self._failed = False
        await self._announce()

    async def _announce(self) -> None:
        async with self._changed:
            self._version += 1
            self._changed.notify_all()

    def _report(self, changed: frozenset[str], built: Built, seconds: float) -> None:
        names = sorted(Path(path).name for path in changed)
        what = ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")
        self._tell(f"  built in {seconds * 1000:.0f} ms{': ' + what if what else ''}")
        for defect in built.defects:
            self._tell(f"  to mend: {defect}")
        for warning in built.warnings:
            self._tell(f"  warning: {warning}")

    # Checking the pages that nobody looks at

    async def _check_later(self) -> None:
        await asyncio.sleep(QUIET)
        await self._check_all()

    async def _check_all(self) -> None:
        shown = self.shown
        if shown is None or shown.complete:
            return
        try:
            problems = await self._shop.check(shown.number)
        except WorkerDiedError:
            problems = (DIED,)
        if shown is not self.shown:
            return
        shown.complete = True
        if not problems:
            shown.late.clear()
            return
        known = self._wrong.get("", ())
        await self._note_wrong("", tuple(dict.fromkeys((*known, *problems))), "to mend")

    async def _check_unless_overtaken(self) -> None:
        """Another build ends the check; who asks goes on, unless the preview itself ends."""
        try:
            await self._check_all()
        except asyncio.CancelledError:
            task = asyncio.current_task()
            if task is not None and task.cancelling():
                raise

    def _forget_check(self) -> None:
        if self._check is not None:
            self._check.cancel()

    # Answering

    async def place(self, path: str) -> Place:
        """What an address means now; waits for the whole build where only that can tell."""
        shown = self.shown
        if shown is None:
            return Nothing()
        found = find(path, self.base, shown.has_file, shown.has_folder)
        if isinstance(found, Nothing) and not shown.complete:
            await self._check_unless_overtaken()
            found = find(path, self.base, shown.has_file, shown.has_folder)
        if isinstance(found, Nothing) and shown.has_file(NOT_FOUND_PAGE):
            return Page(NOT_FOUND_PAGE, 404)
        return found

    async def file(self, name: str) -> Path | None:
        """Where the bytes of a page are: of the shown build, or its last good ones; None where there are none yet."""
        shown = self.shown
        if shown is None:
            return None
        if not shown.is_written(name) and not await self._write(shown, name):
            return await self._last_good(name)
        path = shown.folder / name
        if path.is_file():
            self._note(name, tag(path), shown.number)
            return path
        # A newer build took its place while this one was being asked.
        return await self.file(name) if shown is not self.shown else await self._last_good(name)

    async def _last_good(self, name: str) -> Path | None:
        if self._keeping is not None:
            await asyncio.shield(self._keeping)
        return self._kept.path(name)

    async def _write(self, shown: Shown, name: str) -> bool:
        try:
            problems = await self._shop.write(shown.number, name)
        except WorkerDiedError:
            problems = (DIED,)
        if not problems:
            shown.late.discard(name)
            return True
        if shown is self.shown:
            await self._note_wrong(name, problems, f"{name} not built")
        return False

    def _note(self, name: str, its_tag: str, number: int) -> None:
        held = self._since.get(name)
        if held is None or held[0] != its_tag:
            self._since[name] = (its_tag, number)

    @property
    def scripts(self) -> tuple[str, ...]:
        """The site's own scripts that are added to its pages while they are previewed."""
        return self._site.scripts

    async def ask(self, name: str, body: bytes) -> tuple[int, bytes]:
        """HTTP status and JSON with which the site's own code answers one of its scripts."""
        try:
            return await self._builder.ask(next(self._questions), name, body)
        except WorkerDiedError:
            return 503, b"{}"

    async def state(self, page: str, its_tag: str, build: int, session: str, resources: list[str]) -> dict[str, Any]:
        """What an open page has to do to be up to date."""
        found = await self.place(page)
        file = await self.file(found.name) if isinstance(found, Page) else None
        standing = self._standing(found, file)
        if session != self.session:
            return self._told(standing, reload=True)
        if isinstance(found, Elsewhere) or (tag(file) if file else "") != its_tag:
            return self._told(standing, page=True)  # what it is made with is asked after once the page is up to date
        return self._told(standing, changed=[path for path in resources if await self._changed_since(path, build)])

    def _standing(self, found: Place, file: Path | None) -> str:
        """Of a page: whether it is of the last build (`built`), an older one (`older`), or was built `never`."""
        if self.shown is None or (isinstance(found, Page) and file is None):
            return "never"
        is_older = self._failed or (isinstance(found, Page) and found.name in self._wrong)
        return "older" if is_older else "built"

    def _told(
        self, standing: str, *, reload: bool = False, page: bool = False, changed: Sequence[str] = ()
    ) -> dict[str, Any]:
        return {
            "build": self.shown.number if self.shown else 0,
            "reload": reload,
            "page": page,
            "changed": list(changed),
            "standing": standing,
            "problems": [problem.as_dict() for problem in self.problems],
        }

    async def _changed_since(self, address: str, build: int) -> bool:
        found = find(address, self.base, self.shown.has_file, self.shown.has_folder) if self.shown else Nothing()
        if not isinstance(found, Page) or await self.file(found.name) is None:
            return False
        return self._since[found.name][1] > build

    async def events(self) -> AsyncIterator[bytes]:
        """A server-sent event for every change of state, for as long as the reader stays."""
        yield b"retry: 300\n\n"
        seen = -1
        while True:
            if seen != self._version:
                seen = self._version
                yield f"data: {seen}\n\n".encode()
            try:
                async with asyncio.timeout(HEARTBEAT):  # `wait_for` may swallow the end of the preview
                    await self._until_other_than(seen)
            except TimeoutError:
                yield b": still here\n\n"

    async def _until_other_than(self, version: int) -> None:
        async with self._changed:
            await self._changed.wait_for(lambda: self._version != version)


def _inside(folders: tuple[str, ...], paths: set[str]) -> set[str]:
    return {path for path in paths if any(is_in(path, folder) for folder in folders)}
