"""Events: reports of one running story that tell of different occasions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...language.calendar_days import resolve
from ...language.dates import WEEKDAYS, DateMention, find_dates
from ...language.sentences import split_sentences
from ...model import Article, Claim, Difference, Kind, Passage, Verdict
from .tellings import Telling, Version, write_down

LEDE_BLOCKS = 3  # where a report says on which day its news happened
RULE = "these reports tell of different days: what the later one adds is news, not disagreement"


def differing_events(articles: Sequence[Article]) -> Iterator[Difference]:
    """Where the days of all reports are known, the page shows these; else the days that their openings name are all
    there is to tell the occasions apart."""
    if all(article.published.value and article.published.trusted for article in articles):
        return
    versions = _comparable([version for article in articles if (version := _occasion(article))])
    if len({version.key for version in versions}) > 1:
        yield write_down("", Kind.EVENT, Verdict.COMPATIBLE, RULE, versions)


def _comparable(versions: Sequence[Version]) -> list[Version]:
    """A weekday and a calendar day may be one day: only days named in the same manner are set against each other."""
    named = [version for version in versions if version.key in WEEKDAYS]
    placed = [version for version in versions if version.key not in WEEKDAYS]
    return max(named, placed, key=len)


def _occasion(article: Article) -> Version | None:
    """The first day that the report's opening names."""
    for block in article.body[:LEDE_BLOCKS]:
        text = article.words(block.passage)
        for start, end in split_sentences(text):
            for mention in find_dates(text[start:end]):
                if mention.kind in {"day", "weekday"}:
                    place = block.passage.start + start
                    passage = Passage(article.id, place, place + end - start)
                    telling = Telling(Claim(passage, passage, passage), article)
                    return Version(telling, (mention.start, mention.end), key=_day(mention, telling))
    return None


def _day(mention: DateMention, telling: Telling) -> object:
    when = resolve(mention, telling.day)
    if when:
        return when.iso
    weekdays = [name for name, number in WEEKDAYS.items() if number == mention.weekday]
    return weekdays[0] if weekdays else telling.text[mention.start : mention.end]
