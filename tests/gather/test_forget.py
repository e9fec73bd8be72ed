"""`forget` removes a report and says which facts fall with it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from news_digest.gather.command import main
from news_digest.gather.forget import weigh
from news_digest.gather.refused import NotDoneError

WEEKLY = (
    "Weir at Ostrand to be rebuilt\n\n"
    "The weir at Ostrand will be rebuilt for 40 million crowns, the river board decided on Tuesday.\n\n"
    "Boats will pass by a canal that was dug in 1911 and has been closed since 1987.\n"
)
COURIER = (
    "River board decides on Ostrand weir\n\n"
    "On Tuesday the river board decided that the weir at Ostrand will be rebuilt for 40 million crowns.\n\n"
    "Anglers had asked for a ladder that salmon can climb.\n"
)
MAIL = (
    "Ostrand weir gets money\n\n"
    "The river board decided to rebuild the weir at Ostrand, which costs 40 million crowns.\n\n"
    "Boats must pass by a canal that was dug in 1911 and closed in 1987.\n"
)
OPTIONS = ["--content", "nowhere", "--seeds"]


@pytest.fixture
def weir(seeds: Path) -> Path:
    for name, text in (("weekly", WEEKLY), ("courier", COURIER), ("mail", MAIL)):
        (seeds / f"{name}.txt").write_text(text, encoding="utf-8")
    return seeds


def test_a_fact_falls_when_one_of_its_two_reports_goes_and_stands_when_two_remain(weir: Path) -> None:
    loss = weigh("weekly", weir, Path("nowhere"))
    assert loss.file == "weekly.txt"
    assert any("canal" in line for line in loss.fallen)
    assert not any("40 million" in line for line in loss.fallen)
    assert (weir / "weekly.txt").exists()


def test_nothing_is_removed_where_nobody_can_be_asked(weir: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["forget", "weekly", *OPTIONS, str(weir)]) == 0
    assert re.search("nothing removed; .*--yes removes it, with make YES=1", capsys.readouterr().out)
    assert (weir / "weekly.txt").exists()


def test_with_yes_the_file_goes_and_the_facts_are_named(weir: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (weir / "sources.yml").write_text("weekly.txt: {outlet: Weekly}\n", encoding="utf-8")
    assert main(["forget", "weekly.txt", "--yes", *OPTIONS, str(weir)]) == 0
    out, err = capsys.readouterr()
    assert re.match(r"weekly.txt removed; (1 fact falls|\d facts fall), ", out)
    assert "falls: “" in err
    assert "sources.yml still has an entry on it" in err
    assert not (weir / "weekly.txt").exists()


def test_a_story_that_loses_its_second_report_is_none_any_more(weir: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (weir / "mail.txt").unlink()
    assert main(["forget", f"{weir}/courier.txt", "--yes", "--json", *OPTIONS, str(weir)]) == 0
    assert len(json.loads(capsys.readouterr().out)["stories"]) == 1


def test_a_name_that_is_not_there_is_named(weir: Path) -> None:
    with pytest.raises(NotDoneError, match=r"no report of that id or file; did you mean weekly.txt\?"):
        weigh("../weekly.txt", weir, Path("nowhere"))


def test_one_report_of_many_in_a_file_is_not_forgotten_alone(seeds: Path) -> None:
    text = " ".join(
        f"The board of Ostrand met for the {n}th time and decided nothing, its chair said." for n in range(9)
    )
    rows = [json.dumps({"url": f"https://a.example/{n}", "title": f"Board {n}", "text": text + str(n)}) for n in (1, 2)]
    (seeds / "many.jsonl").write_text("\n".join(rows), encoding="utf-8")
    from news_digest.doors import read_seeds

    name = read_seeds(seeds).articles[0].id
    with pytest.raises(NotDoneError, match=r"many.jsonl holds 1 more; name the file"):
        weigh(name, seeds, Path("nowhere"))
    assert weigh("many.jsonl", seeds, Path("nowhere")).file == "many.jsonl"
