"""Feeds tell what is known, under ids that last, in characters that every reader takes."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, datetime
from types import SimpleNamespace

import feedparser
import pytest
from feedgenerator import Atom1Feed

from news_digest.plugin.corrections import corrections_of
from news_digest.plugin.feeds import entry_id, json_feed, mend_feed
from news_digest.plugin.press import KEY

SITE = "https://news.example/digest"
NOTE = SimpleNamespace(
    title="A \x07 note",
    url="articles/note.html",
    date=datetime(2024, 3, 9, tzinfo=UTC),
    tags=["bridges"],
    get_content=lambda site: f"<p>{site}</p>",
)


def context(press) -> dict[str, object]:
    return {"SITEURL": SITE, "SITENAME": "Oster", "DEFAULT_LANG": "en", "FEED_MAX_ITEMS": 100, KEY: press}


def story(press) -> SimpleNamespace:
    view = press.stories[0].view
    date = datetime(2024, 3, 6, tzinfo=UTC)
    return SimpleNamespace(title="stripped", url=view.page, date=date, get_content=lambda site: "<p>facts</p>")


def atom(press, *items):
    feed = Atom1Feed(title="Oster", link=f"{SITE}/", description="", feed_url=f"{SITE}/stories.atom")
    for item in items:
        feed.add_item(title=item.title, link=f"{SITE}/{item.url}", description="x", pubdate=item.date, author_name="")
    mend_feed(context(press), feed)
    out = io.StringIO()
    feed.write(out, "utf-8")
    return feedparser.parse(out.getvalue())


def test_an_entry_keeps_its_id_where_the_site_moves(press):
    found = atom(press, story(press), NOTE)
    assert not found.bozo
    assert [entry.id for entry in found.entries] == [entry_id(story(press).url, press), entry_id(NOTE.url, press)]
    assert all(entry.id.startswith("urn:uuid:") for entry in found.entries)


def test_a_headline_that_looks_like_markup_is_told_whole(press):
    assert atom(press, story(press)).entries[0].title == press.stories[0].view.headline.text


def test_characters_that_xml_forbids_are_shown_as_replaced(press):
    assert atom(press, NOTE).entries[0].title == "A � note"


def test_a_story_without_a_day_is_left_out_of_atom_and_stands_undated_in_json(undated):
    assert [entry.link for entry in atom(undated, story(undated), NOTE).entries] == [f"{SITE}/{NOTE.url}"]
    item = json_feed([story(undated)], context(undated), None, "stories.json")["items"][0]
    assert "date_published" not in item


def test_a_feed_without_any_day_does_not_ask_the_clock(undated):
    assert atom(undated, story(undated)).feed.updated.startswith("1970-01-01")


@pytest.mark.parametrize(("title", "name"), [(None, "Oster"), ("The Herald", "Oster - The Herald")])
def test_a_json_feed_names_what_it_is_of(press, title, name):
    feed = json_feed([story(press), NOTE], context(press), title, "outlets/herald.json")
    assert (feed["title"], feed["feed_url"]) == (name, f"{SITE}/outlets/herald.json")
    assert [item["url"] for item in feed["items"]] == [f"{SITE}/{story(press).url}", f"{SITE}/{NOTE.url}"]
    assert feed["items"][1]["tags"] == ["bridges"]


def test_corrections_that_an_editor_dated_make_a_feed(press):
    entries = corrections_of(press.site, "UTC", press.say)
    dated = [correction for correction in press.stories[0].digest.corrections if correction.day]
    assert len(entries) == len(dated) > 0
    assert entries[0].url.startswith(press.stories[0].view.page + "#")
    assert "<del>" in entries[0].get_content("")


def test_a_correction_that_withdraws_says_so(press):
    (found, *_) = press.site.corrections
    withdrawn = replace(
        found, correction=replace(found.correction, iso="2025-03-14", says=None, why="It was no ferry.")
    )
    (entry,) = corrections_of(replace(press.site, corrections=(withdrawn,)), "UTC", press.say)
    assert entry.get_content("").endswith("<p>withdrawn</p><p>It was no ferry.</p>")
