"""What one build knows, and what the next one of the same process may take over."""

from __future__ import annotations

import os
from types import SimpleNamespace

import pytest

from news_digest.doors.stamps import stamps_of
from news_digest.plugin.ending import Ending
from news_digest.plugin.generator import open_build
from news_digest.plugin.press import start_press
from news_digest.plugin.summary import figures, last_line

REPORT = "Flood closes {place} bridge\n\nThe bridge at {place} was closed on 4 March 2024, the county engineer said.\n"


@pytest.fixture
def settings(tmp_path):
    (tmp_path / "seeds").mkdir()
    (tmp_path / "content").mkdir()
    (tmp_path / "seeds/quill.txt").write_text(REPORT.format(place="Quill"))
    return {"DEFAULT_LANG": "en", "SEEDS": str(tmp_path / "seeds"), "PATH": str(tmp_path / "content")}


def test_reports_that_did_not_change_are_not_digested_again(settings):
    assert start_press(settings).site is start_press(settings).site


def test_a_changed_new_or_deleted_report_is_seen(settings, tmp_path):
    titles = []
    for text in (REPORT.format(place="Quill"), REPORT.format(place="Ellery")):
        (tmp_path / "seeds/quill.txt").write_text(text)
        titles.append(start_press(settings).site.alone[0].title.text)
    assert titles == ["Flood closes Quill bridge", "Flood closes Ellery bridge"]
    (tmp_path / "seeds/quill.txt").unlink()
    assert start_press(settings).site.alone == ()


def test_problems_of_one_build_are_not_told_twice_by_the_next(settings, tmp_path):
    (tmp_path / "seeds/empty.txt").write_text("")
    assert [len(start_press(settings).problems) for _ in range(2)] == [1, 1]


def test_a_file_replaced_by_one_of_the_same_size_and_time_has_another_stamp(tmp_path):
    path = tmp_path / "report.txt"
    path.write_text("one")
    os.utime(path, ns=(1, 1))
    before = list(stamps_of([tmp_path]))
    other = tmp_path / "other.txt"
    other.write_text("two")
    os.replace(other, path)
    os.utime(path, ns=(1, 1))
    assert list(stamps_of([tmp_path])) != before


def test_where_no_folder_of_reports_is_nothing_is_built_and_one_line_says_so(settings, tmp_path):
    (tmp_path / "output").mkdir()
    (tmp_path / "output/index.html").write_text("the last good site")
    settings |= {"SEEDS": str(tmp_path / "nowhere"), "ARTICLE_EXCLUDES": []}
    with pytest.raises(Ending, match=r"nothing is built: .*nowhere: there is no such folder; .*SEEDS=") as ending:
        open_build(SimpleNamespace(settings=settings, output_path=str(tmp_path / "output")))
    assert "\n" not in str(ending.value)
    assert (tmp_path / "output/index.html").read_text() == "the last good site"


def test_only_reports_are_counted_as_refused(settings, tmp_path):
    (tmp_path / "seeds/sources.yml").write_text("gone.txt: {outlet: The Gazette}\n")
    assert figures(start_press(settings))["refused"] == 0
    (tmp_path / "seeds/empty.txt").write_text("")
    assert figures(start_press(settings))["refused"] == 1
    (tmp_path / "seeds/scan.pdf").write_bytes(b"%PDF-1.4")
    (tmp_path / "seeds/slip.md").write_text("---\nautor: A. Person\n---\n# The ford\n\nThe ford at Orrin is closed.\n")
    press = start_press(settings)
    assert (figures(press)["refused"], len(press.edition.refusals)) == (2, 4)  # the list and the slip refuse nothing


def test_one_thing_to_put_right_is_told_once_and_named_at_the_end(settings, tmp_path):
    (tmp_path / "seeds/empty.txt").write_text("")
    press = start_press(settings)
    assert last_line(press).endswith(f"1 thing needs an editor: see the line on {press.problems[0].file}")
