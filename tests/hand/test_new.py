"""What the listing of a new editor's file names can be pasted into its fields."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from news_digest.hand.file import parse_hand
from news_digest.hand.new import edit_story
from news_digest.model import Digest

from .conftest import article


@pytest.mark.parametrize("name", ["mail, late", "mail: late", "mail #2", "[mail]", "{mail}", "'mail", "mail", "été"])
def test_an_article_of_any_name_is_listed_as_it_can_be_pasted(digest: Digest, tmp_path: Path, name: str) -> None:
    named = replace(digest, story=replace(digest.story, articles=(*digest.story.articles, article(name))))
    text = edit_story((named,), tmp_path, "ferry-sinks").read_text(encoding="utf-8")
    listed = text.partition("# Articles\n")[2].splitlines()[3].removeprefix("# ").rpartition("  ")[0]
    hand, refusals = parse_hand(f"---\nexclude: [gazette, {listed}]\noutlet:\n  {listed}: Mail\n---\n", "f.md", "f")
    assert () == refusals
    assert hand
    assert (("gazette", name), {name: "Mail"}) == (hand.items("exclude"), hand.lines("outlet"))


def test_a_plain_name_stands_without_quotation_marks(digest: Digest, tmp_path: Path) -> None:
    text = edit_story((digest,), tmp_path, "ferry-sinks").read_text(encoding="utf-8")
    assert "# gazette  Gazette, undated\n" in text


def test_a_story_that_its_file_renames_keeps_that_file(digest: Digest, tmp_path: Path) -> None:
    path = tmp_path / "stories" / "ferry-sinks.md"
    path.parent.mkdir()
    path.write_text("---\nslug: the-ferry\n---\n", encoding="utf-8")
    renamed = replace(digest, story=replace(digest.story, slug="the-ferry", former=("ferry-sinks",)))
    assert path == edit_story((renamed,), tmp_path, "the-ferry")
    assert [path] == list(path.parent.iterdir())
