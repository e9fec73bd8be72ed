"""Each part of the theme prints its example: whole, escaped, and as good HTML."""

import re
from pathlib import Path

import html5lib
import pytest

from news_digest.gate import Sources, faults, read_page
from news_digest.pages.example import example_digest

pytestmark = pytest.mark.slow

TEMPLATES = Path(__file__).resolve().parents[2] / "themes/newsprint/templates"
PARTS = sorted(path.stem for path in (TEMPLATES / "parts").glob("*.html"))
OF_EVERY_PAGE = {"menu", "footer", "sharing"}  # around the gallery itself, or in a page's head
INSIDE_OTHERS = {"telling", "fact", "clash"}  # printed by a fact and by a difference, by the account, by the opening


@pytest.mark.parametrize("part", sorted({*PARTS} - OF_EVERY_PAGE - INSIDE_OTHERS))
def test_every_part_has_an_example_in_the_gallery(page, part):
    assert f'id="{part}"' in page


def test_a_sources_markup_and_template_syntax_come_out_as_visible_text(page):
    assert "&lt;b&gt;asleep&lt;/b&gt;" in page
    assert "The &lt;Post&gt; &amp; Co" in page
    assert "<b>asleep" not in page
    assert "<Post>" not in page


def test_every_passage_is_the_very_slice_of_its_source(page):
    texts = {article.id: article.text for article in example_digest().story.articles}
    assert len(read_page(page)[0]) > 40
    assert not list(faults(page, Sources(texts)))


def test_the_page_is_html_without_an_error(page):
    html5lib.HTMLParser(strict=True).parse(page)


def test_every_id_is_there_once(page):
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))


def test_every_link_on_the_page_leads_to_something_on_it(page):
    ids = set(re.findall(r' id="([^"]+)"', page)) | {"facts", "differences", "who", "corrections"}
    assert set(re.findall(r'href="#([^"]+)"', page)) <= ids


def test_a_passage_in_another_language_says_so(page):
    assert re.search(r'data-end="\d+" lang="de" dir="ltr">Die Brücke bleibt', page) or 'lang="de">\n<head>' in page


def test_nothing_is_inline_that_the_policy_of_the_page_forbids(page):
    assert "default-src 'none'" in page.replace("&#39;", "'")
    assert not re.search(r"<style|\sstyle=|\son\w+=", page)
    assert not re.search(r"<script(?![^>]*(?:src=|application/ld\+json))", page)


@pytest.mark.parametrize("path", sorted(TEMPLATES.rglob("*.html")), ids=lambda path: path.name)
def test_a_template_loops_and_prints_and_decides_nothing(path):
    code = " ".join(re.findall(r"{[{%]-?(.*?)-?[%}]}", path.read_text(encoding="utf-8"), re.DOTALL))
    assert not re.search(r"\|\s*(?:safe|sort|sum|groupby|slice|round|truncate)\b", code)
    assert not re.search(r"\[\d*:|\s[-+*/%]\s", re.sub(r"\"[^\"]*\"|'[^']*'", "", code))
