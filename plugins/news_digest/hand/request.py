"""What the controls of the preview ask for: one edit, written into the editor's file, that can be undone."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from typing import Any

from ..doors.plain_yaml import NotPlainError
from ..doors.sources import is_date
from .fields import is_slug
from .file import LONGEST_VALUE, parse_hand, shown
from .new import blank, file_of
from .save import save
from .write import change_field, group_item, item_names, line_item, list_item

STORY = re.compile(r"[0-9a-f]{10}")
LINE = re.compile(r"[fd][0-9a-f]{10}")
STEPS = 100  # edits of a story that can be undone
TOLD = 100  # characters of a fact that stand behind its id as a comment

Json = dict[str, Any]


class RefusedError(ValueError):
    """The edit was not made; the message says why and what to do."""


@dataclass(frozen=True)
class Edit:
    """`words` are the fact's own, for a comment; `text` and `day` are the editor's; `other` is a second fact's id."""

    do: str
    story: str
    slug: str
    id: str = ""
    words: str = ""
    text: str = ""
    day: str = ""
    other: str = ""


def handle_edit(content: Path, memory: Path, body: bytes) -> tuple[int, Json]:
    """Make the edit that the body asks for. HTTP status, and what was done or the problem.

    `content` holds the editors' files; in `memory` lie the texts that they had before, for undoing.
    """
    try:
        edit = read_edit(body)
        path = file_of(content, edit.story, edit.slug)
        steps = memory / f"{edit.story}.json"
        done = _undo(path, steps) if edit.do == "undo" else _make(edit, path, steps)
    except RefusedError as refused:
        return HTTPStatus.BAD_REQUEST, {"problem": str(refused)}
    return HTTPStatus.OK, {"done": done, "file": path.as_posix()}


def read_edit(body: bytes) -> Edit:
    """Raises RefusedError where it is no edit of ours, or holds what no field may."""
    try:
        found = json.loads(body)
        edit = Edit(**{str(name): " ".join(str(value).split()) for name, value in found.items()})
    except (ValueError, TypeError, AttributeError):
        raise RefusedError("this is no edit") from None
    for holds, problem in (
        (edit.do in (*ACTS, "undo"), f"nothing is called {shown(edit.do)}; there are {', '.join((*ACTS, 'undo'))}"),
        (STORY.fullmatch(edit.story) and is_slug(edit.slug), "no story is named"),
        (edit.do == "undo" or LINE.fullmatch(edit.id), f"{shown(edit.id)} is no id of a fact or difference"),
        (edit.do != "same" or _is_second_fact(edit), "name two facts by their ids, f and ten digits or letters"),
        (edit.do != "wrong" or (edit.text and is_date(edit.day)), "give the day and the reason"),
        (len(edit.text) <= LONGEST_VALUE and edit.text.isprintable(), "the text is too long, or not plain text"),
    ):
        if not holds:
            raise RefusedError(problem)
    return edit


def _is_second_fact(edit: Edit) -> bool:
    return bool(LINE.fullmatch(edit.other)) and edit.id[0] == edit.other[0] == "f" and edit.id != edit.other


def _make(edit: Edit, path: Path, steps: Path) -> str:
    before = path.read_bytes().decode("utf-8", "surrogateescape") if path.exists() else None
    text = before if before is not None else blank(edit.story)
    try:
        changed, done = ACTS[edit.do](edit, text)
    except NotPlainError:
        _, refusals = parse_hand(text, path.as_posix(), path.stem)
        raise RefusedError(f"{refusals[0] if refusals else path}") from None
    if len(parse_hand(changed, "", "")[1]) > len(parse_hand(text, "", "")[1]):
        raise RefusedError(f"{path} would not be readable after that; write it by hand")
    _remember(steps, before, changed)
    save(path, changed)
    return done


def _pin(edit: Edit, text: str) -> tuple[str, str]:
    if edit.id in item_names(text, "pin"):
        return change_field(text, "pin", drop=[edit.id]), "no longer put first"
    return change_field(text, "pin", add=[list_item(edit.id, edit.words[:TOLD])]), "put first"


def _hide(edit: Edit, text: str) -> tuple[str, str]:
    return change_field(text, "hide", add=[list_item(edit.id, edit.words[:TOLD])]), "hidden"


def _note(edit: Edit, text: str) -> tuple[str, str]:
    if not edit.text:
        return change_field(text, "notes", drop=[edit.id]), "note taken out"
    return change_field(text, "notes", add=[line_item(edit.id, edit.text)]), "note written"


def _same(edit: Edit, text: str) -> tuple[str, str]:
    return change_field(text, "same", add=[group_item([edit.id, edit.other])]), "joined"


def _wrong(edit: Edit, text: str) -> tuple[str, str]:
    return change_field(text, "wrong", add=[line_item(edit.id, f"{edit.day} {edit.text}")]), "withdrawn"


ACTS: dict[str, Callable[[Edit, str], tuple[str, str]]] = {
    "pin": _pin,
    "hide": _hide,
    "note": _note,
    "same": _same,
    "wrong": _wrong,
}


def _remember(steps: Path, before: str | None, after: str) -> None:
    """The text before, and a digest of the one after: an edit is undone only where nobody wrote since."""
    save(steps, json.dumps([*_steps(steps), {"before": before, "after": _digest(after)}][-STEPS:]))


def _undo(path: Path, steps: Path) -> str:
    made = _steps(steps)
    if not made:
        raise RefusedError("there is nothing to undo")
    last = made.pop()
    now = path.read_bytes().decode("utf-8", "surrogateescape") if path.exists() else ""
    if _digest(now) != last["after"]:
        raise RefusedError(f"{path} was changed by hand since; undo it there")
    if last["before"] is None:
        path.unlink()
    else:
        save(path, last["before"])
    save(steps, json.dumps(made))
    return "undone"


def _steps(steps: Path) -> list[Json]:
    return list(json.loads(steps.read_text(encoding="utf-8"))) if steps.exists() else []


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest()
