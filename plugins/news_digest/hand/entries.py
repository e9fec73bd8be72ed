"""What an editor's file says, word by word, each with its line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple


class Word(NamedTuple):
    """One id, name or text, and the line of the file on which it stands."""

    text: str
    line: int


class Entry(NamedTuple):
    """`key: [word, word]`; `key` is None where the field has none."""

    key: Word | None
    words: tuple[Word, ...]


@dataclass(frozen=True)
class Hand:
    """What an editor says of one story. `file` is shown in messages, `stem` its name without ending.

    `known` are the ids that the file's comments list, with their words: one that is gone was no slip of the pen.
    """

    file: str
    stem: str
    entries: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)
    body: str = ""
    known: Mapping[str, str] = field(default_factory=dict)

    def line(self, name: str) -> str | None:
        found = self.entries.get(name)
        return found[0].words[0].text if found else None

    def items(self, name: str) -> tuple[str, ...]:
        return tuple(word.text for entry in self.entries.get(name, ()) for word in entry.words)

    def groups(self, name: str) -> tuple[tuple[str, ...], ...]:
        return tuple(tuple(word.text for word in entry.words) for entry in self.entries.get(name, ()))

    def lines(self, name: str) -> dict[str, str]:
        return {entry.key.text: entry.words[0].text for entry in self.entries.get(name, ()) if entry.key}

    def lists(self, name: str) -> dict[str, tuple[str, ...]]:
        return {entry.key.text: tuple(w.text for w in entry.words) for entry in self.entries.get(name, ()) if entry.key}

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The story that the file is about, by id where it says so, and by the name of the file."""
        story = self.line("story")
        return (story, self.stem) if story else (self.stem,)


NO_HAND = Hand("", "")
