"""The language that is being read. Every word list follows it, and so does whatever is made of word lists.

Stories form within a language, so it is set once for a story, by `reading`; nothing below has to hand it on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache, update_wrapper
from inspect import signature
from typing import ParamSpec, TypeVar, cast

P = ParamSpec("P")
T = TypeVar("T")

ENGLISH = "en"
GERMAN = "de"
READ = (ENGLISH, GERMAN, "es", "fr")  # languages with word lists of their own; reports in others are listed only

_now: ContextVar[str] = ContextVar("language", default=ENGLISH)


@contextmanager
def reading(language: str) -> Iterator[None]:
    """Read what comes as texts of this language, one of READ."""
    token = _now.set(language)
    try:
        yield
    finally:
        _now.reset(token)


def language_read() -> str:
    return _now.get()


def base_of(language: str | None) -> str | None:
    """`pt-BR` is Portuguese: the code without region or script."""
    return language.partition("-")[0].lower() if language else None


def commonest(languages: Iterable[str | None]) -> str:
    """The language that is read which most of the codes name; English where none is."""
    counts = Counter(code for language in languages if (code := base_of(language)) in READ)
    return min(counts, key=lambda code: (-counts[code], code), default=ENGLISH)


def _once_a_language(function: Callable[[], T]) -> Callable[[], T]:
    made: dict[str, T] = {}

    def recall() -> T:
        language = _now.get()
        if language not in made:
            made[language] = function()
        return made[language]

    return recall


def by_language(most: int | None = None) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Remember what a function gives, apart for each language; of each no more than the `most` last asked for."""

    def remember(function: Callable[P, T]) -> Callable[P, T]:
        made: dict[str, Callable[P, T]] = {}
        if not signature(function).parameters:
            return cast("Callable[P, T]", update_wrapper(_once_a_language(cast("Callable[[], T]", function)), function))

        def recall(*args: P.args, **kwargs: P.kwargs) -> T:
            try:
                known = made[_now.get()]
            except KeyError:  # the first time in this language; asked of every word, so a plain look-up else
                known = made[_now.get()] = cast("Callable[P, T]", lru_cache(most)(function))
            return known(*args, **kwargs)

        return update_wrapper(recall, function)

    return remember
