"""Date the undated reports of a story by the days that its other reports name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from ..language.calendar_days import resolve
from ..language.dates import WEEKDAYS, find_dates
from ..language.sentences import split_sentences
from ..language.words import tokens
from ..model import Article, Dated, Evidence, Passage

NEAR = timedelta(days=3)  # reports of one event come out within it
FRESH_DAYS = 2  # a report of Thursday's news comes out by Saturday
SHARED_WORDS = 5  # of a sentence that dates an event, found again in the report of it
SHARED_SHARE = 0.33  # of that sentence's words: a passing mention of another event shares fewer


class Occasion(NamedTuple):
    """A day that a report names without its year, or in full, with the sentence that tells what happened on it."""

    day: date
    passage: Passage
    words: frozenset[str]


def date_story(articles: Sequence[Article]) -> tuple[Article, ...]:
    """The articles, the undated ones with the day on which another dates the event of their weekday.

    An article that names several weekdays, or none, or whose weekday fits two days, stays undated, unless its page
    prints a day that its weekday and the dates of the others bear out.
    """
    if all(article.published.value for article in articles):
        return tuple(articles)
    occasions = [occasion for article in articles for occasion in _occasions(article)]
    names = {article.id: article.outlet.name for article in articles}
    days = [day for article in articles if (day := _own_day(article))]
    return tuple(
        article if article.published.value else _borne_out(_dated(article, occasions, names), days)
        for article in articles
    )


def reading_order(article: Article) -> tuple[bool, str, str]:
    """Oldest first, undated last."""
    return (article.published.value is None, article.published.value or "", article.id)


def _occasions(article: Article) -> Iterator[Occasion]:
    anchor = _anchor(article)
    for block in article.body if anchor else ():
        text = article.words(block.passage)
        for start, end in split_sentences(text):
            for mention in find_dates(text[start:end]):
                when = resolve(mention, anchor) if mention.kind == "day" and not mention.ahead else None
                if when and when.start == when.end:
                    place = block.passage.start + start
                    passage = Passage(article.id, place + mention.start, place + mention.end)
                    yield Occasion(when.start, passage, _words(text[start:end]))


def _own_day(article: Article) -> date | None:
    """The day of the report, where it is known to the day."""
    published = article.published
    known = published.value if published.trusted else None
    return date.fromisoformat(known[:10]) if known and len(known) >= len("2021-12-23") else None


def _anchor(article: Article) -> date | None:
    """The day by which a day without its year is placed: the report's, or one near it that the report prints."""
    published = article.published
    if not published.value or not published.trusted:
        return None
    if day := _own_day(article):
        return day
    mentions = find_dates(article.words(published.passage)) if published.passage else ()
    days = [when.start for mention in mentions if (when := resolve(mention)) and when.start == when.end]
    return days[0] if days else None


def _dated(article: Article, occasions: Sequence[Occasion], names: Mapping[str, str]) -> Article:
    weekdays = _weekdays(article)
    own = _words("\n".join(article.words(block.passage) for block in article.body))
    fitting = [
        occasion
        for occasion in occasions
        if {occasion.day.weekday()} == weekdays
        and len(occasion.words & own) >= max(SHARED_WORDS, SHARED_SHARE * len(occasion.words))
    ]
    if len({occasion.day for occasion in fitting}) != 1:
        return article
    found = fitting[0]
    other = names[found.passage.article]
    why = f"the report tells the news of a {_NAMES[found.day.weekday()]}, and {other} names its date"
    published = Dated(found.day.isoformat(), Evidence.TEXT, True, found.passage, why)
    page_date = article.page_date
    if page_date:
        page_date = replace(page_date, why=f"{page_date.why}; {other} dates that news {found.day}")
    return replace(article, published=published, page_date=page_date)


def _borne_out(article: Article, days: Sequence[date]) -> Article:
    """A day printed above the report is the day of publication where the story is of these days and so is its news."""
    page = article.page_date
    if article.published.value or not page or not page.value:
        return article
    day = date.fromisoformat(page.value[:10])
    near = [other for other in days if abs(other - day) <= NEAR]
    fresh = any((day.weekday() - weekday) % 7 <= FRESH_DAYS for weekday in _weekdays(article))
    if not near or not fresh:
        return article
    why = f"the page prints it, the report tells the news of these days, and another report of it is dated {near[0]}"
    return replace(article, published=replace(page, trusted=True, why=why), page_date=None)


def _weekdays(article: Article) -> set[int]:
    """The weekday on which most of what the report tells happened; none where two are named as often."""
    named = [
        mention.weekday
        for block in article.body
        for mention in find_dates(article.words(block.passage))
        if mention.kind == "weekday" and mention.weekday is not None and mention.when is None and not mention.ahead
    ]
    most = max(map(named.count, named), default=0)
    often = {day for day in named if named.count(day) == most}
    return often if len(often) == 1 else set()


def _words(text: str) -> frozenset[str]:
    return frozenset(token.form for token in tokens(text) if not token.is_empty and not token.is_number)


_NAMES = {number: name.capitalize() for name, number in WEEKDAYS.items() if name.endswith("day")}


if __name__ == "__main__":
    from ..looking import main

    raise SystemExit(main("dating"))
