"""Group things by average linkage: two groups are one when their members are alike enough on average."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

Needed = Callable[[Sequence[int], Sequence[int]], float]


def link(likes: Sequence[Mapping[int, float]], needed: Needed, least: float) -> list[list[int]]:
    """Groups of the things 0 to n-1, each in order, the groups by their first member.

    `likes` holds for each thing those that it is like, and how much, both ways; what is not named is not alike at all.
    The tree of average linkage is followed down to a mean likeness of `least`. A branch of it is a group when its own
    mean, and that of each branch below, reaches what is `needed` for the two groups of their members.

    Nearest-neighbour chain (Murtagh 1983). A branch whose best neighbour is below `least` is finished, because average
    linkage never brings two branches nearer. The time grows with the number of likenesses given.
    """
    forest = _Forest(likes, needed)
    for root in range(len(likes)):
        chain = [root] if forest.members[root] else []
        while chain:
            tip = chain[-1]
            before = chain[-2] if len(chain) > 1 else None
            best = forest.nearest(tip, before, least)
            if best is None:
                chain.pop()
            elif best == before:
                keep, gone = sorted((tip, best))
                forest.join(keep, gone)
                chain = chain[:-2] or [keep]
            else:
                chain.append(best)
    return sorted(sorted(group) for group in forest.groups())


class _Forest:
    """Branches, each named after one member, with the sums of the likenesses between their members."""

    def __init__(self, likes: Sequence[Mapping[int, float]], needed: Needed) -> None:
        self.members = [[thing] for thing in range(len(likes))]
        self._sums = [dict(row) for row in likes]
        self._needed = needed
        self._cut: list[list[int]] = []
        self._whole = [True] * len(likes)

    def groups(self) -> list[list[int]]:
        standing = (members for members, whole in zip(self.members, self._whole, strict=True) if members and whole)
        return [*self._cut, *standing]

    def nearest(self, tip: int, before: int | None, least: float) -> int | None:
        """The branch most like `tip`, by `least` at least; of equals the one the chain came from, else the first."""
        best, most = None, least
        for other, total in self._sums[tip].items():
            mean = total / (len(self.members[tip]) * len(self.members[other]))
            if mean > most or (mean == most and (best is None or other == before or (best != before and other < best))):
                best, most = other, mean
        return best

    def join(self, keep: int, gone: int) -> None:
        here, there = len(self.members[keep]), len(self.members[gone])
        needed = self._needed(self.members[keep], self.members[gone])
        enough = self._sums[keep][gone] / (here * there) >= needed
        if not (enough and self._whole[keep] and self._whole[gone]):
            self._cut += [self.members[branch] for branch in (keep, gone) if self._whole[branch]]
            self._whole[keep] = False
        self._whole[gone] = False
        self.members[keep] = self.members[keep] + self.members[gone]
        self.members[gone] = []
        self._add(keep, gone)

    def _add(self, keep: int, gone: int) -> None:
        """What was like the branch that is gone is as much more like the one that is kept."""
        mine, theirs = self._sums[keep], self._sums[gone]
        del mine[gone], theirs[keep]
        for other, total in theirs.items():
            mine[other] = self._sums[other][keep] = mine.get(other, 0.0) + total
            del self._sums[other][gone]
        self._sums[gone] = {}
