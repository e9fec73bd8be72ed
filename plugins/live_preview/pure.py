"""Remember what some of Pelican's functions answered: they compute the same for every page of every build.

None reads anything but its arguments and the working folder, which the preview does not change. On a site of 1,000
articles they are half of the time that Pelican takes before it renders the first page.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any

import pelican.contents
import pelican.urlwrappers
import pelican.utils
import pelican.writers
from pelican.contents import Content

# Names that cannot leave their folder, and that joining leaves as they are: no part begins with a dot.
PLAIN = re.compile(r"[\w-][\w.-]*(?:/[\w-][\w.-]*)*")
KEPT = 1 << 16  # answers a function keeps; some hundred bytes each


def remember_pure_functions() -> None:
    """For the rest of this process."""
    slugify = _remembered_slugify(pelican.utils.slugify)
    pelican.contents.slugify = slugify
    pelican.urlwrappers.slugify = slugify
    join = _remembered_join(pelican.utils.sanitised_join)
    pelican.contents.sanitised_join = join
    pelican.writers.sanitised_join = join
    pelican.writers.get_relative_path = _remembered_way_up(pelican.writers.get_relative_path)
    Content.get_relative_source_path = _remembered_path(Content.get_relative_source_path)


def _remembered_slugify(original: Callable[..., str]) -> Callable[..., str]:
    @lru_cache(KEPT)
    def answer(value: str, subs: tuple[tuple[str, str], ...], preserve_case: bool, use_unicode: bool) -> str:
        return original(value, subs, preserve_case, use_unicode)

    def slugify(value: str, regex_subs: Any = (), preserve_case: bool = False, use_unicode: bool = False) -> str:
        return answer(str(value), tuple((src, dst) for src, dst in regex_subs), preserve_case, use_unicode)

    return slugify


def _remembered_join(original: Callable[..., str]) -> Callable[..., str]:
    @lru_cache(16)
    def absolute(folder: str) -> str:
        return original(folder)

    def sanitised_join(base_directory: str, *parts: str) -> str:
        if len(parts) == 1 and PLAIN.fullmatch(str(parts[0])):
            return f"{absolute(base_directory)}/{parts[0]}"
        return original(base_directory, *parts)

    return sanitised_join


def _remembered_way_up(original: Callable[[str], str]) -> Callable[[str], str]:
    @lru_cache(16)
    def answer(depth: int) -> str:
        return original("x/" * depth + "x")

    def get_relative_path(path: str) -> str:
        return answer(path.count("/")) if PLAIN.fullmatch(str(path)) else original(path)

    return get_relative_path


class _Placed:
    """As much of a content object as its relative path is made from."""

    def __init__(self, folder: str, source_path: str | None) -> None:
        self.settings = {"PATH": folder}
        self.source_path = source_path


def _remembered_path(original: Callable[..., str | None]) -> Callable[..., str | None]:
    @lru_cache(KEPT)
    def answer(folder: str, own: str | None, asked: str | None) -> str | None:
        return original(_Placed(folder, own), asked)

    def get_relative_source_path(self: Any, source_path: str | None = None) -> str | None:
        return answer(self.settings["PATH"], self.source_path, source_path)

    return get_relative_source_path
