"""The fields that an editor's file may have: the shape of each, and what its words name."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from ..doors.sources import DATE_REMEDY, is_date

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LONGEST_SLUG = 100


class Shape(StrEnum):
    LINE = "one line of text"
    LIST = "a list: [one, two]"
    GROUPS = "lists in a list: - [one, two]"
    LINES = "lines below it: `name: text`"
    LISTS = "lists below it: `name: [one, two]`"


class Names(StrEnum):
    """What the words of a field name; in LINES and LISTS it is what stands before the colon."""

    NOTHING = "nothing"
    LINE = "fact or difference"
    FACT = "fact"
    ARTICLE = "article"
    STORY = "story"


Check = tuple[Callable[[str], bool], str]  # whether a value can be used, and what to write instead


def is_slug(value: str) -> bool:
    return len(value) <= LONGEST_SLUG and bool(SLUG.fullmatch(value))


def is_reason(value: str) -> bool:
    """`2025-03-12 The ministry withdrew the figure.`"""
    return is_date(value.partition(" ")[0])


DATE: Check = (is_date, DATE_REMEDY)
ADDRESS: Check = (is_slug, "use lower-case letters, digits and single hyphens")
REASON: Check = (is_reason, "write the date of the correction, then why: 2021-12-23 The ministry withdrew the figure.")


@dataclass(frozen=True)
class Field:
    shape: Shape
    names: Names = Names.NOTHING
    check: Check | None = None  # of the text, or of what stands behind the colon
    others: Names = Names.NOTHING  # what stands behind the colon


FIELDS: dict[str, Field] = {
    "story": Field(Shape.LINE),
    "title": Field(Shape.LINE),
    "summary": Field(Shape.LINE),
    "topic": Field(Shape.LINE),
    "closed": Field(Shape.LINE, check=DATE),
    "slug": Field(Shape.LINE, check=ADDRESS),
    "pin": Field(Shape.LIST, Names.LINE),
    "hide": Field(Shape.LIST, Names.LINE),
    "order": Field(Shape.LIST, Names.LINE),
    "wrong": Field(Shape.LINES, Names.LINE, REASON),
    "notes": Field(Shape.LINES, Names.LINE),
    "same": Field(Shape.GROUPS, Names.FACT),
    "two": Field(Shape.LISTS, Names.FACT, others=Names.ARTICLE),
    "corrections": Field(Shape.LINES, Names.LINE, REASON),
    "one-origin": Field(Shape.GROUPS, Names.ARTICLE),
    "two-origins": Field(Shape.GROUPS, Names.ARTICLE),
    "merge": Field(Shape.LIST, Names.STORY),
    "split": Field(Shape.LISTS, others=Names.ARTICLE),
    "move": Field(Shape.LINES, Names.ARTICLE, others=Names.STORY),
    "exclude": Field(Shape.LIST, Names.ARTICLE),
    "outlet": Field(Shape.LINES, Names.ARTICLE),
    "published": Field(Shape.LINES, Names.ARTICLE, DATE),
}
