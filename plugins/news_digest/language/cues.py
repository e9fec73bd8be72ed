"""Number what speaks for and against two passages of a story stating the same thing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from .exact import log1p, unit_rows
from .similarity import Field
from .vectors import vectors_of
from .words import Token

Floats = NDArray[np.float32]
Places = Sequence[int]


def find_cues(field: Field, rows: Places, columns: Places) -> dict[str, Floats]:
    """Each cue by name, shape (len(rows), len(columns)): those of the words, and what else tells."""
    return {
        **field.word_cues(rows, columns),
        **_numbers(field, rows, columns),
        **_names(field, rows, columns),
        "meaning": meaning(field, rows, columns),
        "neighbours": _dice(_members(list(map(_pairs, field.tokens))), rows, columns),
        "letters": _dice(_members(list(map(_triples, field.tokens))), rows, columns),
        "lengths": _lengths(field, rows, columns),
    }


def meaning(field: Field, rows: Places, columns: Places) -> Floats:
    """Cosine of what the passages say on the whole: shape (len(rows), len(columns))."""
    return _cosine(field.weighted @ vectors_of(list(field.places)), rows, columns)


def covers(field: Field) -> Floats:
    """Share of the weight of each passage that each other one bears out: shape (passages, passages)."""
    return np.asarray(field.weighted @ field.best.T / field.total[:, None], dtype=np.float32)


def _numbers(field: Field, rows: Places, columns: Places) -> dict[str, Floats]:
    digits = np.array([form[0].isdigit() for form in field.places], bool)
    held = field.holds[:, digits]
    shared = held[rows] @ held[columns].T
    some = np.asarray(held.sum(axis=1) > 0)
    both = some[rows][:, None] & some[columns][None, :]
    return {"numbers_clash": (both & (shared == 0)).astype(np.float32), "numbers_shared": log1p(shared)}


def _names(field: Field, rows: Places, columns: Places) -> dict[str, Floats]:
    """Words in capitals that do not open the passage: what both name, and what each names and the other does not."""
    held = np.zeros_like(field.holds)
    for row, found in enumerate(field.tokens):
        held[row, [field.places[t.form] for t in found[1:] if t.surface[0].isupper() and t.form in field.places]] = 1
    held *= field.weight
    there, back = held[rows] @ field.best[columns].T, (held[columns] @ field.best[rows].T).T
    left = held.sum(axis=1)[rows][:, None] - there, held.sum(axis=1)[columns][None, :] - back
    return {
        "names_clash": log1p(np.maximum(np.minimum(*left), 0)),
        "names_shared": log1p(np.minimum(there, back)),
    }


def _cosine(vectors: Floats, rows: Places, columns: Places) -> Floats:
    unit = unit_rows(vectors)
    return np.asarray(unit[rows] @ unit[columns].T, dtype=np.float32)


def _pairs(found: tuple[Token, ...]) -> frozenset[str]:
    return frozenset(f"{one.form} {other.form}" for one, other in pairwise(found))


def _triples(found: tuple[Token, ...]) -> frozenset[str]:
    return _triples_of(" ".join(token.surface.lower() for token in found))


@lru_cache(maxsize=4096)
def _triples_of(text: str) -> frozenset[str]:
    return frozenset(text[at : at + 3] for at in range(len(text) - 2))


class _Members(NamedTuple):
    """What is in two sets or more, shape (sets, such items), and the size of each set."""

    held: Floats
    sizes: Floats


def _members(sets: Sequence[frozenset[str]]) -> _Members:
    holders = Counter(item for items in sets for item in items)
    place = {item: at for at, item in enumerate(item for item, times in holders.items() if times > 1)}
    held = np.zeros((len(sets), len(place)), np.float32)
    for row, items in enumerate(sets):
        held[row, [place[item] for item in items if item in place]] = 1
    return _Members(held, np.array([len(items) for items in sets], np.float32))


def _dice(members: _Members, rows: Places, columns: Places) -> Floats:
    held, sizes = members
    both = sizes[rows][:, None] + sizes[columns][None, :]
    return np.asarray(2 * (held[rows] @ held[columns].T) / np.maximum(both, 1), dtype=np.float32)


def _lengths(field: Field, rows: Places, columns: Places) -> Floats:
    lengths = np.array([max(1, len(found)) for found in field.tokens], np.float32)
    here, there = lengths[rows][:, None], lengths[columns][None, :]
    return np.asarray(np.minimum(here, there) / np.maximum(here, there), dtype=np.float32)
