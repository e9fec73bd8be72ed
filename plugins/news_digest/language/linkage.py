"""Group things by average linkage: two groups join while their members are alike enough on average."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


def link(likeness: Floats, enough: float) -> list[list[int]]:
    """Groups of the rows of a symmetric matrix (n, n): the average-linkage tree, cut at likeness `enough`.

    Nearest-neighbour chain (Murtagh 1983): O(n²). A group whose best neighbour is below `enough` is finished, because
    average linkage never brings two groups nearer.
    """
    near = likeness.astype(np.float64)
    np.fill_diagonal(near, -np.inf)
    members = [[row] for row in range(len(near))]
    open_rows = np.ones(len(near), dtype=bool)
    chain: list[int] = []
    while open_rows.any():
        tip = chain[-1] if chain else int(np.argmax(open_rows))
        chain = chain or [tip]
        best = _nearest(near[tip], open_rows, chain[-2] if len(chain) > 1 else None)
        if best is None or near[tip, best] < enough:
            open_rows[tip] = False
            chain.pop()
        elif len(chain) > 1 and best == chain[-2]:
            chain = chain[:-2]
            _join(near, members, open_rows, *sorted((tip, best)))
        else:
            chain.append(best)
    return sorted(sorted(group) for group in members if group)


def _nearest(near: NDArray[np.float64], open_rows: NDArray[np.bool_], before: int | None) -> int | None:
    """The open row most alike; of equals the one the chain came from, else the first."""
    candidates = np.where(open_rows, near, -np.inf)
    best = int(np.argmax(candidates))
    if candidates[best] == -np.inf:
        return None
    return before if before is not None and candidates[before] == candidates[best] else best


def _join(
    near: NDArray[np.float64], members: list[list[int]], open_rows: NDArray[np.bool_], keep: int, gone: int
) -> None:
    here, there = len(members[keep]), len(members[gone])
    mean = (here * near[keep] + there * near[gone]) / (here + there)
    near[keep], near[:, keep] = mean, mean
    near[keep, keep] = -np.inf
    members[keep] += members[gone]
    members[gone] = []
    open_rows[gone] = False


def components(neighbours: Sequence[Sequence[int]]) -> list[list[int]]:
    """Rows that hang together through neighbours, each part in order, the parts by their first row."""
    root = list(range(len(neighbours)))
    find = _finder(root)
    for row, others in enumerate(neighbours):
        for other in others:
            low, high = sorted((find(row), find(other)))
            root[high] = low
    parts: dict[int, list[int]] = {}
    for row in range(len(root)):
        parts.setdefault(find(row), []).append(row)
    return list(parts.values())


def _finder(root: list[int]) -> Callable[[int], int]:
    def find(row: int) -> int:
        while root[row] != row:
            root[row] = root[root[row]]
            row = root[row]
        return row

    return find
