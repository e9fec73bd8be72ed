"""Read markup as lines of text, a paragraph each; scripts, handlers and addresses stay behind."""

from __future__ import annotations

import re

from lxml.etree import ParserError, iterwalk
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from .draft import SeedError

MOST_TAGS = 100_000  # a page of ten thousand paragraphs has fewer, and more takes an extractor over ten seconds
SILENT = frozenset("script style template noscript svg math title iframe object select button textarea form".split())
INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data dfn em font hi i ins kbd label mark nobr q ref rp rt ruby s samp small"
    " span strong sub sup td cell th time tt u var wbr".split()
)
POINTS = frozenset({"li", "item"})
CELLS = frozenset({"td", "th", "cell"})
BULLET = "• "
_HIDDEN = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
# Control characters that no XML tree can carry, as they are or as references: extractors stumble over them.
_UNCARRIED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]"
    "|&#(?:[xX]0*(?:[0-8bcefBCEF]|1[0-9a-fA-F])|0*(?:[0-8]|1[124-9]|2[0-9]|3[01]))(?![0-9a-fA-F]);?"
)


def parse(markup: str) -> HtmlElement:
    """The page as a tree; nothing is fetched and no entity is expanded. Raises SeedError."""
    if markup.count("<") > MOST_TAGS:
        raise SeedError(f"more than {MOST_TAGS:,} tags", "save the report's text alone")
    markup = _UNCARRIED.sub(" ", without_declaration(markup))
    parser = HTMLParser(no_network=True, remove_comments=True, remove_pis=True)
    try:
        return document_fromstring(markup, parser=parser)
    except ParserError:
        raise SeedError("no page in it", "save the page again") from None


def without_declaration(markup: str) -> str:
    """lxml refuses text that begins with an XML declaration of an encoding; the text is decoded already."""
    head = markup.lstrip()
    return head[head.find("?>") + 2 :] if head.startswith("<?xml") and "?>" in head else markup


def lines_of(root: HtmlElement) -> list[str]:
    """The text of a tree, one line a block or line break, list points with a bullet; white space as one space."""
    lines: list[str] = []
    words: list[str] = []
    silent = 0
    for event, element in iterwalk(root, events=("start", "end")):
        name = element.tag if isinstance(element.tag, str) else ""
        breaks = name not in INLINE
        if breaks:
            _flush(words, lines)
        if event == "start":
            silent += is_silent(element, name)
            words += [BULLET] if name in POINTS else []
            words += [element.text or ""] if not silent else []
        else:
            silent -= is_silent(element, name)
            words += [" "] if name in CELLS else []
            words += [element.tail or ""] if not silent and element is not root else []
    _flush(words, lines)
    return lines


def is_silent(element: HtmlElement, name: str) -> bool:
    """Whether a reader sees nothing of the element: newsletters hide the line that a list of messages shows."""
    return name in SILENT or "hidden" in element.attrib or bool(_HIDDEN.search(element.get("style") or ""))


def _flush(words: list[str], lines: list[str]) -> None:
    """An empty list point waits for the words of the block inside it."""
    line = " ".join("".join(words).split())
    if line == BULLET.strip():
        words[:] = [BULLET]
        return
    words.clear()
    if line:
        lines.append(line)
