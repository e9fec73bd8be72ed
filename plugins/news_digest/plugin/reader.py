"""Hand-written Markdown with YAML front matter, and no other format."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token
from pelican.generators import StaticGenerator
from pelican.readers import BaseReader

from ..language.slugs import slug_of
from ..model import Refusal
from .front_matter import ProseError, split
from .links import INSIDE, fault_of
from .press import press_of

ENDINGS = ("md", "markdown")
OTHERS = ("rst", "html", "htm")


def admit_markdown(readers: Any) -> None:
    """Only Markdown is read: reStructuredText's `include` would publish any file of the machine."""
    for ending in OTHERS:
        readers.reader_classes.pop(ending, None)
    readers.reader_classes.update(dict.fromkeys(ENDINGS, MarkdownReader))


def tell_of_other_formats(generator: Any) -> None:
    """Pelican would warn of each Markdown file where Python-Markdown is missing; other files are what needs a word."""
    others = () if isinstance(generator, StaticGenerator) else OTHERS
    generator.readers.disabled_readers = {ending: OtherFormat(generator.settings) for ending in others}


class OtherFormat(BaseReader):  # type: ignore[misc]
    file_extensions = ()

    def disabled_message(self) -> str:
        return "not a format that is read here; save it as Markdown (.md)"


class MarkdownReader(BaseReader):  # type: ignore[misc]
    file_extensions = ()  # it is admitted by name; an ending here would compete with Pelican's own reader

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        """HTML and metadata. A file that cannot be read is left out, and the editor is told."""
        try:
            fields, body = split(_text(source_path))
        except ProseError as error:
            self._object_to(source_path, error.problem, error.remedy, error.line)
            return "", {"status": "skip"}
        tokens = markdown().parse(body)
        self._mend_links(tokens, source_path)
        html = str(markdown().renderer.render(tokens, markdown().options, {}))
        return html, {name: self.process_metadata(name, value) for name, value in _filled(fields, source_path).items()}

    def _mend_links(self, tokens: list[Token], source: str) -> None:
        """A link to no file of the content folder loses its address, and the editor is told."""
        for token, name in _links(tokens):
            fault = fault_of(str(token.attrs[name]), source, self.settings["PATH"])
            if fault:
                self._object_to(source, fault, "correct the link")
                token.attrs[name] = ""

    def _object_to(self, source: str, problem: str, remedy: str, line: int | None = None) -> None:
        file = os.path.relpath(source)
        press_of(self.settings).object_to(Refusal(f"{file}:{line}" if line else file, problem, remedy))


@cache
def markdown() -> MarkdownIt:
    """CommonMark and tables; markup in the text is shown, not obeyed. Kept: making one takes longer than a page."""
    return Markdown("commonmark", {"html": False}).enable("table")


class Markdown(MarkdownIt):
    def normalizeLink(self, url: str) -> str:  # noqa: N802  (the parser's own name)
        """Pelican's {filename} and its like stay as they are; elsewhere braces are percent-encoded."""
        return url if INSIDE.match(url) else super().normalizeLink(url)


def _text(path: str) -> str:
    try:
        return Path(path).read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise ProseError(f"not UTF-8 (byte {error.start + 1})", "save it as UTF-8") from None


def _filled(fields: dict[str, Any], path: str) -> dict[str, Any]:
    """A slug of bounded length, whatever the title; the summary as HTML, which is what Pelican takes it for."""
    stem = slug_of(Path(path).stem)
    filled = {"slug": slug_of(str(fields["title"]), default=stem), **fields}
    if "summary" in fields:
        filled["summary"] = markdown().renderInline(str(fields["summary"]))
    return filled


def _links(tokens: list[Token]) -> Iterator[tuple[Token, str]]:
    for token in tokens:
        yield from ((token, name) for name in ("href", "src") if name in token.attrs)
        yield from _links(token.children or [])
