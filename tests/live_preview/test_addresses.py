"""Addresses lead to files of the output and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

from live_preview.addresses import Elsewhere, Hosts, Nothing, Page, base_path, find, safe_name
from live_preview.shown import Shown

FILES = {"index.html", "stories/ferry/index.html", "about.html"}
FOLDERS = {"stories", "stories/ferry"}


def found(path: str) -> object:
    return find(path, "/news", FILES.__contains__, FOLDERS.__contains__)


@pytest.mark.parametrize(
    "path",
    ["../x", "%2e%2e/x", "a/..%2fx", "..%5cx", "a%00b", "%2e", "//etc/passwd", "a//b", "%ff", "C:/x", "%2E%2E%2Fx"],
)
def test_no_spelling_of_a_path_leads_out_of_the_output(path: str) -> None:
    assert safe_name(path) is None


def test_what_is_encoded_twice_is_a_name_that_no_file_has() -> None:
    assert safe_name("%252e%252e/x") == "%2e%2e/x"


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("/", Elsewhere("/news/")),
        ("/news", Elsewhere("/news/")),
        ("/news/", Page("index.html")),
        ("/news/about", Page("about.html")),
        ("/news/stories/ferry", Elsewhere("/news/stories/ferry/")),
        ("/news/stories/ferry/", Page("stories/ferry/index.html")),
        ("/news/nowhere", Nothing()),
        ("/other/about.html", Nothing()),
    ],
)
def test_an_address_is_answered_as_it_will_be_when_published(path: str, place: object) -> None:
    assert found(path) == place


def test_the_sub_path_is_that_of_the_published_address() -> None:
    assert base_path("https://example.org/news/") == "/news"
    assert base_path("") == ""


def test_a_name_longer_than_any_file_can_have_is_no_file(tmp_path: Path) -> None:
    shown = Shown(1, tmp_path, set())
    assert (False, False) == (shown.has_file("a" * 5000), shown.has_folder("a" * 5000))


@pytest.mark.parametrize("host", ["localhost:8000", "127.0.0.1", "[::1]:8000", "LOCALHOST."])
def test_the_preview_is_reached_by_the_names_of_this_machine(host: str) -> None:
    assert Hosts("127.0.0.1").admits(host)


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "", "localhost:x", "a@localhost", "10.0.0.9"]
)
def test_the_preview_is_not_reached_by_a_name_that_someone_else_gave_it(host: str) -> None:
    assert not Hosts("127.0.0.1").admits(host)
