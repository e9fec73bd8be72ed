"""An editor names a story by its address; whoever names none, or one that is not there, is shown what there is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from news_digest.hand.find import NoStoryError, find_story, list_stories
from news_digest.model import Digest, Written


@pytest.fixture
def digests(digest: Digest) -> tuple[Digest, Digest]:
    """The ferry, which stood at `boat-lost` before, and a storm."""
    ferry = replace(digest, story=replace(digest.story, former=("boat-lost",)))
    storm = replace(digest.story, id="abcdef0123", slug="storm-at-quill", title=Written("A storm\nat Quill"))
    return ferry, replace(digest, story=storm)


@pytest.mark.parametrize("name", ["ferry-sinks", "boat-lost", "0123456789"])
def test_a_story_is_found_by_its_address_its_former_one_and_its_id(digests: tuple[Digest, Digest], name: str) -> None:
    assert digests[0] is find_story(digests, name)


@pytest.mark.parametrize(
    ("misspelt", "meant"), [("stom-at-quill", "storm-at-quill"), ("boat-lots", "ferry-sinks"), ("x", "")]
)
def test_a_misspelt_address_names_the_nearest_that_stands_now(
    digests: tuple[Digest, Digest], misspelt: str, meant: str
) -> None:
    with pytest.raises(NoStoryError, match=f"no story is called {misspelt}; did you mean {meant}"):
        find_story(digests, misspelt)


def test_stories_are_listed_with_address_and_title_on_a_line_each(digests: tuple[Digest, Digest]) -> None:
    assert [
        "name one of these stories, as in STORY=ferry-sinks",
        "  ferry-sinks     Ferry sinks",
        "  storm-at-quill  A storm at Quill",
    ] == list(list_stories(digests))


def test_where_there_is_no_story_the_folder_is_asked_for() -> None:
    assert ["there is no story; name the folder of its reports with SEEDS="] == list(list_stories(()))
    with pytest.raises(NoStoryError, match="no story is called storm, for there is none; name the folder"):
        find_story((), "storm")
