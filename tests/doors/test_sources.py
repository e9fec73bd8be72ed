"""sources.yml is checked field by field; what is wrong in it costs a line, never the other entries."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from news_digest.doors.entries import LARGEST
from news_digest.doors.sources import is_address, is_date, read_sources

FILES = frozenset({"a.txt", "b.txt"})


def read(folder: Path, text: str | bytes) -> tuple[dict[str, object], list[str]]:
    (folder / "sources.yml").write_bytes(text.encode() if isinstance(text, str) else text)
    found, refusals = read_sources(folder, FILES)
    return dict(found), [str(refusal) for refusal in refusals]


def test_without_the_file_nothing_is_known_and_nothing_is_wrong(tmp_path: Path) -> None:
    assert read_sources(tmp_path, FILES) == ({}, ())


def test_all_declared_fields_are_read_as_they_are_written(tmp_path: Path) -> None:
    (tmp_path / "sources.yml").write_text(
        "a.txt:\n  outlet: 24\n  url: https://a.example/x\n  published: 2021-12\n  author: Ada Wynn\n  language: no\n"
    )
    found, refusals = read_sources(tmp_path, FILES)
    source = found["a.txt"]
    assert (source.outlet, source.published, source.language) == ("24", "2021-12", "no")
    assert (source.url, source.author) == ("https://a.example/x", "Ada Wynn")
    assert refusals == ()


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("a.txt:\n  publisched: 2021\n", "no field is called publisched; did you mean `published`?"),
        ("c.txt:\n  outlet: X\n", "c.txt: no report of that name is there; did you mean"),
        ("a.txt: X\n", "a.txt: has no fields"),
        ("a.txt:\n  url: javascript:alert(1)\n", "`url` cannot be javascript:alert(1)"),
        ("a.txt:\n  published: 2021-02-30\n", "`published` cannot be 2021-02-30"),
        ("a.txt:\n  outlet: [x]\n", "`outlet` is not one line of text"),
        ('a.txt:\n  outlet: "x\\u202ey"\n', "`outlet` is not one line of text"),
        ("a.txt:\n  outlet: X\na.txt:\n  outlet: Y\n", "'a.txt' stands in it twice"),
        ("- a.txt\n", "it is not a list of names with their fields"),
        ("a.txt: {", "cannot be read"),
        (b"a.txt:\n  outlet: \xe9\n", "cannot be read"),
        ("a: &a [x]\nb: [*a]\n", "it uses an alias"),
        ("a: !!python/object/apply:os.system [x]\n", "cannot be read"),
        pytest.param("[" * 5000, "cannot be read", marks=pytest.mark.slow),
        ("x" * (LARGEST + 1), "larger than"),
    ],
)
def test_each_mistake_is_one_clear_line(tmp_path: Path, text: str | bytes, problem: str) -> None:
    _, refusals = read(tmp_path, text)
    assert len(refusals) == 1
    assert problem in refusals[0]
    assert "\n" not in refusals[0]


def test_a_mistake_in_one_entry_leaves_the_others(tmp_path: Path) -> None:
    found, refusals = read(tmp_path, "a.txt:\n  nope: x\n  outlet: A\nb.txt:\n  outlet: B\n")
    assert sorted(found) == ["a.txt", "b.txt"]
    assert len(refusals) == 1


def test_a_bomb_of_aliases_is_refused_at_once(tmp_path: Path) -> None:
    rows = ["a0: &a0 [x, x]", *(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 40))]
    started = time.monotonic()
    _, refusals = read(tmp_path, "\n".join(rows))
    assert "alias" in refusals[0]
    assert time.monotonic() - started < 1


@pytest.mark.slow
def test_thousands_of_entries_for_missing_files_take_bounded_time(tmp_path: Path) -> None:
    started = time.monotonic()
    _, refusals = read(tmp_path, "".join(f"gone-{n}.txt: {{outlet: X}}\n" for n in range(3000)))
    assert len(refusals) == 3000
    assert time.monotonic() - started < 5


def test_a_sources_file_that_is_no_plain_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "sources.yml").mkdir()
    _, refusals = read_sources(tmp_path, FILES)
    assert [refusal.problem for refusal in refusals] == ["cannot be read: it is no plain file"]


@pytest.mark.parametrize("value", ["2021", "2021-12", "2021-12-23", "2021-12-23T18:05", "2021-12-23 18:05:01 +01:00"])
def test_a_date_is_taken_at_any_precision(value: str) -> None:
    assert is_date(value)


@pytest.mark.parametrize("value", ["21", "2021-13", "2021-02-29", "23.12.2021", "2021-12-23T25:00", "0000", ""])
def test_an_impossible_date_is_none(value: str) -> None:
    assert not is_date(value)


@pytest.mark.parametrize(
    "value", ["javascript:x", "data:text/html,x", "file:///etc/passwd", "//a.b", "https://", "a b"]
)
def test_only_web_addresses_are_linked(value: str) -> None:
    assert not is_address(value)
    assert is_address("https://a.example/x?y=1#z")
