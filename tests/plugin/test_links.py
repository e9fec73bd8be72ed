"""Links into the content folder lead to files in it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from news_digest.plugin.links import fault_of, inside


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    (folder / "articles").mkdir(parents=True)
    (folder / "images").mkdir()
    (folder / "images/the map.svg").write_text("<svg/>")
    (folder / "articles/note.md").write_text("text")
    (tmp_path / "secret.txt").write_text("secret")
    os.symlink(tmp_path / "secret.txt", folder / "images/linked.txt")
    return folder


def fault(address: str, content: Path) -> str | None:
    return fault_of(address, str(content / "articles/note.md"), str(content))


@pytest.mark.parametrize(
    "address",
    [
        "{static}/images/the%20map.svg",
        "{static}../images/the map.svg#north",
        "{attach}/images/the map.svg?x=1",
        "{filename}note.md",
        "|filename|/articles/note.md",
        "{tag}flood",
        "{index}",
        "https://example.org/{static}/../x",
    ],
)
def test_links_to_files_of_the_folder_and_to_elsewhere_pass(content, address):
    assert fault(address, content) is None


@pytest.mark.parametrize(
    "address",
    [
        "{static}/../secret.txt",
        "{attach}/images/../../secret.txt",
        "{static}../../secret.txt",
        "{static}//../secret.txt",
        "{static}/images/linked.txt",
        "{static}/images",
        "{static}/%2e%2e/secret.txt",
        "{static}/images/a&b.svg",
        "{static}",
    ],
)
def test_links_out_of_the_folder_or_to_nothing_are_faults(content, address):
    assert fault(address, content)


def test_what_pelican_is_about_to_publish_is_looked_at_again(content):
    links = {"images/the map.svg", "../secret.txt", "images/linked.txt", "none.svg"}
    assert inside(links, str(content)) == {"images/the map.svg"}
