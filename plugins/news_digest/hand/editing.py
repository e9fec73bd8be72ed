"""Everything that editors decided and that was published, as the pipeline asks for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from ..model import Article, Digest, Refusal, Story
from ..remember import remembered
from .check import check_names, refuse
from .corrections import correct
from .effect import idle, outdone
from .entries import NO_HAND, Entry, Hand, Word
from .fields import Names
from .file import read_hands
from .groups import stories_by_name
from .keep import keep_ids
from .lines import edit_digest
from .register import State, read_register

TAKING_AWAY = ("exclude", "move", "split")  # a story that is left with one report is none


@dataclass(frozen=True)
class Editing:
    """The editors' files and the published states, with what could not be read of them."""

    hands: tuple[Hand, ...] = ()
    register: tuple[State, ...] = ()
    refusals: tuple[Refusal, ...] = ()

    @cached_property
    def _states(self) -> dict[str, State]:
        return {state.story: state for state in self.register}

    @cached_property
    def grown(self) -> tuple[State, ...]:
        """The published stories that clustering can find again: not those that an editor split off."""
        split_off = {slug for hand in self.hands for slug in hand.lists("split")}
        return tuple(state for state in self.register if state.slug not in split_off)

    @cached_property
    def articles(self) -> frozenset[str]:
        """Articles that were published or that an editor names: no other is kept in their place."""
        published = {name for state in self.register for name in state.articles}
        words = {word.text for hand in self.hands for field in hand.entries.values() for e in field for word in e.words}
        keys = {e.key.text for hand in self.hands for field in hand.entries.values() for e in field if e.key}
        return frozenset(published | words | keys)

    def hand_of(self, story: Story) -> Hand:
        """What editors say of the story; where stories were merged, what they say of each of them."""
        mine = self._hands_of(story)
        return _joined(mine) if mine else NO_HAND

    def _hands_of(self, story: Story) -> tuple[Hand, ...]:
        """Its own file first, then those of the stories that were merged into it."""
        mine = {hand.file: hand for name in story.names for hand in self._by_name.get(name, ())}
        return tuple(mine.values())

    @cached_property
    def _by_name(self) -> dict[str, list[Hand]]:
        found: defaultdict[str, list[Hand]] = defaultdict(list)
        for hand in self.hands:
            for name in hand.names:
                found[name].append(hand)
        return found

    def keep(self, digest: Digest) -> Digest:
        return keep_ids(digest, self._states.get(digest.story.id))

    def edit(self, digest: Digest) -> Digest:
        return _edited(digest, self.hand_of(digest.story), self._states.get(digest.story.id))

    def withdrawn(self, stories: Iterable[Story]) -> tuple[str, ...]:
        """Addresses of published stories that no present story leads on from: none of their reports is left in one."""
        here = {slug for story in stories for slug in (story.slug, *story.former)}
        published = (slug for state in self.register for slug in (state.slug, *state.former))
        return tuple(dict.fromkeys(slug for slug in published if slug not in here))

    def problems(
        self, articles: Sequence[Article], stories: Iterable[Story], digests: Sequence[Digest]
    ) -> tuple[Refusal, ...]:
        """What editors must put right, or should know. `digests` are unedited, with the ids that they keep."""
        return (*self.refusals, *self._problems(articles, tuple(stories), digests))

    def _problems(
        self, articles: Sequence[Article], stories: Sequence[Story], digests: Sequence[Digest]
    ) -> Iterator[Refusal]:
        files = {article.id: article.outlet.name for article in articles}
        once_read = {name: "" for state in self.register for name in state.articles}
        addresses = {name: story.title.text for story in stories for name in story.names}
        once_told = {name: "" for state in self.register for name in (state.story, state.slug, *state.former)}
        by_name = stories_by_name(digest.story for digest in digests)
        by_story = {digest.story.id: digest for digest in digests}
        for hand in self.hands:
            story = next((by_name[name] for name in hand.names if name in by_name), None)
            if story is None:
                yield _lost(hand, addresses, once_told)
                continue
            if hand.names[0] not in story.names:
                yield _lost(hand, addresses, once_told)
            yield from check_names(hand, (Names.ARTICLE,), files, once_read)
            yield from check_names(hand, (Names.STORY,), addresses, once_told)
            yield from self._check_lines(hand, by_story[story.id])
            yield from outdone(hand, self._hands_of(story), story)

    def _check_lines(self, hand: Hand, digest: Digest) -> Iterator[Refusal]:
        told = (*digest.facts, *self.edit(digest).facts)  # a fact that the editor parted is known by two ids
        facts = {fact.id: digest.story.words(fact.lead) for fact in told}
        lines = facts | {difference.id: difference.about for difference in digest.differences}
        states = [self._states[name] for name in (digest.story.id, *digest.story.merged) if name in self._states]
        once = {line.id: line.lead.text for state in states for line in state.lines}
        yield from check_names(hand, (Names.FACT,), facts, once)
        yield from check_names(hand, (Names.LINE,), lines, once)
        yield from idle(hand, digest)


def _lost(hand: Hand, addresses: Mapping[str, str], once: Mapping[str, str]) -> Refusal:
    """The file is about no story that is there. One that lists facts, or takes articles away, was made of one."""
    said = hand.entries.get("story")
    name = said[0].words[0] if said else Word(hand.stem, 1)
    was_there = hand.known or name.text in addresses or any(hand.entries.get(field) for field in TAKING_AWAY)
    here = {name.text: addresses.get(name.text, "")} if was_there else {}
    return refuse(hand, Names.STORY, name, addresses, {**once, **here})


@remembered
def _edited(digest: Digest, hand: Hand, state: State | None) -> Digest:
    return correct(edit_digest(digest, hand), state, hand)


@remembered
def _joined(hands: tuple[Hand, ...]) -> Hand:
    """As one file, the first one's words first; of two lines on one thing, only the first one's."""
    entries: dict[str, tuple[Entry, ...]] = {}
    for hand in hands:
        for name, found in hand.entries.items():
            before = entries.get(name, ())
            said = {entry.key.text for entry in before if entry.key}
            entries[name] = (*before, *(entry for entry in found if not entry.key or entry.key.text not in said))
    body = "\n\n".join(hand.body for hand in hands if hand.body)
    return replace(hands[0], entries=entries, body=body)


def open_editing(content: Path | None) -> Editing:
    """`content` is the folder with the editors' files and the published states; None where there are neither."""
    if content is None:
        return Editing()
    (hands, unread), (register, broken) = read_hands(content), read_register(content)
    return Editing(hands, register, (*unread, *broken))
