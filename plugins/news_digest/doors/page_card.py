"""Read what a web page's markup says of its report: JSON-LD, OpenGraph, meta tags, and the canonical address."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from ..model import UNDATED, Dated, Evidence
from .card import address_of, dated, first, language_of, line_of, names_of
from .draft import Card
from .lines import WORD
from .page_note import read_note, saved_from

MOST_NODES = 2_000  # of JSON-LD on one page
FIRST_DAY, LAST_DAY = "1990-01-01", "2100-01-01"  # htmldate's own last day is today, and a build knows no today
FEWEST_SHARED = 2  # words that a heading and the markup's headline must have in common
SHORTEST_NAME = 2  # letters
_SITE_NAME = re.compile(r"\s+[|–—-]\s+[^|–—]{2,40}$")  # `Headline | Site`

Json = dict[str, Any]


def read_card(tree: HtmlElement, markup: str) -> Card:
    """What the page says of itself. Each field is checked, and left out where it cannot be true."""
    from trafilatura import extract_metadata  # a third of a second to import: only where there is a page

    story = _news_node(tree)
    meta = _meta_tags(tree)
    found = extract_metadata(tree, extensive=False, date_config=_date_options())
    source, (note, listed) = saved_from(markup), read_note(markup)
    url = first(_canonical(tree, source), address_of(meta.get("og:url")), source, address_of(story.get("url")))
    published = _published(story, meta, tree, markup, url)
    return Card(
        title=_headline(tree, first(line_of(story.get("headline")), line_of(meta.get("og:title")), _title(tree))),
        outlet=first(
            note.outlet,
            names_of(story.get("publisher")),
            line_of(meta.get("og:site_name")),
            _house(tree, url),
            note.feed,
        ),
        published=published if published.value else listed,
        url=url,
        author=first(
            names_of(story.get("author")), line_of(meta.get("author")), names_of((found.author or "").split("; "))
        ),
        language=first(language_of(story.get("inLanguage")), language_of(tree.get("lang")), note.language),
    )


def _published(story: Json, meta: dict[str, str], tree: HtmlElement, markup: str, url: str | None) -> Dated:
    """The day of first publication, by the best that vouches for it."""
    from htmldate import find_date

    candidates = (
        dated(story.get("datePublished"), "the page's JSON-LD says so (datePublished)"),
        *(dated(meta.get(name), f"the page's meta tag says so ({name})") for name in _DATE_TAGS),
    )
    for candidate in candidates:
        if candidate.value:
            return candidate
    day = find_date(tree, url=url, **_date_options())
    # htmldate makes 2024-02-01 of an impossible 2024-02-30: a day must stand on the page, or in the address, as it is.
    printed = day and re.search(day.replace("-", "[-/]?"), f"{markup} {url}")
    return Dated(day, Evidence.METADATA, why="the page's markup or address says so") if printed else UNDATED


_DATE_TAGS = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.created",
    "pubdate",
    "publish-date",
    "date",
)


def _date_options() -> dict[str, Any]:
    return {
        "extensive_search": False,  # its guesses at dates in the text are ours to make, by rules that are printed
        "original_date": True,
        "min_date": FIRST_DAY,
        "max_date": LAST_DAY,
    }


def _meta_tags(tree: HtmlElement) -> dict[str, str]:
    """Content of meta tags by property, name or itemprop in lower case; the first of a name counts."""
    found: dict[str, str] = {}
    for tag in tree.iter("meta"):
        name = (tag.get("property") or tag.get("name") or tag.get("itemprop") or "").strip().lower()
        if name and tag.get("content"):
            found.setdefault(name, tag.get("content"))
    return found


def _canonical(tree: HtmlElement, source: str | None) -> str | None:
    links = (link.get("href") for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical")
    return first(*(address_of(_joined(source or "", link)) for link in links if link))


def _joined(base: str, link: str) -> str | None:
    try:
        return urljoin(base, link)
    except ValueError:
        return None


def _headline(tree: HtmlElement, told: str | None) -> str | None:
    """The heading that readers see, where it says what the markup says; the markup's is often made for searchers."""
    headings = [line_of(heading.text_content()) for heading in tree.iter("h1")]
    if told is None:
        return headings[0] if len(headings) == 1 else None
    words = _telling(told)
    near = [heading for heading in headings if heading and len(words & _telling(heading)) >= FEWEST_SHARED]
    return near[0] if near else _SITE_NAME.sub("", told)


def _telling(line: str) -> frozenset[str]:
    return frozenset(word for word in WORD.findall(line.lower()) if len(word) > 3)


def _title(tree: HtmlElement) -> str | None:
    return line_of(tree.findtext(".//title"))


def _house(tree: HtmlElement, url: str | None) -> str | None:
    """`Headline - The Harbour Times` on harbourtimes.example: a name that the address bears out."""
    match = _SITE_NAME.search(_title(tree) or "")
    name = match.group().strip(" |–—-") if match else ""
    host = re.sub(r"[^a-z0-9]", "", (urlsplit(url).hostname or "") if url else "")
    plain = re.sub(r"[^a-z0-9]", "", name.lower().removeprefix("the "))
    return name if len(plain) > SHORTEST_NAME and plain in host else None


def _news_node(tree: HtmlElement) -> Json:
    """The first JSON-LD node that is an article; empty where there is none."""
    nodes = (node for script in tree.iter("script") if _is_linked_data(script) for node in _nodes(script.text or ""))
    return next((node for node in nodes if _is_article(node.get("@type"))), {})


def _is_linked_data(script: HtmlElement) -> bool:
    return (script.get("type") or "").split(";")[0].strip().lower() == "application/ld+json"


def _nodes(text: str) -> Iterator[Json]:
    """Objects inside a JSON-LD text, outer ones first; what is no JSON says nothing."""
    try:
        waiting: list[Any] = [json.loads(text)]
    except (ValueError, RecursionError):
        return
    for _ in range(MOST_NODES):
        if not waiting:
            return
        node = waiting.pop(0)
        if isinstance(node, dict):
            yield node
            waiting += [value for value in node.values() if isinstance(value, dict | list)]
        elif isinstance(node, list):
            waiting += node


def _is_article(kind: object) -> bool:
    kinds = kind if isinstance(kind, list) else [kind]
    return any(isinstance(name, str) and name.endswith(("Article", "BlogPosting")) for name in kinds)
