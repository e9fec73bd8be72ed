"""The facts as they are printed, each with the passages of every source behind it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..model import Digest, Fact, Passage, Status, Verdict
from .desk import Desk, SourceRef
from .passages import PassageView, Printer

_WORD = re.compile(r"\w+(?:[.,]\d+)*")
_TELLING = 4  # letters


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
    """A fact, with its sources in the order of the story."""

    id: str
    number: int
    status: Status
    status_label: str
    lead: PassageView
    leader: SourceRef
    speaker: PassageView | None
    sources: tuple[SourceRef, ...]
    outlets: int
    origins: int
    support: tuple[SupportView, ...]
    has_unsupported: bool
    differences: tuple[DifferenceRef, ...]
    why: tuple[str, ...]


def fact_views(desk: Desk) -> tuple[FactView, ...]:
    return tuple(_fact(number, fact, desk) for number, fact in enumerate(desk.digest.facts, 1))


def _fact(number: int, fact: Fact, desk: Desk) -> FactView:
    sources = tuple(sorted((desk.refs[article] for article in tellers(fact)), key=lambda ref: ref.number))
    passages = fact.support if fact.lead in fact.support else (fact.lead, *fact.support)
    return FactView(
        id=fact.id,
        number=number,
        status=fact.status,
        status_label=desk.say(f"status.{fact.status}"),
        lead=desk.printer.show(fact.lead, [(part, "unsupported") for part in fact.unsupported]),
        leader=desk.refs[fact.lead.article],
        speaker=_speaker(fact, desk.printer),
        sources=sources,
        outlets=len(sources),
        origins=fact.origins,
        support=tuple(_support(passage, fact.lead, desk) for passage in desk.in_order(passages)),
        has_unsupported=bool(fact.unsupported),
        differences=_differences(fact, desk),
        why=tuple(desk.reason(reason) for reason in fact.why),
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
    return None if view.withheld else view


def _shared(digest: Digest, lead: Passage, passage: Passage) -> Iterator[tuple[Passage, str]]:
    """The words of a passage that the lead has too. Short words are shared by chance: of them, figures alone count."""
    if passage == lead:
        return
    words = {word.casefold() for word in _WORD.findall(digest.story.words(lead))}
    text = digest.story.words(passage)
    shared = [match.span() for match in _WORD.finditer(text) if match[0].casefold() in words and _tells(match[0])]
    for start, end in joined(shared, text):
        yield Passage(passage.article, passage.start + start, passage.start + end), "shared"


def _tells(word: str) -> bool:
    return len(word) >= _TELLING or word[0].isdigit()


def joined(spans: Iterable[tuple[int, int]], text: str) -> list[tuple[int, int]]:
    """Spans in order, those with nothing but white space between them made one."""
    runs: list[tuple[int, int]] = []
    for start, end in spans:
        if runs and text[runs[-1][1] : start].isspace():
            start = runs.pop()[0]
        runs.append((start, end))
    return runs


def _support(passage: Passage, lead: Passage, desk: Desk) -> SupportView:
    before, after = desk.printer.context(passage)
    return SupportView(
        source=desk.refs[passage.article],
        passage=desk.printer.show(passage, tuple(_shared(desk.digest, lead, passage))),
        before=before,
        after=after,
        at=anchor(passage),
        address=desk.printer.address(passage),
    )


def anchor(passage: Passage) -> str:
    """Where the passage stands on its source's page."""
    return f"p{passage.start}-{passage.end}"
