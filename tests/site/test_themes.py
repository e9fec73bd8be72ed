"""Every Pelican theme builds, and a build without the plugin does not pass for one."""

from __future__ import annotations

import os
from pathlib import Path

import pelican
import pytest

pytestmark = pytest.mark.site

ROOT = Path(__file__).parents[2]
SETTINGS = ROOT / "pelicanconf.py"
STORM = ROOT / "tests/stories/storm"
THEMES = Path(pelican.__file__).parent / "themes"


@pytest.mark.parametrize("theme", ["simple", "notmyidea"])
def test_the_site_as_it_comes_builds_with_a_theme_that_knows_nothing_of_digests(run_site, tmp_path, example, theme):
    """Whose headline has more words than may stand unsourced, and which has a page that asks for a template of ours."""
    site = run_site(ROOT / "content", tmp_path, example, "-t", os.fspath(THEMES / theme), settings=SETTINGS)
    assert site.status == 0, site.lines
    assert f"stories/{site.story().name}/index.html" in site.read("index.html")
    assert (site.output / "corrections.html").is_file()


def test_a_folder_of_ones_own_overrides_any_template(digest_site, tmp_path):
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts/footer.html").write_text('<footer class="colophon">{{ SITENAME }} of Varona</footer>')
    site = digest_site(STORM, "-e", f'THEME_TEMPLATES_OVERRIDES=["{tmp_path}"]')
    assert site.status == 0, site.lines
    assert " of Varona</footer>" in (site.story() / "index.html").read_text()


def test_a_theme_that_knows_nothing_of_digests_gets_plain_pages(digest_site):
    site = digest_site(STORM, "--theme-path", os.fspath(THEMES / "simple"))
    assert site.status == 0, site.lines
    page = (site.story() / "index.html").read_text()
    assert 'data-source="harbour-times"' in page
    assert (site.story() / "sources/harbour-times.html").is_file()
    assert f"stories/{site.story().name}/index.html" in site.read("index.html")


def test_a_build_without_the_plugin_fails(digest_site):
    assert digest_site(STORM, "-e", "PLUGINS=[]").status != 0


def test_a_build_whose_plugin_cannot_be_found_fails(digest_site):
    assert digest_site(STORM, "-e", 'PLUGINS=["news_digset"]').status != 0
