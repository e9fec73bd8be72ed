"""Whatever a file holds, its door reads it or refuses it in one line; what is read is the file's own words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from news_digest.doors.draft import Draft, SeedError
from news_digest.doors.formats import DOORS
from news_digest.doors.layout import lay_out
from news_digest.doors.page_dates import date_article
from news_digest.model import Article, Block, Outlet, Passage

pytestmark = pytest.mark.slow

calm = settings(
    max_examples=60, deadline=timedelta(seconds=5), suppress_health_check=[HealthCheck.too_slow], derandomize=True
)

WORDS = (
    "Ferry runs aground", "By Ada Wynn", "Published: May 3, 2024", "Photo: Ada Wynn/MPA", "CORRINTH (MPA) —",
    "• ", "“", "”", "\n", "\n\n", "\r\n", "\u2028", "\u200b", "\u202e", "\x00",
    "9999999999999999999999999999999999999999", "Also Read: More", "Leave a Reply", "---",
    "The ferry Alma ran aground on Monday with 80 people aboard, the coast guard said.", "# ", "> ",
    "Show More", "17 C", "on Thursday, Jan. 12, 2023", "Feb. 30, 2024", "Monday, March 10, 2025",
    "Source: MPA", "Most Read", ": ", "| ", "/",
)  # fmt: skip
MARKUP = (
    "<html>", "<head>", "<title>Ferry</title>", "<body>", "<article>", "</article>", "<p>", "</p>", "<div>",
    "</div>", "<script>", "</script>", "<!--", "-->", "<![CDATA[", "]]>", "<!DOCTYPE x [", "]>",
    "<table><tr><td>", "&lt;", "&#0;", '<meta property="article:published_time" content="2024-02-30">',
    '<link rel="canonical" href="javascript:1">', "&x;",
    '<script type="application/ld+json">{"@type":"NewsArticle","author":[[{}]],"datePublished":5}</script>',
    "<svg>", "<rss><channel><item>", "<description>", "</item></channel></rss>",
    '<feed xmlns="http://www.w3.org/2005/Atom">', "<entry>", "<content>", "</entry></feed>",
    '<?xml version="1.0" encoding="utf-16"?>', "<br>", "<li>", "<textarea>",
)  # fmt: skip
JSON = (
    '{"text": "',
    '"}',
    "[",
    "]",
    "{",
    "}",
    '"items": ',
    '"title": ',
    "1e999",
    "null",
    ",",
    "\n",
    '"\\ud800"',
    ":",
    '"a"',
)
MAIL = (
    "Subject: x\n", "From: a@b\n", "Date: Thu, 99 Foo\n", "Content-Type: multipart/mixed; boundary=b\n", "\n", "--b\n",
    "--b--\n", "Content-Type: text/html; charset=x\n", "Content-Transfer-Encoding: base64\n", "=?utf-8?q?=FF?=", "=\n",
    "Content-Type: message/rfc822\n", "%%%",
)  # fmt: skip


def pieces(*vocabularies: Sequence[str]) -> st.SearchStrategy[str]:
    known = st.sampled_from([piece for vocabulary in vocabularies for piece in vocabulary])
    return st.lists(st.one_of(known, known, st.text(max_size=12)), max_size=30).map("".join)


def article_of(text: str) -> Article:
    blocks = tuple(Block(run.kind, Passage("a", run.start, run.end)) for run in lay_out(text))
    return Article("a", "a.txt", "", text, Outlet("", known=False), blocks)


def assert_is_a_report(draft: Draft) -> None:
    ends = [0, *(run.end for run in draft.runs)]
    assert all(before <= run.start < run.end for before, run in zip(ends, draft.runs, strict=False))
    assert ends[-1] <= len(draft.text)


@calm
@given(pieces(WORDS))
def test_the_blocks_of_a_text_stand_in_order_and_leave_out_only_space_and_bullets(text: str) -> None:
    runs = lay_out(text)
    left, at = "", 0
    for run in runs:
        assert at <= run.start < run.end <= len(text)
        left += text[at : run.start]
        at = run.end
    left += text[at:]
    assert not [char for char in left if char.isalpha()]


@calm
@given(pieces(WORDS))
def test_every_report_can_be_dated_or_left_undated(text: str) -> None:
    article = date_article(article_of(text))
    for dated in (article.published, article.page_date):
        if dated and dated.passage:
            assert article.words(dated.passage)


@pytest.mark.parametrize("ending", sorted(DOORS))
@calm
@given(
    st.one_of(
        st.binary(max_size=200), pieces(WORDS, MARKUP, JSON, MAIL).map(lambda text: text.encode("utf-8", "replace"))
    )
)
def test_any_bytes_are_read_or_refused(ending: str, data: bytes) -> None:
    assert_read_or_refused(DOORS[ending], data)


def assert_read_or_refused(door: Callable[[bytes], Sequence[Draft | SeedError]], data: bytes) -> None:
    try:
        outcomes = door(data)
    except SeedError as refused:
        outcomes = [refused]
    for outcome in outcomes:
        if isinstance(outcome, Draft):
            assert_is_a_report(outcome)
        else:
            assert "\n" not in f"{outcome.problem}; {outcome.remedy}"
