"""Settle what stands among and below the paragraphs of a report: boxes of links, captions, lists, the page's foot."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ..model import BlockKind as K
from .credits import is_photo_credit, may_describe_picture
from .furniture import is_request, opens_box, opens_comments, opens_end, opens_form
from .lines import QUOTED, Line

RESUMED = 2  # paragraphs running; a box of teasers has a headline between any two
ENDED = 3  # a page that says of itself what it is takes two or three
COMMENTS_AFTER = 0.3  # of the report's words; a comment heading above that is a link to the comments
FEWEST_PARAGRAPHS = 2  # a teaser alone is all that there is
FORM_LINES = 5
LIST_LENGTH = 3  # so many short lines in a row are a list, not a subheading
BIO_LINES = 3  # the last paragraphs, in which a page says who its author is

_BIO = re.compile(
    r"(?:[A-Z][\w’'.-]* ){2,4}(?:is|has been|covers|writes|reports|joined|works|can be reached|reported)\b"
    r"(?=.*\b(?:reporter|journalist|correspondent|editor|columnist|writer|covers|writes|reports|freelance|author"
    r"|contributor|@|reached|newsroom)\b)"
)

_WORKS = re.compile(
    r"[A-Z][\w’'-]+ (?:[A-Z][\w’'.-]+ )?(?:is|was|covers|reports|writes|works|joined|has (?:been|covered|worked))\b"
)
_BROKEN_OFF = re.compile(r"\w ?(?:\.\.\.|…|\[(?:\.\.\.|…)\])$")
_PICTURE_HOUSE = re.compile(r"(?:getty(?: images)?|shutterstock|alamy|istock|imago|unsplash)", re.IGNORECASE)


def drop_boxes(lines: Sequence[Line], kinds: list[K | None], body: int) -> None:
    """Cut what follows the report, and boxes of links inside it."""
    total = sum(len(lines[at].words) for at in range(body, len(lines)) if kinds[at] is K.PARAGRAPH) or 1
    seen = 0
    for at in range(body, len(lines)):
        late = seen >= total * COMMENTS_AFTER
        if late and (opens_comments(lines[at]) or (opens_end(lines[at]) and not _resumes(kinds, at, ENDED))):
            return _drop(kinds, at, len(lines))
        if opens_box(lines[at]) and not _resumes(kinds, at, RESUMED):
            return _drop(kinds, at, len(lines))
        if opens_box(lines[at]):
            _drop(kinds, at, _next_paragraph(kinds, at))
        seen += len(lines[at].words) if kinds[at] is K.PARAGRAPH else 0
    return None


def drop_forms(lines: Sequence[Line], kinds: list[K | None], body: int) -> None:
    """Cut forms out of the report: a heading, a line or two, and a button or a notice."""
    for at in range(body, len(lines)):
        if not opens_form(lines[at]):
            continue
        rows = range(at + 1, min(at + FORM_LINES, len(lines)))
        end = next((row for row in rows if kinds[row] is K.FURNITURE), None)
        if end is not None and all(is_request(lines[row]) for row in range(at, end)):
            _drop(kinds, at, end + 1)


def settle_captions(lines: Sequence[Line], kinds: list[K | None]) -> None:
    """A line right above a photo credit that reads like a caption is one; so is half a sentence right below."""
    for credit, at in pairwise(range(len(lines))):
        made = is_photo_credit(lines[credit]) or _PICTURE_HOUSE.fullmatch(lines[credit].text)
        if made and kinds[at] in (None, K.DECK) and not lines[at].prose:
            kinds[at] = K.CAPTION
    for at, following in pairwise(range(len(lines))):
        if not is_photo_credit(lines[following]) or kinds[at] not in (None, K.PARAGRAPH):
            continue
        if kinds[at] is None or may_describe_picture(lines[at]):
            kinds[at] = K.CAPTION


def settle_body(lines: Sequence[Line], kinds: list[K | None], body: int, *, ends_with_report: bool) -> None:
    """Short lines between paragraphs are subheadings or lists; after the last one they are the page's, but for the
    list points of a text that was taken out of its page already."""
    last = max((at for at, kind in enumerate(kinds) if kind in (K.PARAGRAPH, K.ITEM)), default=-1)
    _settle_bios(lines, kinds, body, last)
    _drop_teasers(lines, kinds, body)
    at = body
    while at < len(lines):
        end = at
        while end < len(lines) and kinds[end] is None and lines[end].bullet == lines[at].bullet:
            end += 1
        points = ends_with_report and all(line.bullet for line in lines[at:end])
        kind = _kind_of_short(lines[at:end]) if end <= last or points else K.FURNITURE
        kinds[at:end] = [kind] * (end - at)
        at = max(end, at + 1)


def _resumes(kinds: Sequence[K | None], at: int, running: int) -> bool:
    """Whether so many paragraphs running follow: lists of other stories have a headline between any two."""
    return any(set(kinds[start : start + running]) == {K.PARAGRAPH} for start in range(at, len(kinds) - running + 1))


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


def _drop_teasers(lines: Sequence[Line], kinds: list[K | None], body: int) -> None:
    """A report does not end in mid-sentence; the beginnings of other reports below it do."""
    prose = [at for at in range(body, len(lines)) if kinds[at] is K.PARAGRAPH]
    while len(prose) > FEWEST_PARAGRAPHS and _BROKEN_OFF.search(lines[prose[-1]].text):
        kinds[prose.pop()] = K.FURNITURE


def _settle_bios(lines: Sequence[Line], kinds: list[K | None], body: int, last: int) -> None:
    prose = [at for at in range(last + 1) if kinds[at] is K.PARAGRAPH]
    authors = {word.lower() for at in range(body) if kinds[at] is K.CREDIT for word in lines[at].words if len(word) > 2}
    for at in prose[-BIO_LINES:] if len(prose) > BIO_LINES else []:
        line = lines[at]
        by_name = line.words[0].lower() in authors and _WORKS.match(line.text)
        if (by_name or _BIO.match(line.text)) and not QUOTED.search(line.text):
            kinds[at] = K.CREDIT
