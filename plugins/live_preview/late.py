"""Files that are written when somebody asks for them, with what Pelican had in hand when it came to them."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Protocol, TextIO

import pelican.utils
import pelican.writers
from pelican.plugins import signals
from pelican.writers import Writer


class Late(Protocol):
    """A file of the site that is not written yet."""

    def write(self, target: str) -> None:
        """Put the file at `target`, whole or not at all. Raises what the template raises."""


@dataclass(frozen=True, slots=True)
class LatePage:
    """A call of Pelican's writer that is still to be made. `arguments` come before the named ones."""

    book: Book = field(repr=False)
    output: str
    settings: dict[str, Any] = field(repr=False)
    method: str
    arguments: tuple[Any, ...] = field(repr=False)
    named: dict[str, Any] = field(repr=False)
    localsiteurl: str

    def write(self, target: str) -> None:
        self.book.shared["localsiteurl"] = self.localsiteurl
        whole = WholeWriter(self.output, settings=self.settings)
        getattr(whole, self.method)(*self.arguments, **self.named)


@dataclass(frozen=True, slots=True)
class LatePart:
    """One page of several on which Pelican lays out a list: rendered with what Pelican made ready for it."""

    template: Any
    context: dict[str, Any] = field(repr=False)
    shared: dict[str, Any] = field(repr=False)
    localsiteurl: str

    def write(self, target: str) -> None:
        self.shared["localsiteurl"] = self.localsiteurl
        text = self.template.render(self.context)
        with whole_file(target, "utf-8") as file:
            file.write(text)
        signals.content_written.send(target, context=self.context)


@dataclass(frozen=True, slots=True)
class LateCopy:
    source: str

    def write(self, target: str) -> None:
        with _whole(target) as part:
            shutil.copyfile(self.source, part)


class WholeWriter(Writer):  # type: ignore[misc]
    """Pelican's writer, which here leaves no half a file behind."""

    def _open_w(self, filename: str, encoding: str, override: bool = False) -> Any:
        return whole_file(filename, encoding)


@dataclass
class Book:
    """What the site's files will be made from, by their absolute path in the output folder."""

    late: dict[str, Late] = field(default_factory=dict)
    shared: dict[str, Any] = field(default_factory=dict)

    def note_copy(self, source: str, destination: str) -> None:
        self.late[os.path.abspath(destination)] = LateCopy(source)


@contextmanager
def copies_noted(book: Book) -> Iterator[None]:
    """Pelican's copying of static files becomes a note in the book."""
    copy_file = pelican.utils.copy_file
    pelican.utils.copy_file = book.note_copy
    try:
        yield
    finally:
        pelican.utils.copy_file = copy_file


@contextmanager
def whole_file(target: str, encoding: str) -> Iterator[TextIO]:
    with _whole(target) as part, open(part, "w", encoding=encoding) as file:
        yield file


@contextmanager
def _whole(target: str) -> Iterator[str]:
    part = f"{target}.{os.getpid()}.part"
    os.makedirs(os.path.dirname(target), exist_ok=True)
    yield part
    os.replace(part, target)
