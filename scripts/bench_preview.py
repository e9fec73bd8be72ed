"""Measure the time from a save to its text being visible in headless Chromium, on this site and on one of N stories,
where an editor's file, a style and a report change. Each is printed with its share of the time allowed.

usage: python scripts/bench_preview.py [N ...]   (default: 1000, whose first build takes a minute or two)
"""

from __future__ import annotations

import json
import os
import random
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
MADE_FROM = ("content", "themes", "plugins", "pelicanconf.py")
PAUSE = 0.8  # seconds: the check of the pages out of view is over, or has begun
PATIENCE = 900.0  # seconds for the first build

SAVES = 15  # enough for a median that repeats within a tenth
BROWSER = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


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


def measure(seeds: Path, allowed: float) -> None:
    """The site as it comes, with the reports of a folder."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder)
        for name in MADE_FROM:
            (shutil.copytree if (ROOT / name).is_dir() else shutil.copy)(ROOT / name, site / name)
        shutil.copytree(seeds, site / "seeds")
        with previewed(site, "--watch", "seeds") as (page, address):
            stories = stories_of(address)
            story = stories[0]
            print(f"{len(stories)} {'story' if len(stories) == 1 else 'stories'}:", flush=True)
            page.goto(f"{address}/stories/{story['slug']}/index.html")
            tell("an editor's file", time_saves(page, lambda n: write_title(site, story["slug"], n), TITLE), allowed)
            tell("a style", time_saves(page, lambda n: write_style(site, n), STYLE), allowed)
            source = story["articles"][0]
            page.goto(f"{address}/stories/{story['slug']}/sources/{source['id'].replace('_', '-')}.html")
            tell(
                "a report", time_saves(page, lambda n: write_report(site / "seeds" / source["file"], n), TEXT), allowed
            )


TITLE = "title => document.querySelector('h1')?.innerText.includes(title)"
STYLE = "width => getComputedStyle(document.querySelector('h1')).letterSpacing === width"
TEXT = "text => document.body.innerText.includes(text)"


def stories_of(address: str) -> list[dict[str, Any]]:
    """The stories of the site, once it is built."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(f"{address}/data.json") as answer:
                return list(json.load(answer))
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


CONSONANTS, VOWELS = "b c d f g h k l m n p r s t v w br st tr gr".split(), "a e i o u".split()
PLACES = "ferry bridge factory school hospital tunnel market museum library airport prison theatre dam".split()
EVENTS = ("was closed", "caught fire", "was evacuated", "was sold", "was flooded", "reopened", "was inspected")
FIRST = """{town} {place} {event}

The {place} at {town} {event} on {day} March 2024, {person} of the {group} said.

Some {people} people were at the {town} {place} when it happened. The damage came to ${cost} million.

“We have never seen anything like it at {town},” {person} said. The {group} has asked the county for help.
"""
SECOND = """At {town}, a {place} {event}

{person}, who speaks for the {group}, said that the {town} {place} {event} on {day} March 2024.

About {people} people were there when it happened. The damage at {town} was put at ${cost} million.

“We have never seen anything like it at {town},” {person} told a local radio station.
"""


def invent(folder: Path, stories: int) -> Path:
    """Two reports of each story, with names of its own."""
    chance = random.Random(5)

    def name() -> str:
        parts = (chance.choice(CONSONANTS) + chance.choice(VOWELS) for _ in range(chance.choice((2, 3))))
        return f"{''.join(parts)}{chance.choice('nrl')}".capitalize()

    for number in range(stories):
        words = {"town": name(), "person": f"{name()} {name()}", "group": f"{name()} Union", "day": number % 28 + 1}
        words |= {"place": chance.choice(PLACES), "event": chance.choice(EVENTS)}
        words |= {"people": chance.randint(11, 990), "cost": chance.randint(11, 990)}
        (folder / f"herald-{number:04}.txt").write_text(FIRST.format(**words))
        (folder / f"courier-{number:04}.txt").write_text(SECOND.format(**words))
    return folder


if __name__ == "__main__":
    measure(ROOT / "seeds", SMALL)
    for size in [int(number) for number in sys.argv[1:]] or [1000]:
        with tempfile.TemporaryDirectory() as reports:
            measure(invent(Path(reports), size), LARGE)
