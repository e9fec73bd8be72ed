"""What an editor says of facts and differences: the same or two, pinned, hidden, reordered, remarked on."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from ..model import Difference, Digest, Fact, Note, Only, Passage, Story, Written
from ..stages.facts import status_of
from .entries import Hand

ID_DIGITS = 10
Line = TypeVar("Line", Fact, Difference)


def edit_digest(digest: Digest, hand: Hand) -> Digest:
    """The digest as the editor has it. What the file names and the digest has not does nothing: `check_names` tells."""
    for names in hand.groups("same"):
        digest = _one(digest, names)
    for name, articles in hand.lists("two").items():
        digest = _two(digest, name, articles)
    digest = _hide(digest, (*hand.items("hide"), *hand.lines("wrong")))
    pinned, order = hand.items("pin"), hand.items("order")
    ids = ids_of(digest)
    return replace(
        digest,
        story=_story(digest.story, hand),
        facts=_pinned(_reordered(digest.facts, order), pinned),
        differences=_pinned(_reordered(digest.differences, order), pinned),
        remarks=tuple(Note(name, text) for name, text in hand.lines("notes").items() if name in ids),
        prose=hand.body,
        pinned=tuple(name for name in pinned if name in ids),
    )


def ids_of(digest: Digest) -> frozenset[str]:
    return frozenset((*(fact.id for fact in digest.facts), *(difference.id for difference in digest.differences)))


def _story(story: Story, hand: Hand) -> Story:
    title = hand.line("title")
    return replace(
        story,
        title=Written(title) if title else story.title,
        topic=hand.line("topic"),
        summary=hand.line("summary"),
        closed=hand.line("closed"),
    )


def _one(digest: Digest, names: Sequence[str]) -> Digest:
    """Facts as one, under the id and with the lead of the one that is named first."""
    by_id = {fact.id: fact for fact in digest.facts}
    facts = [by_id[name] for name in dict.fromkeys(names) if name in by_id]
    if len(facts) < 2:
        return digest
    first, others = facts[0], {fact.id for fact in facts[1:]}
    support = sorted({passage for fact in facts for passage in fact.support})
    ids = tuple(dict.fromkeys(name for fact in facts for name in fact.differences))
    whole = replace(first, support=tuple(support), differences=ids)
    differences = tuple(
        replace(difference, fact=first.id) if difference.fact in others else difference
        for difference in digest.differences
    )
    kept = [whole if fact is first else fact for fact in digest.facts if fact.id not in others]
    return _restated(replace(digest, facts=tuple(kept), differences=differences), {first.id})


def _two(digest: Digest, name: str, articles: Sequence[str]) -> Digest:
    """What these articles tell leaves the fact and is one of its own; what a single article tells is no fact."""
    whole = next((fact for fact in digest.facts if fact.id == name), None)
    leaving = [passage for passage in whole.support if passage.article in articles] if whole else []
    if whole is None or not leaving or len(leaving) == len(whole.support):
        return digest
    staying = [passage for passage in whole.support if passage not in leaving]
    parts = [_part(whole, whole.id, staying, digest), _part(whole, _second_id(whole.id), leaving, digest)]
    facts = [part for part in parts if len({passage.article for passage in part.support}) > 1]
    place = digest.facts.index(whole)
    alone = [passage for part in parts if part not in facts for passage in part.support]
    digest = _without_differences(digest, {d for d in whole.differences if not any(d in f.differences for f in facts)})
    named = {difference: fact.id for fact in facts for difference in fact.differences}
    differences = tuple(
        replace(difference, fact=named[difference.id]) if difference.id in named else difference
        for difference in digest.differences
    )
    whole_line = (*digest.facts[:place], *facts, *digest.facts[place + 1 :])
    digest = replace(digest, facts=whole_line, differences=differences, only_in=_told_alone(digest, alone))
    return _restated(digest, {fact.id for fact in facts})


def _second_id(name: str) -> str:
    return "f" + hashlib.sha256(f"two of {name}".encode()).hexdigest()[:ID_DIGITS]


def _part(whole: Fact, name: str, passages: Sequence[Passage], digest: Digest) -> Fact:
    """A part keeps the differences that lie in its passages alone, and the lead where it lies there."""
    differences = tuple(
        difference.id
        for difference in digest.differences
        if difference.id in whole.differences and all(p in passages for side in difference.sides for p in side.passages)
    )
    if whole.lead in passages:
        return replace(whole, id=name, support=tuple(passages), differences=differences)
    return replace(
        whole,
        id=name,
        support=tuple(passages),
        differences=differences,
        lead=passages[0],
        unsupported=(),
        speaker=None,
    )


def _told_alone(digest: Digest, passages: Iterable[Passage]) -> tuple[Only, ...]:
    told = {only.article: only.passages for only in digest.only_in}
    for passage in passages:
        told[passage.article] = tuple(sorted({*told.get(passage.article, ()), passage}))
    return tuple(Only(article.id, told[article.id]) for article in digest.story.articles if article.id in told)


def _hide(digest: Digest, names: Iterable[str]) -> Digest:
    """Without the named lines; a fact takes its differences along."""
    wanted = ids_of(digest) & set(names)
    facts = tuple(fact for fact in digest.facts if fact.id in wanted)
    gone = {name for fact in facts for name in fact.differences}
    gone |= {difference.id for difference in digest.differences if difference.id in wanted}
    hidden = (*digest.hidden, *sorted(wanted))
    kept = tuple(fact for fact in digest.facts if fact not in facts)
    return _without_differences(replace(digest, facts=kept, hidden=hidden), gone)


def _without_differences(digest: Digest, gone: set[str]) -> Digest:
    touched = {fact.id for fact in digest.facts if gone & set(fact.differences)}
    facts = tuple(replace(f, differences=tuple(d for d in f.differences if d not in gone)) for f in digest.facts)
    differences = tuple(difference for difference in digest.differences if difference.id not in gone)
    return _restated(replace(digest, facts=facts, differences=differences), touched)


def _restated(digest: Digest, names: set[str]) -> Digest:
    """The named facts with the origins and the status that they have now."""
    return replace(digest, facts=tuple(_restate(f, digest) if f.id in names else f for f in digest.facts))


def _restate(fact: Fact, digest: Digest) -> Fact:
    origins = len({digest.origin_of[passage.article].id for passage in fact.support})
    own = [difference for difference in digest.differences if difference.id in fact.differences]
    return replace(fact, origins=origins, status=status_of(origins, own))


def _pinned(lines: Sequence[Line], names: Sequence[str]) -> tuple[Line, ...]:
    """The named ones first, in the order of their names."""
    first = {name: place for place, name in enumerate(names)}
    return tuple(sorted(lines, key=lambda line: first.get(line.id, len(first))))


def _reordered(lines: Sequence[Line], names: Sequence[str]) -> tuple[Line, ...]:
    """The named ones in the order of their names, in the places that they hold among the others."""
    by_id = {line.id: line for line in lines}
    wanted = iter([by_id[name] for name in dict.fromkeys(names) if name in by_id])
    moved = set(names)
    return tuple(next(wanted) if line.id in moved else line for line in lines)
