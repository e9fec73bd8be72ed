"""What a fetch or a command says when it does not do as asked: what is wrong, and the remedy."""

from __future__ import annotations


class NotDoneError(Exception):
    """`later` says that the same request may succeed another time; `wait` is how many seconds the server asks for."""

    def __init__(self, problem: str, remedy: str, *, later: bool = False, wait: int | None = None) -> None:
        super().__init__(f"{problem}; {remedy}")
        self.problem = problem
        self.remedy = remedy
        self.later = later
        self.wait = wait
