"""Say where an address leads: only to the web, and only to machines that the whole internet can see."""

from __future__ import annotations

import ipaddress
import socket
from dataclasses import dataclass
from urllib.parse import quote, urlsplit, urlunsplit

from ..doors.entries import LONGEST_VALUE
from .refused import NotDoneError

PORTS = {"http": 80, "https": 443}
_KEPT = "%/:=&?~#+!$,;'@()*[]"  # what an address may hold besides letters, digits and -._
_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")  # IPv4 addresses as networks without IPv4 write them

Ip = ipaddress.IPv4Address | ipaddress.IPv6Address


@dataclass(frozen=True)
class Target:
    """An address taken apart; `path` holds the query too."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def site(self) -> str:
        """Scheme, host and port, as robots.txt and the Host header want them."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}" + ("" if self.port == PORTS[self.scheme] else f":{self.port}")

    @property
    def url(self) -> str:
        return self.site + self.path


def target_of(url: str) -> Target:
    """Raises NotDoneError where `url` is no address of the web."""
    try:
        parts = urlsplit(url.strip())
        host, port = parts.hostname or "", parts.port
        name = host if ":" in host else host.encode("idna").decode("ascii")
    except ValueError:  # UnicodeError among them
        raise NotDoneError("no address that can be read", "write it in full, with https://") from None
    if parts.scheme not in PORTS:
        raise NotDoneError(f"{parts.scheme or 'no scheme'} is not fetched", "give an http or https address")
    if not name or len(url) > LONGEST_VALUE or not url.isprintable():
        raise NotDoneError("no address that can be read", "write it in full, with https://")
    if parts.username is not None or parts.password is not None:
        raise NotDoneError("the address holds a name or password", "leave them out: what is fetched is to be public")
    path = quote(urlunsplit(("", "", parts.path or "/", parts.query, "")), safe=_KEPT)
    return Target(parts.scheme, name, PORTS[parts.scheme] if port is None else port, path)


def addresses_of(target: Target, *, allow_private: bool) -> list[str]:
    """The machines behind a name. Raises NotDoneError where there is none, or where one is not to be asked.

    Whoever connects must connect to one of these and not look the name up again: it may lead elsewhere by then.
    """
    try:
        found = socket.getaddrinfo(target.host, target.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise NotDoneError(f"no machine answers to {target.host}", "check the address", later=True) from None
    ips = list(dict.fromkeys(str(entry[4][0]).partition("%")[0] for entry in found))
    if not allow_private and any(not is_public(ipaddress.ip_address(ip)) for ip in ips):
        raise NotDoneError(
            f"{target.host} is on a private network", "say --allow-private if that is meant, with make PRIVATE=1"
        )
    return ips


def is_public(ip: Ip) -> bool:
    """Whether the address is one of the open internet, IPv4 inside IPv6 looked through."""
    if isinstance(ip, ipaddress.IPv6Address):
        inner = _inner(ip)
        if inner is not None:
            return is_public(inner)
        if ip.teredo or ip.is_site_local:
            return False
    return ip.is_global and not ip.is_multicast


def _inner(ip: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    if ip in _TRANSLATED or (int(ip) >> 32 == 0 and int(ip) > 1):
        return ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip.ipv4_mapped or ip.sixtofour
