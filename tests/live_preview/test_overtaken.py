"""Whoever asks about a build that another has overtaken meanwhile is answered, and does not wait for ever."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from live_preview.messages import Built
from live_preview.workshop import Workshop

GIVEN_UP = 60  # seconds


def test_a_check_of_an_overtaken_build_is_answered(site: Path, tmp_path: Path) -> None:
    async def play() -> tuple[object, ...]:
        shop = Workshop(str(site / "pelicanconf.py"), {}, ())
        try:
            for number in (1, 2):
                assert isinstance(await shop.build(number, tmp_path / str(number)), Built)
            return await asyncio.wait_for(shop.check(1), GIVEN_UP)
        finally:
            shop.stop()

    with ThreadPoolExecutor(1) as elsewhere:  # a browser's loop may run in this thread
        assert () == elsewhere.submit(asyncio.run, play()).result()
