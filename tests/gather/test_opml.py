"""A list of feeds from another reader is taken over, below what stands in feeds.yml."""

from __future__ import annotations

from pathlib import Path

import pytest

from news_digest.gather.command import main
from news_digest.gather.feeds import read_feeds
from news_digest.gather.opml import import_opml
from news_digest.gather.refused import NotDoneError

OPML = """<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0"><head><title>Mine</title></head><body>
  <outline text="News"><outline text="Ostrand Weekly" type="rss" xmlUrl="https://ostrand.example/feed?a=1&amp;b=2"/>
    <outline title="Weekly: the &quot;best&quot; #1" text="x" xmlUrl="https://best.example/rss"/></outline>
  <outline text="Ostrand Weekly" xmlUrl="https://ostrand.example/sport"/>
  <outline text="no feed" url="https://page.example/"/><outline text="bad" xmlUrl="javascript:alert(1)"/>
</body></opml>"""


@pytest.fixture
def opml(tmp_path: Path) -> Path:
    path = tmp_path / "mine.opml"
    path.write_text(OPML, encoding="utf-8")
    return path


def test_feeds_in_folders_are_taken_over_each_under_a_name_of_its_own(seeds: Path, opml: Path) -> None:
    import_opml(seeds, opml)
    feeds, problems = read_feeds(seeds)
    assert [(feed.name, feed.url) for feed in feeds] == [
        ("Ostrand Weekly", "https://ostrand.example/feed?a=1&b=2"),
        ('Weekly: the "best" #1', "https://best.example/rss"),
        ("Ostrand Weekly 2", "https://ostrand.example/sport"),
    ]
    assert problems == ()


def test_what_stands_there_stays_and_nothing_comes_twice(seeds: Path, opml: Path) -> None:
    standing = "# my feeds\nBest: {url: https://best.example/rss}"
    (seeds / "feeds.yml").write_text(standing, encoding="utf-8")
    assert len(import_opml(seeds, opml)) == 2
    assert import_opml(seeds, opml) == []
    assert (seeds / "feeds.yml").read_text(encoding="utf-8").startswith(standing + "\n")
    assert len(read_feeds(seeds)[0]) == 3


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><opml/>', "declares entities"),
        ("no list", "it is no OPML"),
        ("", "it is no OPML"),
        ("<a>" * 5000, "it is no OPML"),
    ],
)
def test_what_is_no_list_is_refused(seeds: Path, tmp_path: Path, content: str, problem: str) -> None:
    path = tmp_path / "bad.opml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(NotDoneError, match=problem):
        import_opml(seeds, path)
    assert not (seeds / "feeds.yml").exists()


def test_the_command_says_what_it_added(seeds: Path, opml: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import-opml", str(opml), "--seeds", str(seeds)]) == 0
    assert capsys.readouterr().out == f"3 feeds added to {seeds}/feeds.yml\n"
    assert main(["import-opml", str(opml.with_name("none.opml")), "--seeds", str(seeds)]) == 2
    assert "cannot be opened" in capsys.readouterr().err
