"""End a build with a last line that says why, and no traceback."""

from __future__ import annotations

from ..model import Refusal


class Ending(SystemExit):
    """Ends the process with status 1; its message is the last line that is printed.

    `file`, `line`, `problem` and `remedy` are of the first thing to put right, for whoever shows it elsewhere.
    """

    def __init__(self, message: str, first: Refusal) -> None:
        super().__init__(message)
        file, _, line = first.file.rpartition(":")
        self.file = file if line.isdecimal() else first.file
        self.line = int(line) if line.isdecimal() else None
        self.problem, self.remedy = first.problem, first.remedy
