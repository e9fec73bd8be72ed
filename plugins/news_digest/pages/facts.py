"""The facts as they are printed, each with the passages of every source behind it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..language.tongue import commonest, reading
from ..language.words import tokens
from ..model import Difference, Digest, Fact, Passage, Side, Status, Verdict
from ..visible import one_line
from .desk import Desk, SourceRef, tellers
from .passages import PassageView, Printer, beginning

LABEL_WORDS = 6  # "more than 14,000 people"; a longer label is the passage over again


@dataclass(frozen=True, slots=True)
class SupportView:
    """One source's own words for a fact, with a little of what stands around them. `is_line` is True where they are the
    very line and nothing stands around them: to print them again would show nothing new."""

    source: SourceRef
    is_line: bool
    passage: PassageView
    before: PassageView | None
    after: PassageView | None
    at: str
    address: str | None


@dataclass(frozen=True, slots=True)
class DifferenceRef:
    """A difference that was found on a fact; `ways` are the ways of telling, where each is told in a few words."""

    id: str
    kind_label: str
    verdict: Verdict
    verdict_label: str
    ways: tuple[str, ...]
    lang: str | None


@dataclass(frozen=True, slots=True)
class FactView:
    """A fact, with its sources in the order of the story. `standing` is its status with what it rests on; `short` is
    the lead's beginning, for tables; `opens_inside` is True where the lead begins within a sentence; `is_secondary`
    where one text alone bears it out."""

    id: str
    number: int
    status: Status
    status_label: str
    standing: str
    is_secondary: bool
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
    with reading(commonest(article.language for article in desk.digest.story.articles)):
        return tuple(_fact(number, fact, desk) for number, fact in enumerate(desk.facts, 1))


def _fact(number: int, fact: Fact, desk: Desk) -> FactView:
    sources = tuple(sorted((desk.refs[article] for article in tellers(fact)), key=lambda ref: ref.number))
    short = beginning(desk.digest.story.by_id[fact.lead.article], fact.lead)
    passages = fact.support if fact.lead in fact.support else (fact.lead, *fact.support)
    return FactView(
        id=fact.id,
        number=number,
        status=fact.status,
        status_label=desk.say(f"status.{fact.status}"),
        standing=desk.say(f"standing.{fact.status}", count=fact.origins),
        is_secondary=desk.is_secondary(fact),
        lead=desk.printer.show(fact.lead, tuple((part, "unsupported") for part in fact.unsupported)),
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
        DifferenceRef(
            difference.id,
            desk.say(f"kind.{difference.kind}"),
            difference.verdict,
            desk.say(f"verdict.{difference.verdict}"),
            ways(difference),
            desk.lang,
        )
        for difference in desk.digest.differences
        if difference.id in fact.differences
    )


def ways(difference: Difference) -> tuple[str, ...]:
    """The label of each side; () where one of them has none that is short."""
    labels = tuple(dict.fromkeys(short_label(side) for side in difference.sides))
    return labels if all(labels) and len(labels) > 1 else ()


def short_label(side: Side) -> str:
    label = one_line(side.label)
    return label if len(label.split()) <= LABEL_WORDS else ""


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
    text = digest.story.words(passage)
    for start, end in shared_runs(digest.story.words(fact.lead), text):
        yield Passage(passage.article, passage.start + start, passage.start + end), "shared"


def shared_runs(lead: str, text: str) -> list[tuple[int, int]]:
    """Where words of the lead stand in the text: runs of them, little words such as “the” only inside a run."""
    forms = {token.form for token in tokens(lead)}
    runs: list[tuple[int, int]] = []
    is_open = False
    for token in tokens(text):
        told = token.form in forms
        if told and not token.is_empty:
            runs.append((runs.pop()[0] if is_open else token.start, token.end))
        is_open = bool(runs) and told and (is_open or not token.is_empty)
    return runs


def _support(passage: Passage, fact: Fact, desk: Desk) -> SupportView:
    before, after = desk.printer.context(passage)
    return SupportView(
        source=desk.refs[passage.article],
        is_line=passage == fact.lead and before is None and after is None,
        passage=desk.printer.show(passage, tuple(_marks(fact, passage, desk.digest))),
        before=before,
        after=after,
        at=anchor(passage),
        address=desk.printer.address(passage),
    )


def anchor(passage: Passage) -> str:
    """Where the passage stands on its source's page."""
    return f"p{passage.start}-{passage.end}"
