"""Which file of the output an address means, as GitHub Pages answers it; and whether the request may ask at all."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote, unquote_to_bytes, urlsplit

NOT_FOUND_PAGE = "404.html"
FORBIDDEN_IN_NAMES = frozenset("\\\0\r\n")


@dataclass(frozen=True, slots=True)
class Page:
    """The file of the output to send, and with which status."""

    name: str
    status: int = 200


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The address to go to instead."""

    path: str


@dataclass(frozen=True, slots=True)
class Nothing:
    """No such address."""


Place = Page | Elsewhere | Nothing


def base_path(siteurl: str) -> str:
    """The path that a site is published under, without the last slash: "/news" of "https://example.org/news"."""
    return urlsplit(siteurl).path.rstrip("/")


def find(path: str, base: str, is_file: Callable[[str], bool], is_folder: Callable[[str], bool]) -> Place:
    """`path` is the request's, still percent-encoded. The two callables take names relative to the output."""
    if path in ("/", base) and base:
        return Elsewhere(f"{base}/")
    if not path.startswith(f"{base}/"):
        return Nothing()
    name = safe_name(path[len(base) + 1 :])
    if name is None:
        return Nothing()
    if name == "" or name.endswith("/"):
        index = f"{name}index.html"
        return Page(index) if is_file(index) else Nothing()
    if is_file(name):
        return Page(name)
    if is_file(f"{name}.html"):
        return Page(f"{name}.html")
    return Elsewhere(f"{base}/{quote(name)}/") if is_folder(name) else Nothing()


def safe_name(encoded: str) -> str | None:
    """The name below the output that a percent-encoded path means; None where it could lead anywhere else.

    Decoded once, as every server does: what is still encoded after that is part of a name.
    """
    try:
        name = unquote_to_bytes(encoded).decode("utf-8")
    except UnicodeDecodeError:
        return None
    parts = name.removesuffix("/").split("/")
    if FORBIDDEN_IN_NAMES & set(name) or (name and any(part in ("", ".", "..") for part in parts)):
        return None
    return None if any(":" in part for part in parts[:1]) else name


class Hosts:
    """The names under which the preview may be asked: a page of another site must not reach it by a name of its own."""

    def __init__(self, bound_to: str) -> None:
        self._names = {"localhost", "127.0.0.1", "::1", bound_to.lower()}
        self._any_number = not is_loopback(bound_to)
        if self._any_number:
            self._names |= {socket.gethostname().lower(), f"{socket.gethostname().lower()}.local"}

    def admits(self, host: str | None) -> bool:
        """`host` is the Host header. On a wider bind any number will do: no name server can point it elsewhere."""
        name = _host_name(host or "")
        if name is None:
            return False
        return name in self._names or (self._any_number and _is_number(name))


def is_loopback(host: str) -> bool:
    return host.lower() == "localhost" or (_is_number(host) and ipaddress.ip_address(host).is_loopback)


def _is_number(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def _host_name(host: str) -> str | None:
    if not host or set(host) & set("/@?# \t"):
        return None
    try:
        parts = urlsplit(f"//{host}")
        parts.port  # noqa: B018  (raises where the port is no number)
    except ValueError:
        return None
    return parts.hostname.lower().rstrip(".") if parts.hostname else None
