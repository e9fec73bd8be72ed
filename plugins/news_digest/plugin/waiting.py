"""Tell whoever waits for a long build how far it is."""

from __future__ import annotations

import sys
import time

EVERY = 2.0  # seconds between two lines: a build of a few stories is done before the first


class Waiting:
    """Says on standard error how many of how many are done, now and then."""

    def __init__(self) -> None:
        self._last = time.monotonic()

    def tell(self, what: str, done: int, total: int) -> None:
        if time.monotonic() - self._last >= EVERY:
            self._last = time.monotonic()
            print(f"{done:,} of {total:,} {what}", file=sys.stderr, flush=True)
