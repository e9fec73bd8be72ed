"""The HTML door: a page saved by a browser. Its text is the extracted report, fixed by the bytes alone."""

from __future__ import annotations

from dataclasses import replace

from lxml.html import HtmlElement
from trafilatura import bare_extraction

from ..model import UNDATED, Article, Block, Dated, Evidence, Outlet, Passage
from .decoding import check_text, decode_markup
from .draft import Draft, SeedError
from .layout import lay_out
from .markup import lines_of, parse
from .page_card import read_card
from .page_dates import date_article
from .reports import write_draft


def read_html(data: bytes) -> tuple[Draft, ...]:
    """The one report of a saved page. Raises SeedError where there is none."""
    markup = decode_markup(data)
    tree = parse(markup)
    page = check_text("\n".join(lines_of(tree)))
    card = read_card(tree, markup)
    if not card.published.value:
        card = replace(card, published=_printed_day(page))
    return (write_draft(card, _report_lines(tree)),)


def _report_lines(tree: HtmlElement) -> list[str]:
    found = bare_extraction(tree, include_comments=False)
    if found is None or isinstance(found, dict) or found.body is None:
        raise SeedError("no report found on the page", "save the report's text in a .txt file")
    return lines_of(found.body)


def _printed_day(text: str) -> Dated:
    """The day that the page prints beside the report, outside of what is extracted."""
    blocks = tuple(Block(run.kind, Passage("page", run.start, run.end)) for run in lay_out(text))
    published = date_article(Article("page", "", "", text, Outlet("", known=False), blocks)).published
    return replace(published, passage=None) if published.evidence is Evidence.PAGE else UNDATED
