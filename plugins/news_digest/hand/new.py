"""Make an editor's file on a story, with everything that can be named in it listed as comments."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..model import Difference, Digest, Fact
from ..visible import one_line
from .file import STORIES
from .find import find_story
from .save import save
from .write import quoted

LONGEST_LINE = 160  # characters of a fact: enough to know it by
FIELDS = """\
# What can be written here. Take the # away and put ids from the lists below, or words of your own:
# title: A headline of your own
# summary: One sentence on the story
# topic: Weather
# pin: [id, id]            these stand first, in this order
# hide: [id]
# order: [id, id]          these change places
# same: [[id, id]]         two facts are one
# two: {id: [article]}     what this article tells is another fact
# notes:
#   id: Your words on a fact or difference.
# wrong:
#   id: 2021-12-23 Why it is withdrawn.
# corrections:
#   id: 2021-12-23 Why it was changed.
# one-origin: [[article, article]]
# two-origins: [[article, article]]
# outlet:
#   article: Its name
# published:
#   article: 2021-12-23
# exclude: [article]
# move: {article: another-story}
# merge: [another-story]
# split: {new-address: [article, article]}
# slug: new-address
# closed: 2021-12-31
"""


def edit_story(digests: tuple[Digest, ...], content: Path, name: str) -> Path:
    """The editor's file on the story of this id or address; made if it is not there. Raises NoStoryError."""
    digest = find_story(digests, name)
    path = file_of(content, digest.story.id, digest.story.slug, *digest.story.former)
    if not path.exists():
        save(path, "".join(_lines(digest)))
    return path


def file_of(content: Path, story: str, slug: str, *former: str) -> Path:
    """The file that names the story by its id, whatever its address was when it was made; else the one that is there of
    its address or a former one; else a new one of its address."""
    files = sorted((content / STORIES).glob("*.md"))
    named = (path for path in files if f"\nstory: {story}\n" in _text(path))
    addressed = [content / STORIES / f"{address}.md" for address in (slug, *former)]
    return next(named, next((path for path in addressed if path in files), addressed[0]))


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace").replace("\r\n", "\n")


def blank(story: str) -> str:
    """A file that says nothing yet."""
    return f"---\nstory: {story}\n---\n"


def _lines(digest: Digest) -> Iterator[str]:
    yield f"---\nstory: {digest.story.id}\n{FIELDS}#\n# Articles\n"
    for article in digest.story.articles:
        yield f"# {quoted(article.id)}  {one_line(article.outlet.name)}, {article.published.value or 'undated'}\n"
    yield "#\n# Facts\n"
    for fact in digest.facts:
        yield f"# {fact.id} {_words_of(fact, digest)}\n"
    yield "#\n# Differences\n"
    for difference in digest.differences:
        yield f"# {difference.id} {_told(difference)}\n"
    yield "---\n"


def _words_of(fact: Fact, digest: Digest) -> str:
    return f"{one_line(digest.story.words(fact.lead))[:LONGEST_LINE]} ({fact.status})"


def _told(difference: Difference) -> str:
    ways = " / ".join(one_line(side.label) for side in difference.sides if side.label)
    return f"{difference.kind}, {difference.verdict}: {one_line(difference.about)} – {ways}"[:LONGEST_LINE]
