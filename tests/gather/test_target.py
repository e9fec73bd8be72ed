"""Only the web is fetched, and only from machines that the whole internet can see."""

from __future__ import annotations

import ipaddress
import socket

import pytest

from news_digest.gather.refused import NotDoneError
from news_digest.gather.target import addresses_of, is_public, target_of


@pytest.mark.parametrize(
    ("url", "problem"),
    [
        ("ftp://a.example/x", "ftp is not fetched"),
        ("file:///etc/passwd", "file is not fetched"),
        ("javascript:alert(1)", "javascript is not fetched"),
        ("a.example/x", "no scheme is not fetched"),
        ("http://", "no address that can be read"),
        ("http://[::1", "no address that can be read"),
        ("http://a.example:99999/", "no address that can be read"),
        ("http://a.example/\r\nHost: b.example", "no address that can be read"),
        ("http://ada:secret@a.example/", "holds a name or password"),
        ("http://a..example/", "no address that can be read"),
        ("http://a.example/" + "x" * 3000, "no address that can be read"),
    ],
)
def test_what_is_no_address_of_the_web_is_refused(url: str, problem: str) -> None:
    with pytest.raises(NotDoneError, match=problem):
        target_of(url)


def test_an_address_is_written_as_servers_want_it() -> None:
    assert target_of("https://Zeitung.example/straße?q=a b#top").url == "https://zeitung.example/stra%C3%9Fe?q=a%20b"
    assert target_of("http://bücher.example").url == "http://xn--bcher-kva.example/"
    assert target_of("http://[2001:db8::1]:8080/a%20b").url == "http://[2001:db8::1]:8080/a%20b"


@pytest.mark.parametrize(
    "ip",
    [
        "127.0.0.1", "127.9.9.9", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0",
        "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fc00::1", "fec0::1", "ff02::1", "::ffff:127.0.0.1",
        "::ffff:a00:1", "::7f00:1", "64:ff9b::7f00:1", "2002:7f00:1::", "2002:c0a8:101::", "2001:0:7f00:1::",
    ],
)  # fmt: skip
def test_private_addresses_are_known_in_every_disguise(ip: str) -> None:
    assert not is_public(ipaddress.ip_address(ip))


@pytest.mark.parametrize("ip", ["93.184.216.34", "2606:2800:220:1::1", "::ffff:93.184.216.34", "64:ff9b::5db8:d822"])
def test_public_addresses_are_public(ip: str) -> None:
    assert is_public(ipaddress.ip_address(ip))


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "2130706433", "0x7f.1", "[::1]", "[::ffff:127.0.0.1]"])
def test_no_spelling_of_this_machine_is_fetched_unless_asked(host: str) -> None:
    target = target_of(f"http://{host}/")
    with pytest.raises(NotDoneError, match="private network; say --allow-private"):
        addresses_of(target, allow_private=False)
    assert addresses_of(target, allow_private=True)


def test_a_name_with_one_private_address_among_public_ones_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    ips = ["93.184.216.34", "10.0.0.8"]
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, 80)) for ip in ips]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)
    with pytest.raises(NotDoneError, match="private network"):
        addresses_of(target_of("http://two-faced.example/"), allow_private=False)
