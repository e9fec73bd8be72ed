"""Join claims along links: mutual best partners first, then whoever is alike enough on the whole."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Group = tuple[int, ...]  # places of claims
Link = tuple[int, int]

SAME = 0.36  # likeness below which claims are not linked; at 0.3 a lede joins another that names the same people
SURE = 0.9  # linked although each may have a better partner: reports repeat themselves


def mutual_links(likeness: Floats, owners: NDArray[np.str_], enough: float = SAME, sure: float = SURE) -> list[Link]:
    """Pairs of two articles, likeliest first: each the other's best there, or sure beyond that."""
    mutual = (likeness >= best_partner(likeness, owners)) & (likeness >= best_partner(likeness, owners).T)
    linked = (likeness >= enough) & (mutual | (likeness >= sure)) & (owners[:, None] != owners[None, :])
    return likeliest_first(linked, likeness)


def best_partner(likeness: Floats, owners: NDArray[np.str_]) -> Floats:
    """For each claim and each article the likeness of the claim there that is most alike: shape as `likeness`."""
    best = np.zeros_like(likeness)
    for owner in sorted(set(owners.tolist())):
        columns = np.flatnonzero(owners == owner)
        best[:, columns] = likeness[:, columns].max(axis=1, keepdims=True)
    return best


def likeliest_first(linked: NDArray[np.bool_], likeness: Floats) -> list[Link]:
    pairs = [(int(a), int(b)) for a, b in np.argwhere(np.triu(linked, 1))]
    return sorted(pairs, key=lambda pair: (-float(likeness[pair]), pair))


def merge(links: Sequence[Link], groups: Sequence[Group], may_join: Callable[[Group, Group], bool]) -> list[Group]:
    """Groups grown along the links, the strongest first; two merge only where `may_join` allows it."""
    home: dict[int, Group] = {place: (place,) for link in links for place in link}
    home |= {place: group for group in groups for place in group}
    for a, b in links:
        left, right = home[a], home[b]
        if left != right and may_join(left, right):
            merged = tuple(sorted(left + right))
            home.update(dict.fromkeys(merged, merged))
    return sorted(group for group in set(home.values()) if len(group) > 1)


def alike_on_the_whole(likeness: Floats, enough: float) -> Callable[[Group, Group], bool]:
    """Average linkage: keeps unlike ends of a chain apart."""
    return lambda left, right: float(likeness[np.ix_(left, right)].mean(dtype=np.float64)) >= enough


def of_other_articles(owners: NDArray[np.str_]) -> Callable[[Group, Group], bool]:
    """An article has one claim at most in what is merged."""
    return lambda left, right: not set(owners[list(left)]) & set(owners[list(right)])
