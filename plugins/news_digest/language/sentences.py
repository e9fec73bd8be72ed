"""Split a text into sentences, keeping a quotation with the words that report it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Protocol

from .lexicons import words
from .scan import Span
from .terms import reporting_verb
from .tongue import ENGLISH, by_language, language_read

CLOSING = "”’»\"'“‹›"  # “ closes in German
_BREAK = re.compile(r"\n[^\S\n]*\n\s*|\n(?=[ \t]*[•▪●■◦*–—-][ \t])")
_GLUED = re.compile(r"(?<=[a-z]{3}[.?!])(?=[A-Z][a-z]+ )|(?<=[a-z][.?!]”)(?=[A-Z“])")
_HOUR = re.compile(r"\b[ap]\.m\.\s+(?=(\w+))")
_AFTER_HOUR = frozenset("et est edt ct cst cdt mt mst mdt pt pst pdt gmt utc bst cet cest eastern central".split())
_STOP = re.compile(r"(?<!\w)(?P<word>[^\W\d_]+|\d+)[.!?…][”“»\"]?\s+(?P<next>[«„“¿¡]?[^\W\d_]+)")
_ORDINAL = re.compile(r"\d{1,2}\.$")
SURE_WORD = 5  # letters: longer ones are hardly abbreviations
_TAG_WORDS = 8  # `the ministry's chief spokesman told reporters in Tarn on Tuesday.` carries content of its own


class _Splitter(Protocol):
    def __call__(self, text: str) -> list[Span]: ...


@by_language(2048)  # several stages ask of the same passage
def split_sentences(text: str) -> tuple[Span, ...]:
    """Spans of the sentences in order, without white space around them.

    A blank line or a list bullet ends a sentence. `He exclaimed.` after a closing quotation mark stays with the
    quotation; a quotation of several sentences is split like any text (see `quotes` for its whole).
    """
    spans = [span for piece in _pieces(text) for span in _split_piece(text, piece)]
    return tuple(_join(text, spans))


def _pieces(text: str) -> Iterator[Span]:
    start = 0
    for match in _BREAK.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def _split_piece(text: str, piece: Span) -> Iterator[Span]:
    base, end = piece
    if not text[base:end].strip():
        return
    for start, stop in _splitter()(text[base:end]):
        yield from _strip_all(text, _cuts(text, base + start, base + stop))


def _cuts(text: str, start: int, end: int) -> Iterator[Span]:
    """The breaks that the model leaves out: `over.He left`, and `at 5 p.m. Police said`."""
    for cut in sorted({*_glued(text, start, end), *_after_hours(text, start, end), *_overlooked(text, start, end)}):
        yield start, cut
        start = cut
    yield start, end


def _glued(text: str, start: int, end: int) -> Iterator[int]:
    return (match.start() for match in _GLUED.finditer(text, start, end) if match.start() > start)


def _after_hours(text: str, start: int, end: int) -> Iterator[int]:
    for match in _HOUR.finditer(text, start, end):
        word = match[1]
        if word[0].isupper() and word.lower() not in _AFTER_HOUR and word.lower() not in words("calendar"):
            yield match.end()


def _overlooked(text: str, start: int, end: int) -> Iterator[int]:
    """The model knows English: it takes `so.` for an abbreviation, and does not know that „Wir gehen.“ Das is two."""
    if language_read() == ENGLISH:
        return
    for match in _STOP.finditer(text, start, end):
        word = match["word"].lower()
        if word.isdigit():
            ends = match["next"].lower() in words("empty_words") and not _is_ordinal(
                text[start : match.end("word") + 1]
            )
        else:
            ends = len(word) >= SURE_WORD or word in words("empty_words")
        if (
            ends
            and match["next"].lstrip("«„“¿¡")[0].isupper()
            and f"{word}." not in words("titles") | words("before_number")
        ):
            yield match.start("next")


def _is_ordinal(left: str) -> bool:
    """`am 3.`, `der 19.`: in German the point makes an ordinal."""
    parts = left.split()
    return len(parts) > 1 and bool(_ORDINAL.fullmatch(parts[-1])) and parts[-2].lower() in words("before_ordinal")


def _strip_all(text: str, spans: Iterator[Span]) -> Iterator[Span]:
    for start, end in spans:
        piece = text[start:end]
        if piece.strip():
            yield start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())


def _join(text: str, spans: list[Span]) -> Iterator[Span]:
    """Put back together what the model cut in the middle."""
    held: Span | None = None
    for span in spans:
        if held and _belongs(text[held[0] : held[1]], text[span[0] : span[1]], text[held[1] : span[0]]):
            held = (held[0], span[1])
            continue
        if held:
            yield held
        held = span
    if held:
        yield held


def _belongs(left: str, right: str, gap: str) -> bool:
    if gap.count("\n") > 1:
        return False
    if not any(map(str.isalnum, right)) or re.fullmatch(r"\(?\d{1,2}[.)]", left):
        return True
    if language_read() != ENGLISH and _runs_on(left, right):
        return True
    last = left[max(left.rfind(" "), left.rfind("\n")) + 1 :].strip("“\"(‘'").lower()
    if last in words("titles") or (last in words("before_number") and right[0].isdigit()):
        return True
    return left[-1] in CLOSING and (right[0].islower() or _is_tag(right))


def _runs_on(left: str, right: str) -> bool:
    """In German, French and Spanish no sentence begins small, nor with a closing mark, nor after `am 23.`."""
    first = re.split(r"\W", right, maxsplit=1)[0].lower()
    return (
        (right[0].islower() and left[-1] in ".!?…" + CLOSING)
        or right[0] in "”’›)"
        or _is_ordinal(left)
        or (
            bool(words("before_ordinal") and _ORDINAL.search(left)) and (first in words("months") or right[0].isdigit())
        )
    )


def _is_tag(sentence: str) -> bool:
    """True for `He exclaimed.` and `Vladimir Petrov told reporters.`: who spoke, and nothing else."""
    parts = sentence.rstrip(".").split()
    if not 2 <= len(parts) <= _TAG_WORDS or not sentence.endswith("."):
        return False
    if any(mark in sentence for mark in '“”"‘,;:'):
        return False
    verb = next((place for place, part in enumerate(parts) if reporting_verb(part)), None)
    if verb is None:
        return False
    if verb == 0:
        return _names_someone(parts[1:])
    return _names_someone(parts[:verb]) and _is_circumstance([part.lower() for part in parts[verb + 1 :]])


def _names_someone(parts: list[str]) -> bool:
    return parts[0].lower() in words("pronouns") or parts[0][0].isupper()


def _is_circumstance(rest: list[str]) -> bool:
    """True where what follows the verb says only to whom, when or how."""
    return not rest or rest[0] in words("hearers") or rest[0].endswith("ly") or rest[0] in words("calendar")


@cache
def _splitter() -> _Splitter:
    from nupunkt import sent_spans  # a tenth of a second to import: only when there is something to split

    return lambda text: [(start, end) for start, end in sent_spans(text)]
