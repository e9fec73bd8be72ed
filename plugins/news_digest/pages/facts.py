"""The facts as they are printed, each with the passages of every source behind it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..language.words import tokens
from ..model import Digest, Fact, Passage, Status, Verdict
from .desk import Desk, SourceRef
from .passages import PassageView, Printer, beginning


@dataclass(frozen=True, slots=True)
class SupportView:
    """One source's own words for a fact, with a little of what stands around them."""

    source: SourceRef
    passage: PassageView
    before: PassageView | None
    after: PassageView | None
    at: str
    address: str | None


@dataclass(frozen=True, slots=True)
class DifferenceRef:
    """A difference that was found on a fact."""

    id: str
    verdict: Verdict
    verdict_label: str


@dataclass(frozen=True, slots=True)
class FactView:
    """A fact, with its sources in the order of the story. `short` is the lead's beginning, for tables;
    `opens_inside` is True where the lead begins within a sentence."""

    id: str
    number: int
    status: Status
    status_label: str
    lead: PassageView
    opens_inside: bool
    short: PassageView
    is_cut: bool
    leader: SourceRef
    speaker: PassageView | None
    sources: tuple[SourceRef, ...]
    outlets: int
    origins: int
    support: tuple[SupportView, ...]
    differences: tuple[DifferenceRef, ...]
    remark: str
    is_pinned: bool


def fact_views(desk: Desk) -> tuple[FactView, ...]:
    return tuple(_fact(number, fact, desk) for number, fact in enumerate(desk.digest.facts, 1))


def _fact(number: int, fact: Fact, desk: Desk) -> FactView:
    sources = tuple(sorted((desk.refs[article] for article in tellers(fact)), key=lambda ref: ref.number))
    short = beginning(desk.digest.story.by_id[fact.lead.article], fact.lead)
    passages = fact.support if fact.lead in fact.support else (fact.lead, *fact.support)
    return FactView(
        id=fact.id,
        number=number,
        status=fact.status,
        status_label=desk.say(f"status.{fact.status}"),
        lead=desk.printer.show(fact.lead),
        opens_inside=desk.digest.story.words(fact.lead)[0].islower(),
        short=desk.printer.show(short),
        is_cut=short != fact.lead,
        leader=desk.refs[fact.lead.article],
        speaker=_speaker(fact, desk.printer),
        sources=sources,
        outlets=len(sources),
        origins=fact.origins,
        support=tuple(_support(passage, fact, desk) for passage in desk.in_order(passages)),
        differences=_differences(fact, desk),
        remark=desk.remark(fact.id),
        is_pinned=fact.id in desk.digest.pinned,
    )


def _differences(fact: Fact, desk: Desk) -> tuple[DifferenceRef, ...]:
    return tuple(
        DifferenceRef(difference.id, difference.verdict, desk.say(f"verdict.{difference.verdict}"))
        for difference in desk.digest.differences
        if difference.id in fact.differences
    )


def tellers(fact: Fact) -> tuple[str, ...]:
    """The articles that state the fact, the lead's first."""
    return tuple(dict.fromkeys((fact.lead.article, *(passage.article for passage in fact.support))))


def _speaker(fact: Fact, printer: Printer) -> PassageView | None:
    if fact.speaker is None or fact.lead.contains(fact.speaker):
        return None
    view = printer.show(fact.speaker)
    names_nobody = all(token.is_empty for token in tokens(view.text))  # “he” is no speaker
    return None if names_nobody else view


def _marks(fact: Fact, passage: Passage, digest: Digest) -> Iterator[tuple[Passage, str]]:
    """In the lead, the parts that no other source bears out; elsewhere the words that the lead has too."""
    if passage == fact.lead:
        yield from ((part, "unsupported") for part in fact.unsupported)
        return
    forms = {token.form for token in tokens(digest.story.words(fact.lead)) if not token.is_empty}
    text = digest.story.words(passage)
    shared = [(token.start, token.end) for token in tokens(text) if token.form in forms]
    for start, end in joined(shared, text):
        yield Passage(passage.article, passage.start + start, passage.start + end), "shared"


def joined(spans: Iterable[tuple[int, int]], text: str) -> list[tuple[int, int]]:
    """Spans in order, those with nothing but white space between them made one."""
    runs: list[tuple[int, int]] = []
    for start, end in spans:
        if runs and text[runs[-1][1] : start].isspace():
            start = runs.pop()[0]
        runs.append((start, end))
    return runs


def _support(passage: Passage, fact: Fact, desk: Desk) -> SupportView:
    before, after = desk.printer.context(passage)
    return SupportView(
        source=desk.refs[passage.article],
        passage=desk.printer.show(passage, tuple(_marks(fact, passage, desk.digest))),
        before=before,
        after=after,
        at=anchor(passage),
        address=desk.printer.address(passage),
    )


def anchor(passage: Passage) -> str:
    """Where the passage stands on its source's page."""
    return f"p{passage.start}-{passage.end}"
