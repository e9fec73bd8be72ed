"""Weigh the words of texts: a word counts more the fewer texts hold it, here and in the language at large."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from .rarity import document_share

Floats = NDArray[np.float64]
Places = NDArray[np.int64]
Flags = NDArray[np.bool_]
Kind = TypeVar("Kind", np.int64, np.float64, np.bool_)

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
PAIR = 1 << 32  # the code of a pair of neighbours is that of its first word times this, plus that of the second

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*")


class Field(NamedTuple):
    """A part of a text, and how many times over its words count."""

    words: Sequence[str]
    times: float = 1.0


class Likes(NamedTuple):
    """The texts after one that are like it, in order, and how much each is: 0 to 1."""

    texts: Places
    likeness: Floats


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

    def shared(self, text: int) -> tuple[Places, Floats]:
        """The texts that share a term with this one, once for each term, and what it adds to their cosine."""
        starts, texts, values = self._postings
        terms, own = self.row(text)
        held = starts[terms + 1] - starts[terms]
        telling = held <= COMMON * math.sqrt(len(self))
        places = _ranges(starts[terms[telling]], held[telling])
        return texts[places], np.repeat(own[telling], held[telling]) * values[places]

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
    in `codes`; a code below PAIR is a place in `vocabulary`, others are pairs of neighbours.
    """

    vocabulary: tuple[str, ...]
    codes: Places
    terms: Rows
    names: Rows
    named: Places  # how many names each text has
    days: Floats  # day number of each text, not a number where unknown

    def __len__(self) -> int:
        return len(self.terms)

    def words_of(self, text: int) -> dict[str, float]:
        """The single words of a text with their weights."""
        terms, values = self.terms.row(text)
        codes = self.codes[terms]
        alone = codes < PAIR
        return {self.vocabulary[code]: value for code, value in zip(codes[alone], values[alone].tolist(), strict=True)}

    def likes(self, least: float) -> Iterator[Likes]:
        """For each text the later ones that are like it by `least` at least.

        The likeness is the cosine, without a part of what its strongest term adds, and less where days lie apart or
        names are others.
        """
        for text in range(len(self)):
            texts, added = self.terms.shared(text)
            strongest = np.zeros(len(self))
            np.maximum.at(strongest, texts, added)
            cosine = np.bincount(texts, added, len(self)) - ONE_TERM * strongest
            later = text + 1 + np.flatnonzero(cosine[text + 1 :] >= least)
            likeness = cosine[later] * self._near(text, later) * self._one_cast(text, later)
            enough = likeness >= least
            yield Likes(later[enough], likeness[enough])

    def _one_cast(self, text: int, others: Places) -> Floats:
        """Two reports of one event name the same people and places; one without names may be of any event."""
        fewest = np.minimum(self.named[others], self.named[text])
        strangers = np.maximum(LEAST_STRANGERS, STRANGERS * FEW_NAMES / np.maximum(fewest, FEW_NAMES))
        shared = np.bincount(*self.names.shared(text), len(self))[others]
        factor = strangers + (1 - strangers) * np.minimum(shared / ONE_CAST, 1)
        return np.where(fewest > 0, factor, 1.0)

    def _near(self, text: int, others: Places) -> Floats:
        apart = np.nan_to_num(np.abs(self.days[others] - self.days[text]))
        near: Floats = LEAST_NEAR + (1 - LEAST_NEAR) * np.exp(-np.maximum(apart - FREE_DAYS, 0) / DAYS_FADE)
        return near

    def shared(self, left: int, right: int) -> list[tuple[str, float]]:
        """Words that two texts share, with what each adds to their cosine, the strongest first."""
        mine, other = self.words_of(left), self.words_of(right)
        found = [(word, value * mine[word]) for word, value in other.items() if word in mine]
        return sorted(found, key=lambda pair: (-pair[1], pair[0]))


