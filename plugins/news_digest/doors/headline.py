"""Choose the headline among the lines above a report: the first that says what the report says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..model import BlockKind
from .lines import Line

LONGEST_HEADLINE_WORDS = 35
LONGEST_SENTENCE_WORDS = 20  # a headline written as a sentence; longer first lines are the report's first paragraph
SHORTEST_WORDS = 2
COMPARED_PARAGRAPHS = 8
STEM = 5  # letters: "guarantee" and "guarantees" count as one
DOUBT = 4  # words added to each line's count: one common word does not make a site's name the headline
NEAR_BEST = (
    0.6  # of the best share: below this the headline loses to its own deck, above it to teasers of other stories
)


def choose_headline(lines: Sequence[Line], kinds: Sequence[BlockKind | None], first: int) -> int | None:
    """Index of the headline, or None. It may be `first`, the first line of prose, where that is a headline in shape."""
    before = [at for at in range(first) if kinds[at] in (None, BlockKind.PARAGRAPH) and _is_possible(lines[at])]
    possible = [*before, first] if _is_sentence_headline(lines, kinds, first) else before
    body = _stems(word for at in _paragraphs(kinds, first) for word in lines[at].words)
    shares = {at: _share(lines[at], body) for at in possible}
    best = max(shares.values(), default=0.0)
    if not best:
        return max(before, key=lambda at: (len(lines[at].words), -at), default=None)
    chosen = next(at for at in possible if shares[at] >= NEAR_BEST * best)
    return next((at for at in possible if at > chosen and _is_cleaner(lines[at], lines[chosen])), chosen)


def _is_possible(line: Line) -> bool:
    return not line.bullet and SHORTEST_WORDS <= len(line.words) <= LONGEST_HEADLINE_WORDS


def _is_sentence_headline(lines: Sequence[Line], kinds: Sequence[BlockKind | None], first: int) -> bool:
    """Only the very first line of the report can be one, and only where more follows."""
    line = lines[first]
    more = any(kind is BlockKind.PARAGRAPH for kind in kinds[first + 1 :])
    return more and not line.bullet and len(line.words) <= LONGEST_SENTENCE_WORDS


def _paragraphs(kinds: Sequence[BlockKind | None], first: int) -> list[int]:
    reporting = (BlockKind.PARAGRAPH, BlockKind.ITEM)
    return [at for at in range(first + 1, len(kinds)) if kinds[at] in reporting][:COMPARED_PARAGRAPHS] or [first]


def _share(line: Line, body: frozenset[str]) -> float:
    own = _stems(line.words)
    return len(own & body) / (len(own) + DOUBT) if own else 0.0


def _stems(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word[:STEM].lower() for word in words if len(word) > 3)


def _is_cleaner(line: Line, chosen: Line) -> bool:
    """The same headline without the site's name behind it."""
    return len(line.words) > SHORTEST_WORDS and len(line.text) < len(chosen.text) and chosen.text.startswith(line.text)
