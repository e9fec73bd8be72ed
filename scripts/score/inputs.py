"""What the scorer hands to an adapter, and what it wants back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

KINDS = ("articles", "pairs", "items", "stories")


@dataclass(frozen=True)
class Inputs:
    """One labelled set without its labels: `folder/name.split.kind.jsonl`, one row a line."""

    task: str
    name: str
    split: str
    kind: str
    folder: Path

    @property
    def label(self) -> str:
        return f"{self.task}/{self.name}"

    @property
    def rows(self) -> list[dict[str, Any]]:
        return read_lines(self.folder / f"{self.name}.{self.split}.{self.kind}.jsonl")

    def beside(self, kind: str) -> list[dict[str, Any]]:
        """Rows of a second file of the same set (fnc1 keeps its bodies apart)."""
        return read_lines(self.folder / f"{self.name}.{self.split}.{kind}.jsonl")


@dataclass(frozen=True)
class Answer:
    """Predictions in the form that the labelled sets' own score.py reads; `threshold` where they are scores to cut."""

    predictions: Any
    threshold: float | None = None


def read_lines(path: Path) -> list[dict[str, Any]]:
    # Not splitlines: the texts hold U+2028 and other line ends that JSON leaves unescaped.
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]


def labelled_sets(data: Path, split: str) -> Iterator[Inputs]:
    for path in sorted(data.glob(f"*/*.{split}.*.jsonl")):
        name, _, kind, _ = path.name.rsplit(".", 3)
        if kind in KINDS:
            yield Inputs(path.parent.name, name, split, kind, path.parent)
