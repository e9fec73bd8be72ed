"""A Markdown file is its own text; front matter says what is known of it and stays outside of the report."""

from __future__ import annotations

from pathlib import Path

import pytest

from news_digest.doors import read_seeds
from news_digest.doors.draft import Draft, SeedError
from news_digest.doors.markdown import read_markdown
from news_digest.model import BlockKind as K
from news_digest.model import Evidence

REPORT = """The ferry Alma ran aground off the Quill Islands on Monday with 80 people aboard, the coast guard said.

## Rescue

> “We were all very calm,” said Ada Wynn, who was on her way to a wedding.

- 80 people were brought ashore within two hours
- two of them were treated for cold
"""
FRONT = """---
title: Ferry runs aground, all safe
outlet: Coast Now
date: 2024-05-16
url: https://coast.example/ferry
authors: [Ada Wynn, Bo Reeve]
lang: en
Save_as: ../../escaped.html
---
"""


def read(text: str) -> Draft:
    draft, *_ = read_markdown(text.encode())
    assert isinstance(draft, Draft)
    return draft


def words(draft: Draft, kind: K) -> list[str]:
    return [draft.text[run.start : run.end] for run in draft.runs if run.kind is kind]


def test_front_matter_says_what_is_known_and_the_text_is_the_file() -> None:
    draft = read(f"{FRONT}\n{REPORT}")
    assert draft.text == f"{FRONT}\n{REPORT}"
    assert words(draft, K.HEADLINE) == ["Ferry runs aground, all safe"]
    card = draft.card
    assert (card.outlet, card.url, card.author, card.language) == (
        "Coast Now",
        "https://coast.example/ferry",
        "Ada Wynn, Bo Reeve",
        "en",
    )
    assert (card.published.value, card.published.evidence) == ("2024-05-16", Evidence.METADATA)
    assert "Save_as: ../../escaped.html" in words(draft, K.FURNITURE)


def test_marks_stand_outside_of_the_blocks() -> None:
    draft = read(f"# Ferry runs aground\n\n{REPORT}")
    assert words(draft, K.HEADLINE) == ["Ferry runs aground"]
    assert words(draft, K.SUBHEAD) == ["Rescue"]
    assert words(draft, K.PARAGRAPH)[1] == "“We were all very calm,” said Ada Wynn, who was on her way to a wedding."
    assert words(draft, K.ITEM)[0] == "80 people were brought ashore within two hours"


@pytest.mark.parametrize("front", ["---\na: *b\n---\n", "---\na: [\n---\n", "---\na: 1\na: 2\n---\n"])
def test_front_matter_that_cannot_be_read_is_refused(front: str) -> None:
    with pytest.raises(SeedError, match="front matter"):
        read(front + REPORT)


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    assert read(f"---\n\n# Ferry runs aground\n\n{REPORT}").card.outlet is None


def test_fields_that_cannot_be_true_are_left_out() -> None:
    card = read(f"---\nurl: javascript:alert(1)\ndate: 2024-13-01\nlang: '{{{{7*7}}}}'\n---\n{REPORT}").card
    assert (card.url, card.published.value, card.language) == (None, None, None)


def told(folder: Path, front: str) -> tuple[str | None, list[str]]:
    """The headline of the one report with this front matter, and what is told of the file."""
    (folder / "ferry.md").write_text(f"---\n{front}---\n{REPORT}")
    reading = read_seeds(folder)
    (article,) = reading.articles
    return article.words(article.title) if article.title else None, list(map(str, reading.refusals))


def test_a_headline_field_gives_the_headline(tmp_path: Path) -> None:
    assert told(tmp_path, "headline: Ferry aground, all safe\n") == ("Ferry aground, all safe", [])


@pytest.mark.parametrize(
    ("front", "line"),
    [
        ("outlet: Coast Now\nautor: Ada Wynn\n", "ferry.md:3: no field is called autor; did you mean `author`?"),
        ("titel: Ferry aground\n", "ferry.md:2: no field is called titel; did you mean `title`?"),
        ("date: 2024-13-41\n", "ferry.md:2: `date` cannot be 2024-13-41; write a date as 2021-12-23"),
    ],
)
def test_a_slip_in_front_matter_is_named_with_its_line_and_the_report_is_read(
    tmp_path: Path, front: str, line: str
) -> None:
    (slip,) = told(tmp_path, front)[1]
    assert slip.startswith(line)


def test_fields_of_other_programs_are_no_fault(tmp_path: Path) -> None:
    others = "layout: post\ntags: [sea]\nsubtitle: x\npublish: true\nupdate: x\ndata: x\nStatus: draft\nSave_as: x\n"
    assert told(tmp_path, f"{others}url: https://coast.example/ferry\nlinks: [a, b]\ndate: 0001-01-01\n")[1] == []


def test_fields_are_read_in_capitals_too() -> None:
    assert read(f"---\nDate: 2024-05-16\nAuthor: Ada Wynn\n---\n{REPORT}").card.author == "Ada Wynn"
