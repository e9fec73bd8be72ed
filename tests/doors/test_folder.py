"""Every folder below the seeds is looked through; what a browser or an editor's program put there is passed over."""

from __future__ import annotations

from pathlib import Path

from news_digest.doors.folder import find_files, show_name
from news_digest.model import Refusal


def make(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("x", encoding="utf-8")
    return folder


def found(folder: Path) -> list[str]:
    return [entry.file if isinstance(entry, Refusal) else entry for entry in find_files(folder, (".txt", ".html"))]


def test_files_come_in_order_of_their_names_from_any_depth(tmp_path: Path) -> None:
    make(tmp_path, "b.txt", "2025/03/11/a.txt", "2025/a.txt", "a.TXT")
    assert found(tmp_path) == ["2025/03/11/a.txt", "2025/a.txt", "a.TXT", "b.txt"]


def test_the_folder_that_a_browser_saves_beside_a_page_is_passed_over(tmp_path: Path) -> None:
    make(tmp_path, "page.html", "page_files/advert.html", "Seite.html", "Seite-Dateien/x.txt", "other_files/report.txt")
    assert found(tmp_path) == ["Seite.html", "other_files/report.txt", "page.html"]


def test_hidden_files_backups_and_notes_are_passed_over(tmp_path: Path) -> None:
    make(tmp_path, ".git/a.txt", ".a.txt", "a.txt~", "~a.txt", "sources.yml", "outlets.yml", "key.yaml", "Thumbs.db")
    assert found(tmp_path) == []


def test_folders_nested_without_end_are_one_line(tmp_path: Path) -> None:
    deep = tmp_path
    for _ in range(150):
        deep = deep / "aa"
        deep.mkdir()
    (deep / "a.txt").write_text("x", encoding="utf-8")
    (refusal,) = find_files(tmp_path, (".txt",))
    assert isinstance(refusal, Refusal)
    assert "too long" in refusal.problem


def test_a_name_is_shown_on_one_line_whatever_it_holds() -> None:
    assert show_name("a\nb\u202ec\\\x1b[31m\u200b") == "a\\nb\\u202ec\\\\\\x1b[31m\\u200b"
    assert show_name("Bericht über Čapek.txt") == "Bericht über Čapek.txt"
