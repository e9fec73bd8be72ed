"""What an editor says of articles and stories: outlets and dates, what is left out, merged, split, moved, renamed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ..model import Article, Dated, Evidence, Outlet, Refusal, Story
from ..stages.dating import reading_order
from ..stages.headline import choose_headline
from .effect import say
from .entries import Hand

BY_EDITOR = "the editor dates it"
ID_DIGITS = 10


def amend(articles: Iterable[Article], hands: Sequence[Hand]) -> tuple[Article, ...]:
    """The articles with the outlets and dates that editors give them, without those that they exclude."""
    excluded = {name for hand in hands for name in hand.items("exclude")}
    outlets = {name: outlet for hand in hands for name, outlet in hand.lines("outlet").items()}
    days = {name: day for hand in hands for name, day in hand.lines("published").items()}
    return tuple(
        _amended(article, outlets.get(article.id), days.get(article.id))
        for article in articles
        if article.id not in excluded
    )


def _amended(article: Article, outlet: str | None, day: str | None) -> Article:
    if outlet:
        article = replace(article, outlet=Outlet(outlet, known=True))
    return replace(article, published=Dated(day, Evidence.EDITOR, why=BY_EDITOR)) if day else article


@dataclass(frozen=True)
class Arranged:
    """Stories of two or more articles, articles that stand alone, and what could not be done."""

    stories: tuple[Story, ...]
    alone: tuple[Article, ...]
    refusals: tuple[Refusal, ...] = ()


def arrange(stories: Sequence[Story], alone: Sequence[Article], hands: Sequence[Hand]) -> Arranged:
    """The stories as editors want them: merges first, then splits, moves and new addresses."""
    table = _Table(stories, alone)
    for act in (table.merge, table.split, table.move, table.rename):
        for hand in hands:
            act(hand)
    return table.arranged()


def stories_by_name(stories: Iterable[Story]) -> dict[str, Story]:
    """Each story under all its names; where two claim one, the id wins, then the address."""
    listed = list(stories)
    former = {name: story for story in listed for name in story.names}
    return former | {story.slug: story for story in listed} | {story.id: story for story in listed}


class _Table:
    """Where the reports are laid out and pushed from story to story."""

    def __init__(self, stories: Sequence[Story], alone: Sequence[Article]) -> None:
        self._stories = {story.id: story for story in stories}
        self._names = {name: story.id for name, story in stories_by_name(stories).items()}
        self._first_names = self._names
        self._articles = {article.id: article for story in stories for article in story.articles}
        self._articles |= {article.id: article for article in alone}
        self._home: dict[str, str | None] = {article.id: None for article in alone}
        self._home |= {article.id: story.id for story in stories for article in story.articles}
        self._touched: set[str] = set()
        self._refusals: list[Refusal] = []

    def merge(self, hand: Hand) -> None:
        mine = self._story_of(hand)
        for name in hand.items("merge"):
            other = self._names.get(name)
            if mine is None or other is None or other == mine:
                continue
            self._push([article for article, home in self._home.items() if home == other], mine)
            gone = self._stories.pop(other)
            former = tuple(dict.fromkeys((*self._stories[mine].former, gone.slug, *gone.former)))
            merged = (*self._stories[mine].merged, gone.id, *gone.merged)
            self._stories[mine] = replace(self._stories[mine], former=former, merged=merged)
            self._names = self._names | {name: mine for name, home in self._names.items() if home == other}

    def split(self, hand: Hand) -> None:
        mine = self._story_of(hand)
        for entry in hand.entries.get("split", ()):
            slug = entry.key.text if entry.key else ""
            own = [word.text for word in entry.words if mine and self._home.get(word.text) == mine]
            elsewhere = [word for word in entry.words if word.text in self._home and word.text not in own]
            self._refusals += (say(hand, word, f"article {word.text} is not in this story") for word in elsewhere)
            if own and self._is_free(slug, hand):
                self._push(own, self._open(slug, self._stories[mine or ""]))

    def move(self, hand: Hand) -> None:
        for article, name in hand.lines("move").items():
            target = self._names.get(name)
            if article in self._home and target:
                self._push([article], target)

    def rename(self, hand: Hand) -> None:
        mine, slug = self._story_of(hand), hand.line("slug")
        if mine is None or slug is None or self._stories[mine].slug == slug:
            return
        if self._is_merged_away(hand) or not self._is_free(slug, hand):
            return
        story = self._stories[mine]
        former = tuple(name for name in dict.fromkeys((story.slug, *story.former)) if name != slug)
        self._stories[mine] = replace(story, slug=slug, former=former)
        self._names = {**self._names, slug: mine}

    def arranged(self) -> Arranged:
        members: dict[str, list[Article]] = {name: [] for name in self._stories}
        for article, home in self._home.items():
            if home:
                members[home].append(self._articles[article])
        stories = [self._laid_out(name, found) for name, found in members.items() if len(found) > 1]
        placed = {article.id for story in stories for article in story.articles}
        alone = tuple(article for name, article in self._articles.items() if name not in placed)
        return Arranged(tuple(stories), tuple(sorted(alone, key=lambda a: a.id)), tuple(self._refusals))

    def _laid_out(self, name: str, members: list[Article]) -> Story:
        story = self._stories[name]
        if name not in self._touched:
            return story
        articles = tuple(sorted(members, key=reading_order))
        return replace(story, articles=articles, title=choose_headline(articles))

    def _story_of(self, hand: Hand) -> str | None:
        return next((self._names[name] for name in hand.names if name in self._names), None)

    def _is_merged_away(self, hand: Hand) -> bool:
        own = next((self._first_names[name] for name in hand.names if name in self._first_names), None)
        return own is not None and own not in self._stories

    def _push(self, articles: Iterable[str], target: str) -> None:
        for article in articles:
            self._touched |= {home for home in (self._home[article], target) if home}
            self._home[article] = target

    def _open(self, slug: str, parent: Story) -> str:
        name = hashlib.sha256(f"split {slug}".encode()).hexdigest()[:ID_DIGITS]
        self._stories[name] = Story(name, slug, parent.title, (), parent.why)
        self._stories[parent.id] = replace(parent, former=tuple(held for held in parent.former if held != slug))
        self._names = self._names | {slug: name, name: name}
        return name

    def _is_free(self, slug: str, hand: Hand) -> bool:
        held = self._names.get(slug)
        if held is None or (held == self._story_of(hand) and slug in self._stories[held].former):
            return True
        self._refusals.append(
            Refusal(hand.file, f"another story stands at {slug}", "choose an address that none has had")
        )
        return False
