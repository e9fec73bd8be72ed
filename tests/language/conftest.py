"""Table cases: a test that takes `case` runs over every block of `tests/cases/<its module>.txt`."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

CASES = Path(__file__).resolve().parents[1] / "cases"


class Case(NamedTuple):
    """One block: a title that says what must hold, `> ` the input (`\\n` is a line break), then the expected lines."""

    title: str
    text: str
    expected: list[str]


def read_cases(name: str) -> list[Case]:
    blocks = (CASES / f"{name}.txt").read_text(encoding="utf-8").strip().split("\n\n")
    return [_case(block.split("\n")) for block in blocks if not block.startswith("#")]


def _case(lines: list[str]) -> Case:
    title, text, *expected = lines
    assert text.startswith("> "), f"{title}: the second line is the input, after `> `"
    return Case(title, text[2:].replace("\\n", "\n"), expected)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "case" in metafunc.fixturenames:
        cases = read_cases(metafunc.module.__name__.rpartition("test_")[2])
        metafunc.parametrize("case", cases, ids=[case.title for case in cases])
