"""Fetch a page politely: by name, with the site's leave, one request at a time, and no further than asked."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import Message
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin

from .refused import NotDoneError
from .robots import Robots
from .target import Target, addresses_of, target_of
from .transport import Answer, ask

NAME = "news-digest"
AGENT = f"{NAME}/0.1 (compares news reports; fetches a page once{{contact}})"
DELAY = 2.0  # seconds between two requests to one host
PATIENCE = 30.0  # seconds for one request, all of it
MOST_REDIRECTS = 5
LONGEST_WAIT = 86_400  # seconds: a server that asks for more than a day is asked again the next morning all the same
SHORTEST_WAIT = 60
MOVED = (301, 302, 303, 307, 308)
TOO_MANY, UNAVAILABLE, NOT_MODIFIED = 429, 503, 304


@dataclass(frozen=True)
class Page:
    """What an address gave. `url` is where it came from in the end; `kind` is like text/html; `unchanged` says that the
    server sent nothing, because nothing changed."""

    url: str
    kind: str
    charset: str | None
    body: bytes
    etag: str | None = None
    modified: str | None = None
    unchanged: bool = False


class Fetcher:
    """Fetches, and remembers when it last asked each host. `pause` and `clock` are time's, and a test's."""

    def __init__(
        self,
        *,
        allow_private: bool = False,
        contact: str = "",
        delay: float = DELAY,
        patience: float = PATIENCE,
        pause: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._allow_private = allow_private
        self._agent = AGENT.format(contact=f"; {contact}" if contact else "")
        self._delay = delay
        self._patience = patience
        self._pause = pause
        self._clock = clock
        self._robots = Robots(NAME, self._fetch_rules)
        self._free_at: dict[str, float] = {}
        self._resting: dict[str, int] = {}

    def get(self, url: str, *, etag: str | None = None, modified: str | None = None) -> Page:
        """The page behind an address. Raises NotDoneError."""
        asked = {"If-None-Match": etag, "If-Modified-Since": modified}
        conditions = {name: value for name, value in asked.items() if value}
        return _page(*self._follow(target_of(url), conditions, self._ask_with_leave))

    def _follow(
        self,
        target: Target,
        headers: Mapping[str, str],
        ask_one: Callable[[Target, Mapping[str, str]], Answer],
    ) -> tuple[Target, Answer]:
        """Each address on the way is checked like the first."""
        for _ in range(MOST_REDIRECTS + 1):
            answer = ask_one(target, headers)
            if answer.status not in MOVED or not answer.headers.get("location"):
                return target, answer
            target = target_of(urljoin(target.url, answer.headers["location"]))
        raise NotDoneError(f"more than {MOST_REDIRECTS} redirects", "give the address where they end")

    def _ask_with_leave(self, target: Target, headers: Mapping[str, str]) -> Answer:
        wanted = self._robots.check(target)
        return self._ask(target, headers, max(wanted, self._delay))

    def _fetch_rules(self, target: Target) -> Answer:
        return self._follow(target, {}, lambda one, headers: self._ask(one, headers, self._delay))[1]

    def _ask(self, target: Target, headers: Mapping[str, str], delay: float) -> Answer:
        if wait := self._resting.get(target.host):
            raise NotDoneError(f"{target.host} asked for {wait} seconds of rest", "try later", later=True, wait=wait)
        self._wait(target.host, delay)
        ips = addresses_of(target, allow_private=self._allow_private)
        try:
            answer = ask(target, ips, {**headers, "User-Agent": self._agent, **ACCEPTED}, self._patience)
        finally:
            self._free_at[target.host] = self._clock()
        if answer.status in (TOO_MANY, UNAVAILABLE):
            wait = self._resting[target.host] = _wait_of(answer.headers.get("retry-after", ""))
            problem = f"{target.host} is busy (status {answer.status})"
            raise NotDoneError(problem, f"try again in {wait} seconds", later=True, wait=wait)
        return answer

    def _wait(self, host: str, delay: float) -> None:
        if host in self._free_at:
            rest = self._free_at[host] + delay - self._clock()
            if rest > 0:
                self._pause(rest)


ACCEPTED = {
    "Accept": "text/html, application/xhtml+xml, application/atom+xml, application/rss+xml, application/feed+json,"
    " application/xml;q=0.9, */*;q=0.5",
    "Accept-Encoding": "gzip",
}


def _page(target: Target, answer: Answer) -> Page:
    if answer.status not in (200, NOT_MODIFIED):
        gone = 400 <= answer.status < 500
        remedy = "check the address" if gone else "try later"
        raise NotDoneError(f"the server answers with status {answer.status}", remedy, later=not gone)
    kind, charset = _kind(answer.headers.get("content-type", ""))
    etag, modified = answer.headers.get("etag"), answer.headers.get("last-modified")
    return Page(target.url, kind, charset, answer.body, etag, modified, unchanged=answer.status == NOT_MODIFIED)


def _kind(header: str) -> tuple[str, str | None]:
    message = Message()
    message["content-type"] = header or "application/octet-stream"
    return message.get_content_type(), message.get_content_charset()


def _wait_of(header: str) -> int:
    """Seconds, from a count of them or a date; an hour where the server does not say."""
    if header.strip().isascii() and header.strip().isdecimal():
        seconds = float(header.strip()[:9])
    else:
        try:
            seconds = (parsedate_to_datetime(header) - datetime.now(UTC)).total_seconds()
        except (ValueError, TypeError):
            seconds = 3600.0
    return int(min(max(seconds, SHORTEST_WAIT), LONGEST_WAIT))
