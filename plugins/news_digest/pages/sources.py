"""The sources of a story as they are printed: a number, a name, dates and what vouches for them, an origin."""

from __future__ import annotations

from dataclasses import dataclass

from ..language.slugs import slug_of
from ..model import Article, Dated, Digest, Evidence, Origin
from ..strings import Strings
from ..visible import one_line
from .passages import PassageView, Printer, web_address


@dataclass(frozen=True, slots=True)
class SourceRef:
    """What a chip on the page needs. `shared` is True where another source of the story has the same origin."""

    article: str
    number: int
    name: str
    page: str
    origin: int
    shared: bool


@dataclass(frozen=True, slots=True)
class DateView:
    label: str
    iso: str | None
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


@dataclass(frozen=True, slots=True)
class OriginView:
    number: int
    why: str
    name: str | None
    members: tuple[SourceRef, ...]
    credits: tuple[PassageView, ...]


def unique_slugs(texts: tuple[str, ...], default: str) -> tuple[str, ...]:
    """A slug for each text, in order; a second one of the same name gets -2, the next -3."""
    taken: set[str] = set()
    slugs = []
    for text in texts:
        base = slug_of(text, default)
        slug, count = base, 1
        while slug in taken:
            count += 1
            slug = f"{base}-{count}"
        taken.add(slug)
        slugs.append(slug)
    return tuple(slugs)


def source_refs(digest: Digest) -> dict[str, SourceRef]:
    """Numbers follow the order of the story's articles."""
    articles = digest.story.articles
    slugs = unique_slugs(tuple(article.id for article in articles), "source")
    order = {origin.id: number for number, origin in enumerate(digest.origins, 1)}
    return {
        article.id: SourceRef(
            article.id,
            number,
            one_line(article.outlet.name),
            f"sources/{slug}.html",
            order[digest.origin_of[article.id].id],
            len(digest.origin_of[article.id].articles) > 1,
        )
        for number, (article, slug) in enumerate(zip(articles, slugs, strict=True), 1)
    }


def date_view(dated: Dated, printer: Printer, say: Strings) -> DateView:
    label = say("date.undated") if dated.value is None else say.day(dated.value)
    passage = printer.show_if_granted(dated.passage)
    vouch = "" if dated.evidence is Evidence.NONE else say(f"date.by.{dated.evidence}")
    return DateView(label, dated.value, vouch, dated.trusted, one_line(dated.why), passage)


def origin_view(origin: Origin, refs: dict[str, SourceRef], printer: Printer) -> OriginView:
    members = tuple(refs[article] for article in origin.articles)
    credited = tuple(printer.show(passage) for passage in origin.credits)
    return OriginView(members[0].origin, one_line(origin.why), origin.name, members, credited)


def source_view(
    article: Article, digest: Digest, refs: dict[str, SourceRef], printer: Printer, say: Strings
) -> SourceView:
    origin = origin_view(digest.origin_of[article.id], refs, printer)
    return SourceView(
        ref=refs[article.id],
        known=article.outlet.known,
        title=printer.show(article.title) if article.title else None,
        published=date_view(article.published, printer, say),
        page_date=date_view(article.page_date, printer, say) if article.page_date else None,
        address=web_address(article.url),
        author=article.author and one_line(article.author),
        language=article.language,
        file=one_line(article.file),
        origin=origin,
        others=tuple(member for member in origin.members if member.article != article.id),
    )
