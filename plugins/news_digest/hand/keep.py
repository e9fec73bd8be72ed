"""Permanence: stories, facts and differences keep the ids and addresses under which they were published."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from ..language.words import tokens
from ..model import Difference, Digest, Fact, Story
from ..remember import remembered
from .register import Line, State, difference_line, fact_line

MOST = 0.5  # likeness to a published line from which a line is that one; a small edit of a source leaves it above
ID_DIGITS = 10

Names = Mapping[str, str]  # id of this build -> id as published


def keep_stories(stories: Sequence[Story], register: Sequence[State]) -> tuple[Story, ...]:
    """Each story with the id and address of the published one that is likest to it in articles.

    Addresses of published stories whose articles now stand in another story lead there.
    """
    shared = _shared(stories, register)
    states = {state.story: state for state in register}
    sizes = {story.id: len(story.articles) for story in stories}
    # The share of all articles of both: a merged story must not take the name of one that it swallowed.
    kept = _pair_off({(old, new): n / (len(states[old].articles) + sizes[new] - n) for (old, new), n in shared.items()})
    named = {new: states[old] for old, new in kept.items()}
    taken = {state.slug for state in named.values()}
    ended: defaultdict[str, list[State]] = defaultdict(list)
    for state in register:
        if state.story not in kept:
            ended[_heir(state.story, shared) or ""].append(state)
    return tuple(_led_to(_renamed(story, named.get(story.id), taken), ended[story.id]) for story in stories)


def _shared(stories: Sequence[Story], register: Sequence[State]) -> Counter[tuple[str, str]]:
    """How many articles a published story and a present one have in common, where they have any."""
    home = {article.id: story.id for story in stories for article in story.articles}
    return Counter((state.story, home[name]) for state in register for name in state.articles if name in home)


def _heir(name: str, shared: Mapping[tuple[str, str], int]) -> str | None:
    """The story that holds most of a published story's articles."""
    mine = [(-count, new) for (old, new), count in shared.items() if old == name]
    return min(mine)[1] if mine else None


def _renamed(story: Story, state: State | None, taken: set[str]) -> Story:
    if state is None:
        return replace(story, slug=f"{story.slug}-{story.id}") if story.slug in taken else story
    return _as_published(story, state)


@remembered
def _as_published(story: Story, state: State) -> Story:
    return replace(story, id=state.story, slug=state.slug, former=state.former)


def _led_to(story: Story, ended: Iterable[State]) -> Story:
    """The story with the addresses of those that ended in it."""
    former = dict.fromkeys((*story.former, *(slug for state in ended for slug in (state.slug, *state.former))))
    return replace(story, former=tuple(former)) if len(former) > len(story.former) else story


@remembered
def keep_ids(digest: Digest, state: State | None) -> Digest:
    """The digest with the published id of each fact and difference that was published before."""
    if state is None:
        return digest
    lines = [
        *(fact_line(fact, digest) for fact in digest.facts),
        *(difference_line(d, digest) for d in digest.differences),
    ]
    names = _names(lines, state.lines)
    return replace(
        digest,
        facts=tuple(_name_fact(fact, names) for fact in digest.facts),
        differences=tuple(_name_difference(difference, names) for difference in digest.differences),
    )


def _name_fact(fact: Fact, names: Names) -> Fact:
    return replace(fact, id=names[fact.id], differences=tuple(names.get(name, name) for name in fact.differences))


def _name_difference(difference: Difference, names: Names) -> Difference:
    fact = names.get(difference.fact, difference.fact) if difference.fact else difference.fact
    return replace(difference, id=names[difference.id], fact=fact)


def _names(lines: Sequence[Line], published: Sequence[Line]) -> Names:
    """The id for each line. One that takes the place of a published id without being that line gets another."""
    was = {line.id: line for line in published}
    same = {line.id for line in lines if line.id in was and was[line.id].passages == line.passages}
    likeness = _likenesses(lines, published, same)
    kept = {new: old for old, new in _pair_off({pair: score for pair, score in likeness if score >= MOST}).items()}
    return {line.id: line.id if line.id in same else _name(line.id, kept, was) for line in lines}


def _name(name: str, kept: Names, taken: Collection[str]) -> str:
    return kept.get(name) or (_other(name) if name in taken else name)


def _other(name: str) -> str:
    return name[0] + hashlib.sha256(f"not {name}".encode()).hexdigest()[:ID_DIGITS]


def _likenesses(
    lines: Sequence[Line], published: Sequence[Line], done: Collection[str]
) -> Iterator[tuple[tuple[str, str], float]]:
    """How alike each published line and each present one of its kind are, those that are `done` aside."""
    present = {words.article for line in lines for words in line.passages}
    new_words = {line.id: _words_by_article(line) for line in lines if line.id not in done}
    for old in (line for line in published if line.id not in done):
        was = {name: words for name, words in _words_by_article(old).items() if name in present}
        for new in lines:
            if old.kind == new.kind and new.id not in done:
                yield (old.id, new.id), _likeness(was, new_words[new.id])


def _words_by_article(line: Line) -> dict[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for words in line.passages:
        found[words.article].update(token.form for token in tokens(words.text))
    return {article: frozenset(words) for article, words in found.items()}


def _likeness(was: Mapping[str, frozenset[str]], now: Mapping[str, frozenset[str]]) -> float:
    """Dice coefficient of the words of two lines, article by article; what other articles add now does not count."""
    common = sum(len(words & now.get(name, frozenset())) for name, words in was.items())
    size = sum(len(words) + len(now.get(name, ())) for name, words in was.items())
    return 2 * common / max(1, size)


def _pair_off(likeness: Mapping[tuple[str, str], float]) -> dict[str, str]:
    """Each of the old with one of the new, the likeliest pairs first, and of equals the one whose id is the same."""
    pairs: dict[str, str] = {}
    taken: set[str] = set()
    for old, new in sorted(likeness, key=lambda pair: (-likeness[pair], pair[0] != pair[1], pair)):
        if old not in pairs and new not in taken:
            pairs[old] = new
            taken.add(new)
    return pairs
