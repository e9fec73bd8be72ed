"""Compare aligned claims slot by slot, and type what differs. What a slot cannot decide is left alone."""

from __future__ import annotations

from collections.abc import Sequence

from ...model import Alignment, Article, Difference
from .certainty import differing_certainty
from .dates import differing_dates
from .events import differing_events
from .numbers import differing_numbers, figures_of_one_thing
from .people import differing_ages
from .quotes import differing_fragments, differing_quotes
from .speakers import differing_speakers
from .tellings import Telling, sentences_of, tell
from .utterances import find_utterances, lines_of
from .wording import beside_figures, differing_verbs, differing_wording, of_one_thing


def compare(alignments: Sequence[Alignment], articles: Sequence[Article]) -> tuple[Difference, ...]:
    """The differences between what the articles tell of one thing, whether or not whole claims of it align."""
    sentences = [telling for article in articles for telling in sentences_of(article)]
    lines = [line for article in articles for line in lines_of(article)]
    told = _tellings(alignments, articles)
    utterances = find_utterances(lines)
    figures = figures_of_one_thing(sentences, alignments)
    worded = [*map(of_one_thing, told.values()), *(beside_figures([c.place for c in slot]) for slot in figures)]
    return (
        *differing_quotes(utterances, alignments),
        *(difference for fact, tellings in told.items() for difference in differing_fragments(fact, tellings)),
        *differing_speakers(utterances, lines, sentences, alignments),
        *differing_verbs(utterances, alignments),
        *differing_certainty(sentences, alignments),
        *differing_wording(worded, alignments),
        *differing_numbers(figures, alignments),
        *differing_dates(sentences, alignments),
        *differing_ages(articles),
        *differing_events(articles),
    )


def _tellings(alignments: Sequence[Alignment], articles: Sequence[Article]) -> dict[str, list[Telling]]:
    by_id = {article.id: article for article in articles}
    return {one.id: [tell(claim, by_id[claim.passage.article]) for claim in one.claims] for one in alignments}


__all__ = ["compare"]
