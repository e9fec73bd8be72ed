"""Compare aligned claims slot by slot and type what differs."""

from __future__ import annotations

from collections.abc import Sequence

from ..model import Alignment, Article, Difference


def compare(alignments: Sequence[Alignment], articles: Sequence[Article]) -> tuple[Difference, ...]:
    """The differences between claims that state the same thing."""
    return ()
