"""Know how rare a word is in the language being read, from its rank in a shipped list."""

from __future__ import annotations

from pathlib import Path

from .tongue import by_language, language_read

RANKS = Path(__file__).with_name("data")

# Zipf: the share of texts that hold the word of rank r falls as 1/r; about thirty words stand in nearly every report.
IN_EVERY_TEXT = 30


@by_language()
def _ranks() -> dict[str, int]:
    words = (RANKS / f"word_ranks.{language_read()}.txt").read_text(encoding="utf-8").split()
    return {word: rank for rank, word in enumerate(words, 1)}


def document_share(word: str) -> float:
    """Estimated share (0 to 1) of reports in the language that hold `word`, given in lower case."""
    ranks = _ranks()
    return min(1.0, IN_EVERY_TEXT / ranks.get(word, 2 * len(ranks)))
