"""What the search page looks through: stories, their facts, and their sources."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..remember import remembered
from ..visible import one_line
from .story import StoryView


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """`kind` is "story", "fact" or "source"; `address` is below the site's root; `within` names the story."""

    kind: str
    text: str
    address: str
    within: str

    @property
    def row(self) -> tuple[str, str, str, str]:
        """In the order in which static/search.js reads it."""
        return self.kind, self.text, self.address, self.within


@remembered
def search_entries(story: StoryView) -> tuple[SearchEntry, ...]:
    return tuple(_entries(story))


def _entries(story: StoryView) -> Iterator[SearchEntry]:
    headline = story.headline.text
    yield SearchEntry("story", headline, story.page, story.days)
    for fact in story.facts:
        if not fact.lead.withheld:
            yield SearchEntry("fact", one_line(fact.lead.text), f"{story.page}#{fact.id}", headline)
    for source in story.sources:
        title = source.title.text if source.title else source.file
        address = f"{story.folder}{source.ref.page}"
        yield SearchEntry("source", one_line(f"{source.ref.name}: {title}"), address, headline)
