"""A built site, and a real browser to read it with."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def build(seeds: Path, output: Path) -> Path:
    """The site of a folder of reports, as `make html` builds it."""
    command = [sys.executable, "-m", "pelican", "content", "-o", str(output), "-s", "pelicanconf.py"]
    told = os.environ | {"SEEDS": str(seeds)}
    done = subprocess.run([*command, "--fatal", "errors"], cwd=ROOT, env=told, capture_output=True, text=True)
    assert (output / "index.html").is_file(), done.stdout + done.stderr
    return output


@pytest.fixture(scope="session")
def site(tmp_path_factory) -> Path:
    """Four invented reports of one storm, beside the pages that the project comes with."""
    return build(ROOT / "tests/stories/storm", tmp_path_factory.mktemp("storm") / "output")


@pytest.fixture(scope="session")
def seed_site(tmp_path_factory, example) -> Path:
    return build(example, tmp_path_factory.mktemp("seeds") / "output")


@pytest.fixture
def open_page(browser, site):
    """open_page(width=…, javascript=…, scheme=…) opens the storm's page; what the browser complained of is in
    `complaints`, what it asked for in `requests`."""
    contexts = []

    def opened(address=None, *, width=1280, javascript=True, scheme="light", **options):
        context = browser.new_context(
            viewport={"width": width, "height": 900}, java_script_enabled=javascript, color_scheme=scheme, **options
        )
        contexts.append(context)
        page = context.new_page()
        page.complaints, page.requests = [], []
        page.on("console", lambda message: page.complaints.append(message.text))
        page.on("request", lambda request: page.requests.append(request.url))
        page.goto((address or story_of(site)).as_uri())
        return page

    yield opened
    for context in contexts:
        context.close()


def story_of(site: Path) -> Path:
    (page,) = site.glob("stories/*/index.html")
    return page
