"""A web site on the loopback, which serves what a test lays out and remembers what it was asked."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from news_digest.gather.fetch import Fetcher

HTML = "text/html; charset=utf-8"
Handle = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Site:
    """`pages` gives each path its answer: a body, or a function that writes the answer itself."""

    url: str = ""
    pages: dict[str, tuple[int, Mapping[str, str], bytes] | Handle] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    headers: list[Mapping[str, str]] = field(default_factory=list)

    def put(self, path: str, body: str | bytes, kind: str = HTML, status: int = 200, **headers: str) -> str:
        """Lays out a page, and gives its address. Underlines in names of headers stand for hyphens."""
        data = body.encode() if isinstance(body, str) else body
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.pages[path] = (status, {"Content-Type": kind, **named}, data)
        return self.url + path

    def lead(self, path: str, to: str, status: int = 302) -> str:
        return self.put(path, "", status=status, Location=to)

    def handle(self, path: str, handle: Handle) -> str:
        self.pages[path] = handle
        return self.url + path


class _Handler(BaseHTTPRequestHandler):
    site: Site
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self.site.asked.append(self.path)
        self.site.headers.append(dict(self.headers))
        answer = self.site.pages.get(self.path, (404, {}, b"nothing here"))
        if callable(answer):
            self.close_connection = True
            answer(self)
            return
        status, headers, body = answer
        if headers.get("ETag") and self.headers.get("If-None-Match") == headers["ETag"]:
            status, body = 304, b""
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        return


@pytest.fixture
def site() -> Iterator[Site]:
    laid_out = Site()
    handler = type("Handler", (_Handler,), {"site": laid_out})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    laid_out.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield laid_out
    server.shutdown()
    server.server_close()


@pytest.fixture
def pauses() -> list[float]:
    return []


@pytest.fixture
def fetcher(pauses: list[float]) -> Fetcher:
    """Fetches from the loopback, and notes the pauses that it would make. Its clock stands still."""
    return Fetcher(allow_private=True, pause=pauses.append, clock=lambda: 0.0, patience=10)


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    folder = tmp_path / "seeds"
    folder.mkdir()
    return folder


def report(title: str = "Weir at Ostrand to be rebuilt", count: int = 40) -> str:
    """A page with a report on it."""
    return (
        f"<!DOCTYPE html><html lang='en'><head><title>{title}</title>"
        f"<meta property='og:site_name' content='Ostrand Weekly'><meta property='article:published_time'"
        f" content='2024-04-02T08:00:00Z'></head><body><nav>Home News Sport</nav><article><h1>{title}</h1>{body(count)}"
        "</article><footer>About us</footer></body></html>"
    )


def body(count: int = 40) -> str:
    return (
        f"<p>The weir at Ostrand will be rebuilt for {count} million crowns, the river board decided on Tuesday.</p>"
        "<p>Work begins in August and lasts two years, said the board's engineer, Tilda Moen, after the vote.</p>"
        "<p>Boats will pass by a canal that was dug in 1911 and has been closed since the winter of 1987, she said.</p>"
        "<p>Anglers had asked for a ladder that salmon can climb; the board promised one by the end of next year.</p>"
    )


def feed(*items: str, title: str = "Ostrand Weekly") -> str:
    listed = "".join(f"<item>{item}</item>" for item in items)
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>{title}</title>{listed}</channel></rss>'


def item(url: str, text: str = "The weir will be rebuilt.", title: str = "Weir to be rebuilt") -> str:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    return (
        f"<title>{title}</title><link>{url}</link><guid>{url}</guid><pubDate>Tue, 02 Apr 2024 08:00:00 +0000</pubDate>"
        f"<description>{escaped}</description>"
    )
