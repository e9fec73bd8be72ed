"""The preview ends at once, whatever an open page is being told at that moment."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from unittest.mock import Mock

import pytest

from live_preview.preview import Preview

STEPS = 8  # of the event loop, in each of which the end may come


@pytest.mark.parametrize("step", range(STEPS))
def test_a_stream_of_events_ends_when_the_preview_ends_while_it_tells_of_a_build(tmp_path: Path, step: int) -> None:
    async def play() -> bool:
        preview = Preview(Mock(), Mock(), tmp_path, print)

        async def listen() -> None:
            async for _ in preview.events():
                pass

        listener = asyncio.create_task(listen())
        await asyncio.sleep(0.01)
        await preview._announce()
        for _ in range(step):
            await asyncio.sleep(0)
        listener.cancel()
        done, _ = await asyncio.wait([listener], timeout=1)
        listener.cancel()
        return listener in done

    with ThreadPoolExecutor(1) as elsewhere:  # a browser's loop may run in this thread
        assert elsewhere.submit(asyncio.run, play()).result()
