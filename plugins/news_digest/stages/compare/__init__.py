"""Compare aligned claims slot by slot, and type what differs. What a slot cannot decide is left alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...model import Alignment, Article, Difference
from .certainty import differing_certainty
from .dates import differing_dates
from .events import differing_events
from .numbers import differing_numbers
from .people import differing_ages
from .quotes import differing_quotes
from .speakers import differing_speakers
from .tellings import sentences_of, tell
from .wording import differing_wording

SLOTS = (
    differing_quotes,
    differing_speakers,
    differing_certainty,
    differing_wording,
)


def compare(alignments: Sequence[Alignment], articles: Sequence[Article]) -> tuple[Difference, ...]:
    """The differences between claims that state the same thing, and between the occasions of which the reports tell."""
    by_id = {article.id: article for article in articles}
    found = [difference for alignment in alignments for difference in _compare_one(alignment, by_id)]
    sentences = [telling for article in articles for telling in sentences_of(article)]
    found += differing_numbers(sentences, alignments)
    found += differing_dates(sentences, alignments)
    found += differing_ages(articles)
    return (*found, *differing_events(articles))


def _compare_one(alignment: Alignment, by_id: dict[str, Article]) -> Iterator[Difference]:
    tellings = tuple(tell(claim, by_id[claim.passage.article]) for claim in alignment.claims)
    for slot in SLOTS:
        yield from slot(alignment.id, tellings)


__all__ = ["compare"]
