"""Know how rare a word is in English, from its rank in a shipped list."""

from __future__ import annotations

from functools import cache
from pathlib import Path

RANKS = Path(__file__).with_name("data") / "word_ranks.txt"

# Zipf: the share of texts that hold the word of rank r falls as 1/r; about thirty words stand in nearly every report.
IN_EVERY_TEXT = 30


@cache
def _ranks() -> dict[str, int]:
    return {word: rank for rank, word in enumerate(RANKS.read_text(encoding="utf-8").split(), 1)}


def document_share(word: str) -> float:
    """Estimated share (0 to 1) of English reports that hold `word`, given in lower case."""
    ranks = _ranks()
    return min(1.0, IN_EVERY_TEXT / ranks.get(word, 2 * len(ranks)))
