"""Read from a report's own words on which day it was written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from ..language.calendar_days import resolve
from ..language.dates import WEEKDAYS, DateMention, find_dates
from ..model import Article, Block, BlockKind, Dated, Evidence, Passage
from .day_lines import full_days

LEDE_BLOCKS = 3  # where a report says which day its news is of
PICTURE_AGE = timedelta(days=31)  # a picture of the news is not older than that, one from the archive may be

_ARCHIVE = re.compile(r"\b(?:file|archive|undated|library)\b", re.IGNORECASE)
WEEKDAY_NAMES = {number: name.capitalize() for name, number in WEEKDAYS.items() if name.endswith("day")}


def _lede(article: Article) -> Iterator[tuple[Block, DateMention]]:
    for block in article.body[:LEDE_BLOCKS]:
        for mention in find_dates(article.words(block.passage)):
            yield block, mention


def lede_weekday(article: Article) -> DateMention | None:
    """The first weekday that the report names as past or present."""
    return next((m for _, m in _lede(article) if m.weekday is not None and not m.ahead and m.when is None), None)


def picture_days(article: Article) -> list[tuple[date, Passage]]:
    """Full dates of captions in order of time; an archive picture says nothing of the report's day."""
    found = []
    for block in article.blocks:
        words = article.words(block.passage)
        if block.kind is BlockKind.CAPTION and not _ARCHIVE.search(words):
            found += [(day, _inside(block, mention)) for day, mention in full_days(words)]
    return sorted(found)


def _inside(block: Block, mention: DateMention) -> Passage:
    start = block.passage.start
    return Passage(block.passage.article, start + mention.start, start + mention.end)


def date_by_text(article: Article) -> Dated | None:
    """What the report's own words say of its day: dateline, then lede, then captions. None where they say nothing."""
    return _from_dateline(article) or _from_lede(article) or _from_pictures(article)


def _from_dateline(article: Article) -> Dated | None:
    for block in article.blocks:
        if block.kind is BlockKind.DATELINE:
            for day, mention in full_days(article.words(block.passage)):
                return Dated(day.isoformat(), Evidence.TEXT, True, _inside(block, mention), "the dateline says so")
    return None


def _from_lede(article: Article) -> Dated | None:
    """`on Thursday, July 31, 2025` in the first paragraphs: the day of the news, named with its weekday."""
    for block, mention in _lede(article):
        when = resolve(mention)
        if mention.kind == "day" and mention.weekday is not None and when and not mention.ahead:
            why = "the report's first paragraphs name the day of its news"
            return Dated(when.iso, Evidence.TEXT, True, _inside(block, mention), why)
    return None


def _from_pictures(article: Article) -> Dated | None:
    """A picture taken on the weekday of the news gives the day; an older one gives the year at best."""
    pictures = picture_days(article)
    if not pictures:
        return None
    day, passage = pictures[-1]
    news = lede_weekday(article)
    if news and news.weekday == day.weekday():
        why = f"a picture in the report is dated so, and the report tells the news of a {WEEKDAY_NAMES[day.weekday()]}"
        return Dated(day.isoformat(), Evidence.TEXT, True, passage, why)
    if (day + PICTURE_AGE).year != day.year:
        return None
    recent = _yearless_day(article, day)
    why = f"a picture in the report is dated {day}" + (f", and “{recent}” is told as recent" if recent else "")
    return Dated(f"{day:%Y}", Evidence.TEXT, recent is not None, passage, f"{why}: the report is no older")


def _yearless_day(article: Article, picture: date) -> str | None:
    """A day named without its year, in the half year before the picture: reports name recent days so."""
    for block in article.body:
        words = article.words(block.passage)
        for mention in find_dates(words):
            when = resolve(mention, picture) if mention.kind == "day" and mention.year is None else None
            if when and when.start <= picture:
                return words[mention.start : mention.end]
    return None
