"""The preview as a whole: what it serves is what a clean build writes."""

from __future__ import annotations

import json
import random
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

SCRIPT = re.compile(rb'<script src="/-live-preview-/client\.js"[^>]*></script>')
pytestmark = [pytest.mark.site, pytest.mark.slow]


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


def write_story(site: Path, number: int, text: str) -> Path:
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
        write_story(folder, number, "The ferry ran aground.")
    return folder


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

    def until(self, what: object, seconds: float = 15) -> None:
        end = time.monotonic() + seconds
        while True:
            try:
                if what():  # type: ignore[operator]
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
    preview.process.kill()
    preview.process.wait()


def clean_build(site: Path, output: Path) -> dict[str, bytes]:
    command = [sys.executable, "-m", "pelican", "-s", "pelicanconf.py", "-o", str(output), "-d", "-q"]
    subprocess.run(
        [*command, "-e", 'SITEURL="/harbour"', 'FEED_DOMAIN="https://example.org/harbour"'], cwd=site, check=True
    )
    return {path.relative_to(output).as_posix(): path.read_bytes() for path in output.rglob("*") if path.is_file()}


def test_after_random_edits_what_is_served_equals_a_clean_build(site: Path, running: Running, tmp_path: Path) -> None:
    chance = random.Random(6)
    for step in range(30):
        number = chance.randrange(6)
        path = site / "content" / f"story-{number}.html"
        if chance.random() < 0.25 and path.exists() and step < 28:
            path.unlink()
        elif chance.random() < 0.3:
            sheet = site / "theme/static/main.css"
            sheet.write_text(f"body {{ margin: {step}px }}")
        else:
            write_story(site, number, f"Edit {step}.")
        time.sleep(chance.choice([0, 0, 0.01, 0.2]))
    write_story(site, 9, "The last word.")
    running.until(lambda: b"Story 9" in running.get("index.html")[1])
    for name, expected in clean_build(site, tmp_path / "clean").items():
        assert (name, SCRIPT.sub(b"", running.get(name)[1])) == (name, expected)


def test_a_broken_template_is_named_with_its_line_and_the_last_good_page_stays(site: Path, running: Running) -> None:
    good = SCRIPT.sub(b"", running.get("index.html")[1])
    template = site / "theme/templates/index.html"
    text = template.read_text()
    template.write_text("<p>\n{% if %}")
    running.until(running.problems)
    assert (running.problems()[0]["file"], running.problems()[0]["line"]) == ("theme/templates/index.html", 2)
    assert SCRIPT.sub(b"", running.get("index.html")[1]) == good
    template.write_text(text.replace("<h1>", "<h1>Mended "))
    running.until(lambda: b"Mended" in running.get("index.html")[1])
    assert running.problems() == []


def test_half_open_connections_keep_nobody_waiting(running: Running) -> None:
    idle = [socket.create_connection(("127.0.0.1", running.port)) for _ in range(40)]
    for connection in idle:
        connection.sendall(b"GET / HTTP/1.1\r\n")
    began = time.monotonic()
    assert running.get("index.html")[0] == 200
    assert time.monotonic() - began < 2
    for connection in idle:
        connection.close()


def test_a_missing_page_is_a_404(running: Running) -> None:
    assert running.get("nowhere.html")[0] == 404


def test_ctrl_c_ends_it_at_once(running: Running) -> None:
    running.process.send_signal(signal.SIGINT)
    assert running.process.wait(timeout=2) == 0
