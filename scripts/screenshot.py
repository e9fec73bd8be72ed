"""Photograph the built site for the README: docs/screenshot.png, from output/.

python scripts/screenshot.py [OUTPUT]
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[1]
PICTURE = ROOT / "docs/screenshot.png"
WIDTH, HEIGHT = 1280, 1100  # the head of a story and its first facts, one of them opened


def main(output: Path) -> None:
    story = min(output.glob("stories/*/index.html"), default=None)
    chromium = shutil.which("chromium")
    if story is None or chromium is None:
        sys.exit("no story is built, or no chromium is there; run `make html` first")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
        page.goto(story.as_uri())
        page.locator(".fact summary").first.click()
        page.mouse.move(0, 0)
        page.screenshot(path=PICTURE)
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "output").resolve())
