"""Name the outlet of each report, or tell the nameless apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from ..model import Outlet

PART = re.compile(r"[^\W_]+")


def unnamed_outlets(ids: Iterable[str]) -> dict[str, Outlet]:
    """A placeholder an id: its first words, as many as no other id begins with, else the whole id."""
    parts = {name: PART.findall(name) for name in ids}
    heads = Counter("-".join(words[:n]).casefold() for words in parts.values() for n in range(1, len(words) + 1))
    return {
        name: Outlet(f"Unnamed outlet ({_short(name, words, heads)})", known=False) for name, words in parts.items()
    }


def _short(name: str, words: list[str], heads: Counter[str]) -> str:
    tries = ("-".join(words[:n]) for n in range(1, len(words) + 1))
    return next((head for head in tries if heads[head.casefold()] == 1), name)
