"""A feed with full text is as many reports; teasers are counted, and nothing is fetched or expanded."""

from __future__ import annotations

import time

import pytest

from news_digest.doors.draft import Draft, SeedError
from news_digest.doors.feed import read_feed
from news_digest.model import BODY

FULL = "".join(
    f"<p>The ferry Alma ran aground off island number {n} on Monday with 80 people aboard, the coast guard said.</p>"
    for n in range(5)
)
RSS = """<?xml version="1.0" encoding="ISO-8859-1"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Coast Now</title><link>https://coast.example/</link><language>en-GB</language>%s</channel></rss>"""
ITEM = """<item><title>Ferry runs aground &amp;amp; all are safe</title><link>https://coast.example/%s</link><guid>%s</guid>
<dc:creator>Ada Wynn</dc:creator><pubDate>Thu, 16 May 2024 07:30:00 +0100</pubDate>
<description>All are safe.</description><content:encoded><![CDATA[%s]]></content:encoded></item>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Coast Now</title>
<entry><id>tag:1</id><title>Ferry aground</title><updated>2024-05-16T07:30:00Z</updated>
<link href="https://coast.example/1"/><content type="html">%s</content></entry></feed>"""


def read(text: str, encoding: str = "latin-1") -> tuple[list[Draft], list[SeedError]]:
    found = read_feed(text.encode(encoding))
    drafts = [outcome for outcome in found if isinstance(outcome, Draft)]
    return drafts, [outcome for outcome in found if isinstance(outcome, SeedError)]


def test_each_item_with_full_text_is_a_report() -> None:
    drafts, notes = read(RSS % (ITEM % ("a", "a", FULL) + ITEM % ("b", "b", FULL.replace("Alma", "Berta"))))
    assert notes == []
    assert len({draft.suffix for draft in drafts}) == 2
    card = drafts[0].card
    assert (card.outlet, card.url, card.author, card.language) == (
        "Coast Now",
        "https://coast.example/a",
        "Ada Wynn",
        "en-GB",
    )
    assert card.published.value == "2024-05-16T07:30:00+01:00"
    assert drafts[0].text.startswith("Ferry runs aground & all are safe\n\nThe ferry Alma")
    assert sum(run.kind in BODY for run in drafts[0].runs) == 5


def test_an_items_id_does_not_depend_on_its_neighbours() -> None:
    alone, _ = read(RSS % (ITEM % ("b", "b", FULL)))
    beside, _ = read(RSS % (ITEM % ("a", "a", FULL.replace("Alma", "Berta")) + ITEM % ("b", "b", FULL)))
    assert alone[0].suffix == beside[1].suffix


def test_atom_is_read_too() -> None:
    drafts, _ = read(ATOM % FULL.replace("<", "&lt;"))
    assert drafts[0].card.published.value == "2024-05-16T07:30:00Z"


def test_teasers_are_counted_and_not_passed_off_as_reports() -> None:
    drafts, notes = read(RSS % (ITEM % ("a", "a", FULL) + ITEM % ("b", "b", "<p>Read on.</p>")))
    assert len(drafts) == 1
    assert [(note.problem, note.fatal) for note in notes] == [("1 of its reports without the full text", False)]


def test_script_and_handlers_in_an_item_stay_behind() -> None:
    bad = FULL + "<script>alert(1)</script><img src=x onerror=alert(2)><p onclick=alert(3)>The end of it, she said.</p>"
    drafts, _ = read(RSS % (ITEM % ("javascript:alert(4)", "a", bad)))
    assert "alert" not in drafts[0].text


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        '<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' + RSS % "&b;",
        '<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + RSS % "&a;",
        "<html><body><p>no feed</p></body></html>",
        "http://127.0.0.1:9/feed.xml",
        "/etc/passwd",
        "<rss>" + "<item>" * 150_000,
        RSS % "",
        RSS % ("<item>" * 20_000),
        "\x01\x02\x03",
    ],
    ids=["bomb", "file", "page", "address", "path", "tags", "empty", "nested", "controls"],
)
def test_what_is_no_feed_is_refused_in_bounded_time(text: str) -> None:
    started = time.monotonic()
    with pytest.raises(SeedError):
        read_feed(text.encode())
    assert time.monotonic() - started < 10
