"""Remember what was made of the very same things: in a preview, a save makes anew only what it touches.

A clean build remembers nothing, because it asks for everything once. What neither this build nor the last one asked
for is forgotten, so that a thousand builds in one process hold no more than two.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from .language.tongue import language_read

P = ParamSpec("P")
T = TypeVar("T")

PLAIN = (str, bytes, int, float, type(None))  # told apart by value; everything else by identity
_memories: list[Memory] = []
_more_builds = False


class Same:
    """An object as a key: the object itself, and not one that is equal to it."""

    __slots__ = ("thing",)

    def __init__(self, thing: object) -> None:
        self.thing = thing

    def __hash__(self) -> int:
        return id(self.thing)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and self.thing is other.thing


class Memory:
    """What this build asked for, and what the last one did."""

    def __init__(self) -> None:
        self.new: dict[object, Any] = {}
        self.old: dict[object, Any] = {}
        _memories.append(self)

    def recall(self, key: object, make: Callable[[], Any]) -> Any:
        if key not in self.new:
            self.new[key] = self.old[key] if key in self.old else make()
        return self.new[key]


def remembered(function: Callable[P, T]) -> Callable[P, T]:
    """`function` must be pure: what it gives may depend on its arguments and on the language being read, and nobody may
    change it.

    Arguments are texts and numbers, told apart by value, and frozen objects, told apart by identity; of tuples, the
    members are compared.
    """
    memory = Memory()

    @wraps(function)
    def recalled(*args: P.args, **kwargs: P.kwargs) -> T:
        key = (language_read(), _key(args), tuple((name, _key(value)) for name, value in kwargs.items()))
        found: T = memory.recall(key, lambda: function(*args, **kwargs))
        return found

    return recalled


def between_builds(function: Callable[P, T]) -> Callable[P, T]:
    """As `remembered`, where more builds are to come: a clean build, which asks for these once, has no use for them."""
    kept = remembered(function)

    @wraps(function)
    def recalled(*args: P.args, **kwargs: P.kwargs) -> T:
        return (kept if _more_builds else function)(*args, **kwargs)

    return recalled


def expect_more_builds() -> None:
    """To be told in a process that builds the same site again and again."""
    global _more_builds
    _more_builds = True


def same(thing: T, print_of: object) -> T:
    """The thing that had this print before, so that `remembered` knows it again."""
    found: T = _things.recall(print_of, lambda: thing)
    return found


def begin_build() -> None:
    """Forget what the last build did not ask for."""
    for memory in _memories:
        memory.old, memory.new = memory.new, {}


def _key(value: object) -> object:
    if isinstance(value, tuple):
        return tuple(map(_key, value))
    return value if isinstance(value, PLAIN) else Same(value)


_things = Memory()
