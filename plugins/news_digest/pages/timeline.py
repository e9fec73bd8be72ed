"""The dated moments of a story as a list, and as a line on which they are drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ..language.dates import find_dates
from ..language.figures import find_figures
from ..language.words import compare_form
from ..model import Fact, Moment, Passage
from ..strings import Strings
from .desk import Desk, SourceRef
from .facts import anchor
from .passages import PassageView
from .sources import DateView, date_view

WIDTH = 360  # user units: the drawing is as wide as a phone, and grows with the column
EDGE = 12  # keeps the first and last sign inside
ROW = 15  # one line of labels
SIGN = 18  # across; filled for the reports themselves
LABEL = 74  # the room that "23 Dec 2021" takes, in user units
WORDED = 4  # lines of one moment: enough to say what the day brought
MOST = 16  # moments; more than these no longer stand apart on a line, and the list has them all


@dataclass(frozen=True, slots=True)
class MentionView:
    source: SourceRef
    at: str


@dataclass(frozen=True, slots=True)
class PlaceView:
    """Where a moment is drawn, in user units: `x` from the left, `label` and the `stem` to it above the line.

    `hangs` is "start" or "end" where the label must not be centred.
    """

    x: int
    label: int
    stem: int
    hangs: str
    short: str


@dataclass(frozen=True, slots=True)
class LineView:
    """Words of one source, and where each source that says the same says so, that one first."""

    words: PassageView
    mentions: tuple[MentionView, ...]


@dataclass(frozen=True, slots=True)
class MomentView:
    """`lines` are what most sources tell of it; `others` are where the sources tell of it that have no line. `place` is
    None for a moment without a date, and where there are too many to draw."""

    number: int
    date: DateView
    reports: bool
    lines: tuple[LineView, ...]
    others: tuple[MentionView, ...]
    place: PlaceView | None


@dataclass(frozen=True, slots=True)
class TimelineView:
    moments: tuple[MomentView, ...]
    width: int
    height: int
    baseline: int
    is_drawn: bool
    summary: str


def timeline_view(desk: Desk) -> TimelineView:
    """Moments with a date are placed by order, not by distance: 1999 and last Thursday must both be legible."""
    dated = sorted((moment for moment in desk.digest.timeline if moment.date.value), key=_when)
    undated = [moment for moment in desk.digest.timeline if not moment.date.value]
    is_drawn = 1 < len(dated) <= MOST
    rows = _rows(len(dated)) if is_drawn else 0
    baseline = ROW * rows + SIGN
    moments = [
        _moment(index, moment, _place(index, len(dated), moment, desk.say) if is_drawn else None, desk)
        for index, moment in enumerate(dated)
    ]
    moments += [_moment(index, moment, None, desk) for index, moment in enumerate(undated, start=len(dated))]
    summary = desk.say("timeline.summary", count=len(dated))
    return TimelineView(tuple(moments), WIDTH, baseline + SIGN, baseline, is_drawn, summary)


def _when(moment: Moment) -> tuple[str, bool]:
    return moment.date.value or "", moment.reports


def is_day(iso: str) -> bool:
    """Whether a date names one day, with or without a time, and not a month, a year or a span."""
    return len(iso) >= len("2021-12-23") and "/" not in iso


def first_day(iso: str) -> date:
    """The first day that a date of any precision may mean."""
    year, month, day = (*iso.partition("/")[0][:10].split("-"), "1", "1")[:3]
    return date(int(year), int(month), int(day))


def _step(count: int) -> float:
    return (WIDTH - 2 * EDGE) / (count - 1)


def _rows(count: int) -> int:
    """How many lines of labels it takes until none touches the next on its own line."""
    return min(count, -int(-LABEL // _step(count)))


def _place(index: int, count: int, moment: Moment, say: Strings) -> PlaceView:
    x = round(EDGE + _step(count) * index)
    rows = _rows(count)
    label = -SIGN - ROW * (rows - 1 - index % rows)
    hangs = "start" if x < LABEL // 2 else "end" if x > WIDTH - LABEL // 2 else ""
    return PlaceView(x, label, label + 3, hangs, say.short_day(moment.date.value or ""))


def _moment(index: int, moment: Moment, place: PlaceView | None, desk: Desk) -> MomentView:
    told = sorted(_same_told(desk.in_order(moment.passages), desk), key=lambda same: -len(_by_article(same)))
    shown, left = told[:WORDED], [passage for same in told[WORDED:] for passage in same]
    with_line = {passage.article for same in shown for passage in same}
    return MomentView(
        number=index + 1,
        date=date_view(moment.date, desk),
        reports=moment.reports,
        lines=tuple(LineView(desk.printer.show(same[0]), _mentions(same, desk)) for same in shown),
        others=_mentions([passage for passage in left if passage.article not in with_line], desk),
        place=place,
    )


def _mentions(passages: Sequence[Passage], desk: Desk) -> tuple[MentionView, ...]:
    return tuple(MentionView(desk.refs[article], anchor(at)) for article, at in _by_article(passages).items())


def _by_article(passages: Sequence[Passage]) -> dict[str, Passage]:
    """The first passage of each."""
    found: dict[str, Passage] = {}
    for passage in passages:
        found.setdefault(passage.article, passage)
    return found


def _same_told(passages: Sequence[Passage], desk: Desk) -> list[list[Passage]]:
    """Passages that say the same, together: in the same words, or joined to the first of them by a fact."""
    found: list[list[Passage]] = []
    for passage in passages:
        same = next((same for same in found if _says_the_same(same[0], passage, desk)), None)
        if same is None:
            found.append([passage])
        else:
            same.append(passage)
    return found


def _says_the_same(first: Passage, other: Passage, desk: Desk) -> bool:
    """Whether the other source bears out the better part of the first passage, and each number and month in it."""
    words, theirs = (desk.digest.story.by_id[one.article].words(one) for one in (first, other))
    if compare_form(words) == compare_form(theirs):
        return True
    if not _exact(words) <= _exact(theirs):
        return False
    shared = [fact for fact in desk.facts if any(other.overlaps(support) for support in fact.support)]
    return 2 * _told_by(first, shared) >= first.end - first.start


def _exact(text: str) -> frozenset[tuple[object, ...]]:
    """What another source must give alike: `2,400 people`, `in May`."""
    counted = {(figure.low, figure.high) for figure in find_figures(text)}
    return frozenset(counted | {(one.month, one.day, one.year) for one in find_dates(text) if one.month or one.year})


def _told_by(passage: Passage, facts: Sequence[Fact]) -> int:
    """How many characters of a passage stand in these facts."""
    parts = [part for fact in facts for part in fact.support if part.overlaps(passage)]
    return len({at for part in parts for at in range(max(part.start, passage.start), min(part.end, passage.end))})
