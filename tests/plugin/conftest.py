"""A press with the example digest."""

from __future__ import annotations

from dataclasses import replace

import pytest

from news_digest.pages import site_view, story_view
from news_digest.pages.example import example_digest
from news_digest.pipeline import Edition
from news_digest.plugin.press import Press, Told
from news_digest.reproduce import Allowance
from news_digest.strings import Strings


@pytest.fixture
def press() -> Press:
    digest, say = example_digest(), Strings("en")
    allowance = Allowance(digest, 1)
    told = Told(digest, allowance, story_view(digest, allowance, say))
    return Press(say, Edition((digest,), (), ()), (told,), site_view([told.view], (), say))


@pytest.fixture
def undated(press) -> Press:
    """The same story, to which nobody gives a day."""
    told = replace(press.stories[0], view=replace(press.stories[0].view, day=None))
    return replace(press, stories=(told,))
