"""Settle what stands among and below the paragraphs of a report: boxes of links, captions, lists, the page's foot."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ..model import BlockKind as K
from .credits import is_photo_credit, may_describe_picture
from .furniture import opens_box, opens_comments
from .lines import QUOTED, Line

COMMENTS_AFTER = 0.3  # of the report's words; a comment heading above that is a link to the comments
LIST_LENGTH = 3  # so many short lines in a row are a list, not a subheading
BIO_LINES = 3  # the last paragraphs, in which a page says who its author is

_BIO = re.compile(
    r"(?:[A-Z][\w’'.-]* ){2,4}(?:is|has been|covers|writes|reports|joined|works|can be reached|reported)\b"
    r"(?=.*\b(?:reporter|journalist|correspondent|editor|columnist|writer|covers|writes|reports|freelance|author"
    r"|contributor|@|reached|newsroom)\b)"
)


def drop_boxes(lines: Sequence[Line], kinds: list[K | None], body: int) -> None:
    """Cut what follows the report, and boxes of links inside it."""
    total = sum(len(lines[at].words) for at in range(body, len(lines)) if kinds[at] is K.PARAGRAPH) or 1
    seen = 0
    for at in range(body, len(lines)):
        if (opens_comments(lines[at]) and seen >= total * COMMENTS_AFTER) or (
            opens_box(lines[at]) and not _resumes(kinds, at)
        ):
            return _drop(kinds, at, len(lines))
        if opens_box(lines[at]):
            _drop(kinds, at, _next_paragraph(kinds, at))
        seen += len(lines[at].words) if kinds[at] is K.PARAGRAPH else 0
    return None


def settle_captions(lines: Sequence[Line], kinds: list[K | None]) -> None:
    """A line right above a photo credit that reads like a caption is one."""
    for at, following in pairwise(range(len(lines))):
        if not is_photo_credit(lines[following]) or kinds[at] not in (None, K.PARAGRAPH):
            continue
        if kinds[at] is None or may_describe_picture(lines[at]):
            kinds[at] = K.CAPTION


def settle_body(lines: Sequence[Line], kinds: list[K | None], body: int, *, ends_with_report: bool) -> None:
    """Short lines between paragraphs are subheadings or lists; after the last one they are the page's, but for the
    list points of a text that was taken out of its page already."""
    last = max((at for at, kind in enumerate(kinds) if kind in (K.PARAGRAPH, K.ITEM)), default=-1)
    _settle_bios(lines, kinds, last)
    at = body
    while at < len(lines):
        end = at
        while end < len(lines) and kinds[end] is None:
            end += 1
        points = ends_with_report and all(line.bullet for line in lines[at:end])
        kind = _kind_of_short(lines[at:end]) if end <= last or points else K.FURNITURE
        kinds[at:end] = [kind] * (end - at)
        at = end + 1


def _resumes(kinds: Sequence[K | None], at: int) -> bool:
    """Whether two paragraphs running follow: lists of other stories have a headline between any two."""
    return any(pair == (K.PARAGRAPH, K.PARAGRAPH) for pair in pairwise(kinds[at:]))


def _next_paragraph(kinds: Sequence[K | None], at: int) -> int:
    return next((index for index in range(at, len(kinds)) if kinds[index] is K.PARAGRAPH), len(kinds))


def _drop(kinds: list[K | None], start: int, end: int) -> None:
    for at in range(start, end):
        if kinds[at] is not K.CREDIT:
            kinds[at] = K.FURNITURE


def _kind_of_short(run: Sequence[Line]) -> K:
    """Bulleted points and tables of figures report; a plain list of short lines is a menu."""
    if run and all(line.bullet for line in run):
        return K.ITEM
    if len(run) < LIST_LENGTH:
        return K.SUBHEAD
    figures = sum(any(map(str.isdigit, line.text)) for line in run)
    return K.ITEM if figures * 2 > len(run) else K.FURNITURE


def _settle_bios(lines: Sequence[Line], kinds: list[K | None], last: int) -> None:
    prose = [at for at in range(last + 1) if kinds[at] is K.PARAGRAPH]
    for at in prose[-BIO_LINES:] if len(prose) > BIO_LINES else []:
        if _BIO.match(lines[at].text) and not QUOTED.search(lines[at].text):
            kinds[at] = K.CREDIT
