"""One claim as it is compared, one way of telling, and what puts such together."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import combinations

from ...language.quotes import find_quotes
from ...language.sentences import split_sentences
from ...model import Alignment, Article, Claim, Passage, Quantity
from ...remember import between_builds

Span = tuple[int, int]
LATER_BY = 4  # days
SO_FAR = re.compile(r"\bha(?:d|s|ve)\b")
BY = re.compile(r"\b[Bb]y (?:late |early )?(?:on )?$")
CLOCK = re.compile(r"\b([01]?\d|2[0-3])[:.]([0-5]\d)(?::\d\d)?\b(?!\.\d)(?:\s*([ap])\.?m\b)?", re.IGNORECASE)


@dataclass(frozen=True)
class Telling:
    """A claim with its article; spans are counted from the start of the claim's passage."""

    claim: Claim
    article: Article

    @cached_property
    def text(self) -> str:
        return self.article.words(self.claim.passage)

    @cached_property
    def quoted(self) -> tuple[Span, ...]:
        """What stands between quotation marks."""
        return tuple((quote.start, quote.end) for quote in find_quotes(self.text))

    def is_quoted(self, place: int) -> bool:
        return any(start <= place < end for start, end in self.quoted)

    @cached_property
    def day(self) -> date | None:
        """The day of the report, where it is known to the day."""
        dated = self.article.published
        return date.fromisoformat(dated.value[:10]) if dated.trusted and len(dated.value or "") >= 10 else None  # type: ignore[index]

    @cached_property
    def minute(self) -> int | None:
        """Minutes after midnight at which the report was published, where the words that date it say so."""
        dated = self.article.published
        here = dated.trusted and dated.passage and dated.passage.article == self.article.id
        found = CLOCK.search(self.article.words(dated.passage)) if here and dated.passage else None
        if not found:
            return None
        hour = int(found[1]) % 12 + 12 * (found[3].lower() == "p") if found[3] else int(found[1])
        return 60 * hour + int(found[2])

    def stands_by(self, start: int) -> bool:
        """Whether the day that begins there says how far something had come: `had raised £6,400 by Sunday`."""
        return bool(BY.search(self.text[:start]) and SO_FAR.search(self.text))

    def holds(self, span: Span) -> bool:
        """Whether the span lies in what the claim asserts, not in the words between it and its subject."""
        place = self.passage(span)
        return self.claim.core.contains(place) or bool(self.claim.subject and self.claim.subject.contains(place))

    def passage(self, span: Span) -> Passage:
        start = self.claim.passage.start
        return Passage(self.article.id, start + span[0], start + span[1])

    def span_of(self, passage: Passage) -> Span:
        start = self.claim.passage.start
        return passage.start - start, passage.end - start


@between_builds
def sentences_of(article: Article, blocks: int | None = None) -> tuple[Telling, ...]:
    """Every sentence of the report, or of its first `blocks` paragraphs, as if it were one claim."""
    return tuple(_sentences(article, blocks))


def _sentences(article: Article, blocks: int | None) -> Iterator[Telling]:
    for block in article.body[:blocks]:
        for start, end in split_sentences(article.words(block.passage)):
            passage = Passage(article.id, block.passage.start + start, block.passage.start + end)
            yield Telling(Claim(passage, passage, passage), article)


def superseded(one: Telling, other: Telling) -> bool:
    """Whether so many days lie between two reports that the later one tells news, rather than another version."""
    return bool(one.day and other.day and abs((one.day - other.day).days) >= LATER_BY)


def fact_of(passage: Passage, alignments: Sequence[Alignment]) -> str:
    """The fact that a claim around the passage states, empty where none does."""
    holding = (one.id for one in alignments for claim in one.claims if claim.passage.contains(passage))
    return next(holding, "")


def fact_of_all(versions: Sequence[Version], alignments: Sequence[Alignment]) -> str:
    """The fact whose claims hold what differs, in two of the articles at least."""
    return fact_around([version.telling.passage(version.mark) for version in versions], alignments)


def fact_around(places: Sequence[Passage], alignments: Sequence[Alignment]) -> str:
    """The fact whose claims hold the places, in two of their articles at least; empty where none does."""
    for alignment in alignments:
        held = {p.article for p in places if any(claim.passage.contains(p) for claim in alignment.claims)}
        if len(held) > 1:
            return alignment.id
    return ""


def tell(claim: Claim, article: Article) -> Telling:
    return Telling(claim, article)


@dataclass(frozen=True, slots=True)
class Version:
    """One telling's way of putting the thing that differs: the words that do, and their value where they have one."""

    telling: Telling
    mark: Span
    value: Quantity | str | None = None
    key: object = None  # versions of one key stand on one side
    left_out: Span | None = None  # what a heading leaves out, where that is less: the number without its noun

    @property
    def words(self) -> str:
        return self.telling.text[slice(*self.mark)]

    @property
    def passage(self) -> Passage:
        return self.telling.passage(self.mark)


def slots_of(
    found: Sequence[tuple[Hashable, object]],
    rank: Callable[[int, int], int | None],
    pairs: Iterable[tuple[int, int]] | None = None,
    matching: float = 0.0,
) -> list[list[int]]:
    """Put things that answer each other into one slot, at most one from each owner, the best matches first.

    `found` are (owner, thing); `rank(a, b)` of two places says how well they match, lower is better, None not at all;
    `pairs` are those that may match, all of two owners where it is not given; `matching` is the share of the pairs
    between two slots that must match before they are joined.
    """
    asked = combinations(range(len(found)), 2) if pairs is None else pairs
    apart = ((a, b) for a, b in asked if found[a][0] != found[b][0])
    matched = sorted((order, a, b) for a, b in apart if (order := rank(a, b)) is not None)
    home = {place: frozenset({place}) for place in range(len(found))}
    answers = {(a, b) for _, a, b in matched}
    for _, a, b in matched:
        left, right = home[a], home[b]
        if left == right or _owners(found, left) & _owners(found, right):
            continue
        crossed = [(min(one, other), max(one, other)) in answers for one in left for other in right]
        if sum(crossed) >= matching * len(crossed):
            home.update(dict.fromkeys(left | right, left | right))
    return sorted(sorted(slot) for slot in set(home.values()) if len(slot) > 1)


def _owners(found: Sequence[tuple[Hashable, object]], slot: Iterable[int]) -> set[Hashable]:
    return {found[place][0] for place in slot}
