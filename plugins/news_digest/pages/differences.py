"""The differences as they are printed: conflicts first, each way of telling beside the others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..model import Difference, Kind, Passage, Quantity, Side, Verdict
from ..reproduce import VERDICTS
from ..strings import Strings
from ..visible import one_line
from .desk import Desk, SourceRef
from .facts import anchor, short_label, ways
from .passages import Marks, PassageView

VALUES = frozenset({Kind.NUMBER, Kind.DATE, Kind.CERTAINTY})
FEW = 3  # differences: not worth a fold
CODES = "aed bob brl chf cny gtq hnl huf idr nok pen pln pyg rub sar sek thb uah ves zar".split()
CURRENCY_SIGNS = {code: code.upper() for code in CODES} | {
    "eur": "€", "gbp": "£", "ils": "₪", "inr": "₹", "jpy": "¥", "krw": "₩", "try": "₺", "usd": "$",
}  # fmt: skip
_ISO = re.compile(r"\d{4}(?:-\d\d){0,2}(?:/\d{4}(?:-\d\d){0,2})?")


@dataclass(frozen=True, slots=True)
class TellingView:
    """One source's words on one side of a difference."""

    source: SourceRef
    passage: PassageView
    day: str
    at: str
    address: str | None
    speaker: PassageView | None  # where the passage itself does not name them


@dataclass(frozen=True, slots=True)
class SideView:
    """`label` are the differing words where they are few; `value` is the number or date that they are read as,
    `approximation` the source's own word for how exact it is."""

    label: str
    value: str
    approximation: str
    unit: str
    tellings: tuple[TellingView, ...]


@dataclass(frozen=True, slots=True)
class DifferenceView:
    """`layout` is "table" where every side gives a value to set in a column, "ledger" for quotations, else "sides".
    A ledger shows what it is about, so it has no `heading` of its own. `ways` are the ways of telling, where each is
    told in a few words. `lang` is the language of the words that stand here without their passage. `caution` says that
    no fact ties the sides to one thing, where only the words around them do."""

    id: str
    kind: Kind
    kind_label: str
    verdict: Verdict
    verdict_label: str
    heading: str
    ways: tuple[str, ...]
    lang: str | None
    about: str
    rule: str
    sides: tuple[SideView, ...]
    layout: str
    has_unit: bool
    has_approximation: bool
    fact: str | None
    fact_number: int | None
    caution: str
    remark: str


@dataclass(frozen=True, slots=True)
class VerdictView:
    """The differences of one verdict. Each of them is folded to a line where they are only told in other words."""

    verdict: Verdict
    is_folded: bool
    heading: str
    explanation: str
    differences: tuple[DifferenceView, ...]


def difference_views(desk: Desk) -> tuple[VerdictView, ...]:
    groups = []
    for verdict in VERDICTS:
        found = [difference for difference in desk.digest.differences if difference.verdict is verdict]
        if found:
            heading = desk.say(f"verdict.{verdict}.heading", count=len(found))
            views = tuple(_difference(difference, desk) for difference in found)
            is_folded = verdict is Verdict.VARIANT and len(found) > FEW
            groups.append(VerdictView(verdict, is_folded, heading, desk.say(f"verdict.{verdict}.why"), views))
    return tuple(groups)


def _is_untied(difference: Difference, desk: Desk) -> bool:
    return difference.kind in VALUES and difference.fact not in desk.numbers


def _difference(difference: Difference, desk: Desk) -> DifferenceView:
    sides = tuple(_side(side, desk) for side in difference.sides)
    layout = _layout(difference.kind, sides)
    return DifferenceView(
        id=difference.id,
        kind=difference.kind,
        kind_label=desk.say(f"kind.{difference.kind}"),
        verdict=difference.verdict,
        verdict_label=desk.say(f"verdict.{difference.verdict}"),
        heading="" if layout == "ledger" else one_line(difference.about),
        ways=ways(difference),
        lang=desk.lang,
        about=one_line(difference.about),
        rule=desk.reason(difference.rule),
        sides=sides,
        layout=layout,
        has_unit=any(side.unit for side in sides),
        has_approximation=any(side.approximation for side in sides),
        fact=difference.fact if difference.fact in desk.numbers else None,
        fact_number=desk.numbers.get(difference.fact or ""),
        caution=desk.say("differences.untied") if _is_untied(difference, desk) else "",
        remark=desk.remark(difference.id),
    )


def _layout(kind: Kind, sides: tuple[SideView, ...]) -> str:
    if kind is Kind.QUOTE:
        return "ledger"
    return "table" if kind in (Kind.NUMBER, Kind.DATE) and all(side.value for side in sides) else "sides"


def _side(side: Side, desk: Desk) -> SideView:
    value, approximation, unit = _value(side.value, desk.say)
    marks = [(mark, "differs") for mark in side.marks if not _is_all(mark, side.passages)]
    return SideView(
        label=short_label(side) or value,
        value=value,
        approximation=approximation,
        unit=unit,
        tellings=tuple(_telling(passage, marks, side.speakers, desk) for passage in desk.in_order(side.passages)),
    )


def _telling(passage: Passage, marks: Marks, speakers: Sequence[Passage], desk: Desk) -> TellingView:
    published = desk.digest.story.by_id[passage.article].published.value
    return TellingView(
        source=desk.refs[passage.article],
        passage=desk.printer.show(passage, marks),
        day=desk.say("date.undated") if published is None else desk.say.day(published),
        at=anchor(passage),
        address=desk.printer.address(passage),
        speaker=_speaker(passage, speakers, desk),
    )


def _speaker(passage: Passage, speakers: Sequence[Passage], desk: Desk) -> PassageView | None:
    named = [one for one in speakers if one.article == passage.article and not passage.contains(one)]
    view = desk.printer.show(named[0]) if named else None
    return view if view and not view.withheld else None


def _is_all(mark: Passage, passages: tuple[Passage, ...]) -> bool:
    """Whether the mark takes nearly all of its passage: words that are all marked are not marked at all."""
    whole = next((passage for passage in passages if passage.contains(mark)), mark)
    return 2 * (mark.end - mark.start) > whole.end - whole.start


def _value(value: Quantity | str | None, say: Strings) -> tuple[str, str, str]:
    if value is None:
        return "", "", ""
    if isinstance(value, str):
        return say.day(value) if _ISO.fullmatch(value) else one_line(value), "", ""
    return interval(value, say), one_line(value.approximation or ""), unit_label(one_line(value.unit))


def unit_label(unit: str) -> str:
    """As a reader writes it: £ for gbp, pence for gbp pence, CHF for chf."""
    code, _, coin = unit.partition(" ")
    return (coin or CURRENCY_SIGNS[code]) if code in CURRENCY_SIGNS else unit


def interval(value: Quantity, say: Strings) -> str:
    """14,000 · 10 to 15 · at least 4 · under 4 · not stated."""
    if value.low is None and value.high is None:
        return say("number.open")
    if value.high is None:
        return say("number.from", low=figure(value.low))
    if value.low is None:
        return say("number.to", high=figure(value.high))
    if value.low == value.high:
        return figure(value.low)
    return say("number.between", low=figure(value.low), high=figure(value.high))


def figure(number: float | None) -> str:
    """Digits in groups of three, with no more decimals than the number has."""
    if number is None:
        return ""
    if number == int(number):
        return f"{int(number):,}"
    return f"{number:,.6f}".rstrip("0")
