"""Look up what a word means, as a direction: a static table of word vectors, distilled once, shipped with the code.

`scripts/distil_vectors.py` made it from the weights of all-MiniLM-L6-v2 (Apache 2.0; the licence stands beside it).
Rows stand in the order of how common the words are, so a row's number is also a measure of rarity.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from .exact import DIRECTIONS, in_steps
from .tongue import ENGLISH, language_read

FOLDER = Path(__file__).with_name("data")
Floats = NDArray[np.float32]

# Zipf's law for the share of passages (about 15 content words) that hold the word of a rank; checked on no news text.
_PASSAGE_SHARE, _RANK_SHIFT, _MOST = 3.0, 6.0, 0.5
_NUMBER_SHARE = 0.003  # any one number; a year is commoner, a casualty count rarer
_UNSEEN_SHARE = 0.0003  # a word outside the table: most often a name


def vectors_of(forms: Sequence[str]) -> Floats:
    """One row a word form (`words.word_form`), of length 1 in exact steps; zeros for a form that the
    table lacks, as it lacks all of any language but English."""
    whole, norms = whole_vectors_of(forms)
    return in_steps(whole / norms[:, None], DIRECTIONS)


def whole_vectors_of(forms: Sequence[str]) -> tuple[Floats, Floats]:
    """The same before they are brought to length 1, in whole numbers up to 127, and their lengths (1 for zeros): a
    product of two is exact, in whatever order it is summed."""
    numbers, table = _rows() if language_read() == ENGLISH else {}, _table()
    rows = np.array([numbers.get(form, -1) for form in forms], dtype=np.intp)
    found: Floats = np.where(rows[:, None] >= 0, table[rows], np.float32(0))
    norms = np.sqrt((found * found).sum(axis=1))
    return found, np.asarray(np.where(norms > 0, norms, np.float32(1)), dtype=np.float32)


def usual_share(form: str) -> float:
    """Share of news passages that hold the word, roughly, from its rank alone."""
    if form[0].isdigit():
        return _NUMBER_SHARE
    rank = _rows().get(form)
    return _UNSEEN_SHARE if rank is None else min(_MOST, _PASSAGE_SHARE / (rank + _RANK_SHIFT))


@cache
def _rows() -> dict[str, int]:
    forms = (FOLDER / "vectors.txt").read_text(encoding="utf-8").split()
    return {form: row for row, form in enumerate(forms)}


@cache
def _table() -> Floats:
    return np.load(FOLDER / "vectors.npy", allow_pickle=False).astype(np.float32)  # type: ignore[no-any-return]
