"""End a build with a last line that says why, and no traceback."""

from __future__ import annotations


class Ending(SystemExit):
    """Ends the process with status 1; its message is the last line that is printed."""

    def __str__(self) -> str:
        return str(self.code)
