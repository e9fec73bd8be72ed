"""Hand-written Markdown with YAML front matter, and no other format."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import yaml
from markdown_it import MarkdownIt
from markdown_it.common.normalize_url import normalizeLink
from markdown_it.token import Token
from pelican.readers import BaseReader

from .press import press_of

ENDINGS = ("md", "markdown")
OTHERS = ("rst", "html", "htm")
INSIDE = re.compile(r"[{|](filename|static|attach|index|tag|category|author)[|}](.*)", re.DOTALL)
FRONT = re.compile(r"---[ \t]*\r?\n(.*?)^---[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,99}")
PATH = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}(?:/[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}){0,9}")


class ProseError(ValueError):
    """A hand-written file that cannot be read: `file`, `problem` and `remedy` say what to do."""

    def __init__(self, file: str, problem: str, remedy: str) -> None:
        super().__init__(f"{file}: {problem}; {remedy}")
        self.file, self.problem, self.remedy = file, problem, remedy


def admit_markdown(readers: Any) -> None:
    """Only Markdown is read: reStructuredText's `include` would publish any file of the machine."""
    for ending in OTHERS:
        readers.reader_classes.pop(ending, None)
    readers.reader_classes.update(dict.fromkeys(ENDINGS, MarkdownReader))


def tell_of_other_formats(generator: Any) -> None:
    """Pelican warns of each Markdown file where Python-Markdown is missing; it is other files that need a word."""
    generator.readers.disabled_readers = {ending: OtherFormat(generator.settings) for ending in OTHERS}


class OtherFormat(BaseReader):  # type: ignore[misc]
    file_extensions: list[str] = []  # noqa: RUF012  (Pelican's own type)

    def disabled_message(self) -> str:
        return "not a format that is read here; save it as Markdown (.md)"


class MarkdownReader(BaseReader):  # type: ignore[misc]
    file_extensions: list[str] = []  # noqa: RUF012  (claimed in readers_init, where Pelican's own reader gives way)

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        """HTML and metadata. Raises ProseError."""
        path = Path(source_path)
        text = path.read_text(encoding="utf-8-sig")
        fields, body = split_front_matter(text, source_path)
        metadata = {name: self.process_metadata(name, value) for name, value in checked(fields, source_path).items()}
        tokens = markdown().parse(body)
        self._mend_links(tokens, path)
        return str(markdown().renderer.render(tokens, markdown().options, {})), metadata

    def _mend_links(self, tokens: list[Token], path: Path) -> None:
        """A link that leads nowhere, or out of the content folder, loses its address, and the editor is told."""
        for token, name in _links(tokens):
            problem = _problem(str(token.attrs[name]), path, Path(self.settings["PATH"]))
            if problem:
                press_of(self.settings).object_to(str(path), problem, "correct the link")
                del token.attrs[name]


@cache
def markdown() -> MarkdownIt:
    """CommonMark with tables; markup in the text is shown, not obeyed. Building one takes longer than a page."""
    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    parser.normalizeLink = _keep_pelican_links  # type: ignore[method-assign]
    return parser


def _keep_pelican_links(url: str) -> str:
    return url if INSIDE.match(unquote(url)) else normalizeLink(url)


def split_front_matter(text: str, file: str) -> tuple[dict[str, Any], str]:
    match = FRONT.match(text)
    if match is None:
        raise ProseError(file, "no front matter", "begin the file with ---, title: and date: lines, and ---")
    try:
        fields = yaml.load(match[1], Loader=yaml.BaseLoader)  # values stay text; BaseLoader makes no objects
    except yaml.YAMLError as error:
        raise ProseError(file, f"front matter cannot be read ({_where(error)})", "write `name: value` lines") from None
    if not isinstance(fields, dict) or not fields.get("title"):
        raise ProseError(file, "no title", "put a `title:` line between the --- lines")
    return {str(name).lower(): value for name, value in fields.items()}, text[match.end() :]


def checked(fields: dict[str, Any], file: str) -> dict[str, Any]:
    """The fields, where each can be used as Pelican uses it. Raises ProseError."""
    for name, pattern in (("slug", NAME), ("lang", NAME), ("template", NAME), ("save_as", PATH), ("url", PATH)):
        if name in fields and not pattern.fullmatch(str(fields[name])):
            raise ProseError(file, f"`{name}` cannot be {fields[name]!r}", "use letters, digits and hyphens")
    for name in ("date", "modified"):
        if name in fields and not _is_date(str(fields[name])):
            raise ProseError(file, f"`{name}` cannot be {fields[name]!r}", "write a date as 2021-12-23")
    if "summary" in fields:
        fields["summary"] = markdown().renderInline(str(fields["summary"]))
    return fields


def _is_date(value: str) -> bool:
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return False
    return True


def _where(error: yaml.YAMLError) -> str:
    mark = getattr(error, "problem_mark", None)
    return f"line {mark.line + 2}" if mark else "not YAML"


def _links(tokens: list[Token]) -> Iterator[tuple[Token, str]]:
    for token in tokens:
        for name in ("href", "src"):
            if name in token.attrs:
                yield token, name
        yield from _links(token.children or [])


def _problem(address: str, path: Path, content: Path) -> str | None:
    match = INSIDE.match(unquote(address))
    if match is None or match[1] not in ("filename", "static", "attach"):
        return None
    name = re.split(r"[?#]", match[2])[0]
    target = content / name.lstrip("/") if name.startswith("/") else path.parent / name
    if not os.path.abspath(target).startswith(os.path.join(os.path.abspath(content), "")):
        return f"the link {address} leads out of the content folder"
    return None if target.is_file() else f"the link {address} leads to no file"
