"""Say of each line of a saved page what it is: headline, paragraph, caption, credit, or the page's own furniture."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ..model import BODY, BlockKind
from .credits import credit_rule, is_initials, is_marked_caption, is_person, is_photo_credit, may_describe_picture
from .datelines import dateline_length
from .day_lines import is_date_line
from .draft import Run, SeedError
from .furniture import furniture_rule, is_trail, kept_length, opens_box, opens_comments
from .headline import choose_headline
from .lines import QUOTED, Line, split_lines

FIRST_PROSE_WORDS = 8  # shorter sentences above the report are site mottos and buttons
HEAD_PROSE = 2  # sentences above the byline: a deck of two lines
DECK_WORDS = 5  # shorter lines under a headline are labels: a section, a place
REPEATED = 0.8  # share of a deck's words that the next paragraph says again
REPEATED_WORDS = 8
COMMENTS_AFTER = 0.3  # of the report's words; a comment heading above that is a link to the comments
LIST_LENGTH = 3  # so many short lines in a row are a list, not a subheading
BIO_LINES = 3  # the last paragraphs, in which a page says who its author is
BIO = re.compile(
    r"(?:[A-Z][\w’'.-]* ){2,4}(?:is|has been|covers|writes|reports|joined|works|can be reached|reported)\b"
    r"(?=.*\b(?:reporter|journalist|correspondent|editor|columnist|writer|covers|writes|reports|freelance|author|contributor|@|reached|newsroom)\b)"
)

K = BlockKind


def lay_out_report(text: str, *, titled: bool = False) -> tuple[Run, ...]:
    """The runs of a text that reports something. Raises SeedError where it holds headings and furniture alone."""
    runs = lay_out(text, titled=titled)
    if not any(run.kind in BODY for run in runs):
        raise SeedError(
            "no report in it, only headings and page furniture", "save the report's paragraphs too, each on a line"
        )
    return runs


def lay_out(text: str, *, titled: bool = False) -> tuple[Run, ...]:
    """Runs that cover the text in order; `titled` says that its first line is known to be the headline."""
    lines = split_lines(text)
    kinds = _kinds(lines, titled=titled)
    first = next((at for at, kind in enumerate(kinds) if kind is K.PARAGRAPH), None)
    return tuple(
        run for at, line in enumerate(lines) for run in _runs(line, kinds[at], may_open_with_dateline=at == first)
    )


def _runs(line: Line, kind: BlockKind, *, may_open_with_dateline: bool) -> Iterator[Run]:
    """A line is one run, less its dateline before and the button glued to its end."""
    if kind not in (K.PARAGRAPH, K.ITEM, K.DECK):
        yield Run(kind, line.start, line.end)
        return
    opening = dateline_length(line.text) if may_open_with_dateline else 0
    if opening:
        yield Run(K.DATELINE, line.start, line.start + opening)
    kept = kept_length(line.text)
    words = line.text[opening:kept].strip()
    start = line.start + line.text.index(words, opening)
    yield Run(kind, start, start + len(words))
    if rest := line.text[kept:].strip():
        yield Run(K.FURNITURE, line.end - len(rest), line.end)


def _kinds(lines: Sequence[Line], *, titled: bool) -> list[BlockKind]:
    kinds = [K.HEADLINE if titled and not at else _own_kind(line) for at, line in enumerate(lines)]
    first = _first_prose(lines, kinds)
    if first is None:
        return [kind or K.FURNITURE for kind in kinds]
    headline = 0 if titled else choose_headline(lines, kinds, first)
    body = _body_start(lines, kinds, first + 1 if headline == first else first)
    _settle_head(lines, kinds, headline, body)
    _drop_boxes(lines, kinds, body)
    _settle_captions(lines, kinds)
    _settle_body(lines, kinds, body, ends_with_report=titled)
    _settle_deck(lines, kinds)
    return [kind or K.FURNITURE for kind in kinds]


def _own_kind(line: Line) -> BlockKind | None:
    """What the line is by itself; None where that depends on its neighbours."""
    if credit_rule(line):
        return K.CREDIT
    if opens_box(line) or opens_comments(line) or furniture_rule(line) or is_trail(line) or is_date_line(line.text):
        return K.FURNITURE
    if is_marked_caption(line):
        return K.CAPTION
    if line.prose:
        return K.ITEM if line.bullet else K.PARAGRAPH
    return None


def _first_prose(lines: Sequence[Line], kinds: Sequence[BlockKind | None]) -> int | None:
    """Where the report's sentences begin; in a text of short sentences only, the first of them."""
    prose = [at for at, kind in enumerate(kinds) if kind in (K.PARAGRAPH, K.ITEM)]
    full = (at for at in prose if lines[at].ended and len(lines[at].words) >= FIRST_PROSE_WORDS)
    return next(full, prose[0] if prose else None)


