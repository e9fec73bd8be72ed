"""Reports that a crawler exported are read from the fields that such exports use."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import pytest
import trafilatura

from news_digest.doors.crawl import read_json, read_json_lines
from news_digest.doors.draft import Draft, SeedError

BODY = "\n".join(
    f"The ferry Alma ran aground off island number {n} on Monday with 80 people aboard, the coast guard said."
    for n in range(5)
)


def drafts(found: object) -> list[Draft]:
    return [outcome for outcome in read_json(json.dumps(found).encode()) if isinstance(outcome, Draft)]


@pytest.mark.parametrize(
    "node",
    [
        {"maintext": BODY, "title": "Ferry aground", "date_publish": "2024-05-16 07:30:00",
         "source_domain": "coast.example", "authors": ["Ada Wynn"], "url": "https://coast.example/a", "language": "en"},
        {"text": BODY, "title": "Ferry aground", "date": "2024-05-16", "sitename": "coast.example",
         "author": "Ada Wynn", "source": "x", "url": "https://coast.example/a", "language": "en"},
        {"articleBody": BODY, "headline": "Ferry aground", "datePublished": "2024-05-16T07:30:00Z",
         "publisher": {"name": "coast.example"}, "author": [{"name": "Ada Wynn"}], "url": "https://coast.example/a",
         "lang": "en"},
    ],
    ids=["news-please", "trafilatura", "JSON-LD"],
)  # fmt: skip
def test_common_exports_are_read(node: dict[str, Any]) -> None:
    (draft,) = drafts([node])
    card = draft.card
    assert (card.title, card.outlet, card.author, card.url, card.language) == (
        "Ferry aground",
        "coast.example",
        "Ada Wynn",
        "https://coast.example/a",
        "en",
    )
    assert (card.published.value or "").startswith("2024-05-16")
    assert draft.text.startswith("Ferry aground\n\nThe ferry Alma")


def test_a_json_feed_is_as_many_reports() -> None:
    items = [{"id": n, "content_html": f"<p>{BODY}</p>", "title": f"Ferry {n} aground"} for n in range(3)]
    found = drafts({"version": "https://jsonfeed.org/version/1.1", "title": "Coast Now", "items": items})
    assert [draft.card.outlet for draft in found] == ["Coast Now"] * 3
    assert len({draft.suffix for draft in found}) == 3


def test_json_lines_hold_a_report_a_line() -> None:
    rows = "\n".join(json.dumps({"text": BODY, "title": f"Ferry {n} aground"}) for n in range(3))
    assert len(read_json_lines(rows.encode())) == 3


def test_a_broken_line_is_named() -> None:
    with pytest.raises(SeedError, match="line 2 is no JSON"):
        read_json_lines(json.dumps({"text": BODY}).encode() + b"\n{broken")


@pytest.mark.parametrize(
    "text",
    [
        "[" * 200_000,
        '{"text": 5}',
        "[1, 2, 3]",
        "null",
        '{"a":' * 50_000,
        "9" * 100_000,
        '{"text": "short"}',
        "[{}]",
        "{",
    ],
)
def test_what_holds_no_report_is_refused_in_bounded_time(text: str) -> None:
    started = time.monotonic()
    with pytest.raises(SeedError):
        read_json(text.encode())
    assert time.monotonic() - started < 5


def test_what_an_extractor_exports_is_read_whole() -> None:
    """The export of a real program, not one that was written to fit."""
    page = (Path(__file__).parents[1] / "pages_saved/sites/wordpress.html").read_text(encoding="utf-8")
    exported = trafilatura.extract(page, output_format="json", with_metadata=True, url="https://kallhamn.example/x")
    (draft,) = read_json(str(exported).encode())
    assert isinstance(draft, Draft)
    assert (draft.card.outlet, draft.card.published.value) == ("Kallhamn Reporter", "2024-10-08")
    assert draft.card.url == "https://kallhamn-reporter.example/2024/10/08/ferry-operator-to-cut-winter-sailings/"
    assert "The ferry workers’ union said 14 jobs were at risk." in draft.text
