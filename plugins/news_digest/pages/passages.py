"""A passage as it is printed: its words, cut where a mark begins or ends, and where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from urllib.parse import quote, urlsplit

from ..model import Article, Passage
from ..reproduce import Allowance
from ..visible import one_line, visible

CONTEXT = 60  # characters on either side: more than a line on a phone, enough to see who is speaking
ALONE = 80  # characters: a passage as long as most clauses is understood without what stands around it
SHORT = 70  # characters: a row of a table on a wide page, two on a phone
SPARED = 15  # characters that are not worth a cut
_RIGHT_TO_LEFT = frozenset("ar arc ckb dv fa he ku ps sd ug ur yi".split())
_WITHHELD_WORDS = 3  # at each end where the site may not print the words: an address must not print them either
_FRAGMENT_WORDS = 5  # words at each end of a text fragment: short enough to survive a corrected typo in between


@dataclass(frozen=True, slots=True)
class Piece:
    """Words with one mark or none ("differs", "unsupported", "shared")."""

    text: str
    mark: str = ""


@dataclass(frozen=True, slots=True)
class PassageView:
    """`pieces` joined are the slice; `withheld` is True where the site may not reproduce the words."""

    article: str
    start: int
    end: int
    pieces: tuple[Piece, ...]
    lang: str | None = None
    dir: str | None = None
    withheld: bool = False

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)


Marks = Iterable[tuple[Passage, str]]


class Printer:
    """Prints the passages of some articles, as far as the allowance goes."""

    def __init__(self, articles: Iterable[Article], allowance: Allowance | None, language: str) -> None:
        self._articles = {article.id: article for article in articles}
        self._allowance = allowance
        self._language = language

    def show(self, passage: Passage, marks: Marks = ()) -> PassageView:
        withheld = self._allowance is not None and not self._allowance.grants(passage)
        article = self._articles[passage.article]
        pieces = () if withheld else tuple(_cut(article, passage, marks))
        lang, direction = tongue(article.language, self._language)
        return PassageView(passage.article, passage.start, passage.end, pieces, lang, direction, withheld)

    def words(self, article: str, start: int, end: int) -> str:
        """A part of a passage that is granted, as a page can carry it."""
        return visible(self._articles[article].text[start:end])

    def show_if_granted(self, passage: Passage | None) -> PassageView | None:
        """For words around a passage: they are printed where the allowance has room for them, else left out."""
        if passage is None or (self._allowance is not None and not self._allowance.also(passage)):
            return None
        return self.show(passage)

    def context(self, passage: Passage) -> tuple[PassageView | None, PassageView | None]:
        """The words just before and after, inside the same paragraph; a long passage needs none."""
        if passage.end - passage.start > ALONE:
            return None, None
        before, after = around(self._articles[passage.article], passage)
        return self.show_if_granted(before), self.show_if_granted(after)

    def address(self, passage: Passage) -> str | None:
        """The article's own page at these very words, where the article has an address."""
        article = self._articles[passage.article]
        withheld = self._allowance is not None and not self._allowance.grants(passage)
        return jump(article.url, article.words(passage), _WITHHELD_WORDS if withheld else _FRAGMENT_WORDS)


def _cut(article: Article, passage: Passage, marks: Marks) -> Iterable[Piece]:
    """The slice in pieces; where marks overlap, the one that was given first wins."""
    inside = [
        (max(marked.start, passage.start), min(marked.end, passage.end), kind)
        for marked, kind in marks
        if marked.overlaps(passage)
    ]
    edges = sorted({passage.start, passage.end, *(edge for first, last, _ in inside for edge in (first, last))})
    parts = [(start, end, _kind_at(start, inside)) for start, end in pairwise(edges)]
    for kind, run in groupby(parts, key=lambda part: part[2]):
        joined = list(run)
        yield Piece(visible(article.text[joined[0][0] : joined[-1][1]]), kind)


def _kind_at(place: int, inside: Sequence[tuple[int, int, str]]) -> str:
    return next((kind for first, last, kind in inside if first <= place < last), "")


def beginning(article: Article, passage: Passage) -> Passage:
    """The first SHORT characters at most, cut between words; a passage that is hardly longer stays whole."""
    if passage.end - passage.start <= SHORT + SPARED:
        return passage
    gap = article.text.rfind(" ", passage.start, passage.start + SHORT)
    return Passage(article.id, passage.start, gap) if gap > passage.start else passage


def around(article: Article, passage: Passage) -> tuple[Passage | None, Passage | None]:
    """Up to CONTEXT characters before and after in the block that holds the passage, cut between words."""
    block = next((block.passage for block in article.blocks if block.passage.contains(passage)), None)
    if block is None:
        return None, None
    return _before(article, block, passage), _after(article, block, passage)


def _before(article: Article, block: Passage, passage: Passage) -> Passage | None:
    start = max(block.start, passage.start - CONTEXT)
    if start > block.start:
        gap = re.search(r"\s", article.text[start : passage.start])
        start = passage.start if gap is None else start + gap.end()
    return _passage(article, start, passage.start)


def _after(article: Article, block: Passage, passage: Passage) -> Passage | None:
    end = min(block.end, passage.end + CONTEXT)
    if end < block.end:
        head = article.text[passage.end : end]
        gap = max(head.rfind(" "), head.rfind("\n"))
        end = passage.end + max(gap, 0)
    return _passage(article, passage.end, end)


def _passage(article: Article, start: int, end: int) -> Passage | None:
    has_words = any(character.isalnum() for character in article.text[start:end])
    return Passage(article.id, start, end) if has_words else None


def tongue(language: str | None, page: str) -> tuple[str | None, str | None]:
    """The language and direction to mark, where they are not the page's own."""
    if language is None or language.split("-")[0] == page.split("-")[0]:
        return None, None
    return language, "rtl" if language.split("-")[0] in _RIGHT_TO_LEFT else "ltr"


def web_address(url: str | None) -> str | None:
    """The address if a browser may follow it: a source's `javascript:` or `data:` is no address."""
    if url is None or urlsplit(url).scheme not in ("http", "https"):
        return None
    return url


def jump(url: str | None, words: str, at_each_end: int = _FRAGMENT_WORDS) -> str | None:
    """The address with a text fragment, after https://wicg.github.io/scroll-to-text-fragment/: the words at each end,
    or all of them where there are no more."""
    address = web_address(url)
    if address is None:
        return None
    run = one_line(words).split(" ")
    ends = [run] if len(run) <= 2 * at_each_end else [run[:at_each_end], run[-at_each_end:]]
    fragment = ",".join(quote(" ".join(end), safe="").replace("-", "%2D") for end in ends)
    return f"{address}{'' if '#' in address else '#'}:~:text={fragment}"