def _body_start(lines: Sequence[Line], kinds: Sequence[BlockKind | None], first: int) -> int:
    """A byline or date among the first sentences ends the head: what stands above it is the deck."""
    start, prose = first, 0
    for at in range(first, len(lines)):
        if _closes_head(lines[at]):
            start = at + 1
        prose += kinds[at] is K.PARAGRAPH
        if prose > HEAD_PROSE:
            return start
    return first


def _closes_head(line: Line) -> bool:
    return credit_rule(line) == "byline" or is_date_line(line.text)


def _settle_head(lines: Sequence[Line], kinds: list[BlockKind | None], headline: int | None, body: int) -> None:
    """Above the headline is the page; between headline and report stand decks, bylines and dates."""
    for at in range(body):
        if headline is None or at < headline:
            kinds[at] = K.FURNITURE
        elif at == headline:
            kinds[at] = K.HEADLINE
        else:
            kinds[at] = _kind_in_head(lines[at], kinds[at], last=at == body - 1)


def _kind_in_head(line: Line, kind: BlockKind | None, *, last: bool) -> BlockKind:
    if kind not in (None, K.PARAGRAPH):
        return kind
    if line.bullet:
        return K.ITEM
    if is_person(line) or is_initials(line):
        return K.CREDIT
    if len(line.words) >= DECK_WORDS:
        return K.DECK
    return K.SUBHEAD if last and line.text.endswith(":") else K.FURNITURE


def _drop_boxes(lines: Sequence[Line], kinds: list[BlockKind | None], body: int) -> None:
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


def _resumes(kinds: Sequence[BlockKind | None], at: int) -> bool:
    """Whether two paragraphs running follow: lists of other stories have a headline between any two."""
    return any(pair == (K.PARAGRAPH, K.PARAGRAPH) for pair in pairwise(kinds[at:]))


def _next_paragraph(kinds: Sequence[BlockKind | None], at: int) -> int:
    return next((index for index in range(at, len(kinds)) if kinds[index] is K.PARAGRAPH), len(kinds))


def _drop(kinds: list[BlockKind | None], start: int, end: int) -> None:
    for at in range(start, end):
        if kinds[at] is not K.CREDIT:
            kinds[at] = K.FURNITURE


def _settle_captions(lines: Sequence[Line], kinds: list[BlockKind | None]) -> None:
    """A line right above a photo credit that reads like a caption is one."""
    for at, following in pairwise(range(len(lines))):
        if not is_photo_credit(lines[following]) or kinds[at] not in (None, K.PARAGRAPH):
            continue
        if kinds[at] is None or may_describe_picture(lines[at]):
            kinds[at] = K.CAPTION


def _settle_body(lines: Sequence[Line], kinds: list[BlockKind | None], body: int, *, ends_with_report: bool) -> None:
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


def _kind_of_short(run: Sequence[Line]) -> BlockKind:
    """Bulleted points and tables of figures report; a plain list of short lines is a menu."""
    if run and all(line.bullet for line in run):
        return K.ITEM
    if len(run) < LIST_LENGTH:
        return K.SUBHEAD
    figures = sum(any(map(str.isdigit, line.text)) for line in run)
    return K.ITEM if figures * 2 > len(run) else K.FURNITURE


def _settle_bios(lines: Sequence[Line], kinds: list[BlockKind | None], last: int) -> None:
    prose = [at for at in range(last + 1) if kinds[at] is K.PARAGRAPH]
    for at in prose[-BIO_LINES:] if len(prose) > BIO_LINES else []:
        if BIO.match(lines[at].text) and not QUOTED.search(lines[at].text):
            kinds[at] = K.CREDIT


def _settle_deck(lines: Sequence[Line], kinds: list[BlockKind | None]) -> None:
    """A first paragraph that the second says again is the report's deck."""
    prose = [at for at, kind in enumerate(kinds) if kind is K.PARAGRAPH][:2]
    if len(prose) < 2:
        return
    deck, lede = ({word.lower() for word in lines[at].words} for at in prose)
    if len(deck) >= REPEATED_WORDS and len(deck & lede) >= REPEATED * len(deck):
        kinds[prose[0]] = K.DECK
