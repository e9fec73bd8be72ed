"""Events: reports of one running story that tell of different occasions of one kind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import product

from ...language.calendar_days import resolve
from ...language.dates import WEEKDAYS, DateMention, find_dates
from ...language.grammar import tag_words
from ...language.lexicons import words
from ...language.words import Token, tokens
from ...model import Article, Difference, Kind, Verdict
from .tellings import Telling, Version, sentences_of
from .written import write_down

NEAR = 4  # words
STOP = re.compile(r"[.,;:—–]")
VERBS = frozenset("DBNG")
LEDE_BLOCKS = 3  # where a report says of which occasion it tells
RULE = "these reports tell of different occasions: what the later one adds is news, not disagreement"


def differing_events(articles: Sequence[Article]) -> Iterator[Difference]:
    """`at a press conference Tuesday` beside `at his news conference on Thursday`."""
    found = [(noun, version) for article in articles for noun, version in _occasion(article)]
    for noun in dict.fromkeys(noun for noun, _ in found):
        versions = _comparable([version for other, version in found if other == noun])
        if len({version.key for version in versions}) > 1:
            yield write_down("", Kind.EVENT, Verdict.COMPATIBLE, RULE, versions)


def _comparable(versions: Sequence[Version]) -> list[Version]:
    """A weekday and a calendar day may be one day, unless the report is of another year than that day."""
    named = [version for version in versions if version.key in WEEKDAYS]
    placed = [version for version in versions if version.key not in WEEKDAYS]
    elsewhere = [version for version in named if placed and not any(_may_be(version, other) for other in placed)]
    return max(named, [*placed, *elsewhere], key=len)


def _may_be(named: Version, placed: Version) -> bool:
    published = named.telling.article.published
    return not (published.value and published.trusted) or str(placed.key).startswith(published.value)


def _occasion(article: Article) -> list[tuple[str, Version]]:
    """The first occasion with its day that the report's opening names; none where it names none."""
    for telling in sentences_of(article, LEDE_BLOCKS):
        nouns = [token for token in tokens(telling.text) if token.surface.lower() in words("occasions")]
        days = [mention for mention in find_dates(telling.text) if mention.kind in {"day", "weekday"}]
        for noun, day in product(nouns, days):
            if _is_beside(telling.text, noun, day):
                return [(noun.form, _version(day, telling))]
    return []


def _is_beside(text: str, noun: Token, day: DateMention) -> bool:
    """`Thursday’s conference`, `a conference in Moscow on Thursday`: no verb and no stop stands between them."""
    between = text[noun.end : day.start] if noun.end <= day.start else text[day.end : noun.start]
    tags = {word.tag for word in tag_words(between)}
    return len(between.split()) <= NEAR and not STOP.search(between) and not tags & VERBS


def _version(mention: DateMention, telling: Telling) -> Version:
    when = resolve(mention, telling.day)
    weekdays = [name for name, number in WEEKDAYS.items() if number == mention.weekday]
    named = weekdays[0] if weekdays else telling.text[mention.start : mention.end]
    return Version(telling, (mention.start, mention.end), key=when.iso if when else named)
