"""Corrections as they are printed: what the page said, what it says, when and why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..model import Correction, Digest, Written
from ..strings import Strings
from ..visible import one_line
from .desk import Desk
from .passages import PassageView


@dataclass(frozen=True, slots=True)
class WordsView:
    """Words that a page prints or printed: a passage where a source still has them, else `text` alone."""

    text: str
    passage: PassageView | None
    standing: str


@dataclass(frozen=True, slots=True)
class CorrectionView:
    """`at` is the anchor of the correction, `line` that of the fact or difference where it still stands."""

    at: str
    line: str | None
    said: WordsView
    says: WordsView | None
    cause: str
    why: str
    iso: str | None
    day: str


@dataclass(frozen=True, slots=True)
class StoryCorrectionView:
    """A correction on the page of the whole site; `address` is below the site's root."""

    story: str
    address: str
    correction: CorrectionView


def correction_views(desk: Desk) -> tuple[CorrectionView, ...]:
    """The corrections of a story, latest first, those without a day last."""
    numbered = [_view(number, one, desk) for number, one in enumerate(desk.digest.corrections, 1)]
    return tuple(sorted(numbered, key=lambda view: view.iso or "", reverse=True))


def site_corrections(stories: Iterable[tuple[str, str, tuple[CorrectionView, ...]]]) -> tuple[StoryCorrectionView, ...]:
    """The corrections of all stories, each given as its title, its folder and its corrections; latest first."""
    found = [
        StoryCorrectionView(title, f"{folder}index.html#{view.at}", view)
        for title, folder, views in stories
        for view in views
    ]
    return tuple(sorted(found, key=lambda one: one.correction.iso or "", reverse=True))


def _view(number: int, correction: Correction, desk: Desk) -> CorrectionView:
    say = desk.say
    return CorrectionView(
        at=f"correction-{number}",
        line=correction.about if correction.about in _ids(desk.digest) else None,
        said=_words(correction.said, correction.stood, desk),
        says=_words(correction.says, correction.stands or "", desk) if correction.says else None,
        cause=say(f"correction.{correction.cause}"),
        why=one_line(correction.why),
        iso=correction.day,
        day=say.day(correction.day) if correction.day else say("date.undated"),
    )


def _words(written: Written, standing: str, desk: Desk) -> WordsView:
    passage = desk.printer.show(written.passage) if written.passage else None
    return WordsView(one_line(written.text), passage, standing_label(standing, desk.say))


def standing_label(standing: str, say: Strings) -> str:
    """A fact's status or a difference's verdict, as the reader's language has it."""
    kind = "verdict" if standing in ("conflict", "compatible", "variant") else "status"
    return say(f"{kind}.{standing}")


def _ids(digest: Digest) -> frozenset[str]:
    return frozenset((*(fact.id for fact in digest.facts), *(difference.id for difference in digest.differences)))
