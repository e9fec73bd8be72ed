"""Tell how surely a text states a thing: plainly, as denied, claimed, confirmed, expected, possible, or not at all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from .lexicons import table
from .scan import Span, Token, scan
from .tongue import by_language

ASSERTED = "asserted"
# Where a text has several cues the first of these decides: a denial of a possible plan is a denial.
ORDER = ("doubted", "denied", "negated", "possible", "expected", "claimed", "confirmed")
LONGEST_CUE = 3  # words


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that change how surely something is told."""

    label: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Modality:
    """How a text tells a thing, and the words that show it (None where it is stated plainly)."""

    label: str
    cue: Span | None


def modality(text: str) -> Modality:
    """The one label of a clause: see ORDER; `asserted` where no cue stands."""
    cues = find_cues(text)
    for label in ORDER:
        first = next((cue for cue in cues if cue.label == label), None)
        if first:
            return Modality(label, (first.start, first.end))
    return Modality(ASSERTED, None)


@by_language(2048)  # several stages ask of the same passage
def find_cues(text: str) -> tuple[Cue, ...]:
    """All cues in order, the longest at each place."""
    tokens = scan(text)
    found: list[Cue] = []
    at = 0
    while at < len(tokens):
        length, label = _cue_at(tokens, at)
        if label and label != "plain" and text[tokens[at].start : tokens[at].end] != "May":
            found.append(Cue(label, tokens[at].start, tokens[at + length - 1].end))
        at += max(1, length)
    return tuple(found)


def opposites(a: str, b: str) -> tuple[Span, Span] | None:
    """The first words of `a` and `b` that cannot both be said of one thing (`rose`, `fell`), None where none are."""
    sides = {word: (token.start, token.end) for token in reversed(scan(b)) for word in [token.word]}
    for token in scan(a):
        for other in _opposites().get(token.word, ()):
            if other in sides:
                return (token.start, token.end), sides[other]
    return None


def same_side(word: str, other: str) -> bool:
    """Whether both stand on one side of a pair of opposites: `close` and `shut` as against `open`."""
    return bool(set(sides_of(word)) & set(sides_of(other)))


def is_move(word: str) -> bool:
    """Whether the word says that something rises or falls."""
    return same_side(word, "up") or same_side(word, "down")


def sides_of(word: str) -> tuple[int, ...]:
    """The sides of opposites on which a word stands, by number."""
    return _sides().get(word.lower(), ())


def _cue_at(tokens: Sequence[Token], at: int) -> tuple[int, str | None]:
    if tokens[at].word in _first_words():
        for length in range(min(LONGEST_CUE, len(tokens) - at), 0, -1):
            label = _cues().get(tuple(token.word for token in tokens[at : at + length]))
            if label:
                return length, label
    return 1, "negated" if tokens[at].word.endswith("n't") else None


@by_language()
def _cues() -> Mapping[tuple[str, ...], str]:
    """Cue by its words as `scan` cuts them."""
    return {tuple(token.word for token in scan(cue)): label for label, *cues in table("certainty") for cue in cues}


@by_language()
def _first_words() -> frozenset[str]:
    return frozenset(words[0] for words in _cues())


@by_language()
def _opposites() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for left, right in _opposite_sides():
        for word in left:
            found.setdefault(word, []).extend(right)
        for word in right:
            found.setdefault(word, []).extend(left)
    return {word: tuple(others) for word, others in found.items()}


@by_language()
def _sides() -> Mapping[str, tuple[int, ...]]:
    """The sides on which a word stands, numbered through the list."""
    found: dict[str, tuple[int, ...]] = {}
    for number, side in enumerate(side for sides in _opposite_sides() for side in sides):
        for word in side:
            found[word] = (*found.get(word, ()), number)
    return found


def _opposite_sides() -> Iterator[tuple[list[str], list[str]]]:
    for left, right in table("opposites"):
        yield left.split(), right.split()
