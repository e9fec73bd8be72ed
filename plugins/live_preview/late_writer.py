"""Pelican's writer, which here notes how each file is to be written and leaves the writing for later."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any

import pelican.writers
from pelican.plugins import signals
from pelican.writers import Writer

from .late import Book, Late, LatePage, LatePart

# Whoever listens to these may change a page's inputs between two pages, or read what was written so far.
ORDER_MATTERS = (
    "article_generator_write_article",
    "page_generator_write_page",
    "article_writer_finalized",
    "page_writer_finalized",
)

# What Pelican's writer sees of `os` while writing waits: it makes a folder for every page that it writes.
NO_FOLDERS = SimpleNamespace(path=os.path, devnull=os.devnull, makedirs=lambda *_, **__: None)


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
        url = self.book.shared["localsiteurl"]
        self.caught = LatePage(self.book, self.output_path, self.settings, method, arguments, named, url)

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


def _somebody_watches_the_order() -> bool:
    return any(getattr(signals, name).receivers for name in ORDER_MATTERS)


def _attaches(shared: dict[str, Any]) -> bool:
    # {attach} moves a static file at the moment that the linking page is rendered.
    if not shared.get("static_links"):
        return False
    contents = (content for content in shared["generated_content"].values() if content is not None)
    return any("attach" in (content._content or "") for content in contents)
