"""The site as its index, outlet pages and search print it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from ..language.tongue import READ, base_of
from ..model import Article
from ..strings import Strings
from ..visible import name_line, one_line
from .corrections import StoryCorrectionView, site_corrections
from .desk import SourceRef, unique_slugs
from .differences import DifferenceView
from .facts import FactView
from .passages import PassageView, Printer
from .search import SearchEntry, search_entries
from .sources import CopyView, copy_views
from .story import StoryView

LEADS = 3  # facts shown of each story on the index: what fits a phone's first screen with the headline
FULL = 12  # stories that show so many; the older ones show their first
FRONT = 60  # stories on the front page; the archive has them all


@dataclass(frozen=True, slots=True)
class StoryCard:
    """`clash` is the story's first conflict that is told in a few words on each side."""

    story: StoryView
    leads: tuple[FactView, ...]
    clash: DifferenceView | None


@dataclass(frozen=True, slots=True)
class DayView:
    iso: str | None
    label: str
    cards: tuple[StoryCard, ...]


@dataclass(frozen=True, slots=True)
class AloneView:
    """A report that is compared with no other; `language` is named where that is because it is not read."""

    article: str
    name: str
    title: PassageView | None
    day: str
    file: str
    language: str = ""
    copies: tuple[CopyView, ...] = ()


@dataclass(frozen=True, slots=True)
class OutletStory:
    story: StoryView
    source: SourceRef


@dataclass(frozen=True, slots=True)
class OutletView:
    slug: str
    page: str
    name: str
    counted: str
    stories: tuple[OutletStory, ...]


@dataclass(frozen=True, slots=True)
class SiteView:
    """`days` hold the stories of the front page, newest first; `choices` are numbers, as many as any story has sources
    and origins to leave out."""

    stories: tuple[StoryView, ...]
    days: tuple[DayView, ...]
    has_more: bool
    alone: tuple[AloneView, ...]
    listed: tuple[AloneView, ...]
    outlets: tuple[OutletView, ...]
    corrections: tuple[StoryCorrectionView, ...]
    choices: tuple[int, ...]
    search: tuple[SearchEntry, ...]


def site_view(stories: Iterable[StoryView], alone: Iterable[Article], say: Strings) -> SiteView:
    """Newest day first, undated last; within a day the story first that most origins tell."""
    ordered = tuple(sorted(stories, key=_rank))
    reports = [_alone(article, say) for article in alone]
    most = max((len(story.matrix.choices) for story in ordered), default=0)
    return SiteView(
        stories=ordered,
        days=_days(ordered[:FRONT]),
        has_more=len(ordered) > FRONT,
        alone=tuple(report for report in reports if not report.language),
        listed=tuple(report for report in reports if report.language),
        outlets=_outlets(ordered, say),
        corrections=site_corrections((story.title, story.folder, story.corrections) for story in ordered),
        choices=tuple(range(1, most + 1)),
        search=tuple(entry for story in ordered for entry in search_entries(story)),
    )


def _rank(story: StoryView) -> tuple[int, int, str]:
    return -story.day.toordinal() if story.day else 1, -len(story.origins), story.slug


def _days(stories: tuple[StoryView, ...]) -> tuple[DayView, ...]:
    cards = [_card(story, LEADS if place < FULL else 1) for place, story in enumerate(stories)]
    days = groupby(cards, key=lambda card: (card.story.day and card.story.day.isoformat(), card.story.day_label))
    return tuple(DayView(iso, label, tuple(group)) for (iso, label), group in days)


def _card(story: StoryView, leads: int) -> StoryCard:
    return StoryCard(story, story.facts[:leads], next((clash for clash in story.clashes if clash.ways), None))


def _alone(article: Article, say: Strings) -> AloneView:
    title = Printer([article], None, say.language).show(article.title) if article.title else None
    published = article.published.value
    day = say("date.undated") if published is None else say.day(published)
    code = base_of(article.language)
    language = say.tongue(code) if code and code not in READ else ""
    name, file = name_line(article.outlet.name), one_line(article.file)
    return AloneView(article.id, name, title, day, file, language, copy_views(article))


def _outlets(stories: tuple[StoryView, ...], say: Strings) -> tuple[OutletView, ...]:
    """Outlets that something names; a placeholder is no outlet to have a page."""
    found: dict[str, list[OutletStory]] = {}
    for story in stories:
        for source in story.sources:
            if source.known:
                found.setdefault(source.ref.name, []).append(OutletStory(story, source.ref))
    names = tuple(sorted(found, key=lambda name: (name.casefold(), name)))
    slugs = unique_slugs(names, "outlet")
    return tuple(
        OutletView(slug, f"outlets/{slug}.html", name, say("count.stories", count=len(found[name])), tuple(found[name]))
        for slug, name in zip(slugs, names, strict=True)
    )
