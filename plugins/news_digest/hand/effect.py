"""What an editor's file names rightly and to no effect: sources change, and nothing is dropped in silence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from ..model import Digest, Refusal, Story
from .check import KEPT
from .entries import Hand, Word
from .fields import FIELDS, Names, Shape
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


def outdone(hand: Hand, hands: Sequence[Hand], story: Story) -> Iterator[Refusal]:
    """Where several files speak of one story, what an earlier one of `hands` says in the place of this one."""
    earlier = hands[: hands.index(hand)]
    for name, entries in hand.entries.items():
        if name == "slug" and earlier and entries[0].words[0].text != story.slug:
            yield say(hand, entries[0].words[0], f"`slug` is not used: the story stands at {story.slug}")
        elif name not in ("slug", "story") and FIELDS[name].shape is Shape.LINE:
            yield from _said_before(hand, name, entries[0].words[0], [h for h in earlier if name in h.entries])
        elif FIELDS[name].names is Names.LINE:
            for key in (entry.key for entry in entries if entry.key):
                yield from _said_before(hand, name, key, [h for h in earlier if key.text in h.lines(name)])


def _said_before(hand: Hand, name: str, word: Word, by: Sequence[Hand]) -> Iterator[Refusal]:
    if by:
        of = f" of {word.text}" if FIELDS[name].names is Names.LINE else ""
        yield say(hand, word, f"`{name}`{of} is not used: the story’s main file, {by[0].file}, has its own")


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
