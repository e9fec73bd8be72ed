"""An undated report is dated by a sibling that names the day of its event, and by nothing less."""

from __future__ import annotations

from news_digest.model import UNDATED, Article, Block, BlockKind, Dated, Evidence, Outlet, Passage
from news_digest.stages.dating import date_story

LATER = (
    "Captain Moss Keller had last spoken on Dec. 23, when the ferry Alma ran aground off Quill Island with 80 aboard."
)
UNDATED_NEWS = (
    "The ferry Alma ran aground off Quill Island on Thursday with 80 people aboard, captain Moss Keller said."
)


def report(name: str, text: str, published: Dated = UNDATED, page_date: Dated | None = None) -> Article:
    blocks = (Block(BlockKind.PARAGRAPH, Passage(name, 0, len(text))),)
    return Article(name, f"{name}.txt", "", text, Outlet(name, known=True), blocks, published, page_date)


def dates(*articles: Article) -> list[str | None]:
    return [article.published.value for article in date_story(articles)]


def test_a_day_that_a_later_report_names_dates_the_report_of_that_weekday() -> None:
    later = report("b", LATER, Dated("2022-02-01", Evidence.PAGE))
    first, _ = date_story([report("a", UNDATED_NEWS), later])
    assert (first.published.value, first.published.evidence) == ("2021-12-23", Evidence.TEXT)
    assert first.published.passage is not None
    assert later.words(first.published.passage) == "Dec. 23"


def test_a_day_of_another_weekday_dates_nothing() -> None:
    later = report("b", LATER.replace("Dec. 23", "Dec. 22"), Dated("2022-02-01", Evidence.PAGE))
    assert dates(report("a", UNDATED_NEWS), later) == [None, "2022-02-01"]


def test_a_day_of_something_else_dates_nothing() -> None:
    other = "The governor opened a museum of clocks in Merriden on Dec. 23 and praised its forty craftsmen."
    assert dates(report("a", UNDATED_NEWS), report("b", other, Dated("2022-02-01", Evidence.PAGE))) == [
        None,
        "2022-02-01",
    ]


def test_two_possible_days_leave_a_report_undated() -> None:
    one = report("b", LATER, Dated("2022-02-01", Evidence.PAGE))
    two = report("c", LATER.replace("Dec. 23", "Dec. 30"), Dated("2022-02-01", Evidence.PAGE))
    assert dates(report("a", UNDATED_NEWS), one, two)[0] is None


def test_a_report_whose_own_date_is_not_trusted_dates_no_other() -> None:
    later = report("b", LATER, Dated("2022-02-01", Evidence.PAGE, trusted=False))
    assert dates(report("a", UNDATED_NEWS), later) == [None, "2022-02-01"]


def test_the_reason_why_a_page_date_is_not_trusted_names_the_day_of_the_news() -> None:
    page_date = Dated("2023-10-03", Evidence.PAGE, trusted=False, why="it stands in the header")
    later = report("b", LATER, Dated("2022-02-01", Evidence.PAGE))
    first, _ = date_story([report("a", UNDATED_NEWS, page_date=page_date), later])
    assert first.page_date is not None
    assert first.page_date.why == "it stands in the header; b dates that news 2021-12-23"


def test_a_day_in_the_pages_header_counts_where_the_story_is_of_these_days() -> None:
    page_date = Dated("2021-12-24", Evidence.PAGE, trusted=False, why="it stands beside the weather")
    beside = report("b", "The coast guard ended its search on Friday.", Dated("2021-12-25", Evidence.METADATA))
    first, _ = date_story([report("a", UNDATED_NEWS, page_date=page_date), beside])
    assert (first.published.value, first.published.trusted, first.page_date) == ("2021-12-24", True, None)


def test_a_day_in_the_pages_header_years_later_does_not_count() -> None:
    page_date = Dated("2023-12-22", Evidence.PAGE, trusted=False, why="it stands beside the weather")
    beside = report("b", "The coast guard ended its search on Friday.", Dated("2021-12-25", Evidence.METADATA))
    first, _ = date_story([report("a", UNDATED_NEWS, page_date=page_date), beside])
    assert (first.published.value, first.page_date) == (None, page_date)
