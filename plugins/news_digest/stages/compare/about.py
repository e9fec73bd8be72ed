"""Say what a difference is about in a source's own words: the words around what differs, which itself is left out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...language.clauses import split_clauses
from ...language.grammar import tag_words
from ...language.words import tokens
from ...model import Saying
from .tellings import Span, Version

BEFORE, AFTER = 4, 6  # words to either side: enough to know the passage by, and no sentence over again
WORDS = 9  # of a quotation, from its start
LEAST = 2  # content words that say what a thing is
MORE = 3  # words that are left of the clause, and are not cut off
LEFT_OUT = "…"
_MARKS = re.compile('[“”„"«»()\\[\\]]')
_STOPS = re.compile(rf"{_MARKS.pattern}|(?<=[a-z]{{2}}[.!?])\s")  # … and the end of a sentence
_EDGES = " ,;:.!?–—-’'"


def about(versions: Sequence[Version]) -> str:
    """What was said, where it is a quotation that is told in several ways; else the words around what differs."""
    quoted = [version for version in versions if version.telling.claim.saying is Saying.QUOTED]
    return _quotation(quoted[0]) if quoted else about_what_differs(versions)


def _quotation(version: Version) -> str:
    """Its first words, up to where a mark closes."""
    telling = version.telling
    start, end = telling.span_of(telling.claim.core)
    parts = [part for part in _MARKS.split(telling.text[start:end]) if _content(part) >= LEAST]
    words = (parts[0] if parts else telling.text[start:end]).split()
    return " ".join(words if len(words) <= WORDS else _trimmed(words[:WORDS], at_start=False)).strip(_EDGES)


def about_what_differs(versions: Sequence[Version]) -> str:
    """Of all reports, in the words that most of the others have too: `workers … the port in May`."""
    found = [(_around(version), place) for place, version in enumerate(versions)]
    return max(found, key=lambda pair: (_borne_out(pair[0], versions, pair[1]), -pair[1]))[0]


def _borne_out(about: str, versions: Sequence[Version], place: int) -> int:
    """How many of its content words stand in other reports, longer ones not being the better."""
    others = [{t.form for t in tokens(v.telling.text)} for at, v in enumerate(versions) if at != place]
    return sum(any(t.form in forms for forms in others) for t in tokens(about) if not t.is_empty)


def _around(version: Version) -> str:
    text, mark = version.telling.text, version.left_out or version.mark
    within = _window(text, mark, _clause(text, mark))
    if _content(within) < LEAST:
        within = _window(text, mark, (0, len(text)))
    return within if _content(within) >= LEAST else _opening(text)


def _opening(text: str) -> str:
    parts = [part for part in _STOPS.split(text) if _content(part) >= LEAST]
    return " ".join(_trimmed((parts[0] if parts else text).split()[:WORDS], at_start=False)).strip(_EDGES)


def _clause(text: str, mark: Span) -> Span:
    around = [(clause.start, clause.end) for clause in split_clauses(text) if clause.start <= mark[0] < clause.end]
    return around[0] if around else (0, len(text))


def _window(text: str, mark: Span, within: Span) -> str:
    """The words before and after the mark, as far as no quotation mark or bracket stands between."""
    before = _STOPS.split(text[within[0] : mark[0]])[-1]
    after = _STOPS.split(text[mark[1] : max(within[1], mark[1])])[0]
    left, right = _left(before), _right(after)
    if len(left) < len(before.split()) and _content(" ".join(right)) >= LEAST and not _has_verb(left):
        left = []  # `Tuesday evening with … people on board`
    return " ".join([*left, LEFT_OUT, *right]).replace(f"{LEFT_OUT} ,", LEFT_OUT).strip(_EDGES)


def _left(before: str) -> list[str]:
    words = before.split()
    return words if len(words) <= BEFORE + MORE else _trimmed(words[-BEFORE:], at_start=True)


def _right(after: str) -> list[str]:
    words = after.split()
    if len(words) <= AFTER + MORE:
        return words
    kept = _trimmed(words[:AFTER], at_start=False)
    ends_on_its_verb = kept and tag_words(" ".join(kept))[-1].tag == "D"
    return _trimmed(words[: AFTER + MORE], at_start=False) if ends_on_its_verb else kept


def _has_verb(words: Sequence[str]) -> bool:
    return any(word.tag in {"D", "N", "G", "B"} for word in tag_words(" ".join(words)))


def _trimmed(words: Sequence[str], *, at_start: bool) -> list[str]:
    """Without the grammar words that dangle at the outer end."""
    kept = list(words)
    while kept and all(token.is_empty for token in tokens(kept[0 if at_start else -1])):
        kept.pop(0 if at_start else -1)
    return kept


def _content(about: str) -> int:
    return sum(not token.is_empty for token in tokens(about))
