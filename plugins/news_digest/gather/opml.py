"""Take feeds over from OPML, the list that feed readers export."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import yaml
from lxml import etree

from ..doors.card import address_of, first, line_of
from ..doors.folder import LARGEST_FILE
from ..hand.save import save
from ..language.slugs import slug_of
from .feeds import NAME, Feed, read_feeds
from .refused import NotDoneError

REMEDY = "export the list from your feed reader again"
_DECLARES = re.compile(rb"<!(?:ENTITY|ELEMENT|ATTLIST|DOCTYPE)", re.IGNORECASE)


def import_opml(seeds: Path, file: Path) -> list[Feed]:
    """Adds the feeds that feeds.yml does not have yet, below what stands in it, and gives them. Raises NotDoneError."""
    listed, problems = read_feeds(seeds)
    if problems:
        raise NotDoneError(str(problems[0]), "put that right first")
    known, names = {feed.url for feed in listed}, {feed.name for feed in listed}
    added: dict[str, Feed] = {}
    for name, url in _outlines(_read(file)):
        if url not in known and url not in added:
            added[url] = Feed(_free_name(name, names | {feed.name for feed in added.values()}), url)
    if added:
        path = seeds / NAME
        standing = path.read_text(encoding="utf-8") if path.exists() else ""
        save(path, standing + ("\n" if standing and not standing.endswith("\n") else "") + _lines(added))
    return list(added.values())


def _lines(added: dict[str, Feed]) -> str:
    return yaml.safe_dump(
        {feed.name: {"url": feed.url} for feed in added.values()}, allow_unicode=True, sort_keys=False, width=1000
    )


def _read(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            data = opened.read(LARGEST_FILE + 1)
    except OSError as error:
        raise NotDoneError(f"{file} cannot be opened ({error.strerror})", "check the path") from None
    if len(data) > LARGEST_FILE:
        raise NotDoneError(f"{file} is larger than {LARGEST_FILE // 1_000_000} MB", REMEDY)
    if _DECLARES.search(data):
        raise NotDoneError(f"{file} declares entities of its own, which can explode", REMEDY)
    return data


def _outlines(data: bytes) -> Iterator[tuple[str, str]]:
    try:
        tree = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as error:
        raise NotDoneError(f"it is no OPML ({str(error)[:100]})", REMEDY) from None
    for outline in tree.iter("outline"):
        url = address_of(outline.get("xmlUrl"))
        if url:
            yield first(line_of(outline.get("title")), line_of(outline.get("text"))) or slug_of(url, "feed"), url


def _free_name(name: str, taken: set[str]) -> str:
    names = (name if number == 1 else f"{name} {number}" for number in range(1, len(taken) + 2))
    return next(free for free in names if free not in taken)
