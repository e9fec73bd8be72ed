"""Cues of two places of a story telling of one thing, for a fitted table to weigh: what they share, and how far they
are ahead of their rivals. In a long report something always looks alike."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from ...language.exact import log_odds
from ...language.similarity import Field
from ...language.words import tokens
from .beside import Floats, Place, clause_around
from .tellings import Span, Telling

NAMES = re.compile(r"\b[^\W\d_a-z][^\W_’']*[^\W\d_A-Z’'][^\W_’']*")
KNOWN = re.compile(rf"(?<=[a-z,] ){NAMES.pattern}")  # inside a sentence, where only names are capitals
OPENING = 3  # paragraphs
Pair = tuple[int, int]  # places, the lower one first

LEAST_ODDS, MOST_ODDS = 1e-3, 1 - 1e-3
MOST_BESIDE = 9.0  # beyond this more shared words say nothing more


def pairs_of_two_reports(places: Sequence[Place]) -> Iterator[Pair]:
    owners = [telling.article.id for telling, _ in places]
    return ((a, b) for a, b in combinations(range(len(owners)), 2) if owners[a] != owners[b])


def all_cues(
    places: Sequence[Place],
    beside: Floats,
    done: Floats,
    rivals: Iterable[Pair],
    asked: dict[Pair, dict[str, float]],
) -> dict[str, Floats]:
    """Each cue by name, shape (all, all): those of the places, and those of what stands there, where they are asked.

    `rivals` are the pairs that may be compared at all; `beside` and `done` are told of at `_place_cues`.
    """
    size = len(places)
    found = _place_cues(places, beside, done, _symmetric(size, dict.fromkeys(rivals, True)) > 0)
    names = sorted({name for cues in asked.values() for name in cues})
    return found | {name: _symmetric(size, {pair: cues[name] for pair, cues in asked.items()}) for name in names}


def _symmetric(size: int, values: dict[Pair, float]) -> Floats:
    found = np.zeros((size, size), np.float32)
    for (a, b), value in values.items():
        found[a, b] = found[b, a] = value
    return found


def _place_cues(places: Sequence[Place], beside: Floats, done: Floats, rivals: NDArray[np.bool_]) -> dict[str, Floats]:
    """Each cue by name, shape (all, all). `rivals` says which two may be compared at all.

    `beside` is the weight of the words shared near the places, `done` of those of one clause without names, `told` the
    log odds of the two sentences stating one thing; each `…_ahead` is how far a pair is ahead of the next best that
    either place has in the other's report. `apart` is the distance of their places in their reports, 0 to 1.
    """
    owners = np.array([telling.article.id for telling, _ in places])
    told = _told([telling for telling, _ in places])
    where = np.array([_part(telling, span[0]) for telling, span in places], np.float32)
    opening = np.array([_opens(telling, span[0]) for telling, span in places])
    return {
        "beside": np.minimum(beside, np.float32(MOST_BESIDE)),
        "beside_ahead": _ahead(beside, rivals, owners, 0.0),
        "done_ahead": _ahead(done, rivals, owners, 0.0),
        "told": told,
        "told_ahead": _ahead(told, rivals, owners, float(np.log(LEAST_ODDS))),
        "apart": np.abs(where[:, None] - where[None, :]),
        "opening": (opening[:, None] & opening[None, :]).astype(np.float32),
        "others_name": _others_name(places),
        "many": np.full(beside.shape, np.log(len(places)), np.float32),
    }


class Alike:
    """How alike the sentences of a story are; worked out when first asked."""

    def __init__(self, sentences: Sequence[Telling]) -> None:
        self.sentences = sentences
        self.place = {telling.claim.passage: place for place, telling in enumerate(sentences)}

    @cached_property
    def matrix(self) -> Floats:
        """Probability, 0 to 1, that two sentences of two reports state the same thing; 0 in one report."""
        everything = range(len(self.sentences))
        owners = np.array([telling.article.id for telling in self.sentences])
        likeness = Field([telling.text for telling in self.sentences]).matrix(everything, everything)
        return np.where(owners[:, None] == owners[None, :], np.float32(0), likeness)

    def likeness(self, one: Telling, other: Telling) -> float:
        return float(self.matrix[self.place[one.claim.passage], self.place[other.claim.passage]])

    def answered(self, least: float) -> list[Telling]:
        """The sentences that are so alike to one of another report."""
        best = self.matrix.max(axis=1, initial=0)
        return [telling for telling, likeness in zip(self.sentences, best, strict=True) if likeness >= least]


def _told(tellings: Sequence[Telling]) -> Floats:
    different = list(dict.fromkeys(telling.text for telling in tellings))
    place = {text: at for at, text in enumerate(different)}
    likeness = Field(different).matrix(range(len(different)), range(len(different)))
    odds = log_odds(np.clip(likeness, LEAST_ODDS, MOST_ODDS))
    at = [place[telling.text] for telling in tellings]
    return odds[np.ix_(at, at)]


def _ahead(values: Floats, rivals: NDArray[np.bool_], owners: NDArray[np.str_], none: float) -> Floats:
    """`none` is what stands for a rival where there is none."""
    best = np.full(values.shape, none, np.float32)
    for owner in sorted(set(owners.tolist())):
        columns = np.flatnonzero(owners == owner)
        found = np.where(rivals[:, columns], values[:, columns], np.float32(none))
        ranked = np.sort(found, axis=1)
        first, second = ranked[:, -1:], ranked[:, -2:-1] if len(columns) > 1 else np.full((len(values), 1), none)
        best[:, columns] = np.where(found >= first, second, first)
    return np.asarray(values - np.maximum(best, best.T), dtype=np.float32)


def touching(places: Sequence[Place]) -> Floats:
    """How many of the words next before and next after two places are the same, 0 to 2."""
    sides = [_next_words(telling, span) for telling, span in places]
    found = np.zeros((len(places), len(places)), np.float32)
    for side in (0, 1):
        row = np.array([pair[side] for pair in sides])
        found += (row[:, None] == row[None, :]) & (row != "")
    return found


def _next_words(telling: Telling, span: Span) -> tuple[str, str]:
    """The form of the word of some content next before and next after; empty where there is none."""
    around = [token for token in tokens(telling.text) if not (token.is_empty or token.is_number)]
    before = [token.form for token in around if token.end <= span[0]]
    after = [token.form for token in around if token.start >= span[1]]
    return (before or [""])[-1], (after or [""])[0]


def _others_name(places: Sequence[Place]) -> Floats:
    """Whether each place names somebody of whom the other's report knows, and the two name nobody in common: what
    Corvel won is not what Lanner won."""
    known: dict[str, frozenset[str]] = {}
    for telling, _ in places:
        if telling.article.id not in known:
            known[telling.article.id] = frozenset(KNOWN.findall(telling.article.text))
    names = frozenset(name for found in known.values() for name in found)
    named = [_named(telling, span) & names for telling, span in places]
    found = np.zeros((len(places), len(places)), np.float32)
    for a, b in combinations(range(len(places)), 2):
        if named[a] and named[b] and not named[a] & named[b]:
            mine, theirs = known[places[a][0].article.id], known[places[b][0].article.id]
            found[a, b] = found[b, a] = bool(named[a] & theirs and named[b] & mine)
    return found


def _named(telling: Telling, span: Span) -> frozenset[str]:
    start, end = clause_around(telling.text, span) or (0, len(telling.text))
    return frozenset(NAMES.findall(telling.text, start, end))


def _part(telling: Telling, start: int) -> float:
    return (telling.claim.passage.start + start) / len(telling.article.text)


def _opens(telling: Telling, start: int) -> bool:
    place = telling.claim.passage.start + start
    return any(block.passage.start <= place < block.passage.end for block in telling.article.body[:OPENING])
