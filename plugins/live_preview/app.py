"""Turn requests into responses: the site's files, the script that keeps a page fresh, and its questions."""

from __future__ import annotations

import asyncio
import html
import json
import mimetypes
import secrets
from http import HTTPStatus
from pathlib import Path
from urllib.parse import urlsplit

from .addresses import Elsewhere, Hosts, Nothing, Page
from .preview import Preview
from .server import Request, Response
from .shown import tag_of

HOME = "/-live-preview-/"  # no Pelican slug begins with a hyphen
ASK = "ask/"  # below it, what scripts of the site ask of its own code
SITE_SCRIPT = "site/"
SCRIPTS = ("client.js", "patch.js")
TEXT = frozenset(
    {"application/json", "application/xml", "application/atom+xml", "application/rss+xml", "image/svg+xml"}
)
# The system's own table differs from machine to machine.
KINDS = mimetypes.MimeTypes()
for _ending, _kind in {
    ".js": "text/javascript",
    ".mjs": "text/javascript",
    ".css": "text/css",
    ".json": "application/json",
    ".xml": "application/xml",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".webmanifest": "application/manifest+json",
    ".md": "text/markdown",
}.items():
    KINDS.add_type(_kind, _ending)


class App:
    def __init__(self, preview: Preview, hosts: Hosts) -> None:
        self._preview = preview
        self._hosts = hosts

    async def answer(self, request: Request) -> Response:
        if not self._hosts.admits(request.headers.get("host", "localhost")):
            return _plain(HTTPStatus.FORBIDDEN, "This name is not the preview's; open it at the address it printed.")
        if request.path.startswith(HOME):
            return await self._own(request)
        if request.method not in ("GET", "HEAD"):
            return _plain(HTTPStatus.METHOD_NOT_ALLOWED, headers=(("Allow", "GET, HEAD"),))
        return await self._site_file(request.path)

    async def _own(self, request: Request) -> Response:
        if not _from_own_page(request):
            return _plain(HTTPStatus.FORBIDDEN, "Only the preview's own pages may ask this.")
        name = request.path.removeprefix(HOME)
        if name in SCRIPTS and request.method == "GET":
            content = Path(__file__).with_name(name).read_bytes()
            return Response(HTTPStatus.OK, content, "text/javascript; charset=utf-8")
        if name == "events" and request.method == "GET":
            return Response(HTTPStatus.OK, kind="text/event-stream", stream=self._preview.events())
        if name == "state" and request.method == "POST":
            return await self._state(request)
        if name.startswith(ASK) and request.method == "POST":
            return await self._ask(name.removeprefix(ASK), request)
        if name.startswith(SITE_SCRIPT) and request.method == "GET":
            return await self._site_script(name.removeprefix(SITE_SCRIPT))
        return _plain(HTTPStatus.NOT_FOUND)

    async def _ask(self, name: str, request: Request) -> Response:
        """What changes files is done for a page of the preview alone: it tells its origin, and knows the token."""
        token = request.headers.get("x-live-preview", "")
        if "origin" not in request.headers or not secrets.compare_digest(token.encode(), self._preview.token.encode()):
            return _plain(HTTPStatus.FORBIDDEN, "Only the preview's own pages may ask this.")
        status, body = await self._preview.ask(name, request.body)
        return Response(status, body, "application/json")

    async def _site_script(self, number: str) -> Response:
        scripts = self._preview.scripts
        if not number.isdecimal() or int(number) >= len(scripts):
            return _plain(HTTPStatus.NOT_FOUND)
        content = await asyncio.to_thread(Path(scripts[int(number)]).read_bytes)
        return Response(HTTPStatus.OK, content, "text/javascript; charset=utf-8")

    async def _state(self, request: Request) -> Response:
        try:
            told = json.loads(request.body)
            page, its_tag, session = (str(told[key]) for key in ("page", "tag", "session"))
            build, resources = int(told["build"]), [str(path) for path in told["resources"]]
        except (ValueError, KeyError, TypeError):
            return _plain(HTTPStatus.BAD_REQUEST)
        state = await self._preview.state(page, its_tag, build, session, resources)
        return Response(HTTPStatus.OK, json.dumps(state).encode(), "application/json")

    async def _site_file(self, path: str) -> Response:
        found = await self._preview.place(path)
        if isinstance(found, Elsewhere):
            return _plain(HTTPStatus.FOUND, headers=(("Location", found.path),))
        if isinstance(found, Nothing):
            return self._nothing(path)
        file = await self._preview.file(found.name)
        if file is None:
            return self._nothing_yet()
        return await self._send(found, file)

    async def _send(self, found: Page, file: Path) -> Response:
        kind = kind_of(found.name)
        content = await asyncio.to_thread(file.read_bytes)
        if kind.startswith("text/html"):
            content = with_script(content, self._script(tag_of(content)))
        return Response(found.status, content, kind)

    def _nothing(self, path: str) -> Response:
        if self._preview.shown is None:
            return self._nothing_yet()
        home = html.escape(f"{self._preview.base}/")
        text = f'<h1>Not found</h1><p>The site has no page at {html.escape(path)}.</p><p><a href="{home}">Home</a></p>'
        return self._page(HTTPStatus.NOT_FOUND, "Not found", text)

    def _nothing_yet(self) -> Response:
        text = "<h1>No page yet</h1><p>This page appears by itself as soon as it can be built.</p>"
        return self._page(HTTPStatus.SERVICE_UNAVAILABLE, "No page yet", text)

    def _page(self, status: int, title: str, text: str) -> Response:
        page = f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{title}</title><body>{text}</body></html>'
        return Response(status, with_script(page.encode(), self._script("")), "text/html; charset=utf-8")

    def _script(self, its_tag: str) -> bytes:
        shown = self._preview.shown
        build = shown.number if shown else 0
        data = f'data-token="{self._preview.token}" data-live-preview'
        own = [
            f'<script src="{HOME}{SITE_SCRIPT}{number}" {data} defer></script>'
            for number in range(len(self._preview.scripts))
        ]
        return script_tag(its_tag, build, self._preview.session) + "".join(own).encode()


def script_tag(its_tag: str, build: int, session: str) -> bytes:
    """What the preview adds to a page, and all that it adds."""
    data = f'data-tag="{its_tag}" data-build="{build}" data-session="{session}" data-live-preview'
    return f'<script src="{HOME}client.js" {data} defer></script>'.encode()


def with_script(page: bytes, script: bytes) -> bytes:
    """The page with the script before its last `</body>`, or at its end."""
    at = page.lower().rfind(b"</body>")
    return page[:at] + script + page[at:] if at >= 0 else page + script


def kind_of(name: str) -> str:
    """The Content-Type of a file by its name."""
    kind = KINDS.guess_type(name)[0] or "application/octet-stream"
    return f"{kind}; charset=utf-8" if kind.startswith("text/") or kind in TEXT else kind


def _from_own_page(request: Request) -> bool:
    origin = request.headers.get("origin")
    if origin is not None:
        return urlsplit(origin).netloc == request.headers.get("host")
    return request.headers.get("sec-fetch-site", "same-origin") in ("same-origin", "none")


def _plain(status: int, text: str | None = None, headers: tuple[tuple[str, str], ...] = ()) -> Response:
    return Response(status, (text or HTTPStatus(status).phrase).encode(), headers=headers)
