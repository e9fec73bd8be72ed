"""The preview's end of a worker: start it, ask it, notice when it dies."""

from __future__ import annotations

import ast
import asyncio
import importlib.util
import multiprocessing
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

from .messages import Answered, AskSite, BuildSite, Built, Checked, CheckSite, NotBuilt, Reply, WriteFile, Written
from .problems import Problem
from .worker import work


class WorkerDiedError(Exception):
    """The worker process ended while it was asked for something."""


class Workshop:
    """One worker process. Ask it from one event loop only."""

    def __init__(self, settings_file: str, override: dict[str, Any], preload: Iterable[str]) -> None:
        # A fork server that has Pelican imported makes a new worker in some ten milliseconds.
        context: Any = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(["pelican", *preload])
        self._connection, theirs = context.Pipe()
        self._process = context.Process(target=work, args=(theirs, settings_file, override), daemon=True)
        self._process.start()
        theirs.close()
        self._waiting: dict[tuple[object, ...], asyncio.Future[Any]] = {}
        self._loop = asyncio.get_running_loop()
        self._loop.add_reader(self._connection.fileno(), self._receive)
        self.alive = True

    async def build(self, number: int, output: Path) -> Built | NotBuilt:
        """Raises WorkerDiedError."""
        order = BuildSite(number, str(output))
        answer: Built | NotBuilt = await self._ask(("build", number), order)
        return answer

    async def write(self, number: int, name: str) -> tuple[Problem, ...]:
        """What went wrong with writing one file. Raises WorkerDiedError."""
        written: Written = await self._ask(("write", number, name), WriteFile(number, name))
        return written.problems

    async def check(self, number: int) -> tuple[Problem, ...]:
        """Write all that is left of a build; cancelled when another build begins. Raises WorkerDiedError."""
        checked: Checked = await self._ask(("check", number), CheckSite(number))
        return checked.problems

    async def ask(self, number: int, name: str, body: bytes) -> tuple[int, bytes]:
        """HTTP status and JSON with which the site's own code answers. Raises WorkerDiedError."""
        answered: Answered = await self._ask(("ask", number), AskSite(number, name, body))
        return answered.status, answered.body

    def stop(self) -> None:
        """At once: nothing that a worker holds is needed again."""
        if self.alive:
            self.alive = False
            self._loop.remove_reader(self._connection.fileno())
            self._connection.close()
        self._process.kill()
        self._fail_all()

    async def _ask(self, key: tuple[object, ...], order: Any) -> Any:
        if not self.alive:
            raise WorkerDiedError
        if key[0] == "build":
            self._cancel_checks()
        if key not in self._waiting:
            self._waiting[key] = self._loop.create_future()
            with suppress(OSError):  # A worker that is gone is noticed by the reader.
                self._connection.send(order)
        return await asyncio.shield(self._waiting[key])

    def _receive(self) -> None:
        try:
            reply: Reply = self._connection.recv()
        except (EOFError, OSError):
            self.stop()
            return
        future = self._waiting.pop(_key(reply), None)
        if future is not None and not future.done():
            future.set_result(reply)

    def _cancel_checks(self) -> None:
        for key in [key for key in self._waiting if key[0] == "check"]:
            self._waiting.pop(key).cancel()

    def _fail_all(self) -> None:
        waiting, self._waiting = self._waiting, {}
        for future in waiting.values():
            if not future.done():
                future.set_exception(WorkerDiedError())
                future.exception()  # Whoever has stopped waiting need not be told.


def _key(reply: Reply) -> tuple[object, ...]:
    if isinstance(reply, Written):
        return "write", reply.number, reply.name
    if isinstance(reply, Checked):
        return "check", reply.number
    if isinstance(reply, Answered):
        return "ask", reply.number
    return "build", reply.number


def libraries_used(code: Iterable[str]) -> list[str]:
    """Modules that the Python files import and that lie outside of them: worth having before a worker starts."""
    files = [path for path in code if path.endswith(".py")]
    own = {Path(path).stem for path in files} | {Path(path).parent.name for path in files}
    names = {name for path in files for name in _imported(path)}
    return sorted(name for name in names if name.partition(".")[0] not in own and _is_installed(name))


def _imported(path: str) -> set[str]:
    try:
        tree = ast.parse(Path(path).read_bytes())
    except (OSError, SyntaxError, ValueError):
        return set()  # The worker will meet the same file, and say what is wrong with it.
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module)
    return names


def _is_installed(name: str) -> bool:
    try:
        found = importlib.util.find_spec(name.partition(".")[0])
    except (ImportError, ValueError):
        return False
    return found is not None and found.origin is not None and "-packages" in found.origin
