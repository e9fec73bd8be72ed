"""A digest as its page prints it: everything is chosen, counted and ordered here, and the template only loops."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from datetime import date

from ..model import Digest, Only, Status, Verdict
from ..reproduce import Allowance
from ..strings import Strings
from ..visible import name_line, one_line
from .account import FactGroupView, account_views
from .corrections import CorrectionView, correction_views
from .desk import Desk, SourceRef
from .differences import DifferenceView, VerdictView, difference_views
from .facts import FactView, anchor, fact_views
from .matrix import MatrixView, matrix_view
from .news import NewsView, news_views
from .passages import PassageView
from .sources import OriginView, SourceView, origin_view, source_view
from .timeline import TimelineView, first_day, is_day, timeline_view


@dataclass(frozen=True, slots=True)
class HeadlineView:
    """The story's headline: a source's own (`passage` and `source`), or an editor's."""

    text: str
    passage: PassageView | None
    source: SourceRef | None


@dataclass(frozen=True, slots=True)
class TakeView:
    """A passage that stands in only one source; `at` is its place on the source's page."""

    passage: PassageView
    at: str
    address: str | None


@dataclass(frozen=True, slots=True)
class OnlyView:
    """`first` of what the source alone reports; `more` says how much else its own page has, "" where that is all."""

    source: SourceRef
    first: tuple[TakeView, ...]
    counted: str
    more: str


@dataclass(frozen=True, slots=True)
class FamilyView:
    """The sources of one origin, in the order of the story."""

    sources: tuple[SourceRef, ...]
    is_shared: bool


TITLE = 70  # characters
CLASHES = 3  # conflicts named at the head of the page, of those that a fact ties; the section has them all
TAKES = 2  # passages of one source shown on the story's page; its own page has them all, in their order


@dataclass(frozen=True, slots=True)
class CountView:
    """A number at the head of the page, and the section that lists what was counted."""

    section: str
    number: int
    label: str


@dataclass(frozen=True, slots=True)
class LinkView:
    section: str
    label: str


@dataclass(frozen=True, slots=True)
class StoryView:
    """`folder`, `page` and `picture` are addresses below the site's root. `day` is the best-known day of the
    story, None where no source gives one that can be trusted. `clashes` are the first conflicts, `families` the sources
    by their origin."""

    id: str
    slug: str
    folder: str
    page: str
    picture: str
    title: str
    headline: HeadlineView
    day: date | None
    day_label: str
    days: str
    sources: tuple[SourceView, ...]
    origins: tuple[OriginView, ...]
    facts: tuple[FactView, ...]
    account: tuple[FactGroupView, ...]
    clashes: tuple[DifferenceView, ...]
    more_clashes: str
    families: tuple[FamilyView, ...]
    verdicts: tuple[VerdictView, ...]
    only_in: tuple[OnlyView, ...]
    timeline: TimelineView
    matrix: MatrixView
    news: tuple[NewsView, ...]
    headlines: tuple[SourceView, ...]
    why: tuple[str, ...]
    notes: tuple[str, ...]
    standfirst: str
    closed: str
    hidden: str
    corrections: tuple[CorrectionView, ...]
    counted: tuple[CountView, ...]
    contents: tuple[LinkView, ...]
    outlets: tuple[str, ...]
    brief: str
    summary: str


def story_view(digest: Digest, allowance: Allowance, say: Strings) -> StoryView:
    desk = Desk(digest, allowance, say)
    facts = fact_views(desk)
    sources = tuple(source_view(article, desk) for article in digest.story.articles)
    verdicts = difference_views(desk)
    conflicts = _conflicts(verdicts)
    clashes = tuple(conflict for conflict in conflicts if not conflict.caution)[:CLASHES]
    latest = _latest(digest)
    folder = f"stories/{digest.story.slug}/"
    return StoryView(
        id=digest.story.id,
        slug=digest.story.slug,
        folder=folder,
        page=f"{folder}index.html",
        picture=f"{folder}card.png",
        title=page_title(digest.story.title.text),
        headline=headline_view(desk),
        day=first_day(latest) if latest else None,
        day_label=say.day(latest) if latest else say("date.undated"),
        days=_days(digest, say),
        sources=sources,
        origins=tuple(origin_view(origin, desk) for origin in digest.origins),
        facts=facts,
        account=account_views(facts, say),
        clashes=clashes,
        more_clashes=say("clash.more", count=len(conflicts) - len(clashes)) if len(conflicts) > len(clashes) else "",
        families=_families(desk),
        verdicts=verdicts,
        only_in=_only_in(desk),
        timeline=timeline_view(desk),
        matrix=matrix_view(facts, desk),
        news=news_views(facts, digest.story.by_id, say),
        headlines=tuple(source for source in sources if source.title),
        why=tuple(desk.reason(reason) for reason in digest.story.why),
        notes=tuple(one_line(note) for note in digest.notes),
        standfirst=one_line(digest.story.summary or ""),
        closed=say("story.closed", day=say.day(digest.story.closed)) if digest.story.closed else "",
        hidden=say("editor.hidden", count=len(digest.hidden)) if digest.hidden else "",
        corrections=correction_views(desk),
        counted=_counted(digest, say),
        contents=_contents(digest, say),
        outlets=_outlets(digest, say),
        brief=_brief(digest, say),
        summary=_summary(digest, say),
    )


