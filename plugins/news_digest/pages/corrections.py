"""Corrections as they are printed: what the page said, what it says, when and why."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from ..model import Correction, Digest, Passage, Written
from ..strings import Strings
from ..visible import one_line
from .desk import Desk
from .passages import PassageView, Piece

WORD = re.compile(r"\s+|\d+(?:[.,]\d+)*|\w+|[^\s\w]")  # 2,000 is changed as a whole


@dataclass(frozen=True, slots=True)
class WordsView:
    """Words that a page prints or printed: a passage where a source still has them, else `text` alone. `pieces` joined
    are the text, what changed in it marked."""

    text: str
    passage: PassageView | None
    standing: str
    pieces: tuple[Piece, ...]


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
    once: dict[tuple[object, ...], StoryCorrectionView] = {}
    for one in found:
        once.setdefault(_told_of(one), one)
    return tuple(sorted(once.values(), key=lambda one: one.correction.iso or "", reverse=True))


def _told_of(one: StoryCorrectionView) -> tuple[object, ...]:
    view = one.correction
    return one.story, view.iso, view.cause, view.why, view.said.text, view.says and view.says.text


def _view(number: int, correction: Correction, desk: Desk) -> CorrectionView:
    say = desk.say
    said, says = one_line(correction.said.text), one_line(correction.says.text) if correction.says else ""
    old, new = _pieces(said, says)
    return CorrectionView(
        at=f"correction-{number}",
        line=correction.about if correction.about in _ids(desk.digest) else None,
        said=_words(correction.said, old, standing_label(correction.stood, say), desk),
        says=_words(correction.says, new, _now_label(correction, say), desk) if correction.says else None,
        cause=say(f"correction.{correction.cause}"),
        why=one_line(correction.why),
        iso=correction.day,
        day=say.day(correction.day) if correction.day else say("date.undated"),
    )


def _words(written: Written, pieces: tuple[Piece, ...], standing: str, desk: Desk) -> WordsView:
    marks = _marks(written.passage, pieces) if written.passage else ()
    passage = desk.printer.show(written.passage, marks) if written.passage else None
    return WordsView(one_line(written.text), passage, standing, pieces)


def _pieces(said: str, says: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """The old and the new words, each with what the other has not marked as differing; whole where one is missing."""
    old, new = (WORD.findall(text) for text in (said, says))
    changes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes() if said and says else []
    if not any(tag == "equal" and "".join(old[a:b]).strip() for tag, a, b, _, _ in changes):
        return (Piece(said),), (Piece(says),)
    return (
        tuple(Piece("".join(old[a:b]), "" if tag == "equal" else "differs") for tag, a, b, _, _ in changes if b > a),
        tuple(Piece("".join(new[a:b]), "" if tag == "equal" else "differs") for tag, _, _, a, b in changes if b > a),
    )


def _marks(passage: Passage, pieces: tuple[Piece, ...]) -> Iterator[tuple[Passage, str]]:
    """Where the pieces have the length of the passage, which white space may deny, they say what to mark in it."""
    if sum(len(piece.text) for piece in pieces) != passage.end - passage.start:
        return
    at = passage.start
    for piece in pieces:
        if piece.mark:
            yield Passage(passage.article, at, at + len(piece.text)), piece.mark
        at += len(piece.text)


def _now_label(correction: Correction, say: Strings) -> str:
    """A line that is gone while its source still tells the matter has no standing of its own."""
    return standing_label(correction.stands, say) if correction.stands else say("correction.gone")


def standing_label(standing: str, say: Strings) -> str:
    """A fact's status or a difference's verdict, as the reader's language has it."""
    kind = "verdict" if standing in ("conflict", "compatible", "variant") else "status"
    return say(f"{kind}.{standing}")


def _ids(digest: Digest) -> frozenset[str]:
    return frozenset((*(fact.id for fact in digest.facts), *(difference.id for difference in digest.differences)))
