"""Fetching is polite and bounded, whatever the server does; every server here is a real one on the loopback."""

from __future__ import annotations

import gzip
import os
import socket
import ssl
import subprocess
import threading
import zlib
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from news_digest.doors.folder import LARGEST_FILE
from news_digest.gather.fetch import DELAY, MOST_REDIRECTS, Fetcher
from news_digest.gather.refused import NotDoneError

from .conftest import Site, report


def refusal(fetcher: Fetcher, url: str) -> NotDoneError:
    with pytest.raises(NotDoneError) as caught:
        fetcher.get(url)
    return caught.value


def test_a_page_comes_with_its_kind_and_what_the_server_says_of_its_letters(site: Site, fetcher: Fetcher) -> None:
    page = fetcher.get(site.put("/a", "Grüße".encode("cp1252"), "text/html; charset=Windows-1252"))
    assert (page.url, page.kind, page.charset) == (f"{site.url}/a", "text/html", "windows-1252")
    assert page.body == b"Gr\xfc\xdfe"


def test_the_project_is_named_and_the_reader_where_that_is_wished(site: Site) -> None:
    url = site.put("/a", report())
    Fetcher(allow_private=True, contact="ada@example.org", delay=0).get(url)
    agents = {headers["User-Agent"] for headers in site.headers}
    assert agents == {"news-digest/0.1 (compares news reports; fetches a page once; ada@example.org)"}


def test_robots_txt_is_asked_first_and_once_and_obeyed(site: Site, fetcher: Fetcher) -> None:
    rules = "User-agent: *\nDisallow: /*?print=\nDisallow: /private/\nAllow: /private/open\n"
    site.put("/robots.txt", rules, "text/plain")
    open_page, other = site.put("/private/open", report()), site.put("/a", report())
    assert "keep away" in str(refusal(fetcher, f"{site.url}/private/a"))
    assert "keep away" in str(refusal(fetcher, f"{site.url}/a?print=1"))
    fetcher.get(open_page)
    fetcher.get(other)
    assert site.asked == ["/robots.txt", "/private/open", "/a"]


def test_rules_for_this_program_by_name_go_before_those_for_all(site: Site, fetcher: Fetcher) -> None:
    site.put("/robots.txt", "User-agent: *\nAllow: /\n\nUser-agent: news-digest\nDisallow: /\n", "text/plain")
    assert "keep away" in str(refusal(fetcher, site.put("/a", report())))


def test_a_site_whose_rules_cannot_be_read_is_left_alone(site: Site, fetcher: Fetcher) -> None:
    site.put("/robots.txt", "", status=500)
    error = refusal(fetcher, site.put("/a", report()))
    assert error.later
    assert site.asked == ["/robots.txt"]


def test_one_host_is_asked_again_only_after_a_pause(site: Site, fetcher: Fetcher, pauses: list[float]) -> None:
    fetcher.get(site.put("/a", report()))
    fetcher.get(site.put("/b", report()))
    assert pauses == [DELAY, DELAY]


def test_a_site_that_wants_longer_pauses_gets_them(site: Site, fetcher: Fetcher, pauses: list[float]) -> None:
    site.put("/robots.txt", "User-agent: *\nCrawl-delay: 7\n", "text/plain")
    fetcher.get(site.put("/a", report()))
    assert pauses == [7.0]


def test_redirects_are_followed_and_each_checked_again(site: Site, fetcher: Fetcher) -> None:
    site.put("/robots.txt", "User-agent: *\nDisallow: /hidden\n", "text/plain")
    site.put("/end", report())
    site.lead("/way", "/end", 301)
    assert fetcher.get(site.lead("/start", "/way")).url == f"{site.url}/end"
    assert "keep away" in str(refusal(fetcher, site.lead("/trap", "/hidden")))
    assert "file is not fetched" in str(refusal(fetcher, site.lead("/file", "file:///etc/passwd")))
    assert "/hidden" not in site.asked


