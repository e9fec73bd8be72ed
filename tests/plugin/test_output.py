"""The output folder holds what the build wrote, and a folder of somebody else's is left alone."""

from __future__ import annotations

import pytest

from news_digest.plugin.ending import Ending
from news_digest.plugin.output import leave_list, make_room


def build(output, *names):
    make_room(output)
    for name in names:
        (output / name).parent.mkdir(parents=True, exist_ok=True)
        (output / name).write_text(name)
    leave_list(output)


def names(folder):
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_pages_of_a_deleted_article_do_not_stay_behind(tmp_path):
    build(tmp_path / "out", "index.html", "stories/storm/index.html")
    build(tmp_path / "out", "index.html")
    assert names(tmp_path / "out") == [".news-digest", "index.html"]
    assert not (tmp_path / "out/stories").exists()


def test_a_folder_that_no_build_made_is_refused_and_left_as_it_is(tmp_path):
    (tmp_path / "thesis.odt").write_text("years of work")
    with pytest.raises(Ending, match=r"thesis\.odt: not written by a build"):
        make_room(tmp_path)
    assert names(tmp_path) == ["thesis.odt"]


def test_a_file_that_somebody_put_into_the_output_is_not_deleted(tmp_path):
    build(tmp_path, "index.html")
    (tmp_path / "CNAME").write_text("news.example.org")
    with pytest.raises(Ending, match="CNAME"):
        make_room(tmp_path)
    assert names(tmp_path) == [".news-digest", "CNAME", "index.html"]


def test_hidden_files_at_the_top_stay(tmp_path):
    (tmp_path / ".gitignore").write_text("*\n")
    build(tmp_path, "index.html")
    build(tmp_path, "index.html")
    assert names(tmp_path) == [".gitignore", ".news-digest", "index.html"]


def test_after_a_build_that_broke_off_the_next_one_clears_up(tmp_path):
    make_room(tmp_path)
    (tmp_path / "half.html").write_text("half")
    build(tmp_path, "index.html")
    assert names(tmp_path) == [".news-digest", "index.html"]
