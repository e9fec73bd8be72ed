"""Weigh the words of texts: a word counts more the fewer texts hold it, here and in the language at large."""

from __future__ import annotations

import math
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from hashlib import blake2b
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from .rarity import document_share

Floats = NDArray[np.float64]
Places = NDArray[np.int64]
Codes = NDArray[np.uint64]
Flags = NDArray[np.bool_]

TEXTS_AT_LARGE = 300  # the language at large weighs as much as this many reports of the folder; a small one leans on it
PAIR_RARITY = 0.05  # how often the rarer word of a pair of neighbours stands beside the other one
# A word that no other text holds counts UNSHARED / (UNSHARED + texts) in a text's length. Else long texts resemble
# none; and in a folder of five, where most words stand alone, they must count.
UNSHARED = 10

# Reports more than two days apart are less alike, down to seven tenths: look-alike events part, long stories hold.
FREE_DAYS = 2
DAYS_FADE = 4
LEAST_NEAR = 0.7
# Names tell look-alike events apart: reports whose names are alike by less than ONE_CAST are held less alike, down to
# STRANGERS where none is shared. The more names there are, the more that says: down to LEAST_STRANGERS.
ONE_CAST = 0.15
STRANGERS = 0.5
FEW_NAMES = 4
LEAST_STRANGERS = 0.1
ONE_TERM = 0.3  # share of the strongest term that is left out: a city in two headlines makes no event
# A term that more texts than this times their square root hold tells no events apart; without it a text is compared
# with few others, however many there are. In a folder of a thousand it leaves out what 632 reports hold.
COMMON = 20
PAIR = np.uint64(1)  # the lowest bit of the code of a pair of neighbours; that of a word has none
FIRST, SECOND = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xC2B2AE3D27D4EB4F)  # odd: they keep pairs apart
AT_ONCE = 1 << 14  # pairs of texts compared at once: what is summed stays in the processor's cache

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*")


class Field(NamedTuple):
    """A part of a text, and how many times over its words count."""

    words: Sequence[str]
    times: float = 1.0


class Likes(NamedTuple):
    """The texts after one that are like it, in order, and how much each is: 0 to 1."""

    texts: Places
    likeness: Floats


class Terms(NamedTuple):
    """The words of a text and their pairs of neighbours, each once, by codes that rise: the same in whatever folder it
    lies.

    `shares` are of texts at large that hold each, `named` tells which are of people and places, `words` are the single
    ones in the order of their codes.
    """

    codes: Codes
    counts: NDArray[np.float32]
    shares: NDArray[np.float32]
    named: Flags
    names: int
    words: tuple[str, ...]


def plain_words(text: str) -> list[str]:
    """Words and numbers in lower case, without the possessive ending."""
    words = (word.lower().replace("’", "'") for word in _WORD.findall(text))
    return [word[:-2] if word.endswith("'s") else word for word in words]


@dataclass(frozen=True)
class Rows:
    """Texts as sparse rows of unit length. Row r is `terms[bounds[r]:bounds[r+1]]` with `values` beside it."""

    bounds: Places
    terms: Places
    values: Floats

    def __len__(self) -> int:
        return len(self.bounds) - 1

    def row(self, text: int) -> tuple[Places, Floats]:
        part = slice(self.bounds[text], self.bounds[text + 1])
        return self.terms[part], self.values[part]

    def shared_by(self, rows: Places) -> tuple[Floats, Floats]:
        """What the terms that these texts share with each text add to their cosine, and the most that one of them adds:
        shape (rows, texts) each."""
        starts, texts, values = self._postings
        places = _ranges(self.bounds[rows], self.bounds[rows + 1] - self.bounds[rows])
        terms, own = self.terms[places], self.values[places]
        of_row = np.repeat(np.arange(len(rows)), self.bounds[rows + 1] - self.bounds[rows])
        held = starts[terms + 1] - starts[terms]
        telling = held <= COMMON * math.sqrt(len(self))
        held, terms, own, of_row = held[telling], terms[telling], own[telling], of_row[telling]
        found = _ranges(starts[terms], held)
        pairs = np.repeat(of_row, held) * len(self) + texts[found]
        adds = np.repeat(own, held) * values[found]
        added: Floats = np.bincount(pairs, adds, len(rows) * len(self)).astype(np.float64)
        most = np.zeros(len(rows) * len(self))
        np.maximum.at(most, pairs, adds)
        return added.reshape(len(rows), -1), most.reshape(len(rows), -1)

    @cached_property
    def _postings(self) -> tuple[Places, Places, Floats]:
        """For each term where its texts begin, which they are, and its weight there."""
        order = np.argsort(self.terms, kind="stable")
        texts = np.repeat(np.arange(len(self)), np.diff(self.bounds))
        most = int(self.terms.max(initial=-1)) + 1
        starts = np.searchsorted(self.terms[order], np.arange(most + 1))
        return starts, texts[order], self.values[order]


