"""Quotations: one utterance as the outlets print it, with the words that differ. Which is right is not decided."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import pairwise
from unicodedata import combining, normalize

import numpy as np

from ...language.cues import meaning
from ...language.quotes import Quote, find_quotes
from ...language.similarity import Field
from ...language.words import Token, spoken_form, tokens
from ...model import Alignment, Claim, Difference, Kind, Passage, Saying, Verdict
from .beside import Floats, shared_beside
from .tellings import Span, Telling, Version, fact_of_all, slots_of
from .utterances import Line
from .written import write_down

UTTERANCE = "one utterance, printed in different words"
FRAGMENT = "different words stand between quotation marks for the same thing"
BESIDE = 60  # characters between a quotation and `the minister told reporters` that are shown with it
HEARD = frozenset({"told", "tells", "informed", "informs", "assured", "asked", "reminded"})
HEARER = re.compile(r"[^.,;:“”\"\n]{1,60}(?=[.,;:“”\"\n])")  # `told | reporters in the capital`
ONE_CONTEXT = 4.0  # weight of the words that two fragments share beside them; a rare word is about three
NEAR_MEANING = 0.25  # cosine: severe consequences, serious repercussions
LONGEST = 60  # words of a quotation that are shown whole; of a longer one only the sentences that answer


@dataclass(frozen=True)
class Print:
    """The lines of one utterance as one article prints them."""

    lines: tuple[Line, ...]

    @property
    def form(self) -> str:
        return " ".join(line.form for line in self.lines)

    @property
    def telling(self) -> Telling:
        first, last = self.lines[0], self.lines[-1]
        core = Passage(first.article.id, first.words.start, last.words.end)
        passage = _shown(first, last, core)
        return Telling(Claim(passage, core, passage, Saying.QUOTED, None, first.speaker, first.verb), first.article)


def prints_of(group: Sequence[Line]) -> list[Print]:
    """One for each article and paragraph, in order."""
    places = dict.fromkeys((line.article.id, line.utterance) for line in group)
    return [Print(tuple(line for line in group if (line.article.id, line.utterance) == place)) for place in places]


def _shown(first: Line, last: Line, core: Passage) -> Passage:
    """The quotation with its marks, and with its speaker and verb where they stand beside it in the paragraph."""
    article = first.article
    start, end = core.start, core.end
    for outer in (first.outer, last.outer):
        if len(article.words(outer).split()) <= LONGEST:
            start, end = min(start, outer.start), max(end, outer.end)
    for part in (first.speaker, first.verb):
        if part and start - BESIDE <= part.start and part.end <= end + BESIDE and _joins(first, part, start):
            start, end = min(start, part.start), max(end, part.end)
    if first.verb and first.verb.end == end and article.words(first.verb).lower() in HEARD:
        hearer = HEARER.match(article.text, end)
        end = hearer.end() if hearer else end
    return Passage(article.id, start, end)


def _joins(line: Line, part: Passage, start: int) -> bool:
    """Not across the end of another sentence: `Putin said. “No, …`."""
    return part.start >= start or ". " not in line.article.text[part.start : start]


def differing_quotes(utterances: Sequence[Sequence[Line]], alignments: Sequence[Alignment]) -> Iterator[Difference]:
    for group in utterances:
        prints = prints_of(group)
        if _one_is_the_other([one.form for one in prints]):
            continue
        versions = [_version(one) for one in prints]
        found = write_down(fact_of_all(versions, alignments), Kind.QUOTE, Verdict.VARIANT, UTTERANCE, versions)
        yield _with_marks(found, prints)


def _one_is_the_other(forms: Sequence[str]) -> bool:
    """One report prints more of it than another, and no word differs but in how it is spelt."""
    spelt = sorted({_bare(form) for form in forms}, key=len)
    return all(shorter in longer for shorter, longer in pairwise(spelt))


def _bare(form: str) -> str:
    """`work force` and `workforce`, `lobizón` and `lobizon` are one."""
    plain = "".join(letter for letter in normalize("NFD", form) if not combining(letter))
    return plain.replace(" ", "")


def _version(one: Print) -> Version:
    telling = one.telling
    return Version(telling, telling.span_of(telling.claim.core), key=one.form)


def _with_marks(difference: Difference, prints: Sequence[Print]) -> Difference:
    """The words in which each side differs from the first, the first from the second."""
    by_passage = {one.telling.claim.passage: one for one in prints}
    heads = [by_passage[side.passages[0]] for side in difference.sides]
    marked = [
        replace(side, marks=_marks(heads[place], heads[0 if place else 1]))
        for place, side in enumerate(difference.sides)
    ]
    return replace(difference, sides=tuple(marked))


def _marks(one: Print, other: Print) -> tuple[Passage, ...]:
    mine, theirs = _spoken(one), _spoken(other)
    forms, others = ([token.form for _, token in spoken] for spoken in (mine, theirs))
    matcher = SequenceMatcher(None, forms, others, autojunk=False)
    runs = [mine[a:b] for kind, a, b, _, _ in matcher.get_opcodes() if kind != "equal" and b > a]
    return tuple(mark for run in runs for mark in _passages(run))


def _spoken(one: Print) -> list[tuple[Line, Token]]:
    return [(line, token) for line in one.lines for token in tokens(line.text)]


def _passages(run: Sequence[tuple[Line, Token]]) -> Iterator[Passage]:
    """One for each sentence that the run touches."""
    for line in dict.fromkeys(line for line, _ in run):
        found = [token for other, token in run if other is line]
        yield Passage(line.article.id, line.words.start + found[0].start, line.words.start + found[-1].end)


def differing_fragments(told: Mapping[str, Sequence[Telling]], sentences: Sequence[Telling]) -> Iterator[Difference]:
    """“severe consequences” in one report, “serious repercussions” in another; by fact what its claims tell."""
    everywhere = list(_fragments(sentences))
    if not everywhere:
        return
    beside = shared_beside([(one.telling, one.mark) for one in everywhere])
    place = {one.passage: at for at, one in enumerate(everywhere)}
    for fact, tellings in told.items():
        for versions in _answering(list(_fragments(tellings))):
            at = [place[one.passage] for one in versions if one.passage in place]
            versions += [everywhere[other] for other in _further(everywhere, at, beside)]
            if not _one_is_the_other([str(version.key) for version in versions]):
                yield write_down(fact, Kind.QUOTE, Verdict.VARIANT, FRAGMENT, versions)


def _answering(found: Sequence[Version]) -> list[list[Version]]:
    """Fragments of several reports that answer each other, those with most words in common first."""
    forms = [str(one.key) for one in found]
    owned, field, everything = [(one.telling.article.id, one) for one in found], Field(forms), range(len(forms))
    near = meaning(field, everything, everything) if len(forms) > 1 else np.zeros((1, 1))

    def rank(a: int, b: int) -> int | None:
        """Fragments with most words in common answer each other first; those far apart in meaning do not."""
        shared = SequenceMatcher(None, forms[a].split(), forms[b].split()).ratio()
        return -round(100 * shared) if shared or near[a, b] >= NEAR_MEANING else None

    return [[found[at] for at in slot] for slot in slots_of(owned, rank)]


def _fragments(tellings: Sequence[Telling]) -> Iterator[Version]:
    """What stands between quotation marks in somebody else's sentence."""
    for telling in tellings:
        if telling.claim.saying is Saying.QUOTED:
            continue
        for quote in find_quotes(telling.text):
            if not quote.whole and quote.balanced and telling.holds((quote.start, quote.end)):
                form = spoken_form(telling.text[quote.start : quote.end])
                yield Version(telling, _unpunctuated(telling, quote), key=form)


def _further(everywhere: Sequence[Version], at: Sequence[int], beside: Floats) -> Iterator[int]:
    """Fragments of further reports that end in the same word, beside much the same words."""
    told = {everywhere[one].telling.article.id for one in at}
    ends = {end for one in at for end in str(everywhere[one].key).split()[-1:]}
    for other, version in enumerate(everywhere):
        key = str(version.key).split()
        near = max((float(beside[one, other]) for one in at), default=0.0)
        if version.telling.article.id not in told and key and key[-1] in ends and near >= ONE_CONTEXT:
            told.add(version.telling.article.id)
            yield other


def _unpunctuated(telling: Telling, quote: Quote) -> Span:
    """Without the stop or comma that the sentence around it put inside the marks."""
    return quote.start, quote.start + len(telling.text[quote.start : quote.end].rstrip(" .,;:"))
