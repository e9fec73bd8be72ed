"""What an editor's file names rightly and to no effect: sources change, and nothing is dropped in silence."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from ..model import Digest, Refusal
from .check import KEPT
from .entries import Hand, Word
from .origins import pairs_of

CHOOSE = "take one of the two out"
ORIGINS = ("one-origin", "two-origins")


def idle(hand: Hand, digest: Digest) -> Iterator[Refusal]:
    """`digest` is the story without what the editor says of its facts."""
    for word in (word for field in ORIGINS for entry in hand.entries.get(field, ()) for word in entry.words):
        if word.text not in digest.story.by_id:
            yield say(hand, word, f"article {word.text} is not in this story")
    yield from _contradicted(hand)
    tellers = _tellers(hand, digest)
    for entry in hand.entries.get("two", ()):
        fact = entry.key.text if entry.key else ""
        for word in entry.words:
            if word.text in digest.story.by_id and word.text not in tellers.get(fact, {word.text}):
                yield say(hand, word, f"article {word.text} does not tell fact {fact}")


def _contradicted(hand: Hand) -> Iterator[Refusal]:
    """Of a pair that has one origin and two, as the file says, only one can count."""
    one = pairs_of(hand.groups("one-origin"))
    for entry in hand.entries.get("two-origins", ()):
        for left, right in combinations(dict.fromkeys(entry.words), 2):
            if {left.text, right.text} in one:
                problem = f"{left.text} and {right.text} stand under one-origin and under two-origins"
                yield Refusal(f"{hand.file}:{right.line}", f"{problem}; two-origins counts", CHOOSE)


def _tellers(hand: Hand, digest: Digest) -> dict[str, set[str]]:
    """The articles that tell each fact, or one that the editor joined to it."""
    own = {fact.id: {passage.article for passage in fact.support} for fact in digest.facts}
    joined = {names[0]: set().union(*(own.get(name, ()) for name in names)) for names in hand.groups("same")}
    return own | joined


def say(hand: Hand, word: Word, problem: str) -> Refusal:
    """It does nothing, which is no mistake."""
    return Refusal(f"{hand.file}:{word.line}", problem, KEPT, fatal=False)
