"""Reads built pages back: every passage that a page prints must be the very slice of its source, and no words of a
source may stand on a page in any other way."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from html.parser import HTMLParser
from typing import NamedTuple

from .visible import visible

RUN = 12  # words: what a difference is about is named in up to ten of a source’s words; more in a row are a sentence
SHOWN = 60  # characters of a page that a message repeats
_ALONE = frozenset("area base br col embed hr img input link meta source track wbr".split())
# What these hold runs on in the line around them; any other element parts what stands before, in and after it.
_IN_LINE = frozenset("a abbr b bdi bdo cite code del em i ins mark q s small span strong sub sup time u wbr".split())
_UNSEEN = frozenset(("title", "script", "style"))
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Printed:
    """A passage as a page prints it. `start` and `end` are the attributes as written."""

    source: str
    start: str
    end: str
    text: str
    line: int


class Sources:
    """The texts that a site may print passages of, by the id of the article. `names` are the headlines of its stories,
    by which a list may call them: themes that know nothing of passages print them bare."""

    def __init__(self, texts: Mapping[str, str], names: Iterable[str] = ()) -> None:
        self.texts = texts
        self.names = tuple(name for name in names if len(_WORD.findall(name)) >= RUN)

    @cached_property
    def _named(self) -> re.Pattern[str]:
        return re.compile("|".join(map(re.escape, sorted(self.names, key=len, reverse=True))))

    def around_names(self, text: str) -> list[str]:
        """What of a page's text is no name of a story."""
        return self._named.split(text) if self.names else [text]

    @cached_property
    def runs(self) -> frozenset[int]:
        """Every RUN words in a row of every text, hashed: a site of a thousand reports has a million of them."""
        return frozenset(hash(run) for text in self.texts.values() for run in _runs(visible(text)))


class _Element(NamedTuple):
    """An element that is open while a page is read."""

    tag: str
    named: Mapping[str, str | None]
    line: int
    words: list[str]

    @property
    def points(self) -> bool:
        return "data-source" in self.named

    @property
    def is_excused(self) -> bool:
        """Not shown, or of somebody who answers for it."""
        return self.tag in _UNSEEN or "data-by" in self.named


class _Reader(HTMLParser):
    """Collects the text of every element that names a source, elements inside it included, and the text of none."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Printed] = []
        self.own: list[str] = [""]
        self._open: list[_Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _IN_LINE:
            self.own.append("")
        if tag not in _ALONE:
            self._open.append(_Element(tag, dict(attrs), self.getpos()[0], []))

    def handle_endtag(self, tag: str) -> None:
        """HTML lets some end tags go unsaid: whatever is open inside the element ends with it."""
        if any(element.tag == tag for element in self._open):
            while self._end_innermost() != tag:
                continue

    def handle_data(self, data: str) -> None:
        pointing = [element for element in self._open if element.points]
        for element in pointing:
            element.words.append(data)
        if not pointing and not any(element.is_excused for element in self._open):
            self.own[-1] += data

    def close(self) -> None:
        super().close()
        while self._open:
            self._end_innermost()

    def _end_innermost(self) -> str:
        tag, named, line, words = element = self._open.pop()
        if tag not in _IN_LINE:
            self.own.append("")
        if element.points:
            where = (named.get("data-source") or "", named.get("data-start") or "", named.get("data-end") or "")
            self.found.append(Printed(*where, "".join(words), line))
            self.own.append("")  # the words before and after a passage are no run
        return tag


def read_page(html: str) -> tuple[tuple[Printed, ...], tuple[str, ...]]:
    """Every element with a `data-source`, in the order in which they close; and the text between them, but for what
    stands in an element with `data-by`, which says that somebody else answers for it."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return tuple(reader.found), tuple(reader.own)


def faults(html: str, sources: Sources) -> Iterator[str]:
    """What is wrong with a page made of sources, one line each."""
    passages, own = read_page(html)
    yield from _misquotes(passages, sources)
    for text in own:
        yield from _strays(text, sources)


def misquotes(html: str, sources: Sources) -> Iterator[str]:
    """What is wrong with a page that an editor wrote, who may quote without pointing."""
    passages, _ = read_page(html)
    yield from _misquotes(passages, sources)


def _misquotes(passages: Iterable[Printed], sources: Sources) -> Iterator[str]:
    for printed in passages:
        problem = _fault(printed, sources.texts)
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
        return f"the words {printed.text[:SHOWN]!r} are not what stands in {printed.source!r} from {start} to {end}"
    return None


def _strays(text: str, sources: Sources) -> Iterator[str]:
    """The first words of a source that stand on the page without saying whose they are."""
    parts = sources.around_names(text)
    stray = next((run for part in parts for run in _runs(part) if hash(run) in sources.runs), None)
    if stray:
        yield f"the words “{' '.join(stray)}” are a source’s, and the page does not say where they stand"


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    words = [word.casefold() for word in _WORD.findall(text)]
    return (tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1))
