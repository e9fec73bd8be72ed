"""The date that a page prints is weighed against what the report tells; the day of saving never passes for another."""

from __future__ import annotations

from pathlib import Path

import pytest

from news_digest.doors import read_seeds
from news_digest.doors.layout import lay_out
from news_digest.doors.page_dates import date_article
from news_digest.model import Article, Block, Evidence, Outlet, Passage

REPORT = """Ferry Alma runs aground off Quill Island

The ferry Alma ran aground off Quill Island on Monday with 80 people aboard, the coast guard said.

All of them were brought ashore within two hours, and the ferry Alma was towed to Quill Island.
"""


def dated(text: str) -> Article:
    blocks = tuple(Block(run.kind, Passage("a", run.start, run.end)) for run in lay_out(text))
    return date_article(Article("a", "a.txt", "", text, Outlet("", known=False), blocks))


def test_two_seeds_carry_the_day_on_which_they_were_saved(example: Path) -> None:
    articles = {article.id[:3]: article for article in read_seeds(example).articles}
    pages = {name: article.page_date for name, article in articles.items() if article.page_date}
    assert {name: page.value for name, page in pages.items()} == {"000": "2023-10-03", "001": "2024-12-26"}
    assert not any(page.trusted for page in pages.values())
    assert all(page.passage and page.why for page in pages.values())
    assert "the news of a Thursday" in pages["000"].why
    assert "beside the weather" in pages["001"].why


def test_a_picture_and_a_recent_day_give_a_seed_its_year_and_no_more(example: Path) -> None:
    article = next(article for article in read_seeds(example).articles if article.id.startswith("003"))
    assert (article.published.value, article.published.evidence) == ("2022", Evidence.TEXT)
    assert article.published.passage is not None
    assert article.words(article.published.passage) == "January 20, 2022"


@pytest.mark.parametrize(
    ("header", "trusted"),
    [
        ("Coast Now\nMonday, March 10, 2025\n", True),
        ("Coast Now\nWednesday, March 12, 2025\n", True),
        ("Coast Now\nFriday, March 14, 2025\n", False),
        ("17 C\nPort Ellery\nMonday, March 10, 2025\n", False),
        ("Today is Monday, March 10, 2025\n", False),
        ("News | March 10, 2025\n", True),
    ],
)
def test_a_date_above_the_headline_counts_where_the_report_bears_it_out(header: str, trusted: bool) -> None:
    article = dated(f"{header}\n{REPORT}")
    assert (article.published.value is not None) is trusted
    assert (article.page_date is None) is trusted


def test_of_two_days_on_one_line_that_of_publishing_counts() -> None:
    line = "UPDATED: 07:02, 11 March 2025 | PUBLISHED: 22:14, 10 March 2025"
    article = dated(REPORT.replace("\n\n", f"\n\n{line}\n\n", 1))
    assert article.published.passage is not None
    assert "PUBLISHED: 22:14, 10 March 2025" == article.words(article.published.passage)
    assert "2025-03-10" == article.published.value


def test_a_later_picture_speaks_against_a_printed_date() -> None:
    page = REPORT.replace("\n\n", "\nPublished March 10, 2025\n\n", 1)
    article = dated(f"{page}\nThe ferry on March 17, 2025. Photo: Ada Wynn\n\nNobody was hurt, the coast guard said.\n")
    assert article.page_date is not None
    assert not article.page_date.trusted
    assert "2025-03-17, which is later" in article.page_date.why


def test_an_archive_picture_says_nothing_of_the_day() -> None:
    article = dated(f"{REPORT}\nThe ferry on March 17, 2021. (File photo)\n\nNobody was hurt, the coast guard said.\n")
    assert (article.published.value, article.page_date) == (None, None)


@pytest.mark.parametrize("line", ["Published: Feb. 30, 2025", "Published: March 2025", "Published: 10/03/25"])
def test_what_is_no_full_day_dates_nothing(line: str) -> None:
    assert dated(REPORT.replace("\n\n", f"\n{line}\n\n", 1)).published.value is None


def test_first_publication_stands_above_the_last_change() -> None:
    lines = "Updated: March 12, 2025\nPublished: March 10, 2025"
    assert dated(REPORT.replace("\n\n", f"\n{lines}\n\n", 1)).published.value == "2025-03-10"


@pytest.mark.parametrize(
    "line",
    [
        "Stand: 14.10.2025, 16:05 Uhr",
        "Hallstedt, 14. Oktober 2025",
        "Publié le 14 octobre 2025 à 13h10",
        "mardi 14 octobre 2025",
        "Publicado el 14 de octubre de 2025",
        "14-10-2025",
        "14. Oktober 2025",
        "Ciudad de Aldama, 14 de octubre de 2025",
    ],
)
def test_a_page_prints_its_day_in_the_languages_that_are_read(line: str) -> None:
    headline, _, body = REPORT.partition("\n\n")
    article = dated(f"{headline}\n\n{line}\n\n{body}")
    assert (article.published.value, article.published.evidence) == ("2025-10-14", Evidence.PAGE)
