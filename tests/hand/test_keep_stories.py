"""Where reports are grouped anew, each published address stays or leads on."""

from __future__ import annotations

from news_digest.hand.keep import keep_stories
from news_digest.hand.register import State
from news_digest.model import Story, Written

from .conftest import article


def story(name: str, *articles: str) -> Story:
    return Story(f"id-{name}", name, Written(name), tuple(map(article, articles)))


def published(name: str, *articles: str, former: tuple[str, ...] = ()) -> State:
    return State(f"id-{name}", name, former, dict.fromkeys(articles, ""), ())


def addresses(stories: tuple[Story, ...]) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.slug, one.former) for one in stories]


def test_a_story_that_an_older_report_joins_keeps_its_address_though_that_report_would_name_it() -> None:
    (kept,) = keep_stories([story("first-report", "old", "a", "b")], [published("dam-bursts", "a", "b")])
    assert ("id-dam-bursts", "dam-bursts") == (kept.id, kept.slug)


def test_of_two_published_stories_that_become_one_the_smaller_ones_address_leads_on() -> None:
    whole = story("dam-bursts", "a", "b", "c", "d", "e")
    register = [published("dam-bursts", "a", "b", "c"), published("valley-flooded", "d", "e", former=("flood",))]
    assert [("dam-bursts", ("valley-flooded", "flood"))] == addresses(keep_stories([whole], register))


def test_of_one_published_story_that_becomes_two_the_larger_part_keeps_the_address() -> None:
    parts = [story("quake-in-lenn", "a"), story("quake-in-tarrow", "b", "c")]
    found = keep_stories(parts, [published("two-quakes", "a", "b", "c")])
    assert [("quake-in-lenn", ()), ("two-quakes", ())] == addresses(found)


def test_a_new_story_takes_no_address_that_a_published_one_has() -> None:
    found = keep_stories([story("storm", "x", "y"), story("gale", "a", "b")], [published("storm", "a", "b")])
    assert [("storm-id-storm", ()), ("storm", ())] == addresses(found)
