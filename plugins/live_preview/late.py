"""Write the site's files when somebody asks for them, with what Pelican had in hand when it came to them."""

from __future__ import annotations

import io
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from types import SimpleNamespace
from typing import Any, Protocol

import pelican.utils
import pelican.writers
from pelican.plugins import signals
from pelican.writers import Writer

# Whoever listens to these may change a page's inputs between two pages, or read what was written so far.
ORDER_MATTERS = (
    "article_generator_write_article",
    "page_generator_write_page",
    "article_writer_finalized",
    "page_writer_finalized",
)

# What Pelican's writer sees of `os` while writing waits: it makes a folder for every page that it writes.
NO_FOLDERS = SimpleNamespace(path=os.path, devnull=os.devnull, makedirs=lambda *_, **__: None)


class Late(Protocol):
    """A file of the site that is not written yet."""

    def write(self, target: str) -> None:
        """Put the file at `target`, whole or not at all. Raises what the template raises."""


@dataclass(frozen=True, slots=True)
class LatePage:
    template: Any
    context: dict[str, Any] = field(repr=False)
    shared: dict[str, Any] = field(repr=False)
    localsiteurl: str

    def write(self, target: str) -> None:
        self.shared["localsiteurl"] = self.localsiteurl
        text = self.template.render(self.context)
        with _whole(target) as part, open(part, "w", encoding="utf-8") as file:
            file.write(text)
        signals.content_written.send(target, context=self.context)


@dataclass(frozen=True, slots=True)
class LateFeed:
    write_feed: Any
    shared: dict[str, Any] = field(repr=False)
    localsiteurl: str

    def write(self, target: str) -> None:
        self.shared["localsiteurl"] = self.localsiteurl
        self.write_feed()  # Pelican's writer knows the path, and makes the folder.


@dataclass(frozen=True, slots=True)
class LateCopy:
    source: str

    def write(self, target: str) -> None:
        with _whole(target) as part:
            shutil.copyfile(self.source, part)


@dataclass
class Book:
    """What the site's files will be made from, by their absolute path in the output folder."""

    late: dict[str, Late] = field(default_factory=dict)
    shared: dict[str, Any] = field(default_factory=dict)

    def note_copy(self, source: str, destination: str) -> None:
        self.late[os.path.abspath(destination)] = LateCopy(source)


class LateTemplate:
    """Stands where Pelican's writer expects a template, and keeps what it was to be rendered with."""

    def __init__(self, template: Any, writer: LateWriter) -> None:
        self.template = template
        self.writer = writer

    def render(self, context: dict[str, Any]) -> str:
        shared = self.writer.book.shared
        self.writer.caught = LatePage(self.template, context, shared, shared["localsiteurl"])
        return ""


class Place(io.StringIO):
    """What Pelican's writer gets instead of an open file: it takes the name down and leaves the disk alone."""

    def __init__(self, name: str, *_: Any, **__: Any) -> None:
        super().__init__()
        self.name = name


class LateWriter(Writer):  # type: ignore[misc]
    """Pelican's own writer as far as paths, pagination and overwriting go; only the rendering waits."""

    book: Book
    caught: Late | None = None

    def write_file(self, name: Any, template: Any, context: dict[str, Any], *rest: Any, **named: Any) -> None:
        with signals.content_written.muted(), _disk_left_alone():
            super().write_file(name, LateTemplate(template, self), context, *rest, **named)

    def write_feed(
        self, elements: Any, context: dict[str, Any], path: str | None = None, *rest: Any, **named: Any
    ) -> Any:
        if not path:
            return super().write_feed(elements, context, path, *rest, **named)
        plain = Writer(self.output_path, settings=self.settings)
        shared = self.book.shared
        write = partial(plain.write_feed, elements, context, path, *rest, **named)
        self.caught = LateFeed(write, shared, shared["localsiteurl"])
        target = pelican.utils.sanitised_join(self.output_path, path)
        override = named.get("override_output", rest[2] if len(rest) > 2 else False)
        with _disk_left_alone():
            self._open_w(target, "utf-8", override)
        return None

    def _open_w(self, filename: str, encoding: str, override: bool = False) -> Any:
        with super()._open_w(filename, encoding, override) as place:
            if self.caught and place.name != os.devnull:
                self.book.late[place.name] = self.caught
        self.caught = None
        return io.StringIO()


def writer_for(book: Book, chosen: type) -> type:
    """The late writer, or the site's own where waiting could change a byte."""
    if chosen is not Writer or _somebody_watches_the_order() or _attaches(book.shared):
        return chosen
    return type("BookedWriter", (LateWriter,), {"book": book})


@contextmanager
def _disk_left_alone() -> Iterator[None]:
    pelican.writers.open = Place
    pelican.writers.os = NO_FOLDERS
    try:
        yield
    finally:
        del pelican.writers.open
        pelican.writers.os = os


@contextmanager
def copies_noted(book: Book) -> Iterator[None]:
    """Pelican's copying of static files becomes a note in the book."""
    copy_file = pelican.utils.copy_file
    pelican.utils.copy_file = book.note_copy
    try:
        yield
    finally:
        pelican.utils.copy_file = copy_file


def _somebody_watches_the_order() -> bool:
    return any(getattr(signals, name).receivers for name in ORDER_MATTERS)


def _attaches(shared: dict[str, Any]) -> bool:
    # {attach} moves a static file at the moment that the linking page is rendered.
    if not shared.get("static_links"):
        return False
    contents = (content for content in shared["generated_content"].values() if content is not None)
    return any("attach" in (content._content or "") for content in contents)


@contextmanager
def _whole(target: str) -> Iterator[str]:
    part = f"{target}.{os.getpid()}.part"
    os.makedirs(os.path.dirname(target), exist_ok=True)
    yield part
    os.replace(part, target)
