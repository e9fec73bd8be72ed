"""Measure the time from a save to its text being visible in headless Chromium, on a site of N articles.

usage: python scripts/bench_preview.py [N ...]   (default: 5 1000)
"""

from __future__ import annotations

import socket
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

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


def save_to_visible(page: Page, site: Path) -> list[float]:
    """Milliseconds of each save."""
    times = []
    for save in range(SAVES):
        text = f"Save number {save}."
        began = time.perf_counter()
        write_article(site, 1, text)
        # Waiting for a locator looks ever less often, up to half a second apart; this looks at every frame.
        page.wait_for_function(SAID, arg=text, polling="raf")
        times.append((time.perf_counter() - began) * 1000)
        time.sleep(0.2)
    return times


def measure(articles: int) -> None:
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site, port = Path(folder), free_port()
        (site / "content").mkdir()
        (site / "pelicanconf.py").write_text(SETTINGS)
        for number in range(articles):
            write_article(site, number, "As it was.")
        preview = subprocess.Popen([sys.executable, "-m", "live_preview", "-p", str(port)], cwd=site, stdout=-3)
        try:
            browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=BROWSER)
            page = browser.new_page()
            open_when_built(page, f"http://127.0.0.1:{port}/report-1.html")
            times = save_to_visible(page, site)
        finally:
            preview.kill()
    print(f"preview, {articles} articles: median {statistics.median(times):.0f} ms, slowest {max(times):.0f} ms")


def open_when_built(page: Page, address: str) -> None:
    time.sleep(2)
    page.goto(address)
    page.locator("#said").wait_for()


if __name__ == "__main__":
    for size in [int(number) for number in sys.argv[1:]] or [5, 1000]:
        measure(size)
