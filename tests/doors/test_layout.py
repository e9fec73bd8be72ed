"""What stands on a saved page is told apart: report, caption, credit, and the page's own; sites are invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from news_digest.doors.layout import lay_out
from news_digest.doors.page_dates import date_article
from news_digest.model import Article, Block, Dated, Outlet, Passage
from news_digest.model import BlockKind as K

PAGES = sorted((Path(__file__).parents[1] / "pages_saved").glob("*.txt"))
KINDS = {
    "H": K.HEADLINE,
    "D": K.DECK,
    "P": K.PARAGRAPH,
    "I": K.ITEM,
    "S": K.SUBHEAD,
    "C": K.CAPTION,
    "@": K.CREDIT,
    "F": K.FURNITURE,
}
BULLET = "• "

Runs = list[tuple[K, str]]


def saved_page(path: Path) -> tuple[str, Runs, list[str]]:
    """The page's text, what an editor says each run of it is, and the dates that must be found."""
    lines: list[str] = []
    expected: Runs = []
    dates: list[str] = []
    for row in path.read_text(encoding="utf-8").splitlines():
        if row.startswith("= "):
            dates.append(row[2:])
            continue
        code, _, words = row.partition("|")
        text = words.removeprefix(" ")
        expected += runs_of(KINDS[code], text.removeprefix(BULLET)) if code else []
        lines.append(text.replace("[", "").replace("]", "") if code == "P" else text)
    return "\n".join(lines), expected, sorted(dates)


def runs_of(kind: K, words: str) -> Runs:
    if words.startswith("[") and kind is K.PARAGRAPH:
        dateline, _, body = words[1:].partition("] ")
        return [(K.DATELINE, dateline), (kind, body)]
    return [(kind, words)]


def article_of(text: str) -> Article:
    blocks = tuple(Block(run.kind, Passage("a", run.start, run.end)) for run in lay_out(text))
    return Article("a", "a.txt", "", text, Outlet("", known=False), blocks)


def spoken(name: str, dated: Dated | None) -> list[str]:
    if dated is None:
        return []
    if dated.value is None:
        return [f"{name}: none"]
    return [f"{name}: {dated.value} {dated.evidence} {'trusted' if dated.trusted else 'untrusted'}"]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_each_line_of_a_saved_page_is_told_for_what_it_is(path: Path) -> None:
    text, expected, _ = saved_page(path)
    assert [(run.kind, text[run.start : run.end]) for run in lay_out(text)] == expected


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_is_dated_by_what_it_prints_and_its_own_words(path: Path) -> None:
    text, _, expected = saved_page(path)
    dated = date_article(article_of(text))
    assert sorted(spoken("published", dated.published) + spoken("page date", dated.page_date)) == expected
