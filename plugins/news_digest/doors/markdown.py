"""The Markdown door. The text is the file itself: front matter and marks stay where they are, outside of the blocks."""

from __future__ import annotations

import re

from ..model import BlockKind
from .decoding import decode
from .draft import Draft, Run, SeedError
from .front import card_of, faults_of, read_front, title_of
from .layout import lay_out_report
from .lines import LINE

LONGEST_FRONT = 20_000  # characters of front matter; a report's has a few hundred
_FRONT = re.compile(r"---[ \t]*(?:\r\n|\r|\n)(.*?)(?:\r\n|\r|\n)---[ \t]*(?=\r|\n|\Z)", re.DOTALL)
_MARK = re.compile(r"^[ \t]*(?:>[ \t]?|#{1,6}[ \t]+)+", re.MULTILINE)
_HEADING = re.compile(r"\s*#{1,6}[ \t]")


def read_markdown(data: bytes) -> tuple[Draft | SeedError, ...]:
    """The one report of a Markdown file, and what in its front matter cannot be meant. Raises SeedError where front
    matter or report cannot be read."""
    text = decode(data)
    front = _FRONT.match(text, 0, LONGEST_FRONT)
    fields = read_front(front[1]) if front else ()
    end = front.end() if front else 0
    title = _title_span(text[:end], title_of(fields))
    masked = _masked(text, end, title)
    titled = title is not None or bool(_HEADING.match(text, end))
    runs = (*_front_runs(text[:end], title), *lay_out_report(masked, titled=titled))
    draft = Draft(text, tuple(sorted(runs, key=lambda run: run.start)), card_of(fields))
    return (draft, *faults_of(fields))


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
