"""The dated moments of a story as a list, and as a line on which they can be drawn."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..model import Digest, Moment
from ..strings import Strings
from .facts import anchor
from .passages import PassageView, Printer
from .sources import DateView, SourceRef, date_view

WIDTH = 640  # user units of the drawing; it scales with the column
EDGE = 24  # keeps the first and last label inside
ROW = 22  # one line of labels
LABEL = 96  # the room that a date takes, in user units


@dataclass(frozen=True, slots=True)
class MentionView:
    source: SourceRef
    passage: PassageView
    at: str


@dataclass(frozen=True, slots=True)
class MomentView:
    """`x` and `level` place the moment on the drawing: units from the left, and the row of its label."""

    number: int
    date: DateView
    reports: bool
    mentions: tuple[MentionView, ...]
    x: int
    level: int


@dataclass(frozen=True, slots=True)
class TimelineView:
    moments: tuple[MomentView, ...]
    width: int
    height: int
    baseline: int
    is_drawn: bool
    summary: str


def timeline_view(digest: Digest, refs: dict[str, SourceRef], printer: Printer, say: Strings) -> TimelineView:
    """Moments with a date are placed by order, not by distance: 1999 and last Thursday must both be legible."""
    dated = sorted((moment for moment in digest.timeline if moment.date.value), key=_when)
    undated = [moment for moment in digest.timeline if not moment.date.value]
    places = _places(len(dated)) + [(0, 0)] * len(undated)
    moments = tuple(
        _moment(number, moment, place, refs, printer, say)
        for number, (moment, place) in enumerate(zip(dated + undated, places, strict=True), 1)
    )
    rows = 1 + max((level for _, level in places), default=0)
    baseline = ROW * rows + 14
    summary = say("timeline.summary", count=len(dated))
    return TimelineView(moments, WIDTH, baseline + 26, baseline, len(dated) > 1, summary)


def _when(moment: Moment) -> tuple[str, bool]:
    return moment.date.value or "", moment.reports


def first_day(iso: str) -> date:
    """The first day that a date of any precision may mean."""
    year, month, day = (*iso[:10].split("-"), "1", "1")[:3]
    return date(int(year), int(month), int(day))


def _places(count: int) -> list[tuple[int, int]]:
    """Even steps from left to right; labels go up a row where the one before would touch them."""
    if count < 2:
        return [(WIDTH // 2, 0)] * count
    step = (WIDTH - 2 * EDGE) / (count - 1)
    rows = max(1, -int(-LABEL // step))
    return [(round(EDGE + step * index), index % rows) for index in range(count)]


def _moment(
    number: int, moment: Moment, place: tuple[int, int], refs: dict[str, SourceRef], printer: Printer, say: Strings
) -> MomentView:
    passages = sorted(moment.passages, key=lambda passage: (refs[passage.article].number, passage))
    mentions = tuple(MentionView(refs[passage.article], printer.show(passage), anchor(passage)) for passage in passages)
    return MomentView(number, date_view(moment.date, printer, say), moment.reports, mentions, *place)
