"""What tests of several parts share."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[1]
CHROMIUM = shutil.which("chromium")
ALONE = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    if CHROMIUM is None:
        if os.environ.get("REQUIRE_BROWSER"):
            pytest.fail("REQUIRE_BROWSER is set, and there is no chromium")
        pytest.skip("no chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=CHROMIUM, args=ALONE)


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The five reports that the project comes with, alone; `seeds/` is the user's, who adds and removes."""
    named = yaml.safe_load((ROOT / "tests/seed_key.yml").read_text(encoding="utf-8"))["articles"].values()
    reports = [ROOT / "seeds" / f"{name}.txt" for name in named]
    if missing := [report.name for report in reports if not report.is_file()]:
        told = f"no longer among the reports in seeds: {', '.join(missing)}"
        pytest.fail(told) if os.environ.get("REQUIRE_EXAMPLE") else pytest.skip(told)
    alone = tmp_path_factory.mktemp("example")
    for report in reports:
        shutil.copy(report, alone)
    return alone


class Running:
    """A preview of the site in a folder. Pages are named below `base`."""

    def __init__(self, site: Path, *options: str, base: str = "/", env: Mapping[str, str] = {}) -> None:
        self.base = base
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.printed = site.parent / f"{site.name}-{self.port}.log"
        command = [sys.executable, "-m", "live_preview", "--port", str(self.port), *options]
        self.process = subprocess.Popen(command, cwd=site, env=os.environ | env, stdout=self.printed.open("w"))

    def get(self, path: str) -> tuple[int, bytes]:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{self.base}{path}", timeout=60) as answer:
                return answer.status, answer.read()
        except urllib.error.HTTPError as error:
            return error.code, error.read()

    def problems(self, page: str = "") -> list[dict[str, object]]:
        problems: list[dict[str, object]] = self.state(page)["problems"]
        return problems

    def state(self, page: str = "") -> dict[str, Any]:
        told = {"page": f"{self.base}{page}", "tag": "", "build": 0, "session": "", "resources": []}
        url = f"http://127.0.0.1:{self.port}/-live-preview-/state"
        request = urllib.request.Request(url, json.dumps(told).encode(), {"Content-Type": "application/json"})
        with urllib.request.urlopen(request, timeout=60) as answer:
            state: dict[str, Any] = json.load(answer)
        return state

    def until(self, what: Callable[[], object], seconds: float = 60) -> None:
        end = time.monotonic() + seconds
        while True:
            try:
                if what():
                    return
            except OSError:
                pass
            assert time.monotonic() < end, "did not come about in time"
            time.sleep(0.02)


@pytest.fixture
def run_preview() -> Iterator[Callable[..., Running]]:
    """run_preview(folder, option…, base=…, env=…) starts a preview, which ends with the test."""
    started: list[Running] = []

    def run(*arguments: Any, **named: Any) -> Running:
        started.append(Running(*arguments, **named))
        return started[-1]

    yield run
    for preview in started:
        preview.process.terminate()
        preview.process.wait(timeout=30)  # Ctrl-C ends it at once
