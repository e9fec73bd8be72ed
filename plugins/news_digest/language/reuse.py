"""Tell whether one text was written from another: the same sentences in the same order, or the same runs of words.

What stands between quotation marks is left out: two reporters at one event print the same quotations.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from .marks import pair_marks
from .sentences import split_sentences
from .similarity import Field
from .words import runs_of, tokens

Floats = NDArray[np.float32]

FEWEST_WORDS = 5  # a sentence with fewer words of its own ("he said") is nobody's wording
RUN = 4  # words in a row
SAME_SENTENCE = 0.45  # likeness at which one sentence may be the other one rewritten
FAINT = 0.20  # a sentence of which nearly every word was swapped is no more like its model than this


@dataclass(frozen=True)
class OwnWords:
    """A text's sentences without its quotations, and the runs of four words in them."""

    sentences: tuple[str, ...]
    runs: frozenset[tuple[str, ...]] = field(repr=False)
    words: frozenset[str] = field(repr=False)
    spoken: frozenset[tuple[str, ...]] = field(default=frozenset(), repr=False)  # runs of its quotations

    def hears_others_than(self, other: OwnWords) -> bool:
        """Whether both quote, and neither quotes anything that the other does: each reporter asked people of their
        own."""
        return bool(self.spoken and other.spoken) and not self.spoken & other.spoken


@dataclass(frozen=True, slots=True)
class Reuse:
    """How much of the shorter of two texts stands in the other one. `sentences` and `runs` are of the shorter text,
    `words` of the longer one: a short text finds most of its words in a long one, whoever wrote them. `in_step` counts
    sentences in order that resemble each other faintly, as a rewrite word by word leaves them.
    """

    in_order: int
    in_any_order: int
    in_step: int
    sentences: int
    runs_shared: int
    runs: int
    words_shared: int
    words: int

    @property
    def order_share(self) -> float:
        return self.in_order / self.sentences if self.sentences else 0.0

    @property
    def step_share(self) -> float:
        return self.in_step / self.sentences if self.sentences else 0.0

    @property
    def any_order_share(self) -> float:
        return self.in_any_order / self.sentences if self.sentences else 0.0

    @property
    def run_share(self) -> float:
        return self.runs_shared / self.runs if self.runs else 0.0

    @property
    def word_share(self) -> float:
        return self.words_shared / self.words if self.words else 0.0


def own_words(text: str) -> OwnWords:
    bare = without_quotes(text)
    sentences = tuple(bare[start:end] for start, end in split_sentences(bare))
    forms = [tuple(token.form for token in tokens(sentence)) for sentence in sentences]
    kept = [place for place, words in enumerate(forms) if len(words) >= FEWEST_WORDS]
    runs = frozenset(forms[place][at : at + RUN] for place in kept for at in range(len(forms[place]) - RUN + 1))
    content = frozenset(token.form for place in kept for token in tokens(sentences[place]) if not token.is_empty)
    spoken = frozenset(run for pair in pair_marks(text) for run in runs_of(text[pair.start : pair.end], RUN))
    return OwnWords(tuple(sentences[place] for place in kept), runs, content, spoken)


def without_quotes(text: str) -> str:
    """The text with white space in place of each quotation, so that places stay what they were."""
    kept, at = [], 0
    for pair in pair_marks(text):
        kept += [text[at : pair.start], " " * (pair.end - pair.start)]
        at = pair.end
    return "".join([*kept, text[at:]])


def find_reuse(left: OwnWords, right: OwnWords) -> Reuse:
    """Compare two texts of one story."""
    runs = min(len(left.runs), len(right.runs))
    words = max(len(left.words), len(right.words))
    shared = (len(left.runs & right.runs), runs, len(left.words & right.words), words)
    sentences = min(len(left.sentences), len(right.sentences))
    if not sentences:
        return Reuse(0, 0, 0, 0, *shared)
    field = Field([*left.sentences, *right.sentences])
    first, second = range(len(left.sentences)), range(len(left.sentences), len(field.tokens))
    alike = field.matrix(first, second)
    same, faint = pair_sentences(alike, SAME_SENTENCE), pair_sentences(alike, FAINT)
    return Reuse(longest_rise(same), len(same), longest_rise(faint), sentences, *shared)


def may_be_reuse(left: OwnWords, right: OwnWords, least: float) -> bool:
    """A cheap first look: at least `least` of the words of the shorter text stand in the longer one."""
    shorter = min(len(left.words), len(right.words))
    return shorter > 0 and len(left.words & right.words) >= least * shorter


def pair_sentences(alike: Floats, least: float) -> list[int]:
    """The partner of each sentence that has one: each is the nearest of the other, and they are alike enough."""
    nearest, back = alike.argmax(axis=1), alike.argmax(axis=0)
    rows = np.arange(len(alike))
    paired = (back[nearest] == rows) & (alike[rows, nearest] >= least)
    places: list[int] = nearest[paired].tolist()
    return places


def longest_rise(places: Sequence[int]) -> int:
    """Length of the longest part of the places, not necessarily neighbours, that only rises."""
    ends: list[int] = []  # the lowest place on which a rise of each length can end
    for place in places:
        at = bisect_left(ends, place)
        ends[at:] = [place] if at == len(ends) else [place, *ends[at + 1 :]]
    return len(ends)
