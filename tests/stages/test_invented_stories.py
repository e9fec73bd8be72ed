"""The invented stories with answer keys: each is one story among all of them, and has the origins of its key."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml

from news_digest.doors import read_seeds
from news_digest.language.tongue import reading
from news_digest.pipeline import group_reports, originals
from news_digest.stages.languages import main_language
from news_digest.stages.origins import find_origins

pytestmark = pytest.mark.slow

STORIES = Path(__file__).parents[1] / "stories"
KEYS = sorted(STORIES.glob("*/key.yml"))


def test_each_story_is_whole_and_alone_in_a_folder_of_them_all(tmp_path: Path) -> None:
    for key in KEYS:
        for report in key.parent.glob("*.txt"):
            shutil.copy(report, tmp_path / f"{key.parent.name}--{report.name}")
    groups = group_reports(originals(read_seeds(tmp_path).articles))
    stories = [{name.partition("--")[0] for name in group.articles} for group in groups]
    assert all(len(story) == 1 for story in stories)
    assert len(KEYS) == len(stories)


@pytest.mark.parametrize("key", KEYS, ids=lambda key: key.parent.name)
def test_its_origins_are_those_of_the_key(key: Path) -> None:
    articles = read_seeds(key.parent).articles
    said = yaml.safe_load(key.read_text(encoding="utf-8"))
    with reading(main_language(articles)):
        found = {frozenset(origin.articles) for origin in find_origins(articles)}
    names = said.get("articles", {})
    assert {frozenset(names.get(name, name) for name in origin) for origin in said["origins"]} == found
