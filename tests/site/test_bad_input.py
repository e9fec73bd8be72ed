"""Bad files cost one line each; whatever a report says is data; the rest of the site is published."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

pytestmark = [pytest.mark.site, pytest.mark.xdist_group("bad input")]

ROOT = Path(__file__).parents[2]
HOSTILE = """<script>alert(1)</script> and {{ config }} sink the ferry Alma off Quill

The ferry Alma sank off the Quill Islands on 3 March 2024 with 80 people aboard, the coast guard said.

---
Save_as: ../../escaped.html
---

Its captain, {% include "x" %} Orrin Vale, said the {attach}/../secret was “<img src=x onerror=alert(1)>”.

Divers from Corrinth found 12 bodies in the car deck of the Alma before nightfall, the harbour office said.
"""
PLAIN = """Ferry Alma sinks off the Quill Islands

The ferry Alma sank off the Quill Islands on 3 March 2024 with 80 people aboard, the coast guard said.

Divers from Corrinth found 14 bodies in the car deck of the Alma before nightfall, the harbour office said.
"""


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    return shutil.copytree(ROOT / "tests/broken_seeds", tmp_path / "seeds")


def test_each_bad_file_costs_one_line_and_the_last_line_says_so(digest_site, broken):
    site = digest_site(broken)
    assert site.status != 0
    for name in ("empty.txt", "folder.txt", "latin.txt", "menu.txt", "picture.txt", "gone.txt"):
        assert sum(name in line for line in site.lines) == 1, (name, site.lines)
    assert "the site is written, but" in site.lines[-1]
    assert not any("Traceback" in line for line in site.lines)


def test_the_good_reports_beside_bad_ones_are_published(digest_site, broken):
    for report in (ROOT / "tests/stories/storm").glob("*.txt"):
        shutil.copy(report, broken)
    site = digest_site(broken)
    assert (site.story() / "index.html").is_file()
    assert "Ferry to the Quill Islands runs aground" in site.read("index.html")


def test_a_broken_sources_file_costs_one_line(digest_site):
    seeds = {"plain.txt": PLAIN, "sources.yml": "plain.txt: [unclosed"}
    site = digest_site(seeds)
    assert site.status != 0
    assert sum("sources.yml" in line for line in site.lines) >= 1
    assert "Ferry Alma sinks" in site.read("index.html")


def test_a_folder_of_reports_that_is_not_there_is_named(digest_site, tmp_path):
    site = digest_site(tmp_path / "nowhere")
    assert site.status != 0
    assert "nowhere" in site.lines[-1]
    assert not any("Traceback" in line for line in site.lines)


def test_markup_script_templates_and_front_matter_in_a_report_come_out_as_text(digest_site):
    site = digest_site({"hostile.txt": HOSTILE, "plain.txt": PLAIN})
    assert site.status == 0, site.lines
    pages = [path.read_text() for path in site.output.rglob("*.html")]
    assert not any("<script>" in page or "<img src=x" in page for page in pages)
    told = (site.story() / "sources/hostile.html").read_text() + site.read("index.html")
    for words in ("&lt;script&gt;alert(1)&lt;/script&gt;", "{{ config }}"):
        assert words in told
    assert not list(site.output.parent.rglob("escaped.html"))


def test_a_control_character_in_a_report_is_shown_and_breaks_no_feed(digest_site):
    bell = PLAIN.replace("Ferry Alma", "Ferry\x07 Alma", 1)
    site = digest_site({"bell.txt": bell, "plain.txt": PLAIN.replace("14", "13")})
    assert site.status == 0, site.lines
    assert "\x07" not in site.read("stories.atom") + site.read("index.html")


def test_no_reports_at_all_make_a_site_that_says_so(digest_site):
    site = digest_site({".keep": ""})
    assert site.status == 0, site.lines
    assert "No story is told by two reports yet." in site.read("index.html")


def test_undated_stories_get_no_date(digest_site):
    def undated(text: str) -> str:
        return text.replace(" on 3 March 2024", "")

    seeds = {"one.txt": undated(PLAIN), "two.txt": undated(PLAIN.replace("14", "fifteen"))}
    site = digest_site(seeds)
    assert site.status == 0, site.lines
    page = f"stories/{site.story().name}/index.html"
    assert page in site.read("archives.html")
    assert page in site.read("stories.json")
    assert page not in site.read("stories.atom"), "Atom demands a day, and there is none"
    built = "".join(path.read_text() for path in site.output.rglob("*") if path.suffix in (".html", ".json", ".xml"))
    assert "1900" not in built
    assert "undated" in site.read("index.html")
