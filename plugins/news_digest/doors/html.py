"""The HTML door: a page saved by a browser. Its text is the extracted report, fixed by the bytes alone."""

from __future__ import annotations

from dataclasses import replace

from lxml.html import HtmlElement

from ..model import UNDATED, Article, Block, BlockKind, Dated, Evidence, Outlet, Passage
from .decoding import check_text, decode_markup
from .draft import Draft, SeedError
from .layout import lay_out
from .markup import lines_of, parse
from .page_card import read_card
from .page_dates import date_article
from .reports import write_draft

LOST = 0.25  # share of the words between headline and last line; a newsletter's promotion has forty


def read_html(data: bytes) -> tuple[Draft, ...]:
    """The one report of a saved page. Raises SeedError where there is none."""
    markup = decode_markup(data)
    tree = parse(markup)
    page = lines_of(tree)
    text = check_text("\n".join(page))
    card = read_card(tree, markup)
    if not card.published.value:
        card = replace(card, published=_printed_day(text))
    return (write_draft(card, with_what_was_lost(_extracted(tree), page, card.title)),)


def with_what_was_lost(extracted: list[str], page: list[str], title: str | None) -> list[str]:
    """The lines of the report; those of the page between headline and last extracted line, where extraction lost more
    of the report's sentences there than a pull quote or a promotion takes."""
    known = set(extracted)
    last = max((at for at, line in enumerate(page) if line in known), default=-1)
    heads = [at for at, line in enumerate(page[: last + 1]) if line == title]
    if not heads:
        return extracted
    between = page[heads[-1] : last + 1]
    text = "\n".join(between)
    told = [text[run.start : run.end] for run in lay_out(text, titled=True) if run.kind is BlockKind.PARAGRAPH]
    whole = "\n".join(extracted)
    lost = sum(len(words.split()) for words in told if words not in whole)
    return between if lost > LOST * sum(len(words.split()) for words in told) else extracted


def _extracted(tree: HtmlElement) -> list[str]:
    from trafilatura import bare_extraction

    found = bare_extraction(tree, include_comments=False)
    if found is None or isinstance(found, dict) or found.body is None:
        raise SeedError("no report found on the page", "save the report's text in a .txt file")
    return lines_of(found.body)


def _printed_day(text: str) -> Dated:
    """The day that the page prints beside the report, outside of what is extracted."""
    blocks = tuple(Block(run.kind, Passage("page", run.start, run.end)) for run in lay_out(text))
    published = date_article(Article("page", "", "", text, Outlet("", known=False), blocks)).published
    return replace(published, passage=None) if published.evidence is Evidence.PAGE else UNDATED
