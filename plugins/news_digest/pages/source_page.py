"""One source's own page: what it alone says and what it shares, passage by passage in its own order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..model import Article, BlockKind, Digest, Passage
from ..reproduce import Allowance
from ..strings import Strings
from .desk import Desk
from .nested import Nest, NestedView, nested_view, nests
from .passages import PassageView, Printer
from .sources import SourceView, source_view
from .story import HeadlineView, headline_view, page_title

APART = frozenset({BlockKind.FURNITURE, BlockKind.HEADLINE})  # the page's own, and what stands above it already


@dataclass(frozen=True, slots=True)
class UseView:
    """What a passage is used for: a fact, a difference, or nothing but this source (`id` is None)."""

    kind: str
    id: str | None
    label: str


@dataclass(frozen=True, slots=True)
class EntryView:
    """A passage with those inside it, and what any of them is used for."""

    nested: NestedView
    passage: PassageView
    address: str | None
    uses: tuple[UseView, ...]
    is_shared: bool


@dataclass(frozen=True, slots=True)
class BlockView:
    """A paragraph, list point, caption or the like (`kind`) of the report, its shared parts marked."""

    kind: BlockKind
    passage: PassageView


@dataclass(frozen=True, slots=True)
class SourcePageView:
    """`text` is the whole report, as far as its words may be printed: shown where the settings want it."""

    slug: str
    story: str
    title: str
    headline: HeadlineView
    source: SourceView
    entries: tuple[EntryView, ...]
    counted: str
    text: tuple[BlockView, ...]


def source_page_views(digest: Digest, allowance: Allowance, say: Strings) -> tuple[SourcePageView, ...]:
    desk = Desk(digest, allowance, say)
    headline = headline_view(desk)
    uses = _uses(desk)
    pages = []
    for article in digest.story.articles:
        source = source_view(article, desk)
        mine = sorted(passage for passage in uses if passage.article == article.id)
        entries = tuple(_entry(nest, uses, desk.printer) for nest in nests(mine, desk.printer))
        shared = sum(entry.is_shared for entry in entries)
        counted = say("source-page.counted", shared=shared, count=len(entries))
        text = tuple(_text(article, [passage for passage in mine if _is_shared(uses[passage])], desk.printer))
        title = page_title(f"{source.ref.name}: {headline.text}")
        pages.append(
            SourcePageView(digest.story.slug, digest.story.id, title, headline, source, entries, counted, text)
        )
    return tuple(pages)


def _entry(nest: Nest, uses: dict[Passage, tuple[UseView, ...]], printer: Printer) -> EntryView:
    nested = nested_view(nest, printer, lambda passage: _is_shared(uses[passage]))
    of_all = tuple(dict.fromkeys(use for passage in nest.members() for use in uses[passage]))
    return EntryView(nested, nested.passage, printer.address(nest.passage), of_all, _is_shared(of_all))


def _is_shared(uses: tuple[UseView, ...]) -> bool:
    return any(use.kind == "fact" for use in uses)


def _text(article: Article, shared: list[Passage], printer: Printer) -> Iterator[BlockView]:
    marks = [(passage, "shared") for passage in shared]
    for block in article.blocks:
        view = printer.show(block.passage, marks)
        if block.kind not in APART and not view.withheld:
            yield BlockView(block.kind, view)


def _uses(desk: Desk) -> dict[Passage, tuple[UseView, ...]]:
    found: dict[Passage, dict[UseView, None]] = {}
    for passage, use in _pairs(desk):
        found.setdefault(passage, {})[use] = None
    return {passage: tuple(uses) for passage, uses in found.items()}


def _pairs(desk: Desk) -> Iterator[tuple[Passage, UseView]]:
    digest, say = desk.digest, desk.say
    for number, fact in enumerate(desk.facts, 1):
        for passage in (fact.lead, *fact.support):
            yield passage, UseView("fact", fact.id, say("use.fact", number=number))
    for difference in digest.differences:
        for side in difference.sides:
            for passage in side.passages:
                yield passage, UseView("difference", difference.id, say(f"verdict.{difference.verdict}"))
    for only in digest.only_in:
        for passage in only.passages:
            yield passage, UseView("only", None, say("use.only"))
    for moment in digest.timeline:
        for passage in moment.passages:
            yield passage, UseView("timeline", "timeline", say("use.timeline"))
