"""Whatever words meet in a story, comparing them ends: paragraphs of all invented stories, mixed and cut anywhere."""

from __future__ import annotations

import random
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from news_digest.model import Digest

STORIES = Path(__file__).parents[1] / "stories"
ENDS = ("", ".", "…", ",", " –", " or more", "”")


@cache
def paragraphs() -> tuple[str, ...]:
    found = (path.read_text(encoding="utf-8").split("\n") for path in sorted(STORIES.glob("*/*.txt")))
    return tuple(line.strip() for lines in found for line in lines if line.strip())


def spoiled(chance: random.Random) -> str:
    """A few paragraphs, each cut between two of its words, sometimes told twice over."""
    lines = []
    for line in chance.sample(paragraphs(), chance.randint(3, 9)):
        words = line.split()
        lines.append(" ".join(words[: chance.randint(1, len(words))]) + chance.choice(ENDS))
    return "\n".join(lines + chance.sample(lines, chance.randint(0, 2))) + "\n"


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(12))
def test_reports_of_any_words_are_compared(digest: Callable[..., Digest], seed: int) -> None:
    chance = random.Random(seed)
    shared = spoiled(chance)
    days = [chance.choice([None, "2025-03-03", "2025-03-04"]) for _ in range(3)]
    texts = [shared + spoiled(chance), spoiled(chance) + shared, spoiled(chance) + chance.choice([shared, ""])]

    told = digest(*texts, days=days)

    for fact in told.facts:
        assert len({passage.article for passage in fact.support}) > 1
