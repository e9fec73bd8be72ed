"""Write a page with every part of the theme, each with an example, for whoever works on it.

python scripts/gallery.py DIR [LANGUAGE]
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "plugins"))

from news_digest.pages import site_view, source_page_views, story_view  # noqa: E402
from news_digest.pages.example import example_digest  # noqa: E402
from news_digest.reproduce import Allowance  # noqa: E402
from news_digest.strings import Strings  # noqa: E402

TEMPLATES = ROOT / "themes/newsprint/templates"


class Topic(str):
    """A tag as a template prints it."""

    url = "tag/bridges.html"


def environment() -> Environment:
    """The site's own settings, and an error where a template names what it was not given."""
    loader = FileSystemLoader(TEMPLATES)
    return Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined)


def example_context(language: str) -> dict[str, Any]:
    say, digest = Strings(language), example_digest()
    allowance = Allowance(digest, 1)
    story = story_view(digest, allowance, say)
    return {
        "say": say,
        "story": story,
        "source": source_page_views(digest, allowance, say)[1],
        "digest_site": site_view([story], (), say),
        "articles": [SimpleNamespace(story=story, url=story.page)],
        "tags": [(Topic("Bridges & barges"), [story])],
        "pages": [],
        "SITENAME": "News Digest",
        "SITEURL": ".",
        "SITE_ADDRESS": "",
        "THEME_STATIC_DIR": "theme",
        "FEED_ALL_ATOM": None,
        "FEED_ALL_JSON": None,
        "output_file": "gallery.html",
        "FULL_TEXT": True,
    }


def write_gallery(folder: Path, language: str = "en") -> None:
    (folder / "theme").mkdir(parents=True, exist_ok=True)
    shutil.copy(ROOT / "themes/newsprint/static/newsreader.woff2", folder / "theme")
    templates, context = environment(), example_context(language)
    for template, name in (
        ("gallery.html", "gallery.html"),
        ("style.css", "theme/style.css"),
        ("mark.svg", "theme/mark.svg"),
    ):
        (folder / name).write_text(templates.get_template(template).render(context), encoding="utf-8")


if __name__ == "__main__":
    write_gallery(Path(sys.argv[1]), *sys.argv[2:3])
