"""The preview's controls write whole edits into the editor's file, and every one of them can be undone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from news_digest.hand.file import read_hand
from news_digest.hand.request import handle_edit

FACT, OTHER = "f1111111111", "f2222222222"


class Desk:
    def __init__(self, root: Path) -> None:
        self.content, self.memory = root / "content", root / "memory"
        self.file = self.content / "stories/ferry-sinks.md"

    def ask(self, **edit: str) -> tuple[int, str]:
        asked = {"story": "0123456789", "slug": "ferry-sinks", "id": FACT, **edit}
        status, told = handle_edit(self.content, self.memory, json.dumps(asked).encode())
        return int(status), str(told.get("done") or told["problem"])


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_edits_are_written_so_that_the_build_reads_them(desk: Desk) -> None:
    desk.ask(do="pin", words="The ferry sank.")
    desk.ask(do="hide", id=OTHER)
    desk.ask(do="note", text='He said: "no" # twice')
    desk.ask(do="same", other=OTHER)
    desk.ask(do="wrong", day="2021-12-23", text="The port corrected it.")
    hand, refusals = read_hand(desk.file)
    assert () == refusals
    assert hand is not None
    assert ((FACT,), (OTHER,)) == (hand.items("pin"), hand.items("hide"))
    assert {FACT: 'He said: "no" # twice'} == hand.lines("notes")
    assert ((FACT, OTHER),) == hand.groups("same")
    assert {FACT: "2021-12-23 The port corrected it."} == hand.lines("wrong")


def test_what_an_editor_wrote_by_hand_is_left_as_it_stands(desk: Desk) -> None:
    desk.file.parent.mkdir(parents=True)
    by_hand = "---\n# first of all\ntitle:  Ferry   # mine\npin:\n- f3333333333 # the\n# last\n---\nBody.\r\n"
    desk.file.write_bytes(by_hand.encode())
    assert (200, "put first") == desk.ask(do="pin")
    assert by_hand.replace("# last", f"- {FACT}\n# last").encode() == desk.file.read_bytes()
    desk.ask(do="undo")
    assert by_hand.encode() == desk.file.read_bytes()


def test_a_pin_is_taken_out_by_pinning_again(desk: Desk) -> None:
    desk.ask(do="pin")
    desk.ask(do="pin", id=OTHER)
    desk.ask(do="pin")
    hand, _ = read_hand(desk.file)
    assert hand is not None
    assert (OTHER,) == hand.items("pin")


def test_undoing_everything_leaves_no_file(desk: Desk) -> None:
    desk.ask(do="pin")
    desk.ask(do="hide")
    assert [(200, "undone"), (200, "undone"), (400, "there is nothing to undo")] == [
        desk.ask(do="undo") for _ in range(3)
    ]
    assert not desk.file.exists()


def test_a_file_that_was_changed_by_hand_since_is_not_undone(desk: Desk) -> None:
    desk.ask(do="pin")
    desk.file.write_text(desk.file.read_text() + "My own words.\n")
    status, told = desk.ask(do="undo")
    assert (400, True) == (status, "changed by hand" in told)
    assert "My own words." in desk.file.read_text()


def test_a_file_that_cannot_be_read_is_left_alone_and_its_line_named(desk: Desk) -> None:
    desk.file.parent.mkdir(parents=True)
    desk.file.write_text("---\ntitle: [\n---\n")
    status, told = desk.ask(do="pin")
    assert (400, True) == (status, "ferry-sinks.md:3" in told)
    assert "---\ntitle: [\n---\n" == desk.file.read_text()


@pytest.mark.parametrize(
    "edit",
    [
        {"do": "delete"},
        {"do": "pin", "slug": "../../pelicanconf"},
        {"do": "pin", "story": "../x"},
        {"do": "pin", "id": "f1: x"},
        {"do": "same", "other": FACT},
        {"do": "wrong", "day": "today", "text": "x"},
        {"do": "wrong", "day": "2021-12-23"},
        {"do": "note", "text": "\x07"},
        {"do": "pin", "shell": "rm"},
    ],
)
def test_what_is_no_edit_writes_nothing(desk: Desk, edit: dict[str, str]) -> None:
    assert 400 == desk.ask(**edit)[0]
    assert not desk.content.exists()
