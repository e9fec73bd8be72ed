"""A line that pages print for their own sake is known by set phrases and shape; what reports is left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from news_digest.doors.credits import credit_rule, is_marked_caption
from news_digest.doors.day_lines import is_date_line
from news_digest.doors.furniture import furniture_rule, kept_length
from news_digest.doors.lines import split_lines

CASES = Path(__file__).parents[1] / "cases" / "page_lines.txt"


def cases() -> list[tuple[str, str]]:
    found, kind = [], ""
    for row in CASES.read_text(encoding="utf-8").splitlines():
        if row.startswith("== "):
            kind = row[3:]
        elif row and not row.startswith("# "):
            found.append((row, kind))
    return found


def rule_of(text: str) -> str:
    (line,) = split_lines(text)
    named = credit_rule(line) or furniture_rule(line)
    if named:
        return named
    if is_date_line(text):
        return "date"
    return "caption" if is_marked_caption(line) else "report"


@pytest.mark.parametrize(("text", "kind"), cases())
def test_a_line_is_known_by_itself(text: str, kind: str) -> None:
    assert rule_of(text) == kind


@pytest.mark.parametrize(
    ("paragraph", "kept"),
    [
        ("Moscow denies it. Learn more", "Moscow denies it."),
        ("The bridge is shut. Read more: Ten detours", "The bridge is shut."),
        ("She said: “Read more books. They help.”", "She said: “Read more books. They help.”"),
        ("The bridge is shut. Continue reading", "The bridge is shut."),
    ],
)
def test_a_button_glued_to_a_paragraph_is_cut_off(paragraph: str, kept: str) -> None:
    assert paragraph[: kept_length(paragraph)] == kept
