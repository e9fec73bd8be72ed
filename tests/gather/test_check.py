"""`check` lists what is in the seeds, and every problem with its remedy."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from news_digest.gather.command import main

REPORT = (
    "Weir at Ostrand to be rebuilt\nPublished: April 2, 2024\n\n"
    "The weir at Ostrand will be rebuilt for 40 million crowns, the river board decided on Tuesday.\n"
)


def test_each_report_has_a_row_and_each_problem_a_line(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (seeds / "weir.txt").write_text(REPORT, encoding="utf-8")
    (seeds / "empty.txt").write_text("", encoding="utf-8")
    (seeds / "sources.yml").write_text("weir.txt: {outlet: Ostrand Weekly}\n", encoding="utf-8")
    (seeds / "feeds.yml").write_text("A: {url: nowhere}\n", encoding="utf-8")
    assert main(["check", "--seeds", str(seeds)]) == 1
    out, err = capsys.readouterr()
    assert out.splitlines() == [
        "id    file      outlet          date        evidence  language  words",
        "weir  weir.txt  Ostrand Weekly  2024-04-02  page      en        17",
        "1 report, 1 with a named outlet, 1 dated, 2 problems to put right",
    ]
    assert err.splitlines() == [
        "empty.txt: the file is empty; save the report again, or remove the file",
        "feeds.yml:1: A: `url` cannot be nowhere; write the address in full, with https://; until then this feed is "
        "left out",
    ]


def test_programs_read_it_as_json(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (seeds / "weir.txt").write_text(REPORT, encoding="utf-8")
    assert main(["check", "--seeds", str(seeds), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    (row,) = told["reports"]
    assert (row["id"], row["headline"]) == ("weir", "Weir at Ostrand to be rebuilt")
    assert (row["published"], row["evidence"], row["known"]) == ("2024-04-02", "page", False)
    assert row["why"] == "the page prints “Published: April 2, 2024”"
    assert told["problems"] == []


def test_no_folder_is_one_clear_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--seeds", str(tmp_path / "none"), "--quiet"]) == 1
    assert "there is no such folder" in capsys.readouterr().err


def test_what_a_report_says_does_not_steer_the_terminal(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (seeds / "weir.txt").write_text(REPORT, encoding="utf-8")
    (seeds / "sources.yml").write_text('weir.txt: {outlet: "\\e[2J"}\n', encoding="utf-8")
    main(["check", "--seeds", str(seeds)])
    assert "\x1b" not in "".join(capsys.readouterr())
