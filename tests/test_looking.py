"""Every stage can be looked at, and a story says why it is as it is."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from news_digest.looking import LOOKS, explain, main

ROOT = Path(__file__).parents[1]
STORM = ROOT / "tests/stories/storm"


@pytest.mark.slow
@pytest.mark.parametrize("stage", sorted(LOOKS))
def test_each_stage_prints_what_it_sees(stage: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(stage, [str(STORM)]) == 0
    assert capsys.readouterr().out.strip()


def test_claims_name_who_speaks(capsys: pytest.CaptureFixture[str]) -> None:
    main("claims", [str(STORM / "ellery-courier.txt")])
    assert (
        "quoted    We heard it come like a train and then there was no roof,  — Ilse Brandt" in capsys.readouterr().out
    )


@pytest.mark.slow
def test_a_stage_runs_as_a_module() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "news_digest.stages.compare", str(STORM)], capture_output=True, text=True, check=True
    )
    assert "conflict      number: Ilse Brandt  one person has one age" in run.stdout


@pytest.mark.slow
def test_a_story_says_what_holds_it_together_and_what_each_verdict_rests_on(capsys: pytest.CaptureFixture[str]) -> None:
    assert explain("cyclone-wendeline", STORM) == 2
    named = capsys.readouterr().err.split("did you mean ")[1].split("?")[0]
    assert explain(named, STORM) == 0
    told = capsys.readouterr().out
    assert "names shared: " in told
    assert "one text: harbour-times, scope-daily" in told
    assert "one person has one age" in told


@pytest.mark.slow
def test_a_story_that_an_editor_renamed_is_explained_at_both_addresses(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert explain("", STORM, tmp_path) == 0
    first = capsys.readouterr().out.splitlines()[0].partition("STORY=")[2]
    (tmp_path / "stories").mkdir()
    told = "---\nslug: the-storm\ntitle: Wendeline in Ellery\n---\n"
    (tmp_path / "stories" / f"{first}.md").write_text(told, encoding="utf-8")
    for address in ("the-storm", first):
        assert explain(address, STORM, tmp_path) == 0
        assert capsys.readouterr().out.startswith("Wendeline in Ellery\n")


@pytest.mark.slow
def test_a_report_that_an_editor_leaves_out_takes_no_part_in_the_explanation(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    explain("", STORM)
    first = capsys.readouterr().out.splitlines()[0].partition("STORY=")[2]
    (tmp_path / "stories").mkdir()
    (tmp_path / "stories" / f"{first}.md").write_text("---\nexclude: [scope-daily]\n---\n", encoding="utf-8")
    assert explain(first, STORM, tmp_path) == 0
    assert "scope-daily" not in capsys.readouterr().out
