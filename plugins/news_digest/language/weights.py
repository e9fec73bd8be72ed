"""Weigh the words of texts: a word counts more the fewer texts hold it, here and in English at large."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from .rarity import document_share

Floats = NDArray[np.float32]
Places = NDArray[np.int64]

ENGLISH_TEXTS = 300  # English at large weighs as much as this many reports of the folder; a small folder leans on it
PAIR_RARITY = 0.05  # how often the rarer word of a pair of neighbours stands beside the other one
# A word that no other text holds counts UNSHARED / (UNSHARED + texts) in a text's length. Else long texts resemble
# none; and in a folder of five, where most words stand alone, they must count.
UNSHARED = 10

# Reports more than two days apart are less alike, down to seven tenths: look-alike events part, long stories hold.
FREE_DAYS = 2
DAYS_FADE = 4
LEAST_NEAR = 0.7
NAMELESS = 0.5  # keeps a central bank's rate apart from another country's; a wash on labelled news (see docs/decisions)
KEPT = 3000  # texts whose likenesses are all kept: 36 MB

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*")


def plain_words(text: str) -> list[str]:
    """Words and numbers in lower case, without the possessive ending."""
    words = (word.lower().replace("’", "'") for word in _WORD.findall(text))
    return [word[:-2] if word.endswith("'s") else word for word in words]


def count_terms(words: Sequence[str], times: float = 1.0) -> Counter[str]:
    """How often each word, and each pair of neighbours, stands in `words`; each is counted `times` over."""
    counts: Counter[str] = Counter()
    for term, count in Counter(words).items():
        counts[term] = times * count  # type: ignore[assignment]  # a Counter of shares
    for term, count in Counter(map(" ".join, pairwise(words))).items():
        counts[term] = times * count  # type: ignore[assignment]
    return counts


@dataclass(frozen=True)
class Weights:
    """Texts as sparse rows of unit length. Row r is `terms[bounds[r]:bounds[r+1]]` with `values` beside it."""

    vocabulary: tuple[str, ...]
    bounds: Places
    terms: Places
    values: Floats
    days: NDArray[np.float64]  # day number of each text, not a number where unknown
    names: tuple[frozenset[str], ...]  # of people and places in each text

    def __len__(self) -> int:
        return len(self.bounds) - 1

    def row(self, text: int) -> tuple[Places, Floats]:
        part = slice(self.bounds[text], self.bounds[text + 1])
        return self.terms[part], self.values[part]

    @cached_property
    def _postings(self) -> tuple[Places, Places, Floats]:
        """For each term where its texts stand, which they are, and its weight there."""
        order = np.argsort(self.terms, kind="stable")
        texts = np.repeat(np.arange(len(self)), np.diff(self.bounds))
        bounds = np.searchsorted(self.terms[order], np.arange(len(self.vocabulary) + 1))
        return bounds, texts[order], self.values[order]

    def likeness(self, text: int) -> Floats:
        """Cosine of one text with every text, less where days lie apart or no name is shared; shape (texts,). Its own
        place is void."""
        return self._matrix[text] if len(self) <= KEPT else self._likeness(text)

    @cached_property
    def _matrix(self) -> Floats:
        return np.array([self._likeness(text) for text in range(len(self))], dtype=np.float32)

    def _likeness(self, text: int) -> Floats:
        bounds, texts, values = self._postings
        likeness = np.zeros(len(self), dtype=np.float32)
        terms, own = self.row(text)
        shared = bounds[terms + 1] - bounds[terms] > 1  # nine terms in ten stand in this text alone
        for term, value in zip(terms[shared].tolist(), own[shared].tolist(), strict=True):
            part = slice(bounds[term], bounds[term + 1])
            likeness[texts[part]] += value * values[part]
        likeness *= self._near(text) * self._named(text)
        return likeness

    def _named(self, text: int) -> Floats:
        """Two reports of one event name somebody or some place in common; one without names may be of any event."""
        factor = np.full(len(self), NAMELESS if self.names[text] else 1, dtype=np.float32)
        for name in sorted(self.names[text]):
            factor[self._bearers[name]] = 1
        factor[self._without_names] = 1
        return factor

    @cached_property
    def _bearers(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for text, names in enumerate(self.names):
            for name in names:
                found.setdefault(name, []).append(text)
        return found

    @cached_property
    def _without_names(self) -> list[int]:
        return [text for text, names in enumerate(self.names) if not names]

    def _near(self, text: int) -> Floats:
        apart = np.nan_to_num(np.abs(self.days - self.days[text]))
        near = LEAST_NEAR + (1 - LEAST_NEAR) * np.exp(-np.maximum(apart - FREE_DAYS, 0) / DAYS_FADE)
        faded: Floats = near.astype(np.float32)
        return faded

    def shared(self, left: int, right: int) -> list[tuple[str, float]]:
        """Terms that two texts share, with what each adds to their cosine, the strongest first."""
        mine = dict(zip(*(part.tolist() for part in self.row(left)), strict=True))
        other = zip(*(part.tolist() for part in self.row(right)), strict=True)
        found = [(self.vocabulary[term], value * mine[term]) for term, value in other if term in mine]
        return sorted(found, key=lambda pair: (-pair[1], pair[0]))


def weigh(texts: Sequence[Mapping[str, float]], days: Sequence[float], names: Sequence[frozenset[str]]) -> Weights:
    """Give each text's terms their weight: (1 + log count) × inverse document frequency, scaled to unit length."""
    vocabulary = {term: place for place, term in enumerate(dict.fromkeys(term for text in texts for term in text))}
    bounds = np.cumsum([0, *map(len, texts)])
    terms = np.fromiter((vocabulary[term] for text in texts for term in text), np.int64, bounds[-1])
    counts = np.fromiter((count for text in texts for count in text.values()), np.float64, bounds[-1])
    held_by = np.bincount(terms, minlength=len(vocabulary))
    rarity = np.log((len(texts) + ENGLISH_TEXTS) / (held_by + ENGLISH_TEXTS * _shares(vocabulary)))
    values = (1 + np.log(np.maximum(counts, 1))) * np.maximum(rarity, 0)[terms]
    lengths = _lengths(values, held_by[terms] > 1, bounds)
    values = values / np.repeat(lengths, np.diff(bounds))
    rows = values.astype(np.float32)
    return Weights(tuple(vocabulary), bounds, terms, rows, np.array(days, dtype=np.float64), tuple(names))


def _shares(vocabulary: Iterable[str]) -> NDArray[np.float64]:
    return np.array([_share(term) for term in vocabulary], dtype=np.float64)


def _share(term: str) -> float:
    first, _, second = term.partition(" ")
    if not second:
        return document_share(first)
    return PAIR_RARITY * min(document_share(first), document_share(second))


def _lengths(values: NDArray[np.float64], shared: NDArray[np.bool_], bounds: Places) -> NDArray[np.float64]:
    squares = np.where(shared, values**2, values**2 * UNSHARED / (UNSHARED + len(bounds) - 1))
    sums = np.add.reduceat(np.append(squares, 0.0), bounds[:-1]) if len(bounds) > 1 else np.zeros(0)
    sums[np.diff(bounds) == 0] = 0.0
    lengths: NDArray[np.float64] = np.maximum(np.sqrt(sums), 1e-9)
    return lengths
