"""Judge the differences: would an editor want it, of that kind, with that verdict?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from judging.facts import says
from judging.key import Anchors, Key, KeyDifference, Span
from judging.produced import Difference, Side


@dataclass(frozen=True)
class JudgedDifference:
    """`known` is the key's difference that it is about; None where the key has none."""

    difference: Difference
    known: KeyDifference | None
    strays: tuple[Span, ...] = ()
    forbidden: bool = False  # the key says that these two are no conflict

    @property
    def kind_right(self) -> bool:
        return self.known is not None and self.difference.kind in self.known.kinds

    @property
    def verdict_right(self) -> bool:
        return self.known is not None and self.difference.verdict in self.known.verdicts

    @property
    def right(self) -> bool:
        return self.kind_right and self.verdict_right and not self.strays

    @property
    def grade(self) -> str:
        if self.known is None:
            return "forbidden conflict" if self.forbidden else "not in the key"
        faults = [
            name
            for name, right in (
                ("kind", self.kind_right), ("verdict", self.verdict_right), ("stray passage", not self.strays),
            )
            if not right
        ]  # fmt: skip
        return "right" if not faults else "wrong " + ", ".join(faults)


def judge_differences(differences: Iterable[Difference], key: Key) -> tuple[JudgedDifference, ...]:
    return tuple(judge_difference(difference, key) for difference in differences)


def judge_difference(difference: Difference, key: Key) -> JudgedDifference:
    forbidden = difference.verdict == "conflict" and any(
        tells_apart(difference, (one, other)) for one, other in key.not_different
    )
    judged = [
        JudgedDifference(difference, known, strays_of(difference, known), forbidden)
        for known in key.differences
        if tells_apart(difference, known.sides)
    ]
    best = min(judged, key=lambda one: (not one.kind_right, not one.verdict_right, len(one.strays)), default=None)
    return best or JudgedDifference(difference, None, forbidden=forbidden)


def tells_apart(difference: Difference, sides: tuple[Anchors, ...]) -> bool:
    """Two of its sides are two different sides of the key."""
    hits = [{index for index, anchors in enumerate(sides) if is_side(side, anchors)} for side in difference.sides]
    return any(one != other for mine, yours in combinations(hits, 2) for one in mine for other in yours)


def is_side(side: Side, anchors: Anchors) -> bool:
    return any(tells(side, passage, anchors) for passage in side.spans)


def tells(side: Side, passage: Span, anchors: Anchors) -> bool:
    """The passage holds the anchored words; where the side marks its differing words, a mark must touch them."""
    if not says(passage, anchors):
        return False
    marks = [mark for mark in side.marks if passage.shared(mark)]
    return not marks or any(mark.shared(place) for mark in marks for place in anchors[passage.article])


def strays_of(difference: Difference, known: KeyDifference) -> tuple[Span, ...]:
    """Passages that tell none of the key's sides, or another one than the rest of their side tells."""
    return tuple(passage for side in difference.sides for passage in strays_of_side(side, known))


def strays_of_side(side: Side, known: KeyDifference) -> tuple[Span, ...]:
    if "variant" in known.verdicts:  # how finely wordings are told apart is the engine's to choose
        return tuple(p for p in side.spans if not any(says(p, anchors) for anchors in known.sides))
    outside = (tuple(p for p in side.spans if not says(p, anchors)) for anchors in known.sides)
    return min(outside, key=len)


def found(known: KeyDifference, judged: Iterable[JudgedDifference], *, rightly: bool) -> bool:
    return any(one.known == known and (one.right or not rightly) for one in judged)
