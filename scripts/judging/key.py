"""Read an answer key: what an editor would say of a folder of reports, anchored in their words."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

FIELDS = (
    "complete", "same_story", "articles", "origins", "credits", "facts", "differences", "updates", "also_right",
    "not_same", "not_different",
)  # fmt: skip
UPDATE_KINDS = ("number", "event", "date")


class AnswerKeyError(ValueError):
    """An answer key that does not fit its reports; the message names the place and the remedy."""


@dataclass(frozen=True)
class Span:
    """Words of one report: half-open, in code points of the file as read."""

    article: str
    start: int
    end: int

    def shared(self, other: Span) -> int:
        if self.article != other.article:
            return 0
        return max(0, min(self.end, other.end) - max(self.start, other.start))


Anchors = dict[str, tuple[Span, ...]]  # article → the places where the anchored words stand


@dataclass(frozen=True)
class KeyFact:
    about: str
    anchors: Anchors
    statuses: tuple[str, ...]
    expected: bool  # False: right when found, not missed when absent


@dataclass(frozen=True)
class KeyDifference:
    about: str
    kinds: tuple[str, ...]
    verdicts: tuple[str, ...]
    sides: tuple[Anchors, ...]
    expected: bool


@dataclass(frozen=True)
class Key:
    texts: dict[str, str]
    origins: tuple[tuple[str, ...], ...]
    credits: tuple[Anchors, ...]
    facts: tuple[KeyFact, ...]
    differences: tuple[KeyDifference, ...]
    not_same: tuple[tuple[Anchors, Anchors], ...]
    not_different: tuple[tuple[Anchors, Anchors], ...]
    same_story: bool = True

    def origins_of(self, articles: set[str]) -> int:
        return sum(bool(articles & set(origin)) for origin in self.origins)


def read_texts(folder: Path) -> dict[str, str]:
    """Report id (the file's name without its ending) to its text as read."""
    return {path.stem: path.read_bytes().decode("utf-8-sig") for path in sorted(folder.glob("*.txt"))}


def read_key(path: Path, folder: Path) -> Key:
    written = yaml.safe_load(path.read_text(encoding="utf-8"))
    for name in written:
        if name not in FIELDS:
            near = difflib.get_close_matches(name, FIELDS, 1)
            raise AnswerKeyError(f"{path}: no field “{name}”" + (f"; did you mean “{near[0]}”?" if near else ""))
    texts = read_texts(folder)
    return Resolver(path, texts, written.get("articles") or {}).key(written)


@dataclass(frozen=True)
class Resolver:
    """Turns the anchors of a key into the places where they stand."""

    path: Path
    texts: dict[str, str]
    aliases: dict[str, str]

    def key(self, written: dict[str, Any]) -> Key:
        also = written.get("also_right") or {}
        return Key(
            texts=self.texts,
            origins=tuple(tuple(self.article(name) for name in group) for group in written["origins"]),
            credits=tuple(self.anchors(credit) for credit in written.get("credits") or ()),
            facts=tuple(self.facts(written.get("facts"), True)) + tuple(self.facts(also.get("facts"), False)),
            differences=tuple(self.differences(written.get("differences"), True))
            + tuple(self.differences(written.get("updates"), True))
            + tuple(self.differences(also.get("differences"), False)),
            not_same=self.pairs(written.get("not_same")),
            not_different=self.pairs(written.get("not_different")),
            same_story=written.get("same_story", True),
        )

    def facts(self, written: list[dict[str, Any]] | None, expected: bool) -> Iterator[KeyFact]:
        for one in written or ():
            anchors = self.anchors(one["in"])
            if len(anchors) < 2:
                raise AnswerKeyError(f"{self.path}: “{one['about']}” stands in one report; a fact needs two")
            yield KeyFact(one["about"], anchors, as_tuple(one.get("status", ())), expected)

    def differences(self, written: list[dict[str, Any]] | None, expected: bool) -> Iterator[KeyDifference]:
        for one in written or ():
            yield KeyDifference(
                about=one["about"],
                kinds=as_tuple(one.get("kind", UPDATE_KINDS)),
                verdicts=as_tuple(one.get("verdict", "compatible")),
                sides=tuple(self.anchors(side) for side in one["sides"]),
                expected=expected,
            )

    def pairs(self, written: list[list[dict[str, Any]]] | None) -> tuple[tuple[Anchors, Anchors], ...]:
        return tuple((self.anchors(one), self.anchors(other)) for one, other in written or ())

    def anchors(self, written: dict[str, Any]) -> Anchors:
        return {
            self.article(name): tuple(place for words in as_tuple(said) for place in self.places(name, words))
            for name, said in written.items()
        }

    def article(self, name: str) -> str:
        found = self.aliases.get(name, name)
        if found not in self.texts:
            raise AnswerKeyError(f"{self.path}: there is no report “{name}” beside the key")
        return found

    def places(self, name: str, words: str) -> Iterator[Span]:
        article = self.article(name)
        start = self.texts[article].find(words)
        if start < 0:
            raise AnswerKeyError(f"{self.path}: report “{name}” does not say “{words}”; copy the words exactly")
        while start >= 0:
            yield Span(article, start, start + len(words))
            start = self.texts[article].find(words, start + 1)


def as_tuple(value: Any) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)
