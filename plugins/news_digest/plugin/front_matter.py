"""The fields at the head of a hand-written file, each such that Pelican can use it."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from typing import Any

from ..doors.plain_yaml import NotPlainError, load_plain
from ..hand.file import FRONT

NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,99}")
PATH = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}(?:/[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}){0,9}/?")


class ProseError(ValueError):
    """A hand-written file that cannot be read: what is wrong, and what the editor can do."""

    def __init__(self, problem: str, remedy: str, line: int | None = None) -> None:
        super().__init__(f"{problem}; {remedy}")
        self.problem, self.remedy, self.line = problem, remedy, line


def split(text: str) -> tuple[dict[str, Any], str]:
    """The fields and the body. Values are text or lists of text. Raises ProseError."""
    match = FRONT.match(text)
    if match is None:
        raise ProseError("no front matter", "begin the file with a line ---, a title: line, and another line ---")
    try:
        fields = load_plain(match[1])
    except NotPlainError as error:
        line = error.line + 1 if error.line else None  # the line --- stands above
        raise ProseError(f"front matter cannot be read: {error}", "write `name: value`, one a line", line) from None
    if not isinstance(fields, dict) or not fields.get("title"):
        raise ProseError("no title", "put a title: line between the lines ---")
    named = {str(name).lower(): value for name, value in fields.items() if value is not None}
    for name, value in named.items():
        _check(name, value)
    return named, text[match.end() :]


def _check(name: str, value: Any) -> None:
    if isinstance(value, dict) or (isinstance(value, list) and not all(isinstance(item, str) for item in value)):
        raise ProseError(f"`{name}` is neither a line nor a list", "write one value, or several between [ and ]")
    if name in CHECKS and not (isinstance(value, str) and CHECKS[name][0](value)):
        raise ProseError(f"`{name}` cannot be {value!r}", CHECKS[name][1])


def _is_date(value: str) -> bool:
    """ISO 8601 alone: what else Pelican would take is filled up from the clock."""
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return False
    return True


Check = tuple[Callable[[str], object], str]
A_NAME: Check = (NAME.fullmatch, "use letters, digits and hyphens")
A_PATH: Check = (PATH.fullmatch, "write a path below the site, such as notes/first.html")
A_DATE: Check = (_is_date, "write a date as 2021-12-23")
CHECKS: dict[str, Check] = {
    "slug": A_NAME,
    "lang": A_NAME,
    "template": A_NAME,
    "save_as": A_PATH,
    "url": A_PATH,
    "date": A_DATE,
    "modified": A_DATE,
}
