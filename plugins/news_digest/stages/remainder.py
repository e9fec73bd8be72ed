"""Gather what only one article reports: its claims that no fact holds, in its own order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from ..model import Alignment, Article, Claim, Only, Passage


def find_remainder(
    claims: Sequence[Claim], alignments: Sequence[Alignment], articles: Sequence[Article]
) -> tuple[Only, ...]:
    """One entry for each article that says something alone; a sentence that is wholly its own is given whole."""
    shared = {claim for alignment in alignments for claim in alignment.claims}
    sentences: defaultdict[Passage, list[Claim]] = defaultdict(list)
    for claim in claims:
        sentences[claim.sentence].append(claim)
    alone: defaultdict[str, list[Passage]] = defaultdict(list)
    for sentence, held in sorted(sentences.items()):
        alone[sentence.article].extend(_own_passages(sentence, held, shared))
    return tuple(Only(article.id, tuple(alone[article.id])) for article in articles if alone[article.id])


def _own_passages(sentence: Passage, held: Sequence[Claim], shared: set[Claim]) -> list[Passage]:
    own = [claim for claim in held if claim not in shared]
    if len(own) == len(held):
        return [sentence]
    passages: list[Passage] = []
    for claim in sorted(own, key=lambda claim: claim.core):
        if not any(passage.contains(claim.core) for passage in passages):
            passages.append(claim.core)
    return passages
