"""Whatever comes over the wire is answered or dropped, and keeps nobody else waiting."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

import pytest

from live_preview.server import BODY_LIMIT, Request, Response, serve

T = TypeVar("T")
Port = int
HOST = b"Host: localhost\r\n"


async def echo(request: Request) -> Response:
    return Response(200, f"{request.method} {request.path} {len(request.body)}".encode())


def served(talk: Callable[[Port], Awaitable[T]]) -> T:
    async def run() -> T:
        server = await serve(echo, "127.0.0.1", 0)
        async with server:
            return await talk(server.sockets[0].getsockname()[1])

    with ThreadPoolExecutor() as pool:  # a browser test that ran before may have left a loop in this thread
        return pool.submit(asyncio.run, run()).result()


async def send(port: Port, request: bytes) -> bytes:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(request)
    answer = await reader.read()
    writer.close()
    return answer


@pytest.mark.parametrize(
    ("request_", "status"),
    [
        (b"GET /a?b HTTP/1.1\r\n" + HOST + b"\r\n", 200),
        (b"GET /a HTTP/1.0\r\n\r\n", 200),
        (b"GET /a HTTP/1.1\r\nRange: bytes=0-1\r\n" + HOST + b"\r\n", 200),
        (b"GET /a HTTP/1.1\r\n\r\n", 400),
        (b"GET /a HTTP/1.1\r\n" + HOST + b"host: evil.example\r\n\r\n", 400),
        (b"GET /a HTTP/1.1\r\n" + HOST + b" folded: line\r\n\r\n", 400),
        (b"GET http://localhost/a HTTP/1.1\r\n" + HOST + b"\r\n", 400),
        (b"GET /a\r\n\r\n", 400),
        (b"\x16\x03\x01\r\n\r\n", 400),
        (b"POST /a HTTP/1.1\r\nContent-Length: -1\r\n" + HOST + b"\r\n", 400),
        (b"POST /a HTTP/1.1\r\nContent-Length: \xb2\r\n" + HOST + b"\r\n", 400),
        (b"POST /a HTTP/1.1\r\nTransfer-Encoding: chunked\r\n" + HOST + b"\r\n0\r\n\r\n", 400),
        (b"POST /a HTTP/1.1\r\nContent-Length: " + b"9" * 5000 + b"\r\n" + HOST + b"\r\n", 413),
        (f"POST /a HTTP/1.1\r\nContent-Length: {BODY_LIMIT + 1}\r\n".encode() + HOST + b"\r\n", 413),
        (b"GET /a HTTP/1.1\r\nX: " + b"x" * 100_000 + b"\r\n" + HOST + b"\r\n", 431),
    ],
)
def test_a_request_is_answered_by_what_it_is(request_: bytes, status: int) -> None:
    answer = served(lambda port: send(port, request_))
    assert answer.startswith(b"HTTP/1.1 %d " % status)
    assert b"Cache-Control: no-store" in answer


def test_a_head_request_gets_the_length_and_no_body() -> None:
    head, _, body = served(lambda port: send(port, b"HEAD /a HTTP/1.1\r\n" + HOST + b"\r\n")).partition(b"\r\n\r\n")
    assert (True, b"") == (b"Content-Length: 9" in head, body)


def test_who_says_nothing_or_half_of_it_keeps_nobody_waiting() -> None:
    async def talk(port: Port) -> bytes:
        idle = [await asyncio.open_connection("127.0.0.1", port) for _ in range(200)]
        for number, (_, writer) in enumerate(idle):
            writer.write(b"POST /a HTTP/1.1\r\nContent-Length: 9\r\n\r\n"[:number])
        answer = await send(port, b"GET /a HTTP/1.1\r\n" + HOST + b"\r\n")
        for _, writer in idle:
            writer.close()
        return answer

    assert served(talk).endswith(b"GET /a 0")