@dataclass(frozen=True)
class Weights:
    """What the words of each text weigh, and what its names alone do.

    Nine terms in ten stand in one text alone: they count in its length, and are left out of the rows. A term is a place
    in `codes`.
    """

    texts: tuple[Terms, ...]
    codes: Codes
    terms: Rows
    names: Rows
    days: Floats  # day number of each text, not a number where unknown

    def __len__(self) -> int:
        return len(self.terms)

    @cached_property
    def named(self) -> Places:
        """How many names each text has."""
        return np.array([text.names for text in self.texts], dtype=np.int64)

    def print_of(self, text: int) -> tuple[int, int]:
        """Tells whether a text's terms and what they weigh are those of another build."""
        terms, values = self.terms.row(text)
        return hash(self.codes[terms].tobytes()), hash(values.tobytes())

    def words_of(self, text: int) -> dict[str, float]:
        """The single words of a text with their weights."""
        terms, values = self.terms.row(text)
        codes, mine = self.codes[terms], self.texts[text]
        alone = (codes & PAIR) == 0
        places = np.searchsorted(mine.codes[(mine.codes & PAIR) == 0], codes[alone])
        return {mine.words[place]: value for place, value in zip(places.tolist(), values[alone].tolist(), strict=True)}

    def likes(self, least: float) -> Iterator[Likes]:
        """For each text the later ones that are like it by `least` at least.

        The likeness is the cosine, without a part of what its strongest term adds, and less where days lie apart or
        names are others.
        """
        step = max(1, AT_ONCE // max(1, len(self)))
        for first in range(0, len(self), step):
            rows = np.arange(first, min(first + step, len(self)))
            added, strongest = self.terms.shared_by(rows)
            cosine = added - ONE_TERM * strongest
            texts, others = np.nonzero((cosine >= least) & (np.arange(len(self)) > rows[:, None]))
            factor = self._near(rows[texts], others) * self._one_cast(rows, texts, others)
            likeness = cosine[texts, others] * factor
            enough = likeness >= least
            texts, others, likeness = texts[enough], others[enough], likeness[enough]
            for start, end in pairwise(np.searchsorted(texts, np.arange(len(rows) + 1)).tolist()):
                yield Likes(others[start:end], likeness[start:end])

    def _one_cast(self, rows: Places, texts: Places, others: Places) -> Floats:
        """Two reports of one event name the same people and places; one without names may be of any event."""
        fewest = np.minimum(self.named[others], self.named[rows[texts]])
        strangers = np.maximum(LEAST_STRANGERS, STRANGERS * FEW_NAMES / np.maximum(fewest, FEW_NAMES))
        shared = self.names.shared_by(rows)[0][texts, others]
        factor = strangers + (1 - strangers) * np.minimum(shared / ONE_CAST, 1)
        return np.where(fewest > 0, factor, 1.0)

    def _near(self, texts: Places, others: Places) -> Floats:
        apart = np.nan_to_num(np.abs(self.days[others] - self.days[texts]))
        near: Floats = LEAST_NEAR + (1 - LEAST_NEAR) * np.exp(-np.maximum(apart - FREE_DAYS, 0) / DAYS_FADE)
        return near

    def shared(self, left: int, right: int) -> list[tuple[str, float]]:
        """Words that two texts share, with what each adds to their cosine, the strongest first."""
        mine, other = self.words_of(left), self.words_of(right)
        found = [(word, value * mine[word]) for word, value in other.items() if word in mine]
        return sorted(found, key=lambda pair: (-pair[1], pair[0]))


def weigh(texts: Sequence[Terms], days: Sequence[float]) -> Weights:
    """Give each text's terms their weight: (1 + log count) × inverse document frequency, scaled to unit length."""
    of_texts = np.repeat(np.arange(len(texts)), [len(text.codes) for text in texts])
    every = np.concatenate([np.zeros(0, np.uint64), *(text.codes for text in texts)])
    codes, first, terms, held_by = np.unique(every, return_index=True, return_inverse=True, return_counts=True)
    at_large = TEXTS_AT_LARGE * _joined([text.shares for text in texts])[first]
    rarity = np.maximum(np.log((len(texts) + TEXTS_AT_LARGE) / (held_by + at_large)), 0)
    values = (1 + np.log(np.maximum(_joined([text.counts for text in texts]), 1))) * rarity[terms]
    shared = held_by > 1
    named = np.concatenate([np.zeros(0, np.bool_), *(text.named for text in texts)])
    return Weights(
        tuple(texts),
        codes[shared],
        _rows(terms, values, of_texts, shared, len(texts)),
        _rows(terms[named], values[named], of_texts[named], shared, len(texts)),
        np.array(days, dtype=np.float64),
    )


def count_terms(text: Sequence[Field], names: frozenset[str]) -> Terms:
    """The terms of a text; `names` are of people and places, in lower case."""
    place = {word: at for at, word in enumerate(dict.fromkeys(word for words, _ in text for word in words))}
    of_word = np.array([_code(word) for word in place], dtype=np.uint64)
    rarity = np.array([document_share(word) for word in place])
    parts: list[tuple[Codes, Floats, float]] = []
    for words, times in text:
        at = np.fromiter((place[word] for word in words), np.intp, len(words))
        codes, shares = of_word[at], rarity[at]
        parts.append((codes, shares, times))
        parts.append((_paired(codes), PAIR_RARITY * np.minimum(shares[:-1], shares[1:]), times))
    every = np.concatenate([np.zeros(0, np.uint64), *(codes for codes, _, _ in parts)])
    codes, first, terms = np.unique(every, return_index=True, return_inverse=True)
    times_each = np.concatenate([np.zeros(0), *(np.full(len(part), times) for part, _, times in parts)])
    shares = np.concatenate([np.zeros(0), *(shares for _, shares, _ in parts)])[first]
    named = np.isin(codes, np.array([_code(name) for name in names if name in place], dtype=np.uint64))
    rising = np.argsort(of_word).tolist()
    words = tuple(map(sys.intern, map(list(place).__getitem__, rising)))
    counts = np.bincount(terms, times_each, len(codes))
    return Terms(codes, counts.astype(np.float32), shares.astype(np.float32), named, len(names), words)


def _paired(words: Codes) -> Codes:
    """The codes of neighbours: pairs of words in a row."""
    return (words[:-1] * FIRST + words[1:] * SECOND) | PAIR


@lru_cache(maxsize=1 << 17)
def _code(word: str) -> int:
    return int.from_bytes(blake2b(word.encode(), digest_size=8).digest()) & ~1


def _rows(terms: Places, values: Floats, of_texts: Places, shared: Flags, texts: int) -> Rows:
    """Rows of unit length, of the terms that are shared."""
    kept = shared[terms]
    scaled = values / _lengths(values, kept, of_texts, texts)[of_texts]
    bounds = np.searchsorted(of_texts[kept], np.arange(texts + 1))
    return Rows(bounds, (np.cumsum(shared) - 1)[terms[kept]], scaled[kept])


def _lengths(values: Floats, shared: Flags, of_texts: Places, texts: int) -> Floats:
    squares = np.where(shared, values**2, values**2 * UNSHARED / (UNSHARED + texts))
    lengths: Floats = np.maximum(np.sqrt(np.bincount(of_texts, squares, texts)), 1e-9)
    return lengths


def _ranges(starts: Places, lengths: Places) -> Places:
    """All places from each start on, so many of each."""
    ends = np.cumsum(lengths)
    found: Places = np.arange(ends[-1] if len(ends) else 0) + np.repeat(starts - ends + lengths, lengths)
    return found


def _joined(parts: Sequence[NDArray[np.float32]]) -> Floats:
    return np.concatenate([np.zeros(0), *parts])
