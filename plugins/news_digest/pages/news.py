"""What was new on each day of a story that runs over several."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby

from ..model import Article
from ..strings import Strings
from .facts import FactView
from .timeline import is_day

WORDED = 4  # facts: enough to say what the day brought


@dataclass(frozen=True, slots=True)
class NewsView:
    """The facts that two sources first told on this day; the first of them in words, the others by their numbers."""

    iso: str
    label: str
    facts: tuple[FactView, ...]
    others: tuple[FactView, ...]


def news_views(facts: tuple[FactView, ...], articles: Mapping[str, Article], say: Strings) -> tuple[NewsView, ...]:
    """Newest day first, and without the first day of all, on which everything was new. A fact that rests on a report
    with no trusted day of its own is left out: when it was new, nobody knows."""
    dated = sorted((day, fact.number, fact) for fact in facts if (day := _first_agreed(fact, articles)))
    days = [(day, tuple(fact for *_, fact in run)) for day, run in groupby(dated, lambda d: d[0])]
    return tuple(NewsView(day, say.day(day), new[:WORDED], new[WORDED:]) for day, new in reversed(days[1:]))


def _first_agreed(fact: FactView, articles: Mapping[str, Article]) -> str | None:
    """The day on which the second source told it."""
    published = [articles[source.article].published for source in fact.sources]
    days = sorted(date.value[:10] for date in published if date.value and date.trusted and is_day(date.value))
    return days[1] if len(days) == len(published) else None
