"""The facts as they are printed, each with the passages of every source behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..model import Digest, Fact, Passage, Status
from ..strings import Strings
from ..visible import one_line
from .passages import PassageView, Printer
from .sources import SourceRef

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
class FactView:
    """`falls` are the numbers of the sources without which fewer than two would tell the fact; `thins` those without
    which it would rest on one origin."""

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
    counted: str
    support: tuple[SupportView, ...]
    has_unsupported: bool
    differences: tuple[str, ...]
    why: tuple[str, ...]
    falls: tuple[int, ...]
    thins: tuple[int, ...]


def fact_views(digest: Digest, refs: dict[str, SourceRef], printer: Printer, say: Strings) -> tuple[FactView, ...]:
    return tuple(_fact(number, fact, digest, refs, printer, say) for number, fact in enumerate(digest.facts, 1))


def _fact(
    number: int, fact: Fact, digest: Digest, refs: dict[str, SourceRef], printer: Printer, say: Strings
) -> FactView:
    articles = tellers(fact)
    sources = tuple(sorted((refs[article] for article in articles), key=lambda ref: ref.number))
    known = {difference.id for difference in digest.differences}
    return FactView(
        id=fact.id,
        number=number,
        status=fact.status,
        status_label=say(f"status.{fact.status}"),
        lead=printer.show(fact.lead, [(part, "unsupported") for part in fact.unsupported]),
        leader=refs[fact.lead.article],
        speaker=_speaker(fact, printer),
        sources=sources,
        outlets=len(sources),
        origins=fact.origins,
        counted=f"{say('count.sources', count=len(sources))}, {say('count.origins', count=fact.origins)}",
        support=tuple(
            _support(passage, tuple(_shared(digest, fact.lead, passage)), refs, printer)
            for passage in _in_source_order(fact, refs)
        ),
        has_unsupported=bool(fact.unsupported),
        differences=tuple(difference for difference in fact.differences if difference in known),
        why=tuple(one_line(reason) for reason in fact.why),
        falls=tuple(source.number for source in sources if len(sources) == 2),
        thins=_thins(sources),
    )


def tellers(fact: Fact) -> tuple[str, ...]:
    """The articles that state the fact, the lead's first."""
    return tuple(dict.fromkeys((fact.lead.article, *(passage.article for passage in fact.support))))


def _thins(sources: tuple[SourceRef, ...]) -> tuple[int, ...]:
    """The sources that only one origin would be left without, among facts that now rest on two or more."""
    if len(sources) == 2 or len({source.origin for source in sources}) < 2:
        return ()
    return tuple(gone.number for gone in sources if len({source.origin for source in sources if source != gone}) < 2)


def _speaker(fact: Fact, printer: Printer) -> PassageView | None:
    if fact.speaker is None or fact.lead.contains(fact.speaker):
        return None
    view = printer.show(fact.speaker)
    return None if view.withheld else view


def _in_source_order(fact: Fact, refs: dict[str, SourceRef]) -> list[Passage]:
    passages = fact.support if fact.lead in fact.support else (fact.lead, *fact.support)
    return sorted(passages, key=lambda passage: (refs[passage.article].number, passage))


def _shared(digest: Digest, lead: Passage, passage: Passage) -> Iterator[tuple[Passage, str]]:
    """The words of a passage that the lead has too. Short words are shared by chance: of them, figures alone count."""
    if passage == lead:
        return
    words = {word.casefold() for word in _WORD.findall(digest.story.words(lead))}
    for match in _WORD.finditer(digest.story.words(passage)):
        if match[0].casefold() in words and (len(match[0]) >= _TELLING or match[0][0].isdigit()):
            yield Passage(passage.article, passage.start + match.start(), passage.start + match.end()), "shared"


def _support(
    passage: Passage, shared: tuple[tuple[Passage, str], ...], refs: dict[str, SourceRef], printer: Printer
) -> SupportView:
    before, after = printer.context(passage)
    return SupportView(
        source=refs[passage.article],
        passage=printer.show(passage, shared),
        before=before,
        after=after,
        at=anchor(passage),
        address=printer.address(passage),
    )


def anchor(passage: Passage) -> str:
    """Where the passage stands on its source's page."""
    return f"p{passage.start}-{passage.end}"
