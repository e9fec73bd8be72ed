"""Compare aligned claims slot by slot, and type what differs. What a slot cannot decide is left alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...model import Alignment, Article, Difference, Origin
from .arranged import arrange
from .certainty import differing_certainty
from .clocks import differing_clocks
from .dates import differing_dates
from .events import differing_events
from .numbers import differing_numbers
from .one_count import figures_of_one_thing
from .people import differing_ages, differing_ages_of_facts, differing_described_ages
from .quotes import differing_fragments, differing_quotes
from .speakers import differing_speakers
from .sureness import Alike
from .tellings import Telling, fact_around, sentences_of, tell
from .twins import differing_twins
from .utterances import find_utterances, lines_of
from .wording import beside_figures, beside_loaded_words, differing_verbs, differing_wording, of_one_thing


def compare(
    alignments: Sequence[Alignment], articles: Sequence[Article], origins: Sequence[Origin] = ()
) -> tuple[Difference, ...]:
    """The differences between what the articles tell of one thing, whether or not whole claims of it align."""
    found = (_tied(difference, alignments) for difference in _differences(alignments, articles))
    return arrange(found, origins)


def _tied(difference: Difference, alignments: Sequence[Alignment]) -> Difference:
    """What differs inside the lines of one fact is a difference of that fact, however it was found."""
    marks = [mark for side in difference.sides for mark in side.marks]
    return replace(difference, fact=difference.fact or fact_around(marks, alignments) or None)


def _differences(alignments: Sequence[Alignment], articles: Sequence[Article]) -> Iterator[Difference]:
    sentences = [telling for article in articles for telling in sentences_of(article)]
    lines = [line for article in articles for line in lines_of(article)]
    told, alike = _tellings(alignments, articles), Alike(sentences)
    utterances = find_utterances(lines, alignments)
    figures = figures_of_one_thing(sentences, alignments)
    worded = [
        *map(of_one_thing, told.values()),
        *(beside_figures([c.place for c in slot]) for slot in figures),
        *beside_loaded_words(alike),
    ]
    yield from differing_twins([*told.values()], alike, alignments)
    yield from differing_quotes(utterances, alignments)
    yield from differing_fragments(told, sentences)
    yield from differing_speakers(utterances, lines, sentences, alignments)
    yield from differing_verbs(utterances, alignments)
    yield from differing_certainty(alike, alignments)
    yield from differing_wording(worded, alignments)
    yield from differing_numbers(figures, alignments)
    yield from differing_dates(sentences, alignments)
    yield from differing_clocks(sentences, alignments)
    yield from differing_ages(articles)
    yield from differing_ages_of_facts(told.values(), alignments)
    yield from differing_described_ages(sentences, alignments)
    yield from differing_events(articles)


def _tellings(alignments: Sequence[Alignment], articles: Sequence[Article]) -> dict[str, list[Telling]]:
    by_id = {article.id: article for article in articles}
    return {one.id: [tell(claim, by_id[claim.passage.article]) for claim in one.claims] for one in alignments}


__all__ = ["compare"]
