"""Find texts that copy others, word for word or nearly, in time that grows with their number and no faster."""

from __future__ import annotations

import zlib
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from .lexicons import table
from .number_words import word_value
from .tongue import by_language
from .weights import plain_words

RUN = 4  # words in a row
FEWEST_RUNS = 20  # a shorter text is nobody's
SAME = 0.85  # share of the runs of both that stand in both: a line may be cut, an outlet's own name put in
SKETCH = 4  # runs by which copies find each other; one pair of copies in two thousand has none in common
LOOKED_AT = 8  # originals compared under one run: a line that a thousand texts end with leads to no copy
DENIALS = frozenset({"negated", "denied", "doubted"})


class _Text(NamedTuple):
    words: Counter[str]
    runs: NDArray[np.uint32]  # checksums, each once, rising


def find_copies(texts: Sequence[str]) -> list[int]:
    """For each text the place of the earlier one that it copies, or its own place.

    A copy that has a number or a denial which the other lacks is none: it may be the same report, corrected.
    """
    found: list[int] = []
    originals: dict[int, _Text] = {}
    places: defaultdict[int, list[int]] = defaultdict(list)
    for place, text in enumerate(map(_read, texts)):
        sketch = text.runs[:SKETCH].tolist()
        near = dict.fromkeys(other for run in sketch for other in places[run][-LOOKED_AT:])
        original = next((other for other in near if _copies(text, originals[other])), place)
        found.append(original)
        if original == place and len(text.runs) >= FEWEST_RUNS:
            originals[place] = text
            for run in sketch:
                places[run].append(place)
    return found


def _read(text: str) -> _Text:
    words = plain_words(text)
    runs = {zlib.crc32(" ".join(words[at : at + RUN]).encode()) for at in range(len(words) - RUN + 1)}
    return _Text(Counter(words), np.array(sorted(runs), dtype=np.uint32))


def _copies(one: _Text, other: _Text) -> bool:
    shared = len(np.intersect1d(one.runs, other.runs, assume_unique=True))
    if len(one.runs) < FEWEST_RUNS or shared < SAME * (len(one.runs) + len(other.runs) - shared):
        return False
    return not any(_tells(word) for word in (one.words - other.words) + (other.words - one.words))


def _tells(word: str) -> bool:
    return word[0].isdigit() or word_value(word) is not None or word in _denials()


@by_language()
def _denials() -> frozenset[str]:
    return frozenset(cue for label, *cues in table("certainty") if label in DENIALS for cue in cues)
