"""How far a long piece of work is, for whoever wants to be told."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")

Tell = Callable[[str, int, int], None]
"""Of what ("reports", "stories"), how many are done, how many there are."""


def tell_nobody(what: str, done: int, total: int) -> None:
    """For whoever does not wait."""


def counted(things: Sequence[T], what: str, tell: Tell) -> Iterator[T]:
    """The things, each told once it has been dealt with."""
    for number, thing in enumerate(things, 1):
        yield thing
        tell(what, number, len(things))
