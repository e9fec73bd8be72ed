"""A bad file costs one clear line that names it and the remedy; every other report is still read."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from news_digest.doors import read_seeds
from news_digest.doors.folder import LARGEST_FILE
from news_digest.doors.formats import DOORS
from news_digest.model import Evidence

BROKEN = Path(__file__).parents[1] / "broken_seeds"
HEADLINE = "Ferry to the Quill Islands runs aground"
BODY = "The ferry Alma ran aground off the Quill Islands on Monday with 80 people aboard, the coast guard said."
REPORT = f"{HEADLINE}\n\n{BODY}\n"


def folder_with(folder: Path, files: dict[str, str | bytes]) -> Path:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def ids(folder: Path) -> list[str]:
    return [article.id for article in read_seeds(folder).articles]


def complaints(folder: Path) -> list[str]:
    return [str(refusal) for refusal in read_seeds(folder).refusals]


def test_bad_files_are_named_with_their_remedy_and_the_good_ones_are_read() -> None:
    assert ids(BROKEN) == ["good", "markup"]
    assert complaints(BROKEN) == [
        "folder.txt: a folder named like a report; rename it, or remove it",
        "empty.txt: the file is empty; save the report again, or remove the file",
        "latin.txt: not UTF-8 (byte 4); save it as plain text in UTF-8",
        "menu.txt: no report in it, only headings and page furniture; save the report's paragraphs too, each on a line",
        "picture.txt: holds NUL bytes, so it is no text; save the report as plain text in UTF-8",
        "sources.yml:2: good.txt: no field is called outlit; did you mean `outlet`? The fields are outlet, url,"
        " published, author, language",
        "sources.yml:4: gone.txt: no report of that name is there; did you mean good.txt? Else remove the entry",
        "sources.yml:7: markup.txt: `published` cannot be 2024-13-45; write a date as 2021-12-23, or as 2021-12 or 2021"
        " if no more is known",
    ]


def test_markup_script_and_front_matter_in_a_report_are_its_words() -> None:
    (article,) = (article for article in read_seeds(BROKEN).articles if article.id == "markup")
    assert article.text == (BROKEN / "markup.txt").read_text(encoding="utf-8")
    assert article.title is not None
    assert article.words(article.title) == "Council bans <script>alert(1)</script> from its forms"


def test_every_bad_file_is_fatal_to_the_build_and_a_stray_format_is_not(tmp_path: Path) -> None:
    folder_with(tmp_path, {"report.txt": REPORT, "table.xls": b"x", "key.yml": "a: 1", ".hidden": "x", "a.txt~": "x"})
    assert complaints(tmp_path) == [
        f"table.xls: not a format that is read here; save it as one of {', '.join(sorted(DOORS))}"
    ]
    assert [refusal.fatal for refusal in read_seeds(tmp_path).refusals] == [False]
    assert all(refusal.fatal for refusal in read_seeds(BROKEN).refusals)


def test_a_report_without_a_headline_is_read_without_complaint(tmp_path: Path) -> None:
    long = BODY.replace("the coast guard said", "the coast guard of the islands said late on Monday evening")
    reading = read_seeds(folder_with(tmp_path, {"report.txt": f"{long}\n\n{long}\n"}))
    assert [article.title for article in reading.articles] == [None]
    assert reading.refusals == ()


@pytest.mark.parametrize(
    ("written", "text"),
    [
        (b"\xef\xbb\xbf" + REPORT.encode(), REPORT),
        (REPORT.replace("\n", "\r\n").encode(), REPORT.replace("\n", "\r\n")),
        (REPORT.replace("\n", "\r").encode(), REPORT.replace("\n", "\r")),
        (REPORT.replace("Alma", "Al\u200bma\u202e").encode(), REPORT.replace("Alma", "Al\u200bma\u202e")),
    ],
    ids=["byte order mark", "CR LF", "CR", "invisible characters"],
)
def test_the_text_is_the_file_as_it_stands(tmp_path: Path, written: bytes, text: str) -> None:
    (article,) = read_seeds(folder_with(tmp_path, {"report.txt": written})).articles
    assert article.text == text
    assert article.title is not None
    assert article.words(article.title) == HEADLINE


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b" \n", "empty"),
        ("\ufeff".encode("utf-16-le") + REPORT.encode("utf-16-le"), "UTF-16"),
        (b"\x01\x02\x03" * 50 + REPORT.encode(), "control characters"),
        (b"word " * 60_000, "a line of 300,000 characters"),
        (b"word\n" * 300_000, "more than a report holds"),
        (b"word\n" * 50_000, "50,000 lines"),
        (b"x" * (LARGEST_FILE + 1), "larger than 10 MB"),
    ],
)
def test_what_is_no_report_is_refused_and_its_neighbour_read(tmp_path: Path, content: bytes, problem: str) -> None:
    folder_with(tmp_path, {"bad.txt": content, "good.txt": REPORT})
    (complaint,) = complaints(tmp_path)
    assert complaint.startswith("bad.txt: ")
    assert problem in complaint
    assert ids(tmp_path) == ["good"]


def test_a_name_that_no_terminal_can_print_is_escaped_and_refused(tmp_path: Path) -> None:
    folder_with(tmp_path, {"two\nlines.txt": REPORT, "right\u202eleft.txt": REPORT, "good.txt": REPORT})
    assert ids(tmp_path) == ["good"]
    assert [complaint.split(":")[0] for complaint in complaints(tmp_path)] == [
        "right\\u202eleft.txt",
        "two\\nlines.txt",
    ]


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    outside = folder_with(tmp_path / "outside", {"secret.txt": REPORT})
    seeds = folder_with(tmp_path / "seeds", {"good.txt": REPORT})
    (seeds / "link.txt").symlink_to(outside / "secret.txt")
    (seeds / "folder").symlink_to(outside)
    assert ids(seeds) == ["good"]
    assert [complaint.split(":")[0] for complaint in complaints(seeds)] == ["folder", "link.txt"]


def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    folder_with(tmp_path, {"good.txt": REPORT})
    os.mkfifo(tmp_path / "pipe.txt")
    assert complaints(tmp_path) == ["pipe.txt: not a file; rename it, or remove it"]


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is unreadable to root")
def test_an_unreadable_file_is_named(tmp_path: Path) -> None:
    folder_with(tmp_path, {"bad.txt": REPORT, "good.txt": REPORT})
    (tmp_path / "bad.txt").chmod(0)
    assert complaints(tmp_path) == ["bad.txt: cannot be opened (Permission denied); give yourself the right to read it"]


def test_a_file_that_fails_while_it_is_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder_with(tmp_path, {"bad.txt": REPORT, "good.txt": REPORT})
    read_bytes = Path.read_bytes

    def fail(path: Path) -> bytes:
        if path.name == "bad.txt":
            raise PermissionError(13, "Permission denied")
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", fail)
    assert complaints(tmp_path) == ["bad.txt: cannot be opened (Permission denied); give yourself the right to read it"]
    assert ids(tmp_path) == ["good"]


def test_a_folder_that_is_not_there_is_one_clear_line(tmp_path: Path) -> None:
    (complaint,) = complaints(tmp_path / "nowhere")
    assert "there is no such folder" in complaint


def test_an_empty_folder_says_that_it_is_empty_and_what_to_put_in(tmp_path: Path) -> None:
    (note,) = read_seeds(tmp_path).refusals
    assert (False, "holds no reports") == (note.fatal, note.problem)
    assert note.remedy.startswith("put in pages saved from the browser")


def test_an_id_comes_from_the_path_and_no_two_reports_share_one(tmp_path: Path) -> None:
    other = REPORT.replace("80", "90")
    folder_with(tmp_path, {"day/a.txt": REPORT, "b/a.txt": other, "day-a.txt": REPORT.replace("80", "70")})
    reading = read_seeds(tmp_path)
    assert [article.id for article in reading.articles] == ["b-a", "day-a"]
    assert [str(refusal) for refusal in reading.refusals] == [
        "day-a.txt: day/a.txt has the same name; rename one of them"
    ]


def test_the_same_report_twice_is_shown_once(tmp_path: Path) -> None:
    reading = read_seeds(folder_with(tmp_path, {"a.txt": REPORT, "b.txt": REPORT}))
    assert [article.id for article in reading.articles] == ["a"]
    assert [str(refusal) for refusal in reading.refusals] == [
        "b.txt: the same report as a.txt, which is shown; remove one of them, or name its outlet"
    ]


def test_one_address_saved_twice_is_one_report(tmp_path: Path) -> None:
    files = {"a.txt": REPORT, "b.txt": REPORT.replace("80", "81")}
    sources = "".join(f"{name}: {{url: https://coast.example/ferry}}\n" for name in files)
    assert ids(folder_with(tmp_path, {**files, "sources.yml": sources})) == ["a"]


def test_the_same_text_in_two_outlets_is_two_reports(tmp_path: Path) -> None:
    folder_with(tmp_path, {"a.txt": REPORT, "b.txt": REPORT, "sources.yml": "a.txt: {outlet: A}\nb.txt: {outlet: B}\n"})
    assert ids(tmp_path) == ["a", "b"]


def test_reports_without_an_outlet_get_placeholders_that_tell_them_apart(tmp_path: Path) -> None:
    names = ["000_84f7.txt", "001_f400.txt", "the-ticker.txt"]
    folder_with(tmp_path, {name: REPORT.replace("80", str(n)) for n, name in enumerate(names, 50)})
    outlets = [article.outlet for article in read_seeds(tmp_path).articles]
    assert [outlet.name for outlet in outlets] == [
        "Unnamed outlet (000)",
        "Unnamed outlet (001)",
        "Unnamed outlet (the-ticker)",
    ]
    assert not any(outlet.known for outlet in outlets)


def test_what_an_editor_says_stands_above_what_the_page_says(tmp_path: Path) -> None:
    page = REPORT.replace("\n\n", "\nPublished: May 3, 2024\n\n", 1)
    sources = "report.txt:\n  published: 2024-05-02\n  url: https://www.mercury.example/ferry\n"
    (article,) = read_seeds(folder_with(tmp_path, {"report.txt": page, "sources.yml": sources})).articles
    assert (article.published.value, article.published.evidence) == ("2024-05-02", Evidence.EDITOR)
    assert (article.outlet.name, article.outlet.known) == ("mercury.example", True)


def test_nothing_is_fetched_whatever_a_file_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a door opened a connection")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    address = "http://127.0.0.1:9/x"
    paragraphs = f"<p>{BODY}</p>" * 5
    page = f"<html><head><base href='{address}'><link rel='canonical' href='{address}'></head><body>{paragraphs}"
    feed = f"<rss version='2.0'><channel><link>{address}</link><item><description>{address}</description></item>"
    folder_with(tmp_path, {"a.html": page + f"<img src='{address}'>", "b.xml": feed, "c.rss": address, "d.md": address})
    assert ids(tmp_path) == ["a"]


def test_long_work_says_how_far_it_is(tmp_path: Path) -> None:
    steps: list[tuple[int, int]] = []
    folder_with(tmp_path, {"a.txt": REPORT, "b.txt": ""})
    read_seeds(tmp_path, lambda done, of: steps.append((done, of)))
    assert steps == [(1, 2), (2, 2)]


def test_the_language_is_that_of_the_words_and_a_page_may_only_refine_it(tmp_path: Path) -> None:
    german = "Der Stadtrat hat am Montag beschlossen, zwei der Büchereien zu schließen, sagte die Bürgermeisterin."
    page = "<html lang='%s'><head><title>%s</title></head><body><article>%s</article></body></html>"
    folder_with(
        tmp_path,
        {
            "british.html": page % ("en-GB", "Ferry", f"<p>{BODY}</p>" * 4),
            "german.html": page % ("en", "Bibliothek", f"<p>{german}</p>" * 4),
            "named.txt": REPORT,
            "sources.yml": "named.txt: {language: en-AU}",
        },
    )
    assert [article.language for article in read_seeds(tmp_path).articles] == ["en-GB", "de", "en-AU"]


@pytest.mark.parametrize(
    ("byline", "author"),
    [
        ("By Ada Wynn", "Ada Wynn"),
        ("By ADA WYNN and Bo van der Reeve in Port Ellery", "ADA WYNN and Bo van der Reeve"),
        ("By our legal correspondent Runa Tveit", "Runa Tveit"),
        ("Posted on May 3, 2024 by admin", None),
        ("By MPA", None),
        ("Photo: Ada Wynn/MPA", None),
    ],
)
def test_the_people_of_a_byline_are_the_author(tmp_path: Path, byline: str, author: str | None) -> None:
    folder_with(tmp_path, {"report.txt": REPORT.replace("\n\n", f"\n{byline}\n\n", 1)})
    assert [article.author for article in read_seeds(tmp_path).articles] == [author]
