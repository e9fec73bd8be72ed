"""Reads built pages back: every passage that a page prints must be the very slice of its source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser

from .visible import visible

_ALONE = frozenset("area base br col embed hr img input link meta source track wbr".split())


@dataclass(frozen=True, slots=True)
class Printed:
    """A passage as a page prints it. `start` and `end` are the attributes as written."""

    source: str
    start: str
    end: str
    text: str
    line: int


class _Reader(HTMLParser):
    """Collects the text of every element that names a source, elements inside it included."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Printed] = []
        self._open: list[tuple[str, Mapping[str, str | None], list[str], int] | None] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _ALONE:
            return
        named = dict(attrs)
        self._open.append((tag, named, [], self.getpos()[0]) if "data-source" in named else None)

    def handle_endtag(self, tag: str) -> None:
        if tag in _ALONE or not self._open:
            return
        passage = self._open.pop()
        if passage is None:
            return
        _, named, words, line = passage
        where = (named.get("data-source") or "", named.get("data-start") or "", named.get("data-end") or "")
        self.found.append(Printed(*where, "".join(words), line))

    def handle_data(self, data: str) -> None:
        for passage in self._open:
            if passage is not None:
                passage[2].append(data)


def printed_passages(html: str) -> tuple[Printed, ...]:
    """Every element with a `data-source`, in the order in which they close."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return tuple(reader.found)


def faults(html: str, texts: Mapping[str, str]) -> Iterator[str]:
    """What is wrong with a page, one line each. `texts` holds each article's text by its id."""
    for printed in printed_passages(html):
        problem = _fault(printed, texts)
        if problem:
            yield f"line {printed.line}: {problem}"


def _fault(printed: Printed, texts: Mapping[str, str]) -> str | None:
    text = texts.get(printed.source)
    if text is None:
        return f"a passage of {printed.source!r}, which is no source of this site"
    if not (printed.start.isdecimal() and printed.end.isdecimal()):
        return f"a passage of {printed.source!r} without bounds"
    start, end = int(printed.start), int(printed.end)
    if not start < end <= len(text):
        return f"a passage of {printed.source!r} from {start} to {end}, which is not inside its {len(text)} characters"
    if visible(text[start:end]) != printed.text:
        return f"the words {printed.text[:60]!r} are not what stands in {printed.source!r} from {start} to {end}"
    return None
