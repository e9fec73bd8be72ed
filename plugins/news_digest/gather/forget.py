"""Remove a report, and say which facts fall with it."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ..doors.sources import NAME as SOURCES
from ..model import Article, Digest, Fact, Status
from ..pipeline import Edition, build_digests
from .refused import NotDoneError


@dataclass(frozen=True)
class Loss:
    """What falls when a file goes: facts that no longer stand, and facts whose status changes, in words."""

    file: str
    fallen: tuple[str, ...]
    changed: tuple[str, ...]
    stories: tuple[str, ...]


def weigh(name: str, seeds: Path, content: Path) -> Loss:
    """What would fall without the report of that id or file. Raises NotDoneError where there is none such."""
    before = build_digests(seeds, content)
    file = _file_of(name, _articles(before), seeds)
    after = build_digests(seeds, content, without=(file,))
    standing = [fact for digest in after.digests for fact in digest.facts]
    touched = [digest for digest in before.digests if any(one.file == file for one in digest.story.articles)]
    ends = [(digest, fact, _end_of(fact, standing)) for digest in touched for fact in digest.facts]
    left = {digest.story.id for digest in after.digests}
    return Loss(
        file,
        fallen=tuple(f"{_words(digest, fact)} ({fact.status})" for digest, fact, end in ends if end is None),
        changed=tuple(
            f"{_words(digest, fact)} ({fact.status}, then {end})"
            for digest, fact, end in ends
            if end not in (None, fact.status)
        ),
        stories=tuple(digest.story.title.text for digest in touched if digest.story.id not in left),
    )


def _end_of(fact: Fact, standing: Sequence[Fact]) -> Status | None:
    """The status that the fact has in the end: of the one with which it shares most passages; None where it falls."""
    nearest = max(standing, key=lambda other: _shared(fact, other), default=None)
    return nearest.status if nearest and _shared(fact, nearest) else None


def forget(loss: Loss, seeds: Path) -> str | None:
    """Removes the file, and says what else names it. Raises NotDoneError."""
    try:
        (seeds / loss.file).unlink()
    except OSError as error:
        raise NotDoneError(f"{loss.file} cannot be removed ({error.strerror})", "remove it yourself") from None
    notes = seeds / SOURCES
    if notes.is_file() and f"{loss.file}:" in notes.read_text(encoding="utf-8", errors="replace"):
        return f"{SOURCES} still has an entry on it: remove that too"
    return None


def _articles(edition: Edition) -> list[Article]:
    return [*(article for digest in edition.digests for article in digest.story.articles), *edition.alone]


def _file_of(name: str, articles: list[Article], seeds: Path) -> str:
    below = name.removeprefix(f"{seeds.as_posix()}/").removeprefix("./")
    found = next((one.file for one in articles if name == one.id or below == one.file), None)
    if found is None:
        names = [one.id for one in articles] + [one.file for one in articles]
        near = difflib.get_close_matches(below, names, n=1)
        meant = f"did you mean {near[0]}? " if near else ""
        remedy = f"{meant}`make reports` (`news-digest check`) lists them; another folder: SEEDS="
        raise NotDoneError(f"{name}: no report of that id or file", remedy)
    others = sum(article.file == found for article in articles) - 1
    if others and below != found:
        raise NotDoneError(f"{found} holds {others} more", f"name the file to forget them all: {found}")
    return found


def _shared(fact: Fact, other: Fact) -> int:
    """How many passages bear out both: a fact that lost one of its reports is told by the others still."""
    return len(set(fact.support) & set(other.support))


def _words(digest: Digest, fact: Fact) -> str:
    return f"“{' '.join(digest.story.words(fact.lead).split())}”"
