"""Read the whole site with Pelican and remember how each file of the output is to be written."""

from __future__ import annotations

import importlib
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pelican
import pelican.generators
from pelican.contents import Content
from pelican.log import LimitFilter
from pelican.plugins import signals
from pelican.settings import read_settings

from .addresses import base_path
from .late import Book, Late, copies_noted
from .late_writer import writer_for
from .memo import ReadMemo, remember_reading
from .opened import files_opened
from .problems import Notes, Problem, from_exception
from .pure import remember_pure_functions
from .templates import CodeCache, Shelf, ShelfLoader


@dataclass
class Build:
    """One reading of the site. `late` are the files not written yet, by absolute path below `output`."""

    number: int
    output: Path
    site: Any = field(repr=False)
    late: dict[str, Late] = field(repr=False)
    defects: tuple[Problem, ...] = ()
    warnings: tuple[str, ...] = ()

    def write(self, name: str) -> bool:
        """Write one file, named relative to the output; False where the build has no such file.

        Raises what the template or a listening plugin raises.
        """
        target = os.path.join(self.output, name)
        if target in self.late:
            self.late[target].write(target)
            del self.late[target]
        return os.path.isfile(target)

    def finish(self) -> None:
        """Write all that is left, then tell plugins that the site is done. Raises what they raise."""
        for target in list(self.late):
            self.write(os.path.relpath(target, self.output))
        signals.finalized.send(self.site)


class BuildFailedError(Exception):
    """The site cannot be built; `problems` say why."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("; ".join(str(problem) for problem in problems))
        self.problems = problems


class Builder:
    """Builds one site again and again in one process, reading anew only what has changed.

    Plugins stay imported from build to build; settings, generators and templates are made anew each time.
    """

    def __init__(self, settings_file: str, override: dict[str, Any], notes: Notes) -> None:
        self.notes = notes
        self._memo = ReadMemo(notes)
        self._code = CodeCache()
        self._book = Book()
        with files_opened() as opened:
            self._pristine = read_settings(settings_file, override=dict(override))
        self.opened = frozenset(opened)
        self.siteurl = str(self._pristine["SITEURL"])
        # As published, but for the name of the host: the preview answers under several.
        self._pristine["SITEURL"] = base_path(self.siteurl)
        self._pristine["LIVE_PREVIEW"] = True  # for plugins that tell a reader less than an editor
        _take_over_pelican(self)
        remember_reading(self._memo)
        remember_pure_functions()

    @property
    def settings(self) -> dict[str, Any]:
        return dict(self._pristine)

    def build(self, number: int, output: Path) -> Build:
        """Raises BuildFailedError where Pelican raises, or logs an error, as `pelican --fatal errors` would."""
        self.notes.clear()
        _forget_the_last_build()
        settings = fresh(self._pristine)
        settings["OUTPUT_PATH"] = str(output)
        self._book = Book()
        with problems_raised(self.notes), copies_noted(self._book), signals.finalized.muted():
            site = _pelican_class(settings)(settings)
            self._refuse_errors()
            self._memo.begin(settings)
            site.run()
            self._memo.end()
        self._refuse_errors()
        notes = self.notes
        return Build(number, output, site, self._book.late, distinct(notes.defects), tuple(notes.warnings))

    def _refuse_errors(self) -> None:
        if self.notes.problems:
            raise BuildFailedError(distinct(self.notes.problems))

    def see_generators(self, generators: list[Any]) -> None:
        self._book.shared = generators[0].context

    def see_generator(self, generator: Any) -> None:
        generator.env.bytecode_cache = self._code

    def writer(self, chosen: type) -> type:
        return writer_for(self._book, chosen)


def fresh(value: Any) -> Any:
    """Containers copied, what they hold shared: what a plugin changes in them does not reach the next build."""
    if type(value) is dict:
        return {key: fresh(item) for key, item in value.items()}
    if type(value) in (list, set):
        return type(value)(fresh(item) for item in value)
    return value


def _pelican_class(settings: dict[str, Any]) -> Any:
    chosen = settings["PELICAN_CLASS"]
    if isinstance(chosen, str):
        module, _, name = chosen.rpartition(".")
        chosen = getattr(importlib.import_module(module), name)
    return type("PreviewedPelican", (chosen,), {"_get_writer": _get_writer})


def _get_writer(self: Any) -> Any:
    chosen = super(type(self), self)._get_writer()
    assert _taken_over is not None
    return _taken_over.writer(type(chosen))(self.output_path, settings=self.settings)


_taken_over: Builder | None = None


def _take_over_pelican(builder: Builder) -> None:
    """One builder a process: Pelican's signals and caches belong to the process, not to an object."""
    global _taken_over
    _taken_over = builder
    pelican.console.quiet = True
    pelican.generators.FileSystemLoader = ShelfLoader
    signals.generator_init.connect(_on_generator)
    signals.all_generators_finalized.connect(_on_generators)


def _on_generator(generator: Any) -> None:
    if _taken_over is not None:
        _taken_over.see_generator(generator)


def _on_generators(generators: list[Any]) -> None:
    if _taken_over is not None:
        _taken_over.see_generators(generators)


def _forget_the_last_build() -> None:
    # Pelican keeps every content object and every message for the life of the process.
    Content.__dict__["get_content"].cache.clear()
    Content.__dict__["get_summary"].cache.clear()
    LimitFilter._raised_messages.clear()
    LimitFilter._group_count.clear()
    ShelfLoader.shelf = Shelf()


@contextmanager
def problems_raised(notes: Notes) -> Iterator[None]:
    """Whatever a site's settings, plugins or templates raise inside the block is raised as BuildFailedError."""
    try:
        yield
    except BuildFailedError:
        raise
    except (Exception, SystemExit) as error:  # a plugin may end a build on the command line; here it ends no worker
        raise BuildFailedError(distinct((*notes.problems, from_exception(error)))) from error


def distinct(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Pelican may log an error and raise it too."""
    return tuple(dict.fromkeys(problems))
