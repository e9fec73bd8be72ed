"""A digest as its page prints it: everything is chosen, counted and ordered here, and the template only loops."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..model import Digest, Only, Status, Verdict
from ..reproduce import Allowance
from ..strings import Strings
from ..visible import one_line
from .differences import VerdictView, difference_views
from .facts import FactView, anchor, fact_views
from .matrix import MatrixView, in_order, matrix_view
from .news import NewsView, news_views
from .passages import PassageView, Printer
from .sources import OriginView, SourceRef, SourceView, origin_view, source_refs, source_view
from .timeline import TimelineView, first_day, timeline_view


@dataclass(frozen=True, slots=True)
class HeadlineView:
    """The story's headline: a source's own (`passage` and `source`), or an editor's."""

    text: str
    passage: PassageView | None
    source: SourceRef | None


@dataclass(frozen=True, slots=True)
class TakeView:
    """A passage that stands in only one source."""

    passage: PassageView
    at: str
    address: str | None


@dataclass(frozen=True, slots=True)
class OnlyView:
    source: SourceRef
    takes: tuple[TakeView, ...]
    counted: str


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
    """`folder`, `page` and `card` are addresses below the site's root. `day` is the best-known day of the story, None
    where no source gives one that can be trusted."""

    id: str
    slug: str
    folder: str
    page: str
    card: str
    headline: HeadlineView
    day: date | None
    day_label: str
    days: str
    sources: tuple[SourceView, ...]
    origins: tuple[OriginView, ...]
    facts: tuple[FactView, ...]
    agreed: int
    conflicts: int
    differing: int
    verdicts: tuple[VerdictView, ...]
    only_in: tuple[OnlyView, ...]
    timeline: TimelineView
    matrix: MatrixView
    news: tuple[NewsView, ...]
    headlines: tuple[SourceView, ...]
    why: tuple[str, ...]
    notes: tuple[str, ...]
    counted: tuple[CountView, ...]
    contents: tuple[LinkView, ...]
    outlets: tuple[str, ...]
    summary: str


def story_view(digest: Digest, allowance: Allowance, say: Strings) -> StoryView:
    printer = Printer(digest.story.articles, allowance, say.language)
    refs = source_refs(digest)
    sources = tuple(source_view(article, digest, refs, printer, say) for article in digest.story.articles)
    days = {source.ref.article: source.published.label for source in sources}
    facts = fact_views(digest, refs, printer, say)
    verdicts = difference_views(digest, refs, days, printer, say)
    day = story_day(digest)
    timeline = timeline_view(digest, refs, printer, say)
    return StoryView(
        id=digest.story.id,
        slug=digest.story.slug,
        folder=f"stories/{digest.story.slug}/",
        page=f"stories/{digest.story.slug}/index.html",
        card=f"stories/{digest.story.slug}/card.svg",
        headline=headline_view(digest, refs, printer),
        day=day,
        day_label=say("date.undated") if day is None else say.day(day.isoformat()),
        days=_days(digest, say),
        sources=sources,
        origins=tuple(origin_view(origin, refs, printer) for origin in digest.origins),
        facts=facts,
        agreed=sum(fact.status is Status.AGREED for fact in facts),
        conflicts=sum(difference.verdict is Verdict.CONFLICT for difference in digest.differences),
        differing=len(digest.differences),
        verdicts=verdicts,
        only_in=_only_in(digest, refs, printer, say),
        timeline=timeline,
        matrix=matrix_view(facts, refs, say),
        news=news_views(facts, digest.story.by_id, say),
        headlines=tuple(source for source in sources if source.title),
        why=tuple(one_line(reason) for reason in digest.story.why),
        notes=tuple(one_line(note) for note in digest.notes),
        counted=_counted(digest, say),
        contents=_contents(digest, say),
        outlets=tuple(source.name for source in in_order(refs)),
        summary=_summary(digest, say),
    )


def story_day(digest: Digest) -> date | None:
    """The latest day on which a source is known to have been published; else the day that the reports give
    themselves. Never a date that nobody vouches for, and never the clock."""
    published = [article.published for article in digest.story.articles]
    reported = [moment.date for moment in digest.timeline if moment.reports]
    for candidates in (published, reported):
        known = [first_day(dated.value) for dated in candidates if dated.value and dated.trusted]
        if known:
            return max(known)
    return None


def _days(digest: Digest, say: Strings) -> str:
    """The days that the reports are of, first to last, or "undated"."""
    values = [article.published.value for article in digest.story.articles if article.published.trusted]
    values += [moment.date.value for moment in digest.timeline if moment.reports]
    known = sorted({value[:10] for value in values if value})
    if not known:
        return say("date.undated")
    if len(known) == 1:
        return say.day(known[0])
    return say("date.span", first=say.day(known[0]), last=say.day(known[-1]))


def _counted(digest: Digest, say: Strings) -> tuple[CountView, ...]:
    counts = {
        "sources": len(digest.story.articles),
        "origins": len(digest.origins),
        "facts": len(digest.facts),
        "differences": len(digest.differences),
    }
    sections = {"origins": "sources"}
    return tuple(
        CountView(sections.get(kind, kind), count, say(f"tally.{kind}", count=count)) for kind, count in counts.items()
    )


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
    }
    return tuple(LinkView(section, say(f"{section}.short")) for section, there in sections.items() if there)


def _summary(digest: Digest, say: Strings) -> str:
    counted = (
        say("count.sources", count=len(digest.story.articles)),
        say("count.origins", count=len(digest.origins)),
        say("count.facts", count=len(digest.facts)),
        say("count.differences", count=len(digest.differences)),
    )
    return say("story.summary", counted=say.listed(counted))


def headline_view(digest: Digest, refs: dict[str, SourceRef], printer: Printer) -> HeadlineView:
    title = digest.story.title
    if title.passage is None:
        return HeadlineView(one_line(title.text), None, None)
    return HeadlineView(one_line(title.text), printer.show(title.passage), refs[title.passage.article])


def _only_in(digest: Digest, refs: dict[str, SourceRef], printer: Printer, say: Strings) -> tuple[OnlyView, ...]:
    groups = sorted(digest.only_in, key=lambda only: refs[only.article].number)
    return tuple(_only(only, refs[only.article], printer, say) for only in groups if only.passages)


def _only(only: Only, source: SourceRef, printer: Printer, say: Strings) -> OnlyView:
    takes = tuple(
        TakeView(printer.show(passage), anchor(passage), printer.address(passage)) for passage in sorted(only.passages)
    )
    return OnlyView(source, takes, say("count.passages", count=len(takes)))
