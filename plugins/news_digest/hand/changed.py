"""Which words of a published line its sources changed, and what they say in their place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher

from ..language.words import compare_form
from ..model import Digest, Passage
from .register import Line, Words, text_print

SUCCEEDS = 0.5  # share of words in common, from which a passage is the old one in other words


def changed_articles(was: Line, digest: Digest, published: Mapping[str, str]) -> tuple[str, ...]:
    """Those behind the line whose own text changed; where some of them lost its very words, these alone."""
    now = digest.story.by_id
    behind = dict.fromkeys(words.article for words in was.passages)
    changed = [name for name in behind if name not in now or text_print(now[name]) != published.get(name)]
    lost = {words.article for words in was.passages if words.article in changed and not _stands(words, digest)}
    return tuple(name for name in changed if not lost or name in lost)


def lost_words(was: Line, digest: Digest, changed: Iterable[str]) -> Words | None:
    """The first words of the line that one of the changed articles no longer has."""
    among = set(changed)
    return next((words for words in was.passages if words.article in among and not _stands(words, digest)), None)


def words_in_place(lost: Words, digest: Digest) -> Words | None:
    """What the same article says now that is nearest to the words it lost."""
    article = digest.story.by_id.get(lost.article)
    if article is None:
        return None
    told = sorted({passage for passage in _told(digest) if passage.article == article.id})
    nearest = max(told, key=lambda passage: _likeness(lost.text, article.words(passage)), default=None)
    if nearest is None or _likeness(lost.text, article.words(nearest)) < SUCCEEDS:
        return None
    return Words(article.id, article.words(nearest))


def _stands(words: Words, digest: Digest) -> bool:
    article = digest.story.by_id.get(words.article)
    return article is not None and words.text in article.text


def _told(digest: Digest) -> Iterator[Passage]:
    for fact in digest.facts:
        yield from fact.support
    for difference in digest.differences:
        for side in difference.sides:
            yield from side.passages
    for only in digest.only_in:
        yield from only.passages


def _likeness(left: str, right: str) -> float:
    return SequenceMatcher(None, compare_form(left).split(), compare_form(right).split(), autojunk=False).ratio()