def test_a_redirect_into_the_private_network_is_refused(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first host passes for a public one; where it leads to does not."""
    from news_digest.gather import target

    port = int(site.url.rpartition(":")[2])
    monkeypatch.setattr(target, "is_public", lambda ip: str(ip) == "127.0.0.1")
    site.lead("/start", f"http://127.0.0.2:{port}/inside")
    site.put("/inside", report())
    assert "private network" in str(refusal(Fetcher(delay=0), f"{site.url}/start"))
    assert "/inside" not in site.asked


def test_a_name_that_leads_elsewhere_the_second_time_is_not_looked_up_again(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_up: list[str] = []
    real = socket.getaddrinfo

    def rebind(host: str, port: int, *args: object, **named: object) -> list[tuple[object, ...]]:
        if host != "rebound.example":
            return real(host, port, *args, **named)  # type: ignore[arg-type,return-value]
        looked_up.append(host)
        ip = "127.0.0.1" if len(looked_up) % 2 else "192.0.2.1"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, port))]

    monkeypatch.setattr(socket, "getaddrinfo", rebind)
    site.put("/robots.txt", "", "text/plain")
    url = site.put("/a", report()).replace("127.0.0.1", "rebound.example")
    fetcher = Fetcher(allow_private=True, delay=0, patience=2)
    monkeypatch.setattr(fetcher._robots, "check", lambda _: 0.0)
    assert fetcher.get(url).body
    assert looked_up == ["rebound.example"]


def test_a_circle_of_redirects_ends(site: Site, fetcher: Fetcher) -> None:
    assert "more than 5 redirects" in str(refusal(fetcher, site.lead("/a", "/a")))
    assert site.asked.count("/a") == MOST_REDIRECTS + 1


def test_more_than_a_report_can_hold_is_not_read(site: Site, fetcher: Fetcher) -> None:
    assert "larger than 10 MB" in str(refusal(fetcher, site.put("/a", b"x" * (LARGEST_FILE + 1))))


def test_a_packed_page_is_unpacked_and_one_that_explodes_is_not(site: Site, fetcher: Fetcher) -> None:
    small = site.put("/a", gzip.compress(report().encode()), Content_Encoding="gzip")
    deflated = site.put("/b", zlib.compress(report().encode()), Content_Encoding="deflate")
    assert fetcher.get(small).body == fetcher.get(deflated).body == report().encode()
    bomb = gzip.compress(b"\0" * (LARGEST_FILE * 2))
    assert "larger than 10 MB" in str(refusal(fetcher, site.put("/c", bomb, Content_Encoding="gzip")))
    assert "cannot be unpacked" in str(refusal(fetcher, site.put("/d", b"no gzip", Content_Encoding="gzip")))
    assert "not asked for" in str(refusal(fetcher, site.put("/e", b"x", Content_Encoding="br")))


@pytest.mark.slow
@pytest.mark.parametrize("part", ["headers", "body"])
def test_a_server_that_drips_is_cut_off(site: Site, part: str) -> None:
    """Each byte comes well within the time that one read may take."""
    given_up = threading.Event()

    def drip(handler: BaseHTTPRequestHandler) -> None:
        start = b"HTTP/1.1 200 OK\r\nX-Slow: " if part == "headers" else b"HTTP/1.1 200 OK\r\n\r\n"
        handler.wfile.write(start)
        while not given_up.wait(0.02):
            handler.wfile.write(b"x")
            handler.wfile.flush()

    url = site.handle("/slow", drip)
    try:
        assert "no whole answer within 0.5 seconds" in str(
            refusal(Fetcher(allow_private=True, delay=0, patience=0.5), url)
        )
    finally:
        given_up.set()


def test_a_server_that_breaks_off_or_talks_nonsense_costs_a_line(site: Site, fetcher: Fetcher) -> None:
    half = site.handle(
        "/half", lambda handler: handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nhalf")
    )
    noise = site.handle("/noise", lambda handler: handler.wfile.write(b"\x1b[31mnonsense\r\n\r\n"))
    many = site.handle(
        "/many", lambda handler: handler.wfile.write(b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 999 + b"\r\n")
    )
    for url in (half, noise, many):
        error = refusal(fetcher, url)
        assert error.later
        assert str(error).isprintable()


def test_a_machine_that_is_not_there_costs_a_line(fetcher: Fetcher) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert "the connection failed (Connection refused); try later" in str(refusal(fetcher, f"http://127.0.0.1:{port}/"))
    assert "no machine answers to nowhere.invalid" in str(refusal(fetcher, "http://nowhere.invalid/"))


@pytest.mark.parametrize(("status", "later"), [(403, False), (404, False), (410, False), (500, True), (502, True)])
def test_a_status_says_whether_asking_later_helps(site: Site, fetcher: Fetcher, status: int, later: bool) -> None:
    error = refusal(fetcher, site.put("/a", "", status=status))
    assert error.later is later
    assert f"status {status}" in str(error)


@pytest.mark.parametrize(
    ("said", "wait"), [("120", 120), ("5", 60), ("999999999", 86_400), ("", 3600), ("soon", 3600), ("²", 3600)]
)
def test_a_server_that_asks_for_rest_is_not_asked_again_in_this_run(
    site: Site, fetcher: Fetcher, said: str, wait: int
) -> None:
    site.put("/a", "", status=429, **({"Retry_After": said} if said.isascii() else {}))
    site.put("/b", report())
    assert refusal(fetcher, f"{site.url}/a").wait == wait
    assert refusal(fetcher, f"{site.url}/b").wait == wait
    assert "/b" not in site.asked


def test_what_did_not_change_is_not_sent_again(site: Site, fetcher: Fetcher) -> None:
    url = site.put("/feed", "<rss/>", "application/rss+xml", ETag='"v1"', Last_Modified="Tue, 02 Apr 2024 08:00:00 GMT")
    first = fetcher.get(url)
    assert (first.etag, first.modified, first.unchanged) == ('"v1"', "Tue, 02 Apr 2024 08:00:00 GMT", False)
    again = fetcher.get(url, etag=first.etag, modified=first.modified)
    assert again.unchanged
    assert site.headers[-1]["If-Modified-Since"] == "Tue, 02 Apr 2024 08:00:00 GMT"


@pytest.fixture
def secure_site(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """A server with a certificate for localhost that nobody vouches for, and the certificate."""
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    made = "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=localhost"
    named = ["-addext", "subjectAltName=DNS:localhost", "-keyout", key, "-out", certificate]
    subprocess.run([*made.split(), *named], check=True, capture_output=True)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"secure")

        def log_message(self, *_: object) -> None:
            return

    server = HTTPServer(("127.0.0.1", 0), Handler)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    yield f"https://localhost:{server.server_port}/", certificate
    server.shutdown()
    server.server_close()


def test_a_certificate_must_be_vouched_for(
    secure_site: tuple[str, Path], fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    url, certificate = secure_site
    assert "certificate of localhost is not valid" in str(refusal(fetcher, url))
    monkeypatch.setitem(os.environ, "SSL_CERT_FILE", str(certificate))
    assert fetcher.get(url).body == b"secure"
