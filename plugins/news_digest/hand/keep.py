"""Permanence: stories, facts and differences keep the ids and addresses under which they were published."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from ..language.words import tokens
from ..model import Difference, Digest, Fact, Story
from .register import Line, State, Words, difference_line, fact_line

EDITED = 0.6  # share of words that a passage keeps through a small edit; another passage of the article shares fewer
MOST = 0.5  # of what was published of a line must be found again for it to be the same line
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
    heirs = {name: _heir(name, shared) for name in states if name not in kept}
    named = {new: states[old] for old, new in kept.items()}
    taken = {state.slug for state in named.values()}
    return tuple(
        _led_to(
            _renamed(story, named.get(story.id), taken), [states[old] for old, new in heirs.items() if new == story.id]
        )
        for story in stories
    )


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
    return replace(story, id=state.story, slug=state.slug, former=state.former)


def _led_to(story: Story, ended: Iterable[State]) -> Story:
    """The story with the addresses of those that ended in it."""
    former = [*story.former, *(slug for state in ended for slug in (state.slug, *state.former))]
    return replace(story, former=tuple(dict.fromkeys(former)))


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
    likeness = {(old.id, new.id): score for old, new, score in _likenesses(lines, published) if score >= MOST}
    kept = {new: old for old, new in _pair_off(likeness).items()}
    taken = {line.id for line in published}
    return {line.id: kept.get(line.id) or (_other(line.id) if line.id in taken else line.id) for line in lines}


def _other(name: str) -> str:
    return name[0] + hashlib.sha256(f"not {name}".encode()).hexdigest()[:ID_DIGITS]


def _likenesses(lines: Sequence[Line], published: Sequence[Line]) -> Iterator[tuple[Line, Line, float]]:
    for old in published:
        for new in lines:
            if old.kind == new.kind:
                yield old, new, _likeness(old, new)


def _likeness(old: Line, new: Line) -> float:
    """Mean likeness of the published passages to the present ones of their articles, those of absent articles aside."""
    present: defaultdict[str, list[str]] = defaultdict(list)
    for words in new.passages:
        present[words.article].append(words.text)
    found = [_best(words, present[words.article]) for words in old.passages if words.article in present]
    within = min(len(old.passages), len(new.passages))
    return min(1.0, sum(found) / within) if found else 0.0


def _best(words: Words, present: Sequence[str]) -> float:
    return max((alike(words.text, text) for text in present), default=0.0)


def alike(old: str, new: str) -> float:
    """Dice coefficient of the words of two passages, nought below EDITED."""
    if old == new:
        return 1.0
    here, there = ({token.form for token in tokens(text)} for text in (old, new))
    dice = 2 * len(here & there) / max(1, len(here) + len(there))
    return dice if dice >= EDITED else 0.0


def _pair_off(likeness: Mapping[tuple[str, str], float]) -> dict[str, str]:
    """Each of the old with one of the new, the likeliest pairs first, and of equals the one whose id is the same."""
    pairs: dict[str, str] = {}
    taken: set[str] = set()
    for old, new in sorted(likeness, key=lambda pair: (-likeness[pair], pair[0] != pair[1], pair)):
        if old not in pairs and new not in taken:
            pairs[old] = new
            taken.add(new)
    return pairs
