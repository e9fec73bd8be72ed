"""Whole pages of widespread publishing systems, saved as HTML and copied as text: floors may not fall."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest
from lxml import html

from news_digest.doors.reading import read_report
from news_digest.model import Article

FOLDER = Path(__file__).parents[1] / "pages_saved" / "sites"
PAGES = sorted(path.stem for path in FOLDER.glob("*.html"))
LONGEST_DATELINE = 60  # characters, which stand before a paragraph and are told from it
FLOORS = {  # paragraphs found at least, lines that are none at most, pages with a date
    ".html": (141, 8, 27),
    ".txt": (141, 9, 26),
}


class Marked(NamedTuple):
    headline: str
    decks: list[str]
    report: list[str]


def marked(name: str) -> Marked:
    tree = html.fromstring((FOLDER / f"{name}.html").read_text(encoding="utf-8"))

    def told(kind: str) -> list[str]:
        return [" ".join(found.text_content().split()) for found in tree.xpath(f'//*[@data-is="{kind}"]')]

    return Marked(told("headline")[0], told("deck"), told("report"))


def read(name: str, ending: str) -> Article:
    (article,) = read_report(name + ending, (FOLDER / f"{name}{ending}").read_bytes())
    assert isinstance(article, Article)
    return article


def body(article: Article) -> list[str]:
    return [" ".join(article.words(block.passage).split()) for block in article.body]


def is_told(line: str, paragraph: str) -> bool:
    return paragraph.endswith(line) and len(paragraph) - len(line) < LONGEST_DATELINE


@pytest.mark.parametrize("ending", FLOORS)
@pytest.mark.parametrize("name", PAGES)
def test_the_headline_is_the_one_that_readers_see(name: str, ending: str) -> None:
    article = read(name, ending)
    assert article.title is not None
    assert article.words(article.title) == marked(name).headline


@pytest.mark.parametrize("ending", FLOORS)
def test_reports_are_found_whole_and_little_else(ending: str) -> None:
    found = other = dated = 0
    for name in PAGES:
        article, page = read(name, ending), marked(name)
        lines = body(article)
        found += sum(any(is_told(line, paragraph) for line in lines) for paragraph in page.report)
        other += sum(not any(is_told(line, told) for told in (*page.report, *page.decks)) for line in lines)
        dated += article.published.value is not None
    least, most, days = FLOORS[ending]
    assert (found >= least, other <= most, dated >= days) == (True, True, True), (found, other, dated)
