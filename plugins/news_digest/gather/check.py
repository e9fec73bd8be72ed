"""List what is in the seeds: of each report its outlet, date and evidence, language and length; and every problem."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..doors import Reading, read_seeds
from ..doors.lines import WORD
from ..model import Article, Refusal
from .feeds import read_feeds

LONGEST_CELL = 40  # characters of an outlet's name in the table


@dataclass(frozen=True)
class Row:
    """One report as the list shows it; `published` is None where nothing dates it."""

    id: str
    file: str
    outlet: str
    known: bool
    published: str | None
    evidence: str
    why: str
    language: str | None
    words: int
    headline: str | None
    url: str | None


@dataclass(frozen=True)
class Checked:
    rows: tuple[Row, ...]
    problems: tuple[Refusal, ...]


def check(seeds: Path) -> Checked:
    reading: Reading = read_seeds(seeds)
    _, doubts = read_feeds(seeds)
    return Checked(tuple(map(_row, reading.articles)), (*reading.refusals, *doubts))


def table(rows: tuple[Row, ...]) -> Iterator[str]:
    """The rows as aligned columns under a heading; ids and files are whole, to be copied from there."""
    cells = [("id", "file", "outlet", "date", "evidence", "language", "words")]
    cells += [
        (
            row.id,
            row.file,
            _cut(row.outlet),
            row.published or "undated by itself",
            row.evidence,
            row.language or "?",
            f"{row.words:,}",
        )
        for row in rows
    ]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    for row in cells:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def _row(article: Article) -> Row:
    published = article.published
    return Row(
        id=article.id,
        file=article.file,
        outlet=article.outlet.name,
        known=article.outlet.known,
        published=published.value,
        evidence=published.evidence.value,
        why=published.why,
        language=article.language,
        words=sum(len(WORD.findall(article.words(block.passage))) for block in article.body),
        headline=" ".join(article.words(article.title).split()) if article.title else None,
        url=article.url,
    )


def _cut(cell: str) -> str:
    """The end of a name tells more than its beginning."""
    return cell if len(cell) <= LONGEST_CELL else "…" + cell[1 - LONGEST_CELL :]
