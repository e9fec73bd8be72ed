"""The process that builds: keeps Pelican and the plugins loaded, and does one thing that it is asked at a time."""

from __future__ import annotations

import gc
import importlib
import json
import logging
import os
import signal
from collections.abc import Callable
from contextlib import suppress
from http import HTTPStatus
from multiprocessing import Pipe
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any, NoReturn

from pelican.plugins import signals

from .build import Build, Builder, BuildFailedError, distinct, problems_raised
from .messages import (
    Answered,
    AskSite,
    BuildSite,
    Built,
    Checked,
    CheckSite,
    NotBuilt,
    Order,
    Reply,
    Site,
    WriteFile,
    Written,
)
from .problems import Notes, Problem
from .site import site_of, unknown_site

LEAST_URGENT = 15  # niceness of the check: a save and the page in view go first
REST = 1.0  # seconds without an order after which memory is tidied
ROOM = 200_000  # objects made since then, from which on a stream of saves is no reason to put it off; some 25 MB


def work(orders: Connection, settings_file: str, override: dict[str, Any]) -> None:
    """Run until the preview goes away."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the preview ends its worker.
    # The collector would run in the middle of every build of a large site; it runs at rest instead.
    gc.disable()
    with suppress(EOFError, OSError):
        Worker(orders, settings_file, override).work()


class Worker:
    def __init__(self, orders: Connection, settings_file: str, override: dict[str, Any]) -> None:
        self.orders = orders
        self.settings_file = settings_file
        self.override = override
        self.notes = listening_notes()
        self.builder: Builder | None = None
        self.shown: Build | None = None
        self.check: Check | None = None
        self.tidy = True
        self.room = 0  # objects that may lie about untidied; more than ROOM on a site that is made of more

    def work(self) -> None:
        """Raises EOFError when the preview has gone."""
        while True:
            ready = wait(self._sources(), None if self.tidy else REST)
            if self.check is not None and self.check.result in ready:
                self._end_check(self.check)
            if self.orders in ready:
                self._obey(self.orders.recv())
            if not ready or self._is_full():
                gc.collect()
                self.tidy = True

    def _is_full(self) -> bool:
        return bool(self.room) and gc.get_count()[0] > self.room

    def _sources(self) -> list[Any]:
        return [self.orders] if self.check is None else [self.orders, self.check.result]

    def _obey(self, order: Order) -> None:
        self.tidy = False
        if isinstance(order, BuildSite):
            self.orders.send(self.build(order))
        elif isinstance(order, WriteFile):
            self.orders.send(self.write(order))
        elif isinstance(order, AskSite):
            self.orders.send(self.answer(order))
        else:
            self.begin_check(order)

    def build(self, order: BuildSite) -> Reply:
        """The build shown so far stays at hand, templates included, if this one fails."""
        self._drop_check()
        try:
            build = self._loaded().build(order.number, Path(order.output))
        except BuildFailedError as failure:
            return NotBuilt(order.number, failure.problems, self._site())
        self.shown = build
        self.room = self.room or max(ROOM, gc.get_count()[0])
        late = tuple(os.path.relpath(path, order.output) for path in build.late)
        listeners = bool(signals.finalized.receivers)
        return Built(order.number, late, listeners, build.defects, build.warnings, self._site())

    def _loaded(self) -> Builder:
        if self.builder is None:
            with problems_raised(self.notes):
                self.builder = Builder(self.settings_file, self.override, self.notes)
        return self.builder

    def _site(self) -> Site:
        if self.builder is None:
            return unknown_site(self.settings_file)
        return site_of(self.builder.settings, self.settings_file, self.builder.opened)

    def write(self, order: WriteFile) -> Written:
        shown = self.shown
        if shown is None or shown.number != order.number:
            return Written(order.number, order.name)
        return Written(order.number, order.name, self._problems_of(lambda: shown.write(order.name)))

    def answer(self, order: AskSite) -> Answered:
        """`PREVIEW_HANDLERS` of the settings names for each question the function that answers it, module:function.

        It is given the settings and the body, and gives HTTP status and what is sent as JSON.
        """
        try:
            with problems_raised(self.notes):
                settings = self._loaded().settings
                place = settings.get("PREVIEW_HANDLERS", {}).get(order.name)
                if place is None:
                    return Answered(order.number, HTTPStatus.NOT_FOUND, b"{}")
                module, _, function = place.partition(":")
                status, told = getattr(importlib.import_module(module), function)(settings, order.body)
        except BuildFailedError as failure:
            status, told = HTTPStatus.INTERNAL_SERVER_ERROR, {"problem": str(failure)}
        return Answered(order.number, status, json.dumps(told).encode())

    def _problems_of(self, writing: Callable[[], object]) -> tuple[Problem, ...]:
        self.notes.clear()
        try:
            with problems_raised(self.notes):
                writing()
        except BuildFailedError as failure:
            return distinct((*failure.problems, *self.notes.defects))
        return distinct((*self.notes.problems, *self.notes.defects))

    def begin_check(self, order: CheckSite) -> None:
        """A build that another has overtaken is answered for at once, as having nothing left to check."""
        shown = self.shown
        if shown is None or shown.number != order.number:
            self.orders.send(Checked(order.number, ()))
        elif self.check is None:
            self.check = Check(order.number, lambda: self._problems_of(shown.finish))

    def _end_check(self, check: Check) -> None:
        self.orders.send(Checked(check.number, check.end()))
        self.check = None

    def _drop_check(self) -> None:
        if self.check is not None:
            self.check.kill()
            self.check = None


class Check:
    """A fork of the worker that writes all that is left of a build, so that the worker is free for the next save."""

    def __init__(self, number: int, write_all: Callable[[], tuple[Problem, ...]]) -> None:
        self.number = number
        self.result, answer = Pipe(duplex=False)
        self._pid = os.fork()
        if self._pid == 0:
            _answer_and_exit(answer, write_all)
        answer.close()

    def end(self) -> tuple[Problem, ...]:
        """What is wrong with the site; to be asked once `result` is readable."""
        try:
            problems: tuple[Problem, ...] = self.result.recv()
        except EOFError:
            problems = (Problem("the check of the whole site ended before it was done"),)
        self._reap()
        return problems

    def kill(self) -> None:
        os.kill(self._pid, signal.SIGKILL)
        self._reap()

    def _reap(self) -> None:
        os.waitpid(self._pid, 0)
        self.result.close()


def _answer_and_exit(answer: Connection, write_all: Callable[[], tuple[Problem, ...]]) -> NoReturn:
    status = 1
    try:
        os.nice(LEAST_URGENT)
        answer.send(write_all())
        status = 0
    finally:
        os._exit(status)


def listening_notes() -> Notes:
    """Everything that Pelican and the plugins log goes to the notes, and nowhere else."""
    notes = Notes()
    root = logging.getLogger()
    root.handlers[:] = [notes]
    root.setLevel(logging.WARNING)
    return notes
