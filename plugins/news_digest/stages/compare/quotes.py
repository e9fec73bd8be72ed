"""Quotations: one utterance as the outlets print it, with the words that differ. Which is right is not decided."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from ...language.quotes import Quote, find_quotes
from ...language.words import Token, compare_form, tokens
from ...model import Difference, Kind, Passage, Saying, Verdict
from .tellings import Span, Telling, Version, slots_of, write_down

UTTERANCE = "one utterance, printed in different words"
FRAGMENT = "different words stand between quotation marks for the same thing"


def differing_quotes(fact: str, tellings: Sequence[Telling]) -> Iterator[Difference]:
    spoken = [telling for telling in tellings if telling.claim.saying is Saying.QUOTED]
    versions = [_utterance(telling) for telling in spoken]
    if len({version.key for version in versions}) > 1 and len({v.telling.article.id for v in versions}) > 1:
        yield _with_marks(write_down(fact, Kind.QUOTE, Verdict.VARIANT, UTTERANCE, versions), versions)
    yield from _fragments(fact, [telling for telling in tellings if telling.claim.saying is not Saying.QUOTED])


def _utterance(telling: Telling) -> Version:
    core = telling.span_of(telling.claim.core)
    return Version(telling, core, key=compare_form(telling.text[slice(*core)]))


def _fragments(fact: str, tellings: Sequence[Telling]) -> Iterator[Difference]:
    """“severe consequences” in one report, “serious repercussions” in another."""
    found = [
        (owner, quote)
        for owner, telling in enumerate(tellings)
        for quote in find_quotes(telling.text)
        if not quote.whole and quote.balanced and telling.holds((quote.start, quote.end))
    ]
    forms = [_forms(tellings[owner].text, quote) for owner, quote in found]
    for slot in slots_of(found, lambda a, b: _rank(forms[a], forms[b])):
        versions = [
            Version(
                tellings[found[place][0]], _unpunctuated(tellings[found[place][0]], found[place][1]), key=forms[place]
            )
            for place in slot
        ]
        if len({version.key for version in versions}) > 1:
            yield write_down(fact, Kind.QUOTE, Verdict.VARIANT, FRAGMENT, versions)


def _forms(text: str, quote: Quote) -> str:
    return compare_form(text[quote.start : quote.end])


def _unpunctuated(telling: Telling, quote: Quote) -> Span:
    """Without the stop or comma that the sentence around it put inside the marks."""
    return quote.start, quote.start + len(telling.text[quote.start : quote.end].rstrip(" .,;:"))


def _rank(a: str, b: str) -> int:
    """Fragments with most words in common answer each other first."""
    return -round(100 * SequenceMatcher(None, a.split(), b.split()).ratio())


def _with_marks(difference: Difference, versions: Sequence[Version]) -> Difference:
    """The words in which each side differs from the first, the first from the second."""
    sides = list(difference.sides)
    heads = [next(v for v in versions if v.telling.claim.passage == side.passages[0]) for side in sides]
    marked = [replace(side, marks=_marks(heads[place], heads[0 if place else 1])) for place, side in enumerate(sides)]
    return replace(difference, sides=tuple(marked))


def _marks(version: Version, other: Version) -> tuple[Passage, ...]:
    mine, theirs = _spoken(version), _spoken(other)
    matcher = SequenceMatcher(None, [t.form for t in mine], [t.form for t in theirs], autojunk=False)
    runs = [mine[a:b] for kind, a, b, _, _ in matcher.get_opcodes() if kind != "equal" and b > a]
    return tuple(version.telling.passage((run[0].start, run[-1].end)) for run in runs)


def _spoken(version: Version) -> list[Token]:
    """The words between the quotation marks, without the attribution that may divide them."""
    text = version.telling.text
    spans = [(quote.start, quote.end) for quote in find_quotes(text) if quote.whole] or [version.mark]
    return [token for token in tokens(text) if any(start <= token.start < end for start, end in spans)]
