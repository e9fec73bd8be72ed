"""Date a report: by what its page prints beside it, unless its own words place it elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from enum import IntEnum
from typing import NamedTuple

from ..model import UNDATED, Article, Block, BlockKind, Dated, Evidence, Passage
from .day_lines import LONGEST_DATE_LINE, full_days, names_weekday, unglued
from .own_days import PICTURE_AGE, WEEKDAY_NAMES, date_by_text, lede_weekday, picture_days

REPORTING = (BlockKind.PARAGRAPH, BlockKind.ITEM)
FRESH_DAYS = 2  # a report of Thursday's news comes out by Saturday; a later one says "last Thursday"

_LABEL = re.compile(
    r"\b(?:published|posted|first published|originally published|publication date"
    r"|veröffentlicht|erschienen|erstellt|publiée?|publicad[oa])\b",
    re.IGNORECASE,
)
_CHANGED = re.compile(
    r"\b(?:updated|modified|last edited|aktualisiert|geändert|stand:|modifiée?|mis à jour|actualizad[oa])",
    re.IGNORECASE,
)
_BAR = re.compile(r"\s*[|•·]\s*")
_OPENED = re.compile(r"\b(?:today is|today[’']s date|current date)\b|\d ?°|\d ?º|\d ?[CF]\b", re.IGNORECASE)


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
    doubt = _doubt(article, printed) if printed else None
    if printed and not doubt:
        return replace(article, published=_dated(printed, f"the page prints “{article.words(printed.passage)}”"))
    page_date = replace(_dated(printed, doubt), trusted=False) if printed and doubt else None
    return replace(article, published=date_by_text(article) or UNDATED, page_date=page_date)


def _dated(printed: Printed, why: str) -> Dated:
    return Dated(printed.day.isoformat(), Evidence.PAGE, passage=printed.passage, why=why)


def _printed(article: Article) -> Iterator[Printed]:
    starts = [block.passage.start for block in article.blocks if block.kind in REPORTING]
    body = starts[0] if starts else len(article.text)
    head = article.title.start if article.title else body
    shown = (block.passage for block in article.blocks if _is_page_line(block))
    lines = [(part, article.words(part)) for passage in shown for part in _each_dated(article, passage)]
    opened = any(_OPENED.search(words) for passage, words in lines if passage.end <= head)
    for passage, words in lines:
        standing = _standing(words, passage.start, head, body, opened=opened)
        days = full_days(unglued(words))
        if standing is not None and days:
            yield Printed(days[0][0], passage, standing)


def _each_dated(article: Article, passage: Passage) -> list[Passage]:
    """`Published: 22:14, 9 October 2025 | Updated: 07:02, 10 October 2025` as two lines."""
    words, parts, start = article.words(passage), [], 0
    for bar in (*_BAR.finditer(words), None):
        end = bar.start() if bar else len(words)
        if end > start:
            parts.append(Passage(article.id, passage.start + start, passage.start + end))
        start = bar.end() if bar else end
    dated = [part for part in parts if full_days(unglued(article.words(part)))]
    return dated if len(dated) > 1 else [passage]


def _is_page_line(block: Block) -> bool:
    short = block.passage.end - block.passage.start <= LONGEST_DATE_LINE
    return short and block.kind in (BlockKind.FURNITURE, BlockKind.CREDIT)


def _standing(words: str, start: int, head: int, body: int, *, opened: bool) -> Standing | None:
    if _LABEL.search(words):
        return Standing.PUBLISHED
    if _CHANGED.search(words):
        return Standing.CHANGED if start < body else None
    if start >= head:
        return Standing.PUBLISHED if start < body else None
    if opened:
        return Standing.OPENED
    return Standing.CLOCK if names_weekday(words) else Standing.ABOVE


def _doubt(article: Article, printed: Printed) -> str | None:
    """Why the printed day is not the report's; None where nothing speaks against it."""
    shown = f"the page prints “{article.words(printed.passage)}”"
    pictures = picture_days(article)
    if late := next((day for day, _ in pictures if day > printed.day + timedelta(days=1)), None):
        return f"{shown}, but a picture in the report is dated {late}, which is later"
    if printed.standing < Standing.CLOCK:
        return None
    shown += " above the report, where sites show the day on which they are opened"
    if printed.standing is Standing.OPENED:
        return f"{shown}, beside the weather or the clock"
    if pictures and printed.day - pictures[-1][0] > PICTURE_AGE:
        return f"{shown}, and a picture in the report is dated {pictures[-1][0]}"
    return _weekday_doubt(article, printed.day, shown)


def _weekday_doubt(article: Article, day: date, shown: str) -> str | None:
    mention = lede_weekday(article)
    if mention is None:
        return f"{shown}, and nothing in the report bears it out"
    news = mention.weekday or 0
    if (day.weekday() - news) % 7 <= FRESH_DAYS:
        return None
    return f"{shown}; but the report tells the news of a {WEEKDAY_NAMES[news]}"
