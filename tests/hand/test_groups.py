"""Editors merge, split, move and rename stories; an address that once led somewhere leads on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from news_digest.hand.groups import amend, arrange
from news_digest.model import Evidence, Story, Written

from .conftest import Write, article


@pytest.fixture
def stories() -> list[Story]:
    ferry = tuple(article(name) for name in ("gazette", "herald", "mail", "post"))
    storm = tuple(article(name) for name in ("courier", "star"))
    return [
        Story("0123456789", "ferry-sinks", Written("Ferry sinks"), ferry),
        Story("abcdef0123", "storm", Written("Storm"), storm),
    ]


def names(story: Story) -> list[str]:
    return sorted(one.id for one in story.articles)


def test_a_merged_story_has_all_articles_and_both_addresses(stories: list[Story], write: Write) -> None:
    (whole,) = arrange(stories, [], [write("merge: [storm]\n")]).stories
    assert ["courier", "gazette", "herald", "mail", "post", "star"] == names(whole)
    assert ("ferry-sinks", ("storm",)) == (whole.slug, whole.former)


def test_a_merger_that_was_published_is_told_once(stories: list[Story], write: Write) -> None:
    published = [replace(stories[0], former=("storm",)), stories[1]]
    (whole,) = arrange(published, [], [write("merge: [storm]\n")]).stories
    assert ("storm",) == whole.former


def test_a_split_story_stands_at_the_address_it_is_given(stories: list[Story], write: Write) -> None:
    ferry, storm, port = arrange(stories, [], [write("split:\n  port-closed: [mail, post]\n")]).stories
    assert (["gazette", "herald"], ["mail", "post"]) == (names(ferry), names(port))
    assert ("ferry-sinks", "port-closed", "storm") == (ferry.slug, port.slug, storm.slug)


def test_an_article_of_another_story_is_not_split_off_and_is_named(stories: list[Story], write: Write) -> None:
    arranged = arrange(stories, [], [write("split:\n  port-closed: [mail, post, star]\n")])
    assert ["courier", "star"] == names(arranged.stories[1])
    (told,) = arranged.refusals
    assert (False, "article star is not in this story") == (told.fatal, told.problem)


def test_an_article_split_off_alone_stands_alone(stories: list[Story], write: Write) -> None:
    arranged = arrange(stories, [], [write("split:\n  port-closed: [mail]\n")])
    assert ["mail"] == [one.id for one in arranged.alone]


def test_an_article_that_stood_alone_can_be_moved_into_a_story(stories: list[Story], write: Write) -> None:
    arranged = arrange(stories, [article("radio")], [write("move:\n  radio: storm\n  post: storm\n")])
    assert ["courier", "post", "radio", "star"] == names(arranged.stories[1])
    assert () == arranged.alone


def test_a_renamed_story_leads_on_from_its_old_address(stories: list[Story], write: Write) -> None:
    ferry = arrange(stories, [], [write("slug: the-ferry\n")]).stories[0]
    assert ("the-ferry", ("ferry-sinks",)) == (ferry.slug, ferry.former)


def test_an_address_that_another_story_has_is_refused(stories: list[Story], write: Write) -> None:
    arranged = arrange(stories, [], [write("slug: storm\n")])
    assert "ferry-sinks" == arranged.stories[0].slug
    assert "another story stands at storm" in str(arranged.refusals[0])


def test_outlets_and_dates_are_the_editors_where_he_gives_them(write: Write) -> None:
    fields = "outlet:\n  mail: The Daily Mail of Quill\npublished:\n  mail: 2021-12-23\nexclude: [post]\n"
    (mail,) = amend([article("mail"), article("post")], [write(fields)])
    assert "The Daily Mail of Quill" == mail.outlet.name
    assert ("2021-12-23", Evidence.EDITOR) == (mail.published.value, mail.published.evidence)
