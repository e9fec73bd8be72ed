"""Judge the facts: does each cited passage state the one thing that the fact is?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from judging.key import Anchors, Key, KeyFact, Span
from judging.produced import Fact

MOST = 0.5  # a passage that holds half of the anchored words says it; less is the neighbour's clause


@dataclass(frozen=True)
class JudgedFact:
    """`keys` are the key's facts that it is; `strays` the passages that state something else."""

    fact: Fact
    keys: tuple[KeyFact, ...]
    strays: tuple[Span, ...]
    near_miss: str = ""
    status_right: bool = True

    @property
    def right(self) -> bool:
        return bool(self.keys) and not self.strays

    @property
    def grade(self) -> str:
        return "right" if self.right else "partly" if self.keys else "wrong"


def says(passage: Span, anchors: Anchors) -> bool:
    return any(passage.shared(place) >= MOST * (place.end - place.start) for place in anchors.get(passage.article, ()))


def judge_facts(facts: Iterable[Fact], key: Key) -> tuple[JudgedFact, ...]:
    return tuple(judge_fact(fact, key) for fact in facts)


def judge_fact(fact: Fact, key: Key) -> JudgedFact:
    stated = [(known, [passage for passage in fact.support if says(passage, known.anchors)]) for known in key.facts]
    shared = tuple(known for known, passages in stated if len(passages) == len(fact.support))
    if shared and articles_of(fact.support) > 1:
        return JudgedFact(fact, shared, (), status_right=fact.status in allowed_statuses(fact, shared, key))
    best, said = max(stated, key=lambda one: articles_of(one[1]))
    near_miss = near_miss_of(fact, key)
    if articles_of(said) < 2:
        return JudgedFact(fact, (), fact.support, near_miss)
    return JudgedFact(fact, (best,), tuple(passage for passage in fact.support if passage not in said), near_miss)


def articles_of(passages: Iterable[Span]) -> int:
    return len({passage.article for passage in passages})


def allowed_statuses(fact: Fact, keys: Iterable[KeyFact], key: Key) -> set[str]:
    articles = {passage.article for passage in fact.support}
    if key.origins_of(articles) < 2:
        return {"single-origin"}
    allowed: set[str] = set()
    for known in keys:
        allowed.update(known.statuses or ("agreed",))
        if articles < set(known.anchors):  # the side that disputes it may not be cited
            allowed.add("agreed")
    return allowed


def near_miss_of(fact: Fact, key: Key) -> str:
    for one, other in key.not_same:
        if any(says(passage, one) for passage in fact.support) and any(
            says(passage, other) for passage in fact.support
        ):
            return "joins what the key keeps apart"
    return ""


def found(known: KeyFact, judged: Iterable[JudgedFact]) -> bool:
    return any(known in one.keys for one in judged)


def cited_articles(known: KeyFact, judged: Iterable[JudgedFact]) -> set[str]:
    """The reports of a key's fact that some produced fact cites for it."""
    return {
        passage.article
        for one in judged
        if known in one.keys
        for passage in one.fact.support
        if says(passage, known.anchors)
    }
