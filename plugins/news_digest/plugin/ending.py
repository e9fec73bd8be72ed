"""End a build with a last line that says why, and no traceback."""

from __future__ import annotations

from ..model import Refusal


class Ending(SystemExit):
    """Ends the process with status 1; its message is the last line that is printed.

    `file`, `line`, `problem` and `remedy` are of the first thing to put right, for whoever shows it elsewhere.
    """

    def __init__(self, message: str, first: Refusal) -> None:
        super().__init__(message)
        self.__dict__ |= carried(first)


def carried(refusal: Refusal) -> dict[str, str | int | None]:
    """`file`, `line`, `problem` and `remedy`, as a preview reads them off what is raised or logged."""
    file, _, line = refusal.file.rpartition(":")
    return {
        "file": file if line.isdecimal() else refusal.file,
        "line": int(line) if line.isdecimal() else None,
        "problem": refusal.problem,
        "remedy": refusal.remedy,
    }
