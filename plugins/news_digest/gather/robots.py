"""Obey robots.txt (RFC 9309): what a site does not want fetched by programs is not fetched."""

from __future__ import annotations

from collections.abc import Callable

from protego import Protego

from .refused import NotDoneError
from .target import Target, target_of
from .transport import Answer

LARGEST = 512_000  # bytes that are read of a robots.txt; RFC 9309 asks for 500 KiB at least
LONGEST_DELAY = 60.0  # seconds; a site that asks for more between two pages is asked for one page a run all the same


class Robots:
    """The rules of each site, read once a run."""

    def __init__(self, agent: str, fetch: Callable[[Target], Answer]) -> None:
        self._agent = agent
        self._fetch = fetch
        self._rules: dict[str, Protego] = {}

    def check(self, target: Target) -> float:
        """How many seconds the site wants between two requests, 0 where it does not say. Raises NotDoneError where the
        address is not to be fetched."""
        rules = self._rules.get(target.site)
        if rules is None:
            rules = self._rules[target.site] = self._read(target_of(f"{target.site}/robots.txt"))
        if not rules.can_fetch(target.url, self._agent):
            raise NotDoneError("the site's robots.txt asks programs to keep away", "save the page in a browser")
        return min(rules.crawl_delay(self._agent) or 0.0, LONGEST_DELAY)

    def _read(self, target: Target) -> Protego:
        answer = self._fetch(target)
        if answer.status >= 500 or answer.status == 429:
            raise NotDoneError(f"robots.txt cannot be read (status {answer.status})", "try later", later=True)
        text = answer.body[:LARGEST].decode("utf-8-sig", "replace") if answer.status == 200 else ""
        return Protego.parse(text)
