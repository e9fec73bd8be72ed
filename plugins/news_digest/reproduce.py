"""How much of an article's words a site may reproduce, and which passages that leaves."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from .model import Article, BlockKind, Difference, Digest, Fact, Passage, Verdict

_WORD = re.compile(r"\S+")
VERDICTS = (Verdict.CONFLICT, Verdict.COMPATIBLE, Verdict.VARIANT)  # the order in which differences matter to a reader


class _Words:
    """The words of one article, and those that may be printed."""

    def __init__(self, article: Article, share: float) -> None:
        self.spans = [match.span() for match in _WORD.finditer(article.text)]
        self.ends = [end for _, end in self.spans]
        own = sum(len(self.within(block.passage)) for block in article.blocks if block.kind is not BlockKind.FURNITURE)
        self.left = int(own * share)
        self.printed: set[int] = set()

    def within(self, passage: Passage) -> range:
        first = bisect_left(self.ends, passage.start + 1)
        last = first
        while last < len(self.spans) and self.spans[last][0] < passage.end:
            last += 1
        return range(first, last)

    def take(self, passage: Passage) -> None:
        fresh = [word for word in self.within(passage) if word not in self.printed]
        if len(fresh) <= self.left:
            self.left -= len(fresh)
            self.printed.update(fresh)


class Allowance:
    """`share` is the part of each article's own words (0 to 1) that may be printed; facts and differences come first.

    Passages are granted in the order in which a reader needs them, each whole or not at all. Words that one passage
    has been granted cost nothing to the next.
    """

    def __init__(self, digest: Digest, share: float) -> None:
        if not 0 <= share <= 1:
            raise ValueError(f"a share of words lies between 0 and 1, not {share}")
        self._whole = share == 1
        self._words = {article.id: _Words(article, share) for article in digest.story.articles}
        if not self._whole:
            for passage in _by_need(digest):
                self._words[passage.article].take(passage)

    def also(self, passage: Passage) -> bool:
        """Ask for words that are welcome but not needed, such as the context of a passage."""
        if not self._whole:
            self._words[passage.article].take(passage)
        return self.grants(passage)

    def grants(self, passage: Passage) -> bool:
        if self._whole:
            return True
        words = self._words[passage.article]
        return all(word in words.printed for word in words.within(passage))


def _by_need(digest: Digest) -> Iterator[Passage]:
    yield from (article.title for article in digest.story.articles if article.title)
    yield from (fact.lead for fact in digest.facts)
    for difference in sorted(digest.differences, key=_weight):
        yield from _of_difference(difference)
    for fact in digest.facts:
        yield from _of_fact(fact)
    for only in digest.only_in:
        yield from only.passages
    for moment in digest.timeline:
        yield from moment.passages
    for origin in digest.origins:
        yield from origin.credits
    for article in digest.story.articles:
        yield from (dated.passage for dated in (article.published, article.page_date) if dated and dated.passage)


def _weight(difference: Difference) -> int:
    return VERDICTS.index(difference.verdict)


def _of_difference(difference: Difference) -> Iterator[Passage]:
    for side in difference.sides:
        yield from side.passages


def _of_fact(fact: Fact) -> Iterator[Passage]:
    if fact.speaker:
        yield fact.speaker
    yield from fact.support
