"""Every Pelican theme builds, and a build without the plugin does not pass for one."""

from __future__ import annotations

import os
from pathlib import Path

import pelican
import pytest

pytestmark = pytest.mark.site

STORM = Path(__file__).parents[1] / "stories/storm"
SIMPLE = Path(pelican.__file__).parent / "themes/simple"


def test_a_theme_that_knows_nothing_of_digests_gets_plain_pages(digest_site):
    site = digest_site(STORM, "--theme-path", os.fspath(SIMPLE))
    assert site.status == 0, site.lines
    page = (site.story() / "index.html").read_text()
    assert 'data-source="harbour-times"' in page
    assert (site.story() / "sources/harbour-times.html").is_file()
    assert f"stories/{site.story().name}/index.html" in site.read("index.html")


def test_a_build_without_the_plugin_fails(digest_site):
    assert digest_site(STORM, "-e", "PLUGINS=[]").status != 0


def test_a_build_whose_plugin_cannot_be_found_fails(digest_site):
    assert digest_site(STORM, "-e", 'PLUGINS=["news_digset"]').status != 0
