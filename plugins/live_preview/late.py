"""Write the site's files when somebody asks for them, with what Pelican had in hand when it came to them."""

from __future__ import annotations

import io
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any, Protocol, TextIO

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
    """A call of Pelican's writer that is still to be made. `arguments` come before the named ones."""

    writer: LateWriter = field(repr=False)
    method: str
    arguments: tuple[Any, ...] = field(repr=False)
    named: dict[str, Any] = field(repr=False)
    localsiteurl: str

    def write(self, target: str) -> None:
        self.writer.book.shared["localsiteurl"] = self.localsiteurl
        whole = WholeWriter(self.writer.output_path, settings=self.writer.settings)
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


class LateTemplate:
    """Stands where Pelican's writer expects a template, and keeps what it was to be rendered with."""

    def __init__(self, template: Any, writer: LateWriter) -> None:
        self.template = template
        self.writer = writer

    def render(self, context: dict[str, Any]) -> str:
        shared = self.writer.book.shared
        self.writer.caught = LatePart(self.template, context, shared, shared["localsiteurl"])
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

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._contexts: dict[Any, dict[str, Any]] = {}

    def write_file(
        self,
        name: Any,
        template: Any,
        context: dict[str, Any],
        relative_urls: bool = False,
        paginated: Any = None,
        template_name: Any = None,
        override_output: bool = False,
        url: Any = None,
        **given: Any,
    ) -> None:
        arguments = (relative_urls, paginated, template_name, override_output, url)
        if template_name in self.settings["PAGINATED_TEMPLATES"]:
            with signals.content_written.muted(), _disk_left_alone():
                super().write_file(name, LateTemplate(template, self), context, *arguments, **given)
        elif name:
            if relative_urls:  # the writer leaves it there for links inside of articles
                context["localsiteurl"] = pelican.writers.path_to_url(pelican.writers.get_relative_path(name))
            self._wait("write_file", (name, template, self._kept(context), *arguments), given)
            self._open_w(pelican.writers.sanitised_join(self.output_path, name), "utf-8", override_output)

    def write_feed(
        self,
        elements: Any,
        context: dict[str, Any],
        path: str | None = None,
        url: Any = None,
        feed_type: str = "atom",
        override_output: bool = False,
        feed_title: Any = None,
    ) -> Any:
        arguments = (path, url, feed_type, override_output, feed_title)
        if not path:
            return super().write_feed(elements, context, *arguments)
        self._wait("write_feed", (elements, context, *arguments), {})
        self._open_w(pelican.writers.sanitised_join(self.output_path, path), "utf-8", override_output)
        return None

    def _wait(self, method: str, arguments: tuple[Any, ...], named: dict[str, Any]) -> None:
        self.caught = LatePage(self, method, arguments, named, self.book.shared["localsiteurl"])

    def _kept(self, context: dict[str, Any]) -> dict[str, Any]:
        """The context as it is now. Ten thousand pages that are given the same one hold one copy."""
        kept = self._contexts.get(context["localsiteurl"])
        if kept != context:
            kept = self._contexts[context["localsiteurl"]] = context.copy()
        return kept

    def _open_w(self, filename: str, encoding: str, override: bool = False) -> Any:
        if override or filename in self._written_files:
            with _disk_left_alone(), super()._open_w(filename, encoding, override) as place:
                filename = place.name
        self._written_files.add(filename)
        if self.caught and filename != os.devnull:
            self.book.late[filename] = self.caught
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
def whole_file(target: str, encoding: str) -> Iterator[TextIO]:
    with _whole(target) as part, open(part, "w", encoding=encoding) as file:
        yield file


@contextmanager
def _whole(target: str) -> Iterator[str]:
    part = f"{target}.{os.getpid()}.part"
    os.makedirs(os.path.dirname(target), exist_ok=True)
    yield part
    os.replace(part, target)
