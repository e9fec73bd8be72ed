"""An editor merges a story that has a file of its own into another: both files speak of the whole."""

from __future__ import annotations

from dataclasses import replace

import pytest

from news_digest.hand.editing import Editing
from news_digest.hand.entries import Hand
from news_digest.hand.file import parse_hand
from news_digest.hand.groups import arrange
from news_digest.model import Digest, Refusal, Story, Written

from .conftest import article

STORM = "600f000000"
TWO, THREE = "f2222222222", "f3333333333"
MERGE = "merge: [storm]\n"


def file(stem: str, fields: str) -> Hand:
    hand, refusals = parse_hand(f"---\n{fields}---\n", f"content/stories/{stem}.md", stem)
    assert not refusals
    assert hand is not None
    return hand


@pytest.fixture
def stories(digest: Digest) -> list[Story]:
    """The ferry's reports, and two on a storm."""
    ferry, storm = digest.story, tuple(article(name) for name in ("courier", "star"))
    return [ferry, Story(STORM, "storm", Written("A storm"), storm)]


def built(digest: Digest, stories: list[Story], *hands: Hand) -> tuple[Digest, tuple[Refusal, ...]]:
    """The ferry's page as it is edited, and what the editor is told."""
    editing, arranged = Editing(hands), arrange(stories, [], hands)
    read = replace(digest, story=arranged.stories[0])
    articles = [one for story in stories for one in story.articles]
    told = editing.problems(articles, (*stories, *arranged.stories), [read])
    return editing.edit(read), (*arranged.refusals, *told)


@pytest.mark.parametrize("stem", ["storm", "what-we-know-of-the-storm"])
@pytest.mark.parametrize("said", [f"story: {STORM}\n", "story: storm\n"])
def test_what_the_file_of_a_merged_story_says_of_facts_applies(
    digest: Digest, stories: list[Story], stem: str, said: str
) -> None:
    storm = file(stem, f"{said}hide: [{THREE}]\nnotes:\n  {TWO}: The county counts nine.\n")
    page, told = built(digest, stories, file("ferry-sinks", MERGE), storm)
    assert () == told
    assert THREE not in [fact.id for fact in page.facts]
    assert [(TWO, "The county counts nine.")] == [(note.about, note.text) for note in page.remarks]


def test_what_both_files_give_is_the_main_ones_and_the_other_is_told(digest: Digest, stories: list[Story]) -> None:
    fields = "title: {0}\nsummary: {0} it is.\ntopic: {0}\nslug: the-{0}\nnotes:\n  " + TWO + ": {0}.\n"
    ferry = file("zz", f"story: {digest.story.id}\n{MERGE}{fields.format('ferry')}")
    page, told = built(digest, stories, file("storm", f"story: {STORM}\n{fields.format('gale')}"), ferry)
    story = page.story
    assert ("ferry", "ferry it is.", "ferry", "the-ferry") == (story.title.text, story.summary, story.topic, story.slug)
    assert ["ferry."] == [note.text for note in page.remarks]
    has = "is not used: the story’s main file, content/stories/zz.md, has its own"
    assert [
        f"content/stories/storm.md:3: `title` {has}",
        f"content/stories/storm.md:4: `summary` {has}",
        f"content/stories/storm.md:5: `topic` {has}",
        "content/stories/storm.md:6: `slug` is not used: the story stands at the-ferry",
        f"content/stories/storm.md:8: `notes` of {TWO} {has}",
    ] == [str(one).split(";")[0] for one in told]
    assert not any(one.fatal for one in told)


def test_a_merged_story_does_not_take_the_other_to_its_address(digest: Digest, stories: list[Story]) -> None:
    gale = file("gale", f"story: {STORM}\nslug: the-gale\ntitle: A gale\n")
    page, told = built(digest, stories, file("ferry-sinks", MERGE), gale)
    assert ("ferry-sinks", "A gale") == (page.story.slug, page.story.title.text)
    assert ["`slug` is not used: the story stands at ferry-sinks"] == [one.problem for one in told]


def test_a_story_whose_reports_another_file_took_away_is_gone_and_no_slip(digest: Digest, stories: list[Story]) -> None:
    ferry = file("ferry-sinks", "move:\n  star: ferry-sinks\n")
    _, (told,) = built(digest, stories, ferry, file("storm", f"story: {STORM}\n"))
    assert f"content/stories/storm.md:2: story {STORM} (“A storm”) is no longer there" in str(told)
    assert not told.fatal
