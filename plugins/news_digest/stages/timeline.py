"""Find the dated moments that the reports tell, and the days of the reports themselves."""

from __future__ import annotations

from collections.abc import Sequence

from ..model import Article, Moment


def find_timeline(articles: Sequence[Article]) -> tuple[Moment, ...]:
    """The moments in order of time."""
    return ()
