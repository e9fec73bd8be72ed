"""Say of each line of a saved page what it is: headline, paragraph, caption, credit, or the page's own furniture."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..model import BODY
from ..model import BlockKind as K
from ..remember import between_builds
from .credits import credit_rule, is_marked_caption
from .datelines import dateline_length
from .day_lines import is_date_line
from .draft import Run, SeedError
from .furniture import furniture_rule, is_trail, kept_length, opens_box, opens_comments
from .headline import choose_headline, find_late_headline, opens_report
from .lines import Line, split_lines
from .page_body import drop_boxes, drop_forms, settle_body, settle_captions
from .page_head import end_of_head, settle_deck, settle_head

FIRST_PROSE_WORDS = 8  # shorter sentences above the report are site mottos and buttons


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


def _runs(line: Line, kind: K, *, may_open_with_dateline: bool) -> Iterator[Run]:
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


def _kinds(lines: Sequence[Line], *, titled: bool) -> list[K]:
    kinds = [K.HEADLINE if titled and not at else _own_kind(line) for at, line in enumerate(lines)]
    first = _first_prose(lines, kinds)
    if first is None:
        return [kind or K.FURNITURE for kind in kinds]
    if not titled and (late := find_late_headline(lines, kinds, first)):
        kinds[first:late] = [K.FURNITURE] * (late - first)
        first = next(at for at in range(late, len(kinds)) if kinds[at] is K.PARAGRAPH)
    headline = 0 if titled else choose_headline(lines, kinds, first)
    body = first if headline is None else end_of_head(lines, kinds, max(first, headline + 1))
    settle_head(lines, kinds, headline, body)
    drop_forms(lines, kinds, body)
    drop_boxes(lines, kinds, body)
    settle_captions(lines, kinds)
    settle_body(lines, kinds, body, ends_with_report=titled)
    settle_deck(lines, kinds)
    return [kind or K.FURNITURE for kind in kinds]


def _own_kind(line: Line) -> K | None:
    """What the line is by itself; None where that depends on its neighbours."""
    return _kind_of(line.text, line.gap, line.bullet)


@between_builds
def _kind_of(text: str, gap: bool, bullet: bool) -> K | None:
    line = Line(text, 0, gap, bullet)
    if opens_box(line) or opens_comments(line):
        return K.FURNITURE
    if credit_rule(line):
        return K.CREDIT
    if furniture_rule(line) or is_trail(line) or is_date_line(line.text):
        return K.FURNITURE
    if is_marked_caption(line):
        return K.CAPTION
    if line.prose:
        return K.ITEM if line.bullet else K.PARAGRAPH
    return None


def _is_full(line: Line) -> bool:
    return len(line.words) >= FIRST_PROSE_WORDS or opens_report(line)


def _first_prose(lines: Sequence[Line], kinds: Sequence[K | None]) -> int | None:
    """Where the report's sentences begin; in a text of short sentences only, the first of them."""
    prose = [at for at, kind in enumerate(kinds) if kind in (K.PARAGRAPH, K.ITEM)]
    full = (at for at in prose if lines[at].ended and _is_full(lines[at]))
    return next(full, prose[0] if prose else None)
