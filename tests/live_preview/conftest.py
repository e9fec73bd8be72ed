"""A small site, and a preview that runs on it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

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


@pytest.fixture
def running(site: Path, run_preview: Callable[..., Any]) -> Any:
    preview = run_preview(site, base="/harbour/")
    preview.until(lambda: preview.get("index.html")[0] == 200)
    return preview
