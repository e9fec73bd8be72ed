"""Gather what only one article reports: its claims that no fact holds, in its own order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from ..language.grammar import has_finite_verb
from ..model import Alignment, Article, Claim, Only, Passage


def find_remainder(
    claims: Sequence[Claim], alignments: Sequence[Alignment], articles: Sequence[Article]
) -> tuple[Only, ...]:
    """One entry for each article that says something alone; a sentence that is wholly its own is given whole."""
    by_id = {article.id: article for article in articles}
    told = [claim for alignment in alignments for claim in alignment.claims]
    sentences: defaultdict[Passage, list[Claim]] = defaultdict(list)
    for claim in claims:
        sentences[claim.sentence].append(claim)
    alone: defaultdict[str, list[Passage]] = defaultdict(list)
    for sentence, held in sorted(sentences.items()):
        beside = [claim for claim in told if claim.passage.overlaps(sentence)]
        alone[sentence.article].extend(_own_passages(by_id[sentence.article], sentence, held, beside))
    return tuple(Only(article.id, tuple(alone[article.id])) for article in articles if alone[article.id])


def _own_passages(article: Article, sentence: Passage, held: Sequence[Claim], told: Sequence[Claim]) -> list[Passage]:
    """What can be read by itself; a circumstance of a fact, and what the fact's own passage shows, is not repeated."""
    own = [claim for claim in held if not any(other.core.contains(claim.core) for other in told)]
    if len(own) == len(held):
        return [sentence]
    passages: list[Passage] = []
    for claim in sorted(own, key=lambda claim: claim.core):
        shown = any(passage.contains(claim.core) for passage in [*passages, *(other.passage for other in told)])
        if not shown and has_finite_verb(article.words(claim.passage)):
            passages.append(claim.passage)
    return passages


if __name__ == "__main__":
    from ..looking import main

    raise SystemExit(main("remainder"))
