"""Find a story by what an editor calls it."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence

from ..model import Digest
from ..visible import one_line
from .groups import stories_by_name

ELSEWHERE = "name the folder of its reports with SEEDS="


class NoStoryError(LookupError):
    """No story has this name; the message names the nearest."""


def find_story(digests: Sequence[Digest], name: str) -> Digest:
    """The digest of the story of this id or address, be it a former one. Raises NoStoryError."""
    stories = stories_by_name(digest.story for digest in digests)
    if name in stories:
        return next(digest for digest in digests if digest.story is stories[name])
    near = difflib.get_close_matches(name, stories, n=1, cutoff=0.0)
    if not near:
        raise NoStoryError(f"no story is called {name}, for there is none; {ELSEWHERE}")
    raise NoStoryError(f"no story is called {name}; did you mean {stories[near[0]].slug}? Else {ELSEWHERE}")


def list_stories(digests: Sequence[Digest]) -> Iterator[str]:
    """For an editor who named none: how to, then the address and title of each story."""
    if not digests:
        yield f"there is no story; {ELSEWHERE}"
        return
    yield f"name one of these stories, as in STORY={digests[0].story.slug}"
    longest = max(len(digest.story.slug) for digest in digests)
    yield from (f"  {digest.story.slug:{longest}}  {one_line(digest.story.title.text)}" for digest in digests)
