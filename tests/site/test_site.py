"""What a built site holds."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import feedparser
import jsonschema
import pytest

from news_digest.gate import read_page

pytestmark = [pytest.mark.site, pytest.mark.xdist_group("site")]

ROOT = Path(__file__).parents[2]
ADDRESS = "https://example.org/storms/digest"
STORM = ROOT / "tests/stories/storm"


def test_a_clean_build_ends_with_zero_and_says_what_went_in(storm_site):
    assert storm_site.status == 0, storm_site.lines
    assert any("4 reports in, 0 refused, 1 story, " in line for line in storm_site.lines)


def test_a_story_stands_beside_hand_written_articles_in_every_list(storm_site):
    page = storm_site.story().name
    for listing in ("index.html", "archives.html", "stories.atom", "stories.json", "sitemap.xml"):
        text = storm_site.read(listing)
        assert f"stories/{page}/index.html" in text, listing
        assert "articles/how-the-storm-was-told.html" in text, listing


def test_a_story_has_its_page_its_data_and_a_page_for_each_source(storm_site):
    names = {path.relative_to(storm_site.story()).as_posix() for path in storm_site.story().rglob("*")}
    assert {"index.html", "story.json", "facts.csv", "differences.csv", "card.png"} <= names
    assert {f"sources/{report.stem}.html" for report in STORM.glob("*.txt")} <= names


def test_story_json_keeps_to_its_schema_and_to_the_words_of_its_sources(storm_site):
    schema = json.loads((ROOT / "plugins/news_digest/story.schema.json").read_text())
    story = json.loads((storm_site.story() / "story.json").read_text())
    jsonschema.validate(story, schema)
    texts = {article["id"]: (STORM / article["file"]).read_bytes().decode() for article in story["articles"]}
    passages = list(passages_in(story))
    assert len(passages) > 50
    assert all(texts[found["article"]][found["start"] : found["end"]] == found["text"] for found in passages)


def passages_in(value):
    if isinstance(value, dict):
        if {"article", "start", "end", "text"} <= value.keys():
            yield value
        for inner in value.values():
            yield from passages_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from passages_in(inner)


def test_a_published_site_prints_half_of_the_words_of_any_report_at_most(storm_site):
    printed = {}
    for page in storm_site.output.rglob("*.html"):
        for found in read_page(page.read_text())[0]:
            printed.setdefault(found.source, set()).update(range(int(found.start), int(found.end)))
    for report in STORM.glob("*.txt"):
        words = [found.span() for found in re.finditer(r"\S+", report.read_bytes().decode())]
        whole = sum(printed[report.stem].issuperset(range(*word)) for word in words)
        assert 0.3 < whole / len(words) <= 0.5, report.name


def test_what_is_over_the_bound_leads_on_without_its_words(storm_site):
    page = (storm_site.story() / "index.html").read_text()
    assert '<span class="withheld">words not reproduced here</span>' in page
    leads = re.findall(r'<p class="lead">.*?</p>', page, re.DOTALL)
    assert leads
    assert not any("withheld" in lead for lead in leads)


def test_data_json_holds_every_story(storm_site):
    assert [story["slug"] for story in json.loads(storm_site.read("data.json"))] == [storm_site.story().name]


def test_markdown_is_read_with_its_links_into_the_site(storm_site):
    article = storm_site.read("articles/how-the-storm-was-told.html")
    assert "<em>noticed</em>" in article
    assert f'href="{ADDRESS}/method.html"' in article
    assert (storm_site.output / "images/map.svg").is_file()


def test_markup_in_markdown_is_shown_and_not_obeyed(storm_site):
    assert "&lt;b&gt;Markup&lt;/b&gt;" in storm_site.read("method.html")


def test_the_atom_feed_has_permanent_ids_and_absolute_links(storm_site):
    feed = feedparser.parse(storm_site.read("stories.atom"))
    assert not feed.bozo
    assert all(entry.id.startswith("urn:uuid:") for entry in feed.entries)
    assert all(entry.link.startswith(f"{ADDRESS}/") for entry in feed.entries)


def test_linked_data_names_the_page_and_the_reports_it_rests_on(storm_site):
    page = (storm_site.story() / "index.html").read_text()
    (block,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    linked = json.loads(block)
    assert linked["url"] == f"{ADDRESS}/stories/{storm_site.story().name}/index.html"
    assert len(linked["isBasedOn"]) == 4
    assert (storm_site.output / linked["image"].removeprefix(f"{ADDRESS}/")).is_file()


def test_the_sitemap_lists_every_page_but_the_one_for_missing_addresses(storm_site):
    listed = {found.text for found in ET.fromstring(storm_site.read("sitemap.xml")).iterfind("{*}url/{*}loc")}
    built = {path.relative_to(storm_site.output).as_posix() for path in storm_site.output.rglob("*.html")}
    assert listed == {f"{ADDRESS}/{name}" for name in built - {"404.html"}}
    assert f"Sitemap: {ADDRESS}/sitemap.xml" in storm_site.read("robots.txt")


def test_no_link_and_no_anchor_of_the_site_leads_nowhere(storm_site):
    pages = {f"{ADDRESS}/{path.relative_to(storm_site.output).as_posix()}": path for path in files(storm_site.output)}
    anchors = {address: Links(path).anchors for address, path in pages.items() if path.suffix == ".html"}
    broken = [
        (address, link)
        for address, path in pages.items()
        if path.suffix == ".html"
        for link in Links(path).targets
        if leads_nowhere(urljoin(address, link), anchors, pages)
    ]
    assert broken == []


def files(folder: Path):
    return [path for path in folder.rglob("*") if path.is_file()]


def leads_nowhere(link, anchors, pages) -> bool:
    if urlsplit(link).netloc != urlsplit(ADDRESS).netloc:
        return False
    address, anchor = urldefrag(link)
    address = f"{address}index.html" if address.endswith("/") else address
    return address not in pages or bool(anchor and unquote(anchor) not in anchors.get(address, ()))


class Links(HTMLParser):
    def __init__(self, path: Path) -> None:
        super().__init__()
        self.targets: list[str] = []
        self.anchors: set[str] = set()
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag, attrs):
        named = dict(attrs)
        self.targets += [named[name] for name in ("href", "src") if named.get(name) is not None]
        self.anchors.add(named.get("id"))
