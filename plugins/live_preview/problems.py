"""Say what is wrong with the site: file, line and remedy, out of what Pelican, Jinja, YAML and plugins raise or log.

An exception or a log record of a plugin may carry `file`, `line`, `problem` and `remedy` as attributes; what it
carries is taken as it is; a warning that carries them is of something to mend in a site that is built nevertheless.
A message of the form `file: problem; remedy` or `file:line: problem; remedy` is read too.
"""

from __future__ import annotations

import logging
import os
import re
import sys
import traceback
from dataclasses import asdict, dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

from jinja2 import TemplateNotFound, TemplateSyntaxError, UndefinedError

MEND = "mend it and save; the page comes back by itself"
AROUND = 2  # lines shown before and after the one that is wrong
TOLD = re.compile(r"(?P<file>[^\s:;]+\.\w+):(?:(?P<line>\d+):)? (?P<problem>[^;]+)(?:; (?P<remedy>.+))?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend. `file` is relative to the folder that the preview runs in, where it lies below it."""

    problem: str
    remedy: str = MEND
    file: str | None = None
    line: int | None = None
    excerpt: tuple[tuple[int, str], ...] = ()

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.file, self.line) if part is not None)
        return f"{place + ': ' if place else ''}{self.problem}; {self.remedy}"

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)


class Notes(logging.Handler):
    """Keeps what is logged: `problems` stop a build, `defects` are to be mended but do not, `warnings` are told."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.problems: list[Problem] = []
        self.defects: list[Problem] = []
        self.warnings: list[str] = []

    def __len__(self) -> int:
        return len(self.problems) + len(self.defects) + len(self.warnings)

    def clear(self) -> None:
        self.problems.clear()
        self.defects.clear()
        self.warnings.clear()

    def emit(self, record: logging.LogRecord) -> None:
        if record.levelno >= logging.ERROR:
            self.problems.append(from_record(record))
        elif (defect := _carried(record)) is not None:
            self.defects.append(defect)
        else:
            self.warnings.append(record.getMessage())


def from_record(record: logging.LogRecord) -> Problem:
    """Pelican logs inside `except` without passing the exception on, so look for the one being handled."""
    error = record.exc_info[1] if record.exc_info else sys.exc_info()[1]
    told = _carried(record) or _told(record.getMessage())
    if told is not None:
        return told
    if error is None:
        return Problem(record.getMessage(), file=_path_in(record))
    problem = from_exception(error)
    if problem.file is not None:
        return problem
    return _located(f"{record.getMessage()}: {problem.problem}", problem.remedy, _path_in(record), None)


def from_exception(error: BaseException) -> Problem:
    """The likeliest place to mend for what was raised."""
    told = _carried(error) or _told(str(error))
    if told is not None:
        return told
    message = _message(error)
    file, line = _marked(error) or _last_frame(error.__traceback__)
    return _located(message, _remedy(error), file, line)


def _message(error: BaseException) -> str:
    if isinstance(error, TemplateNotFound):
        return f"there is no template {error.name}"
    if hasattr(error, "problem_mark"):
        return " ".join(str(part) for part in (getattr(error, "context", None), error.problem) if part)  # type: ignore[attr-defined]
    if isinstance(error, (TemplateSyntaxError, SyntaxError)):
        return str(getattr(error, "message", None) or getattr(error, "msg", error))
    return f"{type(error).__name__}: {error}" if str(error) else type(error).__name__


def _remedy(error: BaseException) -> str:
    if isinstance(error, TemplateNotFound):
        return "create it in the theme's templates folder, or correct the name where it is extended or included"
    if isinstance(error, TemplateSyntaxError):
        return f"check that every tag of the template is closed and spelt right; {MEND}"
    if isinstance(error, UndefinedError):
        return f"check the spelling of the name, or ask `is defined` before using it; {MEND}"
    if hasattr(error, "problem_mark"):
        return f"check indentation, colons and quotation marks of this line; {MEND}"
    if isinstance(error, SyntaxError):
        return f"correct the Python of this line; {MEND}"
    if type(error).__name__ == "FileOverwriteFailedError":
        return "two pages have one address: give one of them another slug or save_as"
    return MEND


def _marked(error: BaseException) -> tuple[str | None, int | None] | None:
    """Errors that say themselves where they are."""
    if isinstance(error, TemplateSyntaxError):
        return error.filename or error.name, error.lineno
    if isinstance(error, SyntaxError):
        return error.filename, error.lineno
    mark = getattr(error, "problem_mark", None)
    file = mark.name if mark and os.path.exists(mark.name) else getattr(error, "file", None)
    return (file, mark.line + 1) if mark and file else None


def _last_frame(trace: TracebackType | None) -> tuple[str | None, int | None]:
    """The innermost frame of a file that the site's owner can mend: not of the libraries, nor of this package."""
    frames = traceback.extract_tb(trace)
    own = [frame for frame in frames if os.path.isfile(frame.filename) and not _foreign(frame.filename)]
    return (own[-1].filename, own[-1].lineno) if own else (None, None)


def _foreign(path: str) -> bool:
    folder = os.path.dirname(os.path.abspath(__file__))
    libraries = (folder, os.path.dirname(logging.__path__[0]), "site-packages", "dist-packages")
    return any(library in os.path.abspath(path) for library in libraries)


def _carried(carrier: Any) -> Problem | None:
    problem = getattr(carrier, "problem", None)
    file = getattr(carrier, "file", None)
    if not isinstance(problem, str) or file is None:
        return None
    return _located(problem, getattr(carrier, "remedy", None) or MEND, str(file), getattr(carrier, "line", None))


def _told(message: str) -> Problem | None:
    match = TOLD.fullmatch(message.strip())
    if match is None or not os.path.exists(match["file"]):
        return None
    line = int(match["line"]) if match["line"] else None
    return _located(match["problem"], match["remedy"] or MEND, match["file"], line)


def _path_in(record: logging.LogRecord) -> str | None:
    arguments = record.args if isinstance(record.args, tuple) else ()
    paths = [str(argument) for argument in arguments if os.path.splitext(str(argument))[1]]
    return paths[0] if paths else None


def _located(problem: str, remedy: str, file: str | None, line: int | None) -> Problem:
    if file is None:
        return Problem(problem, remedy)
    return Problem(problem, remedy, _shown(file), line, _excerpt(file, line) if line else ())


def _shown(file: str) -> str:
    path, here = Path(os.path.abspath(file)), Path.cwd()
    return path.relative_to(here).as_posix() if path.is_relative_to(here) else file


def _excerpt(file: str, line: int) -> tuple[tuple[int, str], ...]:
    try:
        lines = Path(file).read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ()
    first = max(line - AROUND, 1)
    return tuple((number, lines[number - 1]) for number in range(first, min(line + AROUND, len(lines)) + 1))
