"""A site's own code answers its own scripts, and nobody else's."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from http import HTTPStatus
from types import SimpleNamespace
from typing import Any

import pytest

from live_preview.addresses import Hosts
from live_preview.app import HOME, App
from live_preview.server import Request

PAGE = {"host": "localhost:8000", "origin": "http://localhost:8000", "x-live-preview": "secret"}


class Asked(SimpleNamespace):
    """A preview that notes what its site is asked."""

    token = "secret"

    async def ask(self, name: str, body: bytes) -> tuple[int, bytes]:
        self.names.append(name)
        return HTTPStatus.OK, b"{}"


def answer(headers: dict[str, str], method: str = "POST") -> tuple[int, list[str]]:
    preview: Any = Asked(names=[])
    request = Request(method, f"{HOME}ask/edit", headers, b"{}")
    with ThreadPoolExecutor() as pool:  # a browser test that ran before may have left a loop in this thread
        response = pool.submit(asyncio.run, App(preview, Hosts("127.0.0.1")).answer(request)).result()
    return response.status, preview.names


def test_a_page_of_the_preview_is_answered() -> None:
    assert (HTTPStatus.OK, ["edit"]) == answer(PAGE)


@pytest.mark.parametrize(
    "wrong",
    [
        {"origin": "http://evil.example"},
        {"origin": "http://localhost:8001"},
        {"origin": "null"},
        {"x-live-preview": "guessed"},
        {"x-live-preview": "geheimé"},
        {"host": "evil.example", "origin": "http://evil.example"},
    ],
)
def test_a_page_of_another_site_is_refused(wrong: dict[str, str]) -> None:
    assert (HTTPStatus.FORBIDDEN, []) == answer({**PAGE, **wrong})


@pytest.mark.parametrize("missing", ["origin", "x-live-preview"])
def test_who_tells_no_origin_or_knows_no_token_is_refused(missing: str) -> None:
    assert (HTTPStatus.FORBIDDEN, []) == answer({name: value for name, value in PAGE.items() if name != missing})


def test_nothing_is_changed_by_following_a_link() -> None:
    assert [] == answer(PAGE, "GET")[1]
