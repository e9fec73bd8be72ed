"""How well one word bears out another: by its meaning, or by its letters.

The words of a story come up again and again, in its claims, its sentences and its quotations, and in a preview once
more after every save. What was worked out for two words is kept as long as that costs less than to begin anew. It comes
out the same either way: the sums are of whole numbers small enough to be exact.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from .exact import LIKENESSES, in_steps
from .tongue import language_read
from .vectors import whole_vectors_of

Floats = NDArray[np.float32]
Places = NDArray[np.intp]

NEAR_MEANING = 0.35  # cosines below this are chance: words of one topic
MEANING_CREDIT = 0.9  # another word never counts as much as the same
NEAR_SPELLING = 0.4  # shared letter triples (Dice) below this are chance
SHORTEST = 4  # letters of a form that is compared by its letters
ROOM = 2048  # words kept: 16 MB


def word_likeness(forms: Sequence[str]) -> Floats:
    """Credit of each form for each other, shape (forms, forms): 1 for itself, less for a near one; numbers only
    exactly."""
    kept = _kept.setdefault(language_read(), _Vocabulary())
    return kept.likeness(forms) if len(forms) <= ROOM else _Vocabulary(len(forms)).likeness(forms)


class _Vocabulary:
    """Words and how alike they are; grows by what is asked for."""

    def __init__(self, room: int = ROOM) -> None:
        self.room = room
        self.forget()

    def forget(self) -> None:
        self.places: dict[str, int] = {}
        self.vectors, self.norms = np.zeros((0, 0), np.float32), np.zeros(0, np.float32)
        self.triples = np.zeros(0, np.float32)
        self.holders: dict[str, list[int]] = {}
        self.table = np.zeros((0, 0), np.float32)

    def likeness(self, forms: Sequence[str]) -> Floats:
        new = [form for form in forms if form not in self.places]
        total = len(self.places) + len(new)
        if total > self.room or len(new) * total > len(forms) ** 2:
            self.forget()
            new = list(forms)
        if new:
            self._add(new)
        rows = np.array([self.places[form] for form in forms], dtype=np.intp)
        return np.asarray(self.table[np.ix_(rows, rows)])

    def _add(self, new: Sequence[str]) -> None:
        known, total = len(self.places), len(self.places) + len(new)
        self.places.update((form, known + at) for at, form in enumerate(new))
        rows = in_steps(np.maximum(self._by_meaning(new), self._by_letters(new, total)), LIKENESSES)
        numbers = [place for form, place in self.places.items() if form[0].isdigit()]
        rows[:, numbers] = 0
        rows[[place - known for place in numbers if place >= known]] = 0
        rows[np.arange(len(new)), np.arange(known, total)] = 1
        table = np.empty((total, total), np.float32)
        table[:known, :known] = self.table
        table[known:], table[:, known:] = rows, rows.T
        self.table = table

    def _by_meaning(self, new: Sequence[str]) -> Floats:
        vectors, norms = whole_vectors_of(new)
        self.vectors = np.concatenate([self.vectors, vectors]) if len(self.vectors) else vectors
        self.norms = np.concatenate([self.norms, norms])
        cosines = (vectors @ self.vectors.T) / (norms[:, None] * self.norms[None, :])
        return np.float32(MEANING_CREDIT) * _above(cosines, NEAR_MEANING)

    def _by_letters(self, new: Sequence[str], total: int) -> Floats:
        """Dice coefficient of letter triples, `<` and `>` at the ends; forms under four letters are like none."""
        first = total - len(new)
        held = [letter_triples(form) for form in new]
        self.triples = np.append(self.triples, np.array([len(one) for one in held], np.float32))
        for at, triples in enumerate(held):
            for triple in triples:
                self.holders.setdefault(triple, []).append(first + at)
        shared = np.zeros((len(new), total), np.float32)
        for at, triples in enumerate(held):
            holders = [place for triple in triples for place in self.holders[triple]]
            if holders:
                shared[at] = np.bincount(holders, minlength=total)
        counts = self.triples[first:, None] + self.triples[None, :]
        return _above(2 * shared / np.maximum(counts, np.float32(1)), NEAR_SPELLING)


_kept: dict[str, _Vocabulary] = {}


def _above(values: Floats, floor: float) -> Floats:
    return np.asarray(np.clip((values - np.float32(floor)) / np.float32(1 - floor), 0, 1), dtype=np.float32)


@lru_cache(maxsize=65536)
def letter_triples(form: str) -> frozenset[str]:
    return frozenset(f"<{form}>"[at : at + 3] for at in range(len(form))) if len(form) >= SHORTEST else frozenset()
