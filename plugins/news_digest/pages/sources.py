"""The sources of a story as they are printed: a number, a name, dates and what vouches for them, an origin."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Article, Dated, Evidence, Origin
from ..visible import name_line, one_line
from .desk import Desk, SourceRef
from .passages import PassageView, web_address


@dataclass(frozen=True, slots=True)
class DateView:
    """`is_exact` is True where `iso` is one day, month or year, and not a span of them."""

    label: str
    iso: str | None
    is_exact: bool
    vouch: str
    trusted: bool
    why: str
    passage: PassageView | None


@dataclass(frozen=True, slots=True)
class SourceView:
    """`others` are the sources that share its origin."""

    ref: SourceRef
    known: bool
    title: PassageView | None
    published: DateView
    page_date: DateView | None
    address: str | None
    author: str | None
    language: str | None
    file: str
    origin: OriginView
    others: tuple[SourceRef, ...]
    copies: tuple[CopyView, ...]


@dataclass(frozen=True, slots=True)
class CopyView:
    """An article that repeats the source."""

    name: str
    address: str | None
    file: str


@dataclass(frozen=True, slots=True)
class OriginView:
    number: int
    why: str
    name: str | None
    members: tuple[SourceRef, ...]
    credits: tuple[PassageView, ...]


def date_view(dated: Dated, desk: Desk) -> DateView:
    label = desk.say("date.undated") if dated.value is None else desk.say.day(dated.value)
    passage = desk.printer.show_if_granted(dated.passage)
    vouch = "" if dated.evidence is Evidence.NONE else desk.say(f"date.by.{dated.evidence}")
    is_exact = dated.value is not None and "/" not in dated.value
    return DateView(label, dated.value, is_exact, vouch, dated.trusted, desk.reason(dated.why), passage)


def origin_view(origin: Origin, desk: Desk) -> OriginView:
    members = tuple(desk.refs[article] for article in origin.articles)
    credited = tuple(desk.printer.show(passage) for passage in origin.credits)
    return OriginView(members[0].origin, desk.reason(origin.why), origin.name, members, credited)


def source_view(article: Article, desk: Desk) -> SourceView:
    origin = origin_view(desk.digest.origin_of[article.id], desk)
    return SourceView(
        ref=desk.refs[article.id],
        known=article.outlet.known,
        title=desk.printer.show(article.title) if article.title else None,
        published=date_view(article.published, desk),
        page_date=date_view(article.page_date, desk) if article.page_date else None,
        address=web_address(article.url),
        author=article.author and one_line(article.author),
        language=article.language,
        file=one_line(article.file),
        origin=origin,
        others=tuple(member for member in origin.members if member.article != article.id),
        copies=copy_views(article),
    )


def copy_views(article: Article) -> tuple[CopyView, ...]:
    return tuple(
        CopyView(name_line(copy.outlet.name), web_address(copy.url), one_line(copy.file)) for copy in article.copies
    )