def weigh(texts: Iterable[Sequence[Field]], days: Sequence[float], names: Sequence[frozenset[str]]) -> Weights:
    """Give each text's terms their weight: (1 + log count) × inverse document frequency, scaled to unit length.

    The texts are read one after another, and only codes and counts are kept of each. `names` are of people and places.
    """
    numbers: dict[str, int] = {}
    counted = [_count(text, numbers) for text in texts]
    of_texts = np.repeat(np.arange(len(counted)), [len(codes) for codes, _ in counted])
    every = _joined([codes for codes, _ in counted], np.int64)
    codes, terms, held_by = np.unique(every, return_inverse=True, return_counts=True)
    at_large = TEXTS_AT_LARGE * _shares(codes, numbers)
    rarity = np.maximum(np.log((len(counted) + TEXTS_AT_LARGE) / (held_by + at_large)), 0)
    values = (1 + np.log(np.maximum(_joined([counts for _, counts in counted], np.float64), 1))) * rarity[terms]
    shared = held_by > 1
    named = _joined([_among(codes, mine, numbers) for (codes, _), mine in zip(counted, names, strict=True)], np.bool_)
    return Weights(
        tuple(numbers),
        codes[shared],
        _rows(terms, values, of_texts, shared, len(counted)),
        _rows(terms[named], values[named], of_texts[named], shared, len(counted)),
        np.array([len(mine) for mine in names], dtype=np.int64),
        np.array(days, dtype=np.float64),
    )


def _rows(terms: Places, values: Floats, of_texts: Places, shared: Flags, texts: int) -> Rows:
    """Rows of unit length, of the terms that are shared."""
    kept = shared[terms]
    scaled = values / _lengths(values, kept, of_texts, texts)[of_texts]
    bounds = np.searchsorted(of_texts[kept], np.arange(texts + 1))
    return Rows(bounds, (np.cumsum(shared) - 1)[terms[kept]], scaled[kept])


def _among(codes: Places, names: frozenset[str], numbers: dict[str, int]) -> Flags:
    wanted = np.array(sorted(numbers[name] for name in names if name in numbers), dtype=np.int64)
    found: Flags = np.isin(codes, wanted)
    return found


def _count(text: Sequence[Field], numbers: dict[str, int]) -> tuple[Places, Floats]:
    """The codes of a text's words and pairs of neighbours, and how often each stands in it."""
    parts = []
    for words, times in text:
        placed = np.fromiter((numbers.setdefault(word, len(numbers)) for word in words), np.int64, len(words))
        codes = np.concatenate([placed, placed[:-1] * PAIR + placed[1:] + PAIR])
        parts.append((codes, np.full(len(codes), times)))
    found, places = np.unique(_joined([codes for codes, _ in parts], np.int64), return_inverse=True)
    counts = np.bincount(places, _joined([times for _, times in parts], np.float64), len(found))
    return found, counts.astype(np.float64)


def _shares(codes: Places, numbers: dict[str, int]) -> Floats:
    """Share of texts at large that hold each term."""
    of_words = np.array([document_share(word) for word in numbers], dtype=np.float64)
    shares = np.zeros(len(codes))
    alone = codes < PAIR
    shares[alone] = of_words[codes[alone]]
    first, second = np.divmod(codes[~alone] - PAIR, PAIR)
    shares[~alone] = PAIR_RARITY * np.minimum(of_words[first], of_words[second])
    return shares


def _lengths(values: Floats, shared: Flags, of_texts: Places, texts: int) -> Floats:
    squares = np.where(shared, values**2, values**2 * UNSHARED / (UNSHARED + texts))
    lengths: Floats = np.maximum(np.sqrt(np.bincount(of_texts, squares, texts)), 1e-9)
    return lengths


def _ranges(starts: Places, lengths: Places) -> Places:
    """All places from each start on, so many of each."""
    ends = np.cumsum(lengths)
    found: Places = np.arange(ends[-1] if len(ends) else 0) + np.repeat(starts - ends + lengths, lengths)
    return found


def _joined(parts: Sequence[NDArray[Kind]], dtype: type[Kind]) -> NDArray[Kind]:
    return np.concatenate([np.zeros(0, dtype), *parts])
