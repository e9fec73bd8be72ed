"""The example digest and what its pages print."""

from __future__ import annotations

import pytest

from news_digest.pages import StoryView, story_view
from news_digest.pages.example import example_digest
from news_digest.reproduce import Allowance
from news_digest.strings import Strings


@pytest.fixture
def digest():
    return example_digest()


@pytest.fixture
def story(digest) -> StoryView:
    return story_view(digest, Allowance(digest, 1), Strings("en"))
