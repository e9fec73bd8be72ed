"""A small site, and a preview that runs on it."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

SETTINGS = """
SITENAME = "Ellery Harbour"
SITEURL = "https://example.org/harbour"
PATH = "content"
THEME = "theme"
TIMEZONE = "UTC"
DEFAULT_LANG = "en"
PLUGINS = []
FEED_ALL_ATOM = "feeds/all.atom.xml"
DIRECT_TEMPLATES = ["index"]
AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = TAG_SAVE_AS = ""
"""
INDEX = "<html><body><h1>{{ SITENAME }}</h1>{% for a in articles %}<p>{{ a.title }}</p>{% endfor %}</body></html>"
ARTICLE = (
    '<html><head><link rel="stylesheet" href="{{ SITEURL }}/theme/main.css"></head>'
    "<body>{{ article.title }}{{ article.content }}</body></html>"
)


def write(site: Path, number: int, text: str) -> Path:
    path = site / "content" / f"story-{number}.html"
    head = f'<title>Story {number}</title><meta name="date" content="2024-01-{number % 27 + 1:02}"/>'
    path.write_text(f"<html><head>{head}</head><body><p>{text}</p></body></html>")
    return path


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    (folder / "content").mkdir(parents=True)
    (folder / "theme/templates").mkdir(parents=True)
    (folder / "theme/static").mkdir()
    (folder / "pelicanconf.py").write_text(SETTINGS)
    (folder / "theme/static/main.css").write_text("body { color: black }")
    (folder / "theme/templates/index.html").write_text(INDEX)
    for name in ("article", "page"):
        (folder / f"theme/templates/{name}.html").write_text(ARTICLE)
    for number in range(4):
        write(folder, number, "The ferry ran aground.")
    return folder


@pytest.fixture
def write_story(site: Path) -> Callable[[int, str], Path]:
    """write_story(number, body) writes content/story-<number>.html."""
    return partial(write, site)


class Running:
    def __init__(self, site: Path) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        command = [sys.executable, "-m", "live_preview", "--port", str(self.port)]
        self.process = subprocess.Popen(command, cwd=site, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)

    def get(self, path: str) -> tuple[int, bytes]:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/harbour/{path}", timeout=20) as answer:
                return answer.status, answer.read()
        except urllib.error.HTTPError as error:
            return error.code, error.read()

    def problems(self) -> list[dict[str, object]]:
        told = {"page": "/harbour/", "tag": "", "build": 0, "session": "", "resources": []}
        url = f"http://127.0.0.1:{self.port}/-live-preview-/state"
        request = urllib.request.Request(url, json.dumps(told).encode(), {"Content-Type": "application/json"})
        with urllib.request.urlopen(request, timeout=20) as answer:
            problems: list[dict[str, object]] = json.load(answer)["problems"]
        return problems

    def until(self, what: Callable[[], object], seconds: float = 15) -> None:
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
def running(site: Path) -> Iterator[Running]:
    preview = Running(site)
    preview.until(lambda: preview.get("index.html")[0] == 200)
    yield preview
    preview.process.terminate()
    preview.process.wait()
