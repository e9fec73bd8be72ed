"""Passages that state one thing are compared slot by slot, and only what an editor would call a difference is one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from news_digest.model import Difference

CASES = Path(__file__).parents[1] / "cases" / "differences.txt"
DAY = re.compile(r"\[([\d-]+)\] ")


def cases() -> list:
    found = []
    for part in CASES.read_text(encoding="utf-8").split("\n== ")[1:]:
        title, *rows = (row for row in part.splitlines() if row)
        told = [row for row in rows if not row.startswith("->")]
        days = [match[1] if (match := DAY.match(row)) else None for row in told]
        expected = [row.removeprefix("-> ") for row in rows if row.startswith("->") and row != "-> nothing"]
        found.append(pytest.param([DAY.sub("", row) for row in told], days, expected, id=title))
    return found


def shown(texts: list[str], difference: Difference) -> str:
    marked = [
        " … ".join(texts["abcdefgh".index(mark.article)][mark.start : mark.end] for mark in side.marks)
        for side in difference.sides
    ]
    return " | ".join([f"{difference.kind} {difference.verdict}", *marked])


@pytest.mark.parametrize(("texts", "days", "expected"), cases())
def test_passages_differ_as_an_editor_would_say(differences, texts, days, expected) -> None:
    assert expected == [shown(texts, difference) for difference in differences(*texts, days=days)]
