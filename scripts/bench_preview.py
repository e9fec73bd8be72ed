"""Measure the time from a save to its text being visible in headless Chromium: on this site, where an editor's file, a
report and a style change, and on a site of N plain articles. Each is printed with its share of the time allowed.

usage: python scripts/bench_preview.py [N ...]   (default: 1000)
"""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).parents[1]
SMALL, LARGE = 200, 400  # milliseconds allowed on the seed story, and on a site of 1,000 stories
MADE_FROM = ("content", "seeds", "themes", "plugins", "pelicanconf.py")
PAUSE = 0.8  # seconds: the check of the pages out of view is over

SAVES = 15  # enough for a median that repeats within a tenth
SETTINGS = 'SITENAME="Harbour"\nPATH="content"\nTIMEZONE="UTC"\nDEFAULT_LANG="en"\nPLUGINS=[]\nDEFAULT_PAGINATION=10\n'
SAID = "text => document.querySelector('#said')?.innerText === text"
BROWSER = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


def write_article(site: Path, number: int, text: str) -> None:
    head = f'<title>Report {number}</title><meta name="date" content="2024-01-{number % 27 + 1:02}"/>'
    body = f"<p id='said'>{text}</p>" + "<p>The ferry ran aground off Port Ellery.</p>" * 20
    (site / f"content/report-{number}.html").write_text(f"<html><head>{head}</head><body>{body}</body></html>")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def time_saves(page: Page, save: Callable[[int], str], seen: str) -> list[float]:
    """Milliseconds of each save. `save` gives what `seen`, a function in the page, is to find."""
    times = []
    for number in range(SAVES):
        time.sleep(PAUSE)
        began = time.perf_counter()
        wanted = save(number)
        # Waiting for a locator looks ever less often, up to half a second apart; this looks at every frame.
        page.wait_for_function(seen, arg=wanted, polling="raf")
        times.append((time.perf_counter() - began) * 1000)
    return times


def tell(what: str, times: list[float], allowed: float) -> None:
    median = statistics.median(times)
    print(
        f"{what}: median {median:.0f} ms, fastest {min(times):.0f}, slowest {max(times):.0f}; "
        f"{median / allowed:.2f} of the {allowed} ms allowed",
        flush=True,
    )


@contextmanager
def previewed(site: Path, *options: str) -> Iterator[tuple[Page, str]]:
    """A page of a browser, and the address of the running preview."""
    port = free_port()
    command = [sys.executable, "-m", "live_preview", "-p", str(port), *options]
    environment = {**os.environ, "PYTHONPATH": str(site / "plugins"), "OPENBLAS_NUM_THREADS": "1"}
    preview = subprocess.Popen(command, cwd=site, stdout=subprocess.DEVNULL, env=environment)
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=BROWSER)
            yield browser.new_page(), f"http://127.0.0.1:{port}"
    finally:
        preview.terminate()
        preview.wait()


def measure_this_site() -> None:
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder)
        for name in MADE_FROM:
            (shutil.copytree if (ROOT / name).is_dir() else shutil.copy)(ROOT / name, site / name)
        with previewed(site, "--watch", "seeds") as (page, address):
            story = story_of(address)
            page.goto(f"{address}/stories/{story['slug']}/index.html")
            tell("an editor's file", time_saves(page, lambda n: write_title(site, story["slug"], n), TITLE), SMALL)
            tell("a style", time_saves(page, lambda n: write_style(site, n), STYLE), SMALL)
            source = story["articles"][0]
            page.goto(f"{address}/stories/{story['slug']}/sources/{source['id'].replace('_', '-')}.html")
            tell("a report", time_saves(page, lambda n: write_report(site / "seeds" / source["file"], n), TEXT), SMALL)


TITLE = "title => document.querySelector('h1')?.innerText.includes(title)"
STYLE = "width => getComputedStyle(document.querySelector('h1')).letterSpacing === width"
TEXT = "text => document.body.innerText.includes(text)"


def story_of(address: str) -> dict[str, Any]:
    """The first story of the site, once it is built."""
    for _ in range(100):
        try:
            with urllib.request.urlopen(f"{address}/data.json") as answer:
                return dict(json.load(answer)[0])
        except OSError:
            time.sleep(0.3)
    raise TimeoutError("the preview does not come up")


def write_title(site: Path, slug: str, number: int) -> str:
    path = site / f"content/stories/{slug}.md"
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"---\ntitle: Save {number}.\n---\n")
    return f"Save {number}."


def write_style(site: Path, number: int) -> str:
    path = site / "themes/newsprint/templates/css/story.css"
    text = path.read_text().partition("/* measured */")[0]
    path.write_text(f"{text}/* measured */ h1 {{ letter-spacing: {number + 1}px; }}\n")
    return f"{number + 1}px"


def write_report(path: Path, number: int) -> str:
    """A sentence more at the end of the longest paragraph."""
    text = SENTENCE.sub("", path.read_text())
    paragraph = max(text.splitlines(), key=len)
    path.write_text(text.replace(paragraph, f"{paragraph} The ferry Marigold was seen {number} miles off Quill."))
    return f"seen {number} miles off Quill"


SENTENCE = re.compile(r" The ferry Marigold was seen \d+ miles off Quill\.")


def measure(articles: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder)
        (site / "content").mkdir()
        (site / "pelicanconf.py").write_text(SETTINGS)
        for number in range(articles):
            write_article(site, number, "As it was.")
        with previewed(site) as (page, address):
            open_when_built(page, f"{address}/report-1.html")
            tell(f"one of {articles} articles", time_saves(page, lambda n: save_article(site, n), SAID), LARGE)


def save_article(site: Path, number: int) -> str:
    text = f"Save number {number}."
    write_article(site, 1, text)
    return text


def open_when_built(page: Page, address: str) -> None:
    time.sleep(2)
    page.goto(address)
    page.locator("#said").wait_for()


if __name__ == "__main__":
    measure_this_site()
    for size in [int(number) for number in sys.argv[1:]] or [1000]:
        measure(size)
