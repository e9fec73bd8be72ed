"""An editor works beside the open page with nothing but a keyboard, and sees each edit."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
MADE_FROM = ("content", "themes", "plugins", "pelicanconf.py")
pytestmark = [pytest.mark.site, pytest.mark.browser, pytest.mark.slow]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name in MADE_FROM:
        (shutil.copytree if (ROOT / name).is_dir() else shutil.copy)(ROOT / name, tmp_path / name)
    shutil.copytree(ROOT / "tests/stories/storm", tmp_path / "seeds")
    return tmp_path


class Editor:
    """The page of the only story, and the keyboard before it."""

    def __init__(self, browser: Any, running: Any, project: Path) -> None:
        self.story = json.loads(running.get("data.json")[1])[0]
        self.file = project / f"content/stories/{self.story['slug']}.md"
        self.page = browser.new_page()
        self.page.goto(f"http://127.0.0.1:{running.port}/stories/{self.story['slug']}/index.html")

    def press(self, line: str, button: str) -> None:
        """`line` is the id of a fact or difference."""
        self.page.locator(f'[id="{line}"] editors-hand').get_by_role("button", name=button).focus()
        self.page.keyboard.press("Enter")

    def type(self, text: str) -> None:
        """Into the form that has just opened, and send it."""
        self.page.keyboard.type(text)
        while self.page.evaluate(FOCUSED) != "BUTTON":
            self.page.keyboard.press("Tab")
        self.page.keyboard.press("Enter")

    def sees(self, function: str, wanted: str) -> None:
        self.page.wait_for_function(function, arg=wanted)

    def undo(self) -> None:
        self.page.get_by_role("button", name="Undo the last edit").click()


FOCUSED = "document.activeElement.shadowRoot.activeElement.tagName"
HAS_KEYBOARD = "document.activeElement.closest('.fact[id]')?.id"
IS_FIRST = "id => document.querySelector('.fact[id]').id === id"
IS_GONE = "id => document.getElementById(id) === null"
IS_READ = "text => document.body.innerText.includes(text)"
IS_NOT_READ = "text => !document.body.innerText.includes(text)"


@pytest.fixture
def editor(browser: Any, project: Path, run_preview: Callable[..., Any]) -> Editor:
    env = {"PYTHONPATH": str(project / "plugins"), "OPENBLAS_NUM_THREADS": "1", "SEEDS": "seeds"}
    running = run_preview(project, "--watch", "seeds", env=os.environ | env)
    running.until(lambda: running.get("data.json")[0] == 200)
    return Editor(browser, running, project)


def test_each_edit_is_seen_and_can_be_undone(editor: Editor) -> None:
    first, second, third, fourth, *_ = (fact["id"] for fact in editor.story["facts"])
    editor.press(third, "Put first")
    editor.sees(IS_FIRST, third)
    editor.press(second, "Write a note")
    editor.type('The port said: "no" # twice')
    editor.sees(IS_READ, 'The port said: "no" # twice')
    editor.press(fourth, "Hide")
    editor.sees(IS_GONE, fourth)
    editor.press(first, "Withdraw")
    editor.type("The count was of another storm.")
    editor.sees(IS_GONE, first)
    editor.undo()
    editor.page.locator(f'[id="{first}"]').wait_for()
    editor.undo()
    editor.page.locator(f'[id="{fourth}"]').wait_for()
    editor.undo()
    editor.sees(IS_NOT_READ, "The port said")
    editor.undo()
    editor.sees(IS_FIRST, first)
    assert not editor.file.exists()


def test_a_note_that_stands_can_be_changed_and_escape_leaves_it(editor: Editor) -> None:
    line = next(one["id"] for one in editor.story["differences"] if one["verdict"] == "conflict")
    editor.press(line, "Write a note")
    editor.type("As we heard")
    editor.sees(IS_READ, "As we heard")
    editor.press(line, "Write a note")
    editor.page.keyboard.press("Escape")
    assert 0 == editor.page.locator("editors-hand form").count()
    editor.press(line, "Write a note")
    editor.page.keyboard.press("Control+End")
    editor.type(" it told.")
    editor.sees(IS_READ, "As we heard it told.")


def test_two_facts_are_joined_by_choosing_the_other(editor: Editor) -> None:
    first, second, *_ = (fact["id"] for fact in editor.story["facts"])
    editor.press(second, "Say which fact")
    editor.type("")
    editor.sees(IS_GONE, first)
    assert f"same:\n  - [{second}, {first}]" in editor.file.read_text()


def test_what_is_being_written_outlives_a_save_of_something_else(editor: Editor) -> None:
    second = editor.story["facts"][1]["id"]
    editor.press(second, "Write a note")
    editor.page.keyboard.type("Half a thou")
    editor.file.parent.mkdir(exist_ok=True)
    editor.file.write_text(f"---\ntitle: Meanwhile\npin: [{second}]\n---\n")
    editor.sees(IS_READ, "Meanwhile")
    editor.sees(IS_FIRST, second)
    editor.type("ght.")
    editor.sees(IS_READ, "Half a thought.")
    assert "title: Meanwhile" in editor.file.read_text()


def test_the_keyboard_goes_on_to_the_next_line_when_one_is_hidden(editor: Editor) -> None:
    second, third = (fact["id"] for fact in editor.story["facts"][1:3])
    editor.press(second, "Hide")
    editor.sees(IS_GONE, second)
    editor.page.wait_for_function(f"id => {HAS_KEYBOARD} === id", arg=third)


def test_the_list_of_facts_fits_a_phone(editor: Editor) -> None:
    editor.page.set_viewport_size({"width": 390, "height": 800})
    editor.press(editor.story["facts"][1]["id"], "Say which fact")
    select = editor.page.locator("editors-hand select").bounding_box()
    assert select["x"] + select["width"] <= 390
    assert editor.page.evaluate("document.documentElement.scrollWidth") <= 390
