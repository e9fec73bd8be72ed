"""Count what was judged, and say what is wrong or missing in the reports' own words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from judging import differences as differences_of
from judging import facts as facts_of
from judging.differences import JudgedDifference, judge_differences
from judging.facts import JudgedFact, cited_articles, judge_facts, says
from judging.key import Anchors, Key, KeyDifference, Span
from judging.produced import Produced


@dataclass(frozen=True)
class Judged:
    """One folder of reports: what the engine made of it, and what the key says of that."""

    name: str
    key: Key
    produced: Produced
    facts: tuple[JudgedFact, ...]
    differences: tuple[JudgedDifference, ...]

    @property
    def figures(self) -> dict[str, float]:
        """Shares between 0 and 1, counts, and seconds. What nothing was made of scores 0."""
        expected_facts = [known for known in self.key.facts if known.expected]
        expected = [known for known in self.key.differences if known.expected]
        passages = [passage for one in self.facts for passage in one.fact.support]
        strays = [passage for one in self.facts for passage in one.strays]
        places = [(known, article) for known in expected_facts for article in known.anchors]
        cited = [(known, article) for known in expected_facts for article in cited_articles(known, self.facts)]
        same_origin, made_origin = pairs_of(self.key.origins), pairs_of(self.produced.origins)
        return {
            "facts": len(self.facts),
            "fact_precision": share(one.right for one in self.facts),
            "fact_recall": share(facts_of.found(known, self.facts) for known in expected_facts),
            "passage_precision": 1 - len(strays) / len(passages) if passages else 0.0,
            "passage_recall": len(cited) / len(places) if places else 1.0,
            "told_twice": sum(told_twice(one, other) for one, other in combinations(self.facts, 2)),
            "status_right": share(one.status_right for one in self.facts if one.right),
            "near_misses": sum(bool(one.near_miss) for one in self.facts),
            "differences": len(self.differences),
            "difference_precision": share(one.right for one in self.differences),
            "difference_wanted": share(one.known is not None for one in self.differences),
            "difference_recall": share(differences_of.found(one, self.differences, rightly=True) for one in expected),
            "difference_found": share(differences_of.found(one, self.differences, rightly=False) for one in expected),
            "forbidden_conflicts": sum(one.forbidden for one in self.differences),
            "origin_precision": share(pair in same_origin for pair in made_origin) if made_origin else 1.0,
            "origin_recall": share(pair in made_origin for pair in same_origin) if same_origin else 1.0,
            "credit_recall": self.credit_recall,
            "one_story": float(self.one_story),
            "seconds": self.produced.seconds,
        }

    @property
    def credit_recall(self) -> float:
        credits = self.key.credits
        return (
            share(any(says(span, credit) for span in self.produced.credits) for credit in credits) if credits else 1.0
        )

    @property
    def one_story(self) -> bool:
        return any(set(story) >= set(self.key.texts) for story in self.produced.stories) == self.key.same_story

    def by_kind(self) -> dict[str, dict[str, int]]:
        """For each kind: how many the key expects, how many of those were found rightly, made, and rightly made."""
        kinds = sorted({kind for one in self.key.differences for kind in one.kinds[:1]} | self.made_kinds)
        return {kind: self.counts_of(kind) for kind in kinds}

    @property
    def made_kinds(self) -> set[str]:
        return {one.difference.kind for one in self.differences}

    def counts_of(self, kind: str) -> dict[str, int]:
        expected = [one for one in self.key.differences if one.expected and one.kinds[0] == kind]
        made = [one for one in self.differences if one.difference.kind == kind]
        return {
            "expected": len(expected),
            "found": sum(differences_of.found(one, self.differences, rightly=True) for one in expected),
            "made": len(made),
            "right": sum(one.right for one in made),
        }

    def listing(self) -> Iterator[str]:
        """What an engineer acts on, wrong things first; right ones are not listed."""
        for one in self.facts:
            if not one.right or not one.status_right:
                yield from self.fact_lines(one)
        for known in self.key.facts:
            if known.expected and not facts_of.found(known, self.facts):
                yield f"MISSING FACT · {known.about}"
                yield from self.anchor_lines(known.anchors)
        for difference in self.differences:
            if not difference.right or difference.forbidden:
                yield from self.difference_lines(difference)
        for wanted in self.key.differences:
            if wanted.expected and not differences_of.found(wanted, self.differences, rightly=False):
                yield from self.missing_difference_lines(wanted)
        yield from self.twice_lines()

    def fact_lines(self, one: JudgedFact) -> Iterator[str]:
        about = " = ".join(known.about for known in one.keys) or "no fact of the key"
        status = "" if one.status_right else f" · status {one.fact.status} is wrong"
        near_miss = f" · {one.near_miss}" if one.near_miss else ""
        yield f"FACT {one.grade} · {one.fact.id} · {about}{status}{near_miss}"
        for passage in one.fact.support:
            yield self.words(passage, "✗" if passage in one.strays else "·")

    def difference_lines(self, one: JudgedDifference) -> Iterator[str]:
        made = one.difference
        wanted = (
            f" · {one.known.about}: {'/'.join(one.known.kinds)} {'/'.join(one.known.verdicts)}" if one.known else ""
        )
        yield f"DIFFERENCE {one.grade} · {made.id} · {made.kind} {made.verdict} · {made.about}{wanted}"
        for number, side in enumerate(made.sides, 1):
            marks = " | ".join(self.slice(mark) for mark in side.marks)
            for passage in side.spans:
                yield self.words(passage, f"{'✗' if passage in one.strays else '·'}{number}") + (
                    f"  [{marks}]" * bool(marks)
                )

    def missing_difference_lines(self, wanted: KeyDifference) -> Iterator[str]:
        yield f"MISSING DIFFERENCE · {wanted.about}: {'/'.join(wanted.kinds)} {'/'.join(wanted.verdicts)}"
        for side in wanted.sides:
            yield from self.anchor_lines(side)

    def twice_lines(self) -> Iterator[str]:
        for one, other in combinations(self.facts, 2):
            if told_twice(one, other):
                about = one.keys[0].about if one.keys else self.slice(one.fact.support[0])
                yield f"TOLD TWICE · {one.fact.id} and {other.fact.id}: {about}"
        for mine, yours in combinations([judged for judged in self.differences if judged.known], 2):
            if mine.known == yours.known and mine.known is not None:
                yield f"TOLD TWICE · {mine.difference.id} and {yours.difference.id}: {mine.known.about}"

    def anchor_lines(self, anchors: Anchors) -> Iterator[str]:
        for places in anchors.values():
            yield self.words(places[0], "-")

    def words(self, passage: Span, sign: str) -> str:
        return f"    {sign} {passage.article}: {self.slice(passage)}"

    def slice(self, passage: Span) -> str:
        return " ".join(self.key.texts[passage.article][passage.start : passage.end].split())


def judge(name: str, key: Key, produced: Produced) -> Judged:
    return Judged(name, key, produced, judge_facts(produced.facts, key), judge_differences(produced.differences, key))


def told_twice(one: JudgedFact, other: JudgedFact) -> bool:
    """Two facts that are the same ones of the key, or that cite overlapping words of two reports."""
    overlapping = {mine.article for mine in one.fact.support for yours in other.fact.support if mine.shared(yours)}
    return len(overlapping) > 1 or bool(one.keys and one.keys == other.keys)


def share(right: Iterable[bool]) -> float:
    counted = list(right)
    return sum(counted) / len(counted) if counted else 0.0


def pairs_of(groups: Iterable[tuple[str, ...]]) -> set[tuple[str, str]]:
    return {pair for group in groups for pair in combinations(sorted(group), 2)}