def page_title(text: str) -> str:
    """What a browser's tab and a list of results show: more is cut off there anyway."""
    return textwrap.shorten(one_line(text), TITLE, placeholder=" …")


def story_day(digest: Digest) -> date | None:
    """The first day that `_latest` may mean: where the story stands among others."""
    latest = _latest(digest)
    return first_day(latest) if latest else None


def _latest(digest: Digest) -> str | None:
    """The latest date on which a source is known to have been published; else the latest that the reports give
    themselves. Whole days go before months and years. Never a date that nobody vouches for, and never the clock."""
    published = [article.published for article in digest.story.articles]
    reported = [moment.date for moment in digest.timeline if moment.reports]
    for candidates in (published, reported):
        known = [dated.value for dated in candidates if dated.value and dated.trusted]
        if known:
            return max(known, key=lambda iso: (is_day(iso), first_day(iso), iso))
    return None


def _days(digest: Digest, say: Strings) -> str:
    """The days that the reports are of, first to last, or "undated"."""
    values = [article.published.value for article in digest.story.articles if article.published.trusted]
    values += [moment.date.value for moment in digest.timeline if moment.reports]
    known = sorted({value[:10] for value in values if value and is_day(value)})
    if not known:
        return say("date.undated")
    if len(known) == 1:
        return say.day(known[0])
    return say("date.span", first=say.day(known[0]), last=say.day(known[-1]))


def _counted(digest: Digest, say: Strings) -> tuple[CountView, ...]:
    counts = {
        "sources": ("sources", len(digest.story.articles)),
        "origins": ("sources", len(digest.origins)),
        "agreed": ("facts", _agreed(digest)),
        "conflicts": ("differences", _conflicting(digest)),
    }
    return tuple(
        CountView(section, count, say(f"tally.{kind}", count=count)) for kind, (section, count) in counts.items()
    )


def _agreed(digest: Digest) -> int:
    return sum(fact.status is Status.AGREED for fact in digest.facts)


def _conflicting(digest: Digest) -> int:
    return sum(difference.verdict is Verdict.CONFLICT for difference in digest.differences)


def _conflicts(verdicts: tuple[VerdictView, ...]) -> tuple[DifferenceView, ...]:
    return next((group.differences for group in verdicts if group.verdict is Verdict.CONFLICT), ())


def _families(desk: Desk) -> tuple[FamilyView, ...]:
    """The sources by origin, in the order of the first of each."""
    families: dict[int, list[SourceRef]] = {}
    for ref in desk.refs.values():
        families.setdefault(ref.origin, []).append(ref)
    return tuple(FamilyView(tuple(family), len(family) > 1) for family in families.values())


def _outlets(digest: Digest, say: Strings) -> tuple[str, ...]:
    """The outlets that something names, each once, and how many sources nobody names the outlet of."""
    articles = digest.story.articles
    named = dict.fromkeys(name_line(article.outlet.name) for article in articles if article.outlet.known)
    unnamed = sum(not article.outlet.known for article in articles)
    return (*named, *((say("count.unnamed", count=unnamed),) if unnamed else ()))


def _contents(digest: Digest, say: Strings) -> tuple[LinkView, ...]:
    """The sections that the page has, in its order."""
    sections = {
        "facts": True,
        "differences": True,
        "who": bool(digest.facts),
        "headlines": any(article.title for article in digest.story.articles),
        "timeline": bool(digest.timeline),
        "only": any(only.passages for only in digest.only_in),
        "sources": True,
        "why": True,
        "corrections": bool(digest.corrections),
    }
    return tuple(LinkView(section, say(f"{section}.short")) for section, there in sections.items() if there)


def _brief(digest: Digest, say: Strings) -> str:
    """What is agreed on or told by one text alone, and how many conflicts and other differences there are."""
    conflicts = _conflicting(digest)
    others = len(digest.differences) - conflicts
    agreed = _agreed(digest)
    counted = [say("count.agreed", count=agreed) if agreed else say("count.one-origin", count=len(digest.facts))]
    counted.append(say("count.conflicts", count=conflicts) if conflicts else say("count.no-conflict"))
    if others:
        counted.append(say("count.others", count=others))
    return ", ".join(counted)


def _summary(digest: Digest, say: Strings) -> str:
    counted = (
        say("count.sources", count=len(digest.story.articles)),
        say("count.origins", count=len(digest.origins)),
        say("count.agreed", count=_agreed(digest)),
        say("count.differences", count=len(digest.differences)),
    )
    return say("story.summary", counted=say.listed(counted))


def headline_view(desk: Desk) -> HeadlineView:
    title = desk.digest.story.title
    if title.passage is None:
        return HeadlineView(one_line(title.text), None, None)
    return HeadlineView(one_line(title.text), desk.printer.show(title.passage), desk.refs[title.passage.article])


def _only_in(desk: Desk) -> tuple[OnlyView, ...]:
    groups = sorted(desk.digest.only_in, key=lambda only: desk.refs[only.article].number)
    return tuple(_only(only, desk) for only in groups if only.passages)


def _only(only: Only, desk: Desk) -> OnlyView:
    takes = tuple(
        TakeView(desk.printer.show(passage), anchor(passage), desk.printer.address(passage))
        for passage in sorted(only.passages)[:TAKES]
    )
    counted = desk.say("count.passages", count=len(only.passages))
    more = len(only.passages) - len(takes)
    return OnlyView(desk.refs[only.article], takes, counted, desk.say("only.more", count=more) if more else "")
