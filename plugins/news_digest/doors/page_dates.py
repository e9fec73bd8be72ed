"""Date a report: by what its page prints beside it, unless its own words place it elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from enum import IntEnum
from typing import NamedTuple

from ..language.calendar_days import resolve
from ..language.dates import WEEKDAYS, DateMention, find_dates
from ..model import UNDATED, Article, Block, BlockKind, Dated, Evidence, Passage

LONGEST_DATE_LINE = 160  # characters; page lines that print a date hold little else
LEDE_BLOCKS = 3  # where a report says which day its news is of
FRESH_DAYS = 2  # a report of Thursday's news comes out by Saturday; a later one says "last Thursday"
PICTURE_AGE = 31  # days: a picture of the news is not older than that, an archive one may be

_LABEL = re.compile(r"\b(?:published|posted|first published|originally published|publication date)\b", re.IGNORECASE)
_CHANGED = re.compile(r"\b(?:updated|modified|last edited)\b", re.IGNORECASE)
_OPENED = re.compile(r"\b(?:today is|today[’']s date|current date)\b|\d ?°|\d ?º|\d ?[CF]\b", re.IGNORECASE)
_ARCHIVE = re.compile(r"\b(?:file|archive|undated|library)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:['’.][^\W\d_]+)*")
_DATE_WORDS = frozenset(
    "published posted updated modified created released issued filed date dated on at first last originally as of is "
    "and the today it's it’s today's today’s time local original publication edited since day st nd rd th am pm a.m "
    "p.m a.m. p.m. et est edt pt pst pdt ct cst cdt gmt utc bst cet cest ist aest hrs h uhr".split()
)
_SPOKEN_WEEKDAY = {number: name.capitalize() for name, number in WEEKDAYS.items() if name.endswith("day")}


class Standing(IntEnum):
    """Where on the page a date is printed, best first."""

    PUBLISHED = 0  # it says so, or it stands between headline and report
    CHANGED = 1  # "Updated"
    ABOVE = 2  # above the headline, with nothing that makes it a clock
    CLOCK = 3  # above the headline, with its weekday: sites print the day on which they are opened so
    OPENED = 4  # beside the weather or "Today is"


class Printed(NamedTuple):
    day: date
    passage: Passage
    standing: Standing


def date_article(article: Article) -> Article:
    """The article with the dates that page and text bear out. A date that its door vouches for stands."""
    if article.published.value:
        return article
    printed = min(_printed(article), key=lambda found: found.standing, default=None)
    if printed is None:
        return replace(article, published=_from_text(article))
    doubt = _doubt(article, printed)
    words = article.words(printed.passage)
    if doubt:
        page_date = Dated(printed.day.isoformat(), Evidence.PAGE, False, printed.passage, doubt)
        return replace(article, published=_from_text(article), page_date=page_date)
    found = Dated(printed.day.isoformat(), Evidence.PAGE, True, printed.passage, f"the page prints “{words}”")
    return replace(article, published=found)


def is_date_line(text: str) -> bool:
    """Whether a line holds a full date and, besides, only clock times and words such as "updated"."""
    return len(text) <= LONGEST_DATE_LINE and bool(full_days(text)) and not list(_other_words(text))


def is_dated_byline(text: str) -> bool:
    """`Posted on September 4, 2025 by admin`, `October 14, 2021 by Jane Doe`."""
    if len(text) > LONGEST_DATE_LINE or not full_days(text):
        return False
    words = list(_other_words(text))
    return 2 <= len(words) <= 7 and words[0].lower() == "by"


def full_days(text: str) -> list[tuple[date, DateMention]]:
    """Dates of a text that name day, month and year, and that a calendar has."""
    plain = text.title() if text.isascii() and text.isupper() else text
    found = [(resolve(mention), mention) for mention in find_dates(plain) if mention.kind == "day" and mention.year]
    return [(when.start, mention) for when, mention in found if when]


def _other_words(text: str) -> Iterator[str]:
    spans = [(mention.start, mention.end) for _, mention in full_days(text)]
    for match in _WORD.finditer(text):
        inside = any(start <= match.start() < end for start, end in spans)
        if not inside and match.group().lower() not in _DATE_WORDS and match.group().lower() not in WEEKDAYS:
            yield match.group()


def _printed(article: Article) -> Iterator[Printed]:
    reports = (BlockKind.PARAGRAPH, BlockKind.ITEM)
    body = next((block.passage.start for block in article.blocks if block.kind in reports), len(article.text))
    head = article.title.start if article.title else body
    opened = any(_OPENED.search(words) for words in _page_lines(article, before=head))
    for block in article.blocks:
        if block.kind not in (BlockKind.FURNITURE, BlockKind.CREDIT):
            continue
        words = article.words(block.passage)
        standing = _standing(words, block.passage.start, head, body, opened=opened)
        days = full_days(words) if standing is not None and len(words) <= LONGEST_DATE_LINE else []
        yield from (Printed(day, block.passage, standing) for day, _ in days[:1] if standing is not None)


def _page_lines(article: Article, before: int) -> Iterator[str]:
    for block in article.blocks:
        if block.passage.end <= before and block.passage.end - block.passage.start <= LONGEST_DATE_LINE:
            yield article.words(block.passage)


def _standing(words: str, start: int, head: int, body: int, *, opened: bool) -> Standing | None:
    if _LABEL.search(words):
        return Standing.PUBLISHED
    if _CHANGED.search(words):
        return Standing.CHANGED if start < body else None
    if start >= head:
        return Standing.PUBLISHED if start < body else None
    if opened:
        return Standing.OPENED
    return Standing.CLOCK if _names_weekday(words) else Standing.ABOVE


def _names_weekday(words: str) -> bool:
    return any(word.lower() in WEEKDAYS for word in _WORD.findall(words))


def _doubt(article: Article, printed: Printed) -> str | None:
    """Why the printed day is not the report's; None where nothing speaks against it."""
    shown = f"the page prints “{article.words(printed.passage)}”"
    pictures = _picture_days(article)
    if late := next((day for day, _ in pictures if day > printed.day + timedelta(days=1)), None):
        return f"{shown}, but a picture in the report is dated {late}, which is later"
    if printed.standing < Standing.CLOCK:
        return None
    shown += " above the headline, where sites show the day on which they are opened"
    if printed.standing is Standing.OPENED:
        return f"{shown}, beside the weather or the clock"
    if pictures and printed.day - pictures[-1][0] > timedelta(days=PICTURE_AGE):
        return f"{shown}, and a picture in the report is dated {pictures[-1][0]}"
    return _weekday_doubt(article, printed.day, shown)


