"""What a door hands over: the text of a report and what each run of it is, before the report has a name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from ..model import UNDATED, BlockKind, Dated


class SeedError(ValueError):
    """A file that cannot be read as a report: what is wrong, and what the editor can do. `kept` says that the report
    is read all the same; `line` of the file counts from 1."""

    def __init__(
        self, problem: str, remedy: str, *, fatal: bool = True, kept: bool = False, line: int | None = None
    ) -> None:
        super().__init__(f"{problem}; {remedy}")
        self.fatal, self.kept, self.line = fatal, kept, line
        self.problem = problem
        self.remedy = remedy


class Run(NamedTuple):
    """A block before its article has an id: half-open, in code points of the draft's text."""

    kind: BlockKind
    start: int
    end: int


@dataclass(frozen=True)
class Card:
    """What a file says of its report besides the report itself; None where it says nothing."""

    title: str | None = None
    outlet: str | None = None
    published: Dated = UNDATED
    url: str | None = None
    author: str | None = None
    language: str | None = None


@dataclass(frozen=True)
class Draft:
    """One report as its door read it. `suffix` tells apart the reports of one file."""

    text: str
    runs: tuple[Run, ...]
    card: Card = Card()
    suffix: str = ""
