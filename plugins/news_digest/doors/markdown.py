"""The Markdown door. The text is the file itself: front matter and marks stay where they are, outside of the blocks."""

from __future__ import annotations

import re
from typing import Any

from ..model import BlockKind
from .card import address_of, dated, language_of, line_of, names_of
from .decoding import decode
from .draft import Card, Draft, Run, SeedError
from .layout import lay_out_report
from .lines import LINE
from .plain_yaml import load_plain

FIELDS = {
    "title": ("title", "headline"),
    "outlet": ("outlet", "publisher", "site", "source"),
    "published": ("published", "date", "datePublished"),
    "url": ("url", "link", "canonical", "canonical_url"),
    "author": ("author", "authors", "byline"),
    "language": ("language", "lang"),
}
LONGEST_FRONT = 20_000  # characters of front matter; a report's has a few hundred
_FRONT = re.compile(r"---[ \t]*(?:\r\n|\r|\n)(.*?)(?:\r\n|\r|\n)---[ \t]*(?=\r|\n|\Z)", re.DOTALL)
_MARK = re.compile(r"^[ \t]*(?:>[ \t]?|#{1,6}[ \t]+)+", re.MULTILINE)
_HEADING = re.compile(r"\s*#{1,6}[ \t]")


def read_markdown(data: bytes) -> tuple[Draft, ...]:
    """The one report of a Markdown file. Raises SeedError where front matter or report cannot be read."""
    text = decode(data)
    front = _FRONT.match(text, 0, LONGEST_FRONT)
    fields = _fields(front[1]) if front else {}
    end = front.end() if front else 0
    title = _title_span(text[:end], fields.get("title"))
    masked = _masked(text, end, title)
    titled = title is not None or bool(_HEADING.match(text, end))
    runs = (*_front_runs(text[:end], title), *lay_out_report(masked, titled=titled))
    return (Draft(text, tuple(sorted(runs, key=lambda run: run.start)), _card(fields)),)


def _fields(front: str) -> dict[str, Any]:
    try:
        found = load_plain(front)
    except ValueError as error:
        raise SeedError(
            f"front matter that cannot be read: {error}", "write `field: value` lines between --- lines"
        ) from None
    return {str(key): value for key, value in found.items()} if isinstance(found, dict) else {}


def _card(fields: dict[str, Any]) -> Card:
    def get(name: str) -> Any:
        return next((fields[key] for key in FIELDS[name] if fields.get(key)), None)

    return Card(
        outlet=line_of(get("outlet")),
        published=dated(get("published"), "the front matter says so"),
        url=address_of(get("url")),
        author=names_of(get("author")),
        language=language_of(get("language")),
    )


def _title_span(front: str, title: object) -> tuple[int, int] | None:
    """Where the front matter holds the title word for word."""
    start = front.find(title) if isinstance(title, str) and title.strip() and "\n" not in title else -1
    return (start, start + len(str(title))) if start >= 0 else None


def _masked(text: str, end: int, title: tuple[int, int] | None) -> str:
    """A copy of the same length in which front matter and the marks of headings and quotations are spaces."""
    start, stop = title or (end, end)
    front = _blank(text[:start]) + text[start:stop] + _blank(text[stop:end])
    return front + _MARK.sub(lambda match: " " * len(match.group()), text[end:])


def _blank(text: str) -> str:
    return re.sub(r"[^\r\n]", " ", text)


def _front_runs(front: str, title: tuple[int, int] | None) -> list[Run]:
    """What stands in the front matter besides the title is the file's own."""
    start, stop = title or (len(front), len(front))
    pieces = [*LINE.finditer(front, 0, start), *LINE.finditer(front, stop)]
    return [Run(BlockKind.FURNITURE, match.start(), match.end()) for match in pieces if match.group().strip()]