def _weekday_doubt(article: Article, day: date, shown: str) -> str | None:
    mention = _lede_weekday(article)
    if mention is None:
        return f"{shown}, and nothing in the report bears it out"
    news = mention.weekday or 0
    if (day.weekday() - news) % 7 <= FRESH_DAYS:
        return None
    return f"{shown}, a {_SPOKEN_WEEKDAY[day.weekday()]}; but the report tells the news of {_SPOKEN_WEEKDAY[news]}"


def _lede(article: Article) -> Iterable[tuple[Block, DateMention]]:
    for block in article.body[:LEDE_BLOCKS]:
        for mention in find_dates(article.words(block.passage)):
            yield block, mention


def _lede_weekday(article: Article) -> DateMention | None:
    """The first weekday that the report names as past or present."""
    return next((m for _, m in _lede(article) if m.weekday is not None and not m.ahead and m.when is None), None)


def _picture_days(article: Article) -> list[tuple[date, Passage]]:
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


def _from_text(article: Article) -> Dated:
    """What the report's own words say of its day: dateline, then lede, then captions."""
    return _from_dateline(article) or _from_lede(article) or _from_pictures(article) or UNDATED


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
    pictures = _picture_days(article)
    if not pictures:
        return None
    day, passage = pictures[-1]
    news = _lede_weekday(article)
    if news and news.weekday == day.weekday():
        why = f"a picture in the report is dated so, and the report tells the news of {_SPOKEN_WEEKDAY[day.weekday()]}"
        return Dated(day.isoformat(), Evidence.TEXT, True, passage, why)
    if (day + timedelta(days=PICTURE_AGE)).year != day.year:
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
