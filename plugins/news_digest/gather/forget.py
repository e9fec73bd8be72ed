"""Remove a report, and say which facts fall with it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ..doors.sources import NAME as SOURCES
from ..model import Article, Digest, Fact
from ..pipeline import Edition, build_digests
from .refused import NotDoneError


@dataclass(frozen=True)
class Loss:
    """What falls when a file goes: facts that no longer stand, and facts whose status changes, in words."""

    file: str
    reports: tuple[Article, ...]
    fallen: tuple[str, ...]
    changed: tuple[str, ...]
    stories: tuple[str, ...]


def weigh(name: str, seeds: Path, content: Path) -> Loss:
    """What would fall without the report of that id or file. Raises NotDoneError where there is none such."""
    before = build_digests(seeds, content)
    articles = _articles(before)
    file = _file_of(name, articles, seeds)
    after = build_digests(seeds, content, without=(file,))
    standing = [fact for digest in after.digests for fact in digest.facts]
    fallen, changed = [], []
    for digest in _touched(before, file):
        for fact in digest.facts:
            stands = next((other for other in standing if _is_same(fact, other)), None)
            if stands is None:
                fallen.append(f"{_words(digest, fact)} ({fact.status})")
            elif stands.status != fact.status:
                changed.append(f"{_words(digest, fact)} ({fact.status}, then {stands.status})")
    ended = {story.id for story in (digest.story for digest in _touched(before, file))}
    ended -= {digest.story.id for digest in after.digests}
    titles = (digest.story.title.text for digest in before.digests if digest.story.id in ended)
    reports = tuple(article for article in articles if article.file == file)
    return Loss(file, reports, tuple(fallen), tuple(changed), tuple(titles))


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
        raise NotDoneError(f"{name}: no report of that id or file", "see the list of `news-digest check`")
    others = sum(article.file == found for article in articles) - 1
    if others and below != found:
        raise NotDoneError(f"{found} holds {others} more", f"name the file to forget them all: {found}")
    return found


def _touched(edition: Edition, file: str) -> list[Digest]:
    return [digest for digest in edition.digests if any(article.file == file for article in digest.story.articles)]


def _is_same(fact: Fact, other: Fact) -> bool:
    return not set(fact.support).isdisjoint(other.support)


def _words(digest: Digest, fact: Fact) -> str:
    return f"“{' '.join(digest.story.words(fact.lead).split())}”"
