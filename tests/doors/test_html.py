"""A saved page gives its report, with what its markup says of it; script, handlers and menus stay behind."""

from __future__ import annotations

import time
from contextlib import suppress
from pathlib import Path

import pytest

from news_digest.doors.draft import Draft, SeedError
from news_digest.doors.html import read_html, with_what_was_lost
from news_digest.model import BODY, Evidence

PAGES = sorted((Path(__file__).parents[1] / "pages_saved" / "html").glob("*.html"))
PARAGRAPHS = "".join(
    f"<p>The council of Lower Quill voted on Monday to close road number {n}, the mayor said.</p>" for n in range(6)
)


def read(page: str | bytes) -> Draft:
    (draft,) = read_html(page.encode() if isinstance(page, str) else page)
    return draft


def page(body: str = PARAGRAPHS, head: str = "") -> str:
    head = f"<head><title>Road closed</title>{head}</head>"
    return f"<!DOCTYPE html><html>{head}<body><article>{body}</article></body></html>"


def told(draft: Draft) -> list[str]:
    return [draft.text[run.start : run.end] for run in draft.runs if run.kind in BODY]


def expected(path: Path) -> tuple[dict[str, str], list[str]]:
    rows = path.with_suffix(".txt").read_text(encoding="utf-8").splitlines()
    fields = dict(row.split(": ", 1) for row in rows if not row.startswith("| "))
    return fields, [row[2:] for row in rows if row.startswith("| ")]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_the_report_is_found_whole_and_nothing_else(path: Path) -> None:
    _, paragraphs = expected(path)
    decks = {"Campaigners say they will go to court over the decision", "The Hollin Messenger"}
    assert [words for words in told(read(path.read_bytes())) if words not in decks] == paragraphs


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_what_the_markup_says_is_read_with_what_vouches_for_it(path: Path) -> None:
    fields, _ = expected(path)
    draft = read(path.read_bytes())
    card = draft.card
    dated = f"{card.published.value} {card.published.evidence}"
    found = (card.outlet, card.url, dated, card.author, card.language, card.title)
    names = ("outlet", "url", "published", "author", "language", "headline")
    assert [str(value).replace("None", "none") for value in found] == [fields[name] for name in names]
    assert card.published.why


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_the_text_is_fixed_by_the_bytes(path: Path) -> None:
    assert read(path.read_bytes()) == read(path.read_bytes())


def test_script_handlers_and_addresses_never_reach_the_text() -> None:
    for path in PAGES:
        text = read(path.read_bytes()).text
        assert not any(bad in text for bad in ("alert(", "dataLayer", "javascript:", "onerror", "<p>", "injected"))


def test_escaped_markup_is_the_reports_own_words() -> None:
    draft = read(
        page(PARAGRAPHS + "<p>The page showed &lt;script&gt;alert(1)&lt;/script&gt; and {{ 7*7 }}, she said.</p>")
    )
    assert "The page showed <script>alert(1)</script> and {{ 7*7 }}, she said." in draft.text


@pytest.mark.parametrize("date", ["2024-02-30", "soon", "1970-01-01", "0001-01-01T00:00:00", "9999999", "Mon, 99 Feb"])
def test_an_impossible_date_is_no_date(date: str) -> None:
    head = f'<meta property="article:published_time" content="{date}">'
    assert read(page(head=head)).card.published.value is None


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "//evil.example", "http://", "x" * 3000])
def test_an_address_that_is_none_is_left_out(url: str) -> None:
    assert read(page(head=f'<link rel="canonical" href="{url}">')).card.url is None


def test_a_date_in_the_address_is_metadata() -> None:
    head = '<link rel="canonical" href="https://a.example/2024/05/16/road-closed">'
    published = read(page(head=head)).card.published
    assert (published.value, published.evidence) == ("2024-05-16", Evidence.METADATA)


def test_a_declared_encoding_is_followed_and_a_wrong_one_refused() -> None:
    head = '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">'
    western = page(PARAGRAPHS + "<p>The café in Corrinth stays open, “for now”, she said.</p>", head)
    assert "café in Corrinth stays open, “for now”" in read(western.encode("cp1252")).text
    with pytest.raises(SeedError, match="neither UTF-8 nor"):
        read(page("<p>café</p>", '<meta charset="x-unknown">').encode("latin-1"))


def test_control_characters_that_no_tree_can_carry_are_left_out() -> None:
    draft = read(
        page(PARAGRAPHS + "<p>The bell\x07 of the tower&#1; and&#x1f; the clock\x0b fell silent&#9;, she said.</p>")
    )
    assert "The bell of the tower and the clock fell silent , she said." in draft.text


LINES = [f"The council of Lower Quill voted on Monday to close road number {n}, the mayor said." for n in range(6)]


def test_a_beginning_that_extraction_loses_is_put_back() -> None:
    whole = ["Home", "Roads closed", *LINES, "Most read", "Bear closes door"]
    assert with_what_was_lost(LINES[3:], whole, "Roads closed") == ["Roads closed", *LINES]


def test_a_promotion_that_extraction_left_out_stays_out() -> None:
    promotion = "Our letter on roads comes on Mondays, with all that the council decides."
    whole = ["Home", "Roads closed", *LINES[:3], promotion, *LINES[3:]]
    assert with_what_was_lost(LINES, whole, "Roads closed") == LINES


HOSTILE = {
    "markup ten thousand deep": page("<div>" * 10_000 + PARAGRAPHS + "</div>" * 10_000),
    "spans without end": "<p>" + "<span>" * 90_000 + "x",
    "tables in tables": "<table><tr><td>" * 3_000 + "text",
    "brackets alone": "<" * 99_000,
    "entities that explode": '<!DOCTYPE x [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;">]><html><p>&b;&b;</p></html>',
    "an entity that reads a file": '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><html><p>&a;</p></html>',
    "too many tags": "<p>x</p>" * 60_000,
    "one long line": "<p>" + "word " * 1_000_000 + "</p>",
    "a long attribute": f"<p title='{'x' * 3_000_000}'>short</p>",
    "linked data a thousand deep": page(head=f'<script type="application/ld+json">{"[" * 100_000}</script>'),
    "linked data of many nodes": page(head=f'<script type="application/ld+json">[{"{}," * 200_000}{{}}]</script>'),
    "quotes and digits": page(f"<p>{'“' * 40_000}{'1' * 50_000}</p>"),
    "nothing": "<!-- -->",
}


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_markup_is_read_or_refused_in_bounded_time(name: str) -> None:
    started = time.monotonic()
    with suppress(SeedError):
        draft = read(HOSTILE[name])
        assert "root:" not in draft.text
        assert len(draft.text) < 1_000_000
    assert time.monotonic() - started < 12
