"""Find texts that copy others, word for word or nearly, in time that grows with their number and no faster."""

from __future__ import annotations

import zlib
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from ..remember import between_builds
from .lexicons import table
from .number_words import word_value
from .tongue import by_language
from .weights import plain_words

RUN = 4  # words in a row
FEWEST_RUNS = 20  # a shorter text is nobody's
SAME = 0.85  # share of the runs of both that stand in both: a line may be cut, an outlet's own name put in
SKETCH = 4  # runs by which copies find each other; one pair of copies in two thousand has none in common
LOOKED_AT = 8  # originals compared under one run: a line that a thousand texts end with leads to no copy
VERSIONS = 20  # of one report; a thousand that differ in a page number are one
DENIALS = frozenset({"negated", "denied", "doubted"})


class _Text(NamedTuple):
    words: Counter[str]
    runs: frozenset[int]  # checksums
    sketch: tuple[int, ...]  # the lowest of them


def find_copies(texts: Sequence[str]) -> list[int]:
    """For each text the place of the earlier one that it copies, or its own place.

    A copy that has a number or a denial which the other lacks is none: it may be the same report, corrected. Of one
    report, VERSIONS such are told apart.
    """
    originals = _Originals()
    return [originals.place(place, _read(text)) for place, text in enumerate(texts)]


class _Originals:
    """The texts that copy none, found again by a few of their runs; `_first` names the oldest version of each."""

    def __init__(self) -> None:
        self._texts: dict[int, _Text] = {}
        self._places: defaultdict[int, list[int]] = defaultdict(list)
        self._first: dict[int, int] = {}
        self._versions: Counter[int] = Counter()

    def place(self, place: int, text: _Text) -> int:
        """The original of the text that stands at this place, or the place itself."""
        if len(text.runs) < FEWEST_RUNS:
            return place
        near = [other for other in self._nearby(text) if _share(text, self._texts[other]) >= SAME]
        same = next((other for other in near if not _corrects(text, self._texts[other])), None)
        first = self._first[near[0]] if near else place
        if same is not None or self._versions[first] == VERSIONS:
            return first if same is None else same
        self._texts[place], self._first[place] = text, first
        self._versions[first] += 1
        for run in text.sketch:
            self._places[run].append(place)
        return place

    def _nearby(self, text: _Text) -> dict[int, None]:
        return dict.fromkeys(other for run in text.sketch for other in self._places[run][-LOOKED_AT:])


@between_builds
def _read(text: str) -> _Text:
    words = plain_words(text)
    runs = {zlib.crc32(" ".join(words[at : at + RUN]).encode()) for at in range(len(words) - RUN + 1)}
    return _Text(Counter(words), frozenset(runs), tuple(sorted(runs)[:SKETCH]))


def _share(one: _Text, other: _Text) -> float:
    """Of the runs of both, those that stand in both."""
    shared = len(one.runs & other.runs)
    return shared / (len(one.runs) + len(other.runs) - shared)


def _corrects(one: _Text, other: _Text) -> bool:
    return any(map(_tells, (one.words - other.words) + (other.words - one.words)))


def _tells(word: str) -> bool:
    return word[0].isdigit() or word_value(word) is not None or word in _denials()


@by_language()
def _denials() -> frozenset[str]:
    return frozenset(cue for label, *cues in table("certainty") if label in DENIALS for cue in cues)
