"""Answer HTTP on one thread: many tabs, event streams and half-open connections wait for nobody."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from http import HTTPStatus

HEAD_LIMIT = 32 * 1024  # bytes of a request's head
BODY_LIMIT = 1024 * 1024  # bytes of a request's body
PATIENCE = 10.0  # seconds in which a request must be whole
BACKLOG = 256


@dataclass(frozen=True, slots=True)
class Request:
    """`path` is percent-encoded and has no query; header names are in lower case."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes = b""


@dataclass(frozen=True, slots=True)
class Response:
    status: int
    body: bytes = b""
    kind: str = "text/plain; charset=utf-8"
    headers: tuple[tuple[str, str], ...] = ()
    stream: AsyncIterator[bytes] | None = field(default=None, compare=False)


class BadRequestError(Exception):
    """What came is not a request that can be answered; `status` says in which way."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


Answer = Callable[[Request], Awaitable[Response]]


async def serve(answer: Answer, host: str, port: int) -> asyncio.Server:
    """Raises OSError where the port is taken."""

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(ConnectionError, asyncio.CancelledError):
            await _converse(answer, reader, writer)
        writer.close()

    return await asyncio.start_server(connected, host, port, limit=HEAD_LIMIT, backlog=BACKLOG)


async def _converse(answer: Answer, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    try:
        async with asyncio.timeout(PATIENCE):
            request = await read_request(reader)
    except BadRequestError as bad:
        await _send(writer, Response(bad.status, HTTPStatus(bad.status).phrase.encode()), with_body=True)
        return
    except (asyncio.IncompleteReadError, TimeoutError):
        return
    await _send(writer, await answer(request), with_body=request.method != "HEAD")


async def read_request(reader: asyncio.StreamReader) -> Request:
    """Raises BadRequestError, IncompleteReadError."""
    try:
        head = await reader.readuntil(b"\r\n\r\n")
    except asyncio.LimitOverrunError:
        raise BadRequestError(HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE) from None
    request_line, *lines = head.decode("latin-1").split("\r\n")[:-2]
    method, target, version = _parts_of(request_line)
    headers = _headers(lines)
    if version == "HTTP/1.1" and "host" not in headers:
        raise BadRequestError(HTTPStatus.BAD_REQUEST)
    return Request(method, target.partition("?")[0].partition("#")[0], headers, await _body(reader, headers))


def _parts_of(request_line: str) -> tuple[str, str, str]:
    parts = request_line.split(" ")
    if len(parts) != 3 or not parts[2].startswith("HTTP/1.") or not parts[1].startswith("/"):
        raise BadRequestError(HTTPStatus.BAD_REQUEST)
    return parts[0], parts[1], parts[2]


def _headers(lines: list[str]) -> dict[str, str]:
    headers: dict[str, str] = {}
    for line in lines:
        name, colon, value = line.partition(":")
        name = name.lower()
        # Two Host headers, or a folded one, are how a request means one thing here and another elsewhere.
        if not colon or name != name.strip() or (name == "host" and name in headers):
            raise BadRequestError(HTTPStatus.BAD_REQUEST)
        headers[name] = value.strip()
    return headers


async def _body(reader: asyncio.StreamReader, headers: dict[str, str]) -> bytes:
    length = headers.get("content-length", "0")
    if "transfer-encoding" in headers or not length.isascii() or not length.isdigit():
        raise BadRequestError(HTTPStatus.BAD_REQUEST)
    if len(length) > len(str(BODY_LIMIT)) or int(length) > BODY_LIMIT:
        raise BadRequestError(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    return await reader.readexactly(int(length))


async def _send(writer: asyncio.StreamWriter, response: Response, *, with_body: bool) -> None:
    writer.write(_head(response))
    if with_body and response.stream is None:
        writer.write(response.body)
    await writer.drain()
    if with_body and response.stream is not None:
        async for piece in response.stream:
            writer.write(piece)
            await writer.drain()


def _head(response: Response) -> bytes:
    lines = [
        f"HTTP/1.1 {response.status} {HTTPStatus(response.status).phrase}",
        f"Content-Type: {response.kind}",
        "Cache-Control: no-store",
        "X-Content-Type-Options: nosniff",
        "Connection: close",
        *(f"{name}: {value}" for name, value in response.headers),
    ]
    if response.stream is None:
        lines.append(f"Content-Length: {len(response.body)}")
    return "\r\n".join([*lines, "", ""]).encode("latin-1")
