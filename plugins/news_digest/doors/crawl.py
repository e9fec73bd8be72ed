"""The JSON door: reports as news crawlers export them (JSON, or JSON Lines), and JSON Feed.

An object is a report where one of the text fields below holds its full text; a list, or an object with `items`,
`articles`, `results` or `data`, holds many. Other fields are not read.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from .card import address_of, dated, first, language_of, line_of, names_of
from .decoding import decode_markup
from .draft import Card, Draft, SeedError
from .reports import Entry, write_entries

TEXT = (
    "content_text", "maintext", "plaintext", "text", "articleBody", "article_body", "full_text", "content", "body",
    "article",
)  # fmt: skip
MARKUP = ("content_html", "html", "content:encoded")
TITLE = ("title", "headline")
OUTLET = (
    "outlet", "sitename", "site_name", "source-hostname", "publisher", "source_domain", "source", "domain", "hostname",
)  # fmt: skip
PUBLISHED = (
    "date_published", "datePublished", "date_publish", "published", "published_at", "publishedAt", "publish_date",
    "publishing_date", "pubDate", "pub_date", "date",
)  # fmt: skip
URL = ("url", "canonical_url", "canonical_link", "link", "external_url", "source")
AUTHOR = ("author", "authors", "byline")
LANGUAGE = ("language", "lang", "meta_lang")
LISTS = ("items", "articles", "results", "data")

Json = dict[str, Any]


def read_json(data: bytes) -> tuple[Draft | SeedError, ...]:
    """The reports of a JSON file. Raises SeedError where it is none or holds no full text."""
    return write_entries(list_json(data))


def list_json(data: bytes) -> Iterator[Entry]:
    """All entries of a JSON file, teasers among them. Raises SeedError where it is none."""
    found = _load(decode_markup(data), "the file")
    house = line_of(found.get("title")) if isinstance(found, dict) and "items" in found else None
    return (_entry(node, house) for node in _nodes(found))


def read_json_lines(data: bytes) -> tuple[Draft | SeedError, ...]:
    """The reports of a JSON Lines file, an object a line. Raises SeedError, naming the line, where one is none."""
    rows = enumerate(decode_markup(data).split("\n"), 1)
    nodes = [node for number, row in rows if row.strip() for node in _nodes(_load(row, f"line {number}"))]
    return write_entries(_entry(node, None) for node in nodes)


def _load(text: str, where: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise SeedError(
            f"{where} is no JSON ({' '.join(str(error).split())[:100]})", "export the reports again"
        ) from None


def _nodes(found: Any) -> Iterator[Json]:
    if isinstance(found, dict):
        within = next((found[name] for name in LISTS if isinstance(found.get(name), list)), None)
        yield from [found] if within is None else _nodes(within)
    elif isinstance(found, list):
        yield from (node for node in found if isinstance(node, dict))


def _entry(node: Json, house: str | None) -> Entry:
    plain, markup = _text(node, TEXT), _text(node, MARKUP)
    body = first(plain, markup) or ""
    card = Card(
        title=line_of(_field(node, TITLE)),
        outlet=first(*(names_of(node.get(name)) for name in OUTLET if not address_of(node.get(name))), house),
        published=dated(_field(node, PUBLISHED), "the export says so"),
        url=first(*(address_of(node.get(name)) for name in URL)),
        author=names_of(_field(node, AUTHOR)),
        language=language_of(_field(node, LANGUAGE)),
    )
    return Entry(card.url or str(node.get("id") or card.title or body), card, body, is_markup=body != plain)


def _text(node: Json, names: tuple[str, ...]) -> str | None:
    return first(*(node[name] for name in names if isinstance(node.get(name), str)))


def _field(node: Json, names: tuple[str, ...]) -> Any:
    return next((node[name] for name in names if node.get(name)), None)
