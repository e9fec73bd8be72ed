"""Where a command says what it does: lines for people on the error stream, so that --json stays JSON."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping


class Desk:
    """`quiet` leaves problems alone, `as_json` the outcome besides."""

    def __init__(self, *, quiet: bool, as_json: bool) -> None:
        self._quiet = quiet or as_json
        self._json = as_json

    def say(self, line: str) -> None:
        if not self._quiet:
            print(plain(line), file=sys.stderr, flush=True)

    def complain(self, line: str) -> None:
        print(plain(line), file=sys.stderr, flush=True)

    def end(self, summary: str, found: Mapping[str, object]) -> None:
        if self._json:
            print(json.dumps(found, ensure_ascii=False, indent=1))
        elif not self._quiet:
            print(plain(summary))


def verb(number: int, one: str, many: str) -> str:
    """`1 fact falls`, `2 facts fall`."""
    return one if number == 1 else many


def count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" + ("" if number == 1 else "s")


def plain(line: str) -> str:
    """What others wrote must not steer a terminal."""
    return "".join(char if char.isprintable() else "?" for char in line)
