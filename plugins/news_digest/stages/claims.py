"""Find the passages that assert something checkable."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from ..language.clauses import Clause, Role, split_clauses
from ..language.quotes import Quote, find_quotes
from ..language.sentences import split_sentences
from ..language.speech import Report, reported_speech
from ..language.terms import reporting_lemma
from ..language.words import tokens
from ..model import Article, Claim, Passage, Saying

LEAST_WORDS = 3  # content words; "the talks continue" says too little to be checked against another report
LEAST_QUOTED = 2  # content words; "no comment" says less
LEAST_REST = 4  # content words beside a quotation and its speaker that make a claim of their own
FURTHEST_TAG = 60  # characters between a quotation and "the minister told reporters"
LONGEST_UTTERANCE = 45  # words; a longer one that its speaker's name divides says several things
FURTHEST_SUBJECT = 240  # characters; a subject further from its verb would drag in half a paragraph

STATING = frozenset(
    "say tell state add note report announce explain according write remark declare disclose estimate".split()
)

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One block of the body and where it starts in the article's text."""

    article: str
    start: int
    text: str

    def passage(self, span: Span) -> Passage:
        return Passage(self.article, self.start + span[0], self.start + span[1])

    def maybe(self, span: Span | None) -> Passage | None:
        return self.passage(span) if span else None


def find_claims(article: Article) -> tuple[Claim, ...]:
    """The claims of an article in order. Captions, credits, headlines, furniture and plain questions are none."""
    found: list[Claim] = []
    for block in article.body:
        found += _claims_of(Paragraph(article.id, block.passage.start, article.words(block.passage)))
    return tuple(sorted(found, key=lambda claim: (claim.core, claim.passage)))


def _claims_of(paragraph: Paragraph) -> Iterator[Claim]:
    sentences = split_sentences(paragraph.text)
    quotes = [quote for quote in find_quotes(paragraph.text) if quote.whole]
    for parts in _utterances(paragraph.text, quotes):
        if sum(_content(paragraph.text[part.start : part.end]) for part in parts) >= LEAST_QUOTED:
            yield _quotation(paragraph, parts, sentences)
    for sentence in sentences:
        told = [_telling(quote) for quote in quotes if _overlap(_telling(quote), sentence)]
        for rest in _outside(sentence, told):
            yield from _plain_claims(paragraph, sentence, rest, beside_quotation=bool(told))


def _utterances(text: str, quotes: Sequence[Quote]) -> Iterator[tuple[Quote, ...]]:
    """The parts of each utterance together, unless that would run too long to be one claim."""
    for _, group in groupby(quotes, key=lambda quote: quote.utterance):
        parts = tuple(group)
        if len(text[parts[0].start : parts[-1].end].split()) <= LONGEST_UTTERANCE:
            yield parts
        else:
            yield from ((part,) for part in parts)


def _quotation(paragraph: Paragraph, parts: Sequence[Quote], sentences: Sequence[Span]) -> Claim:
    """Somebody's own words, whole, with the words that say who spoke where these stand beside them."""
    telling = _hull(*map(_telling, parts))
    touched = [span for span in sentences if _overlap(span, telling)]
    return Claim(
        passage=paragraph.passage(telling),
        core=paragraph.passage((parts[0].start, parts[-1].end)),
        sentence=paragraph.passage(_hull(telling, *touched)),
        saying=Saying.QUOTED,
        speaker=paragraph.maybe(parts[0].speaker),
        verb=paragraph.maybe(parts[0].verb),
    )


def _telling(quote: Quote) -> Span:
    """The quotation with its speaker and verb, where they stand next to it."""
    beside = [span for span in (quote.speaker, quote.verb) if span and _gap(span, quote.outer) <= FURTHEST_TAG]
    return _hull(quote.outer, *beside)


def _plain_claims(paragraph: Paragraph, sentence: Span, rest: Span, *, beside_quotation: bool) -> Iterator[Claim]:
    text = paragraph.text[slice(*rest)]
    if text.rstrip().endswith("?") or _content(text) < (LEAST_REST if beside_quotation else LEAST_WORDS):
        return
    speech = reported_speech(text)
    for clause in split_clauses(text):
        claim = _clause_claim(Paragraph(paragraph.article, paragraph.start + rest[0], text), clause, speech)
        if claim:
            yield _within(claim, paragraph.passage(sentence))


def _clause_claim(paragraph: Paragraph, clause: Clause, speech: Report | None) -> Claim | None:
    """The claim of one clause; who is said to have said it is no part of what is claimed."""
    span = (clause.start, clause.end)
    reported = speech is not None and _overlap(speech.content, span)
    stated = speech is not None and reported and _only_states(paragraph.text, speech)
    core = _asserted(span, speech) if stated and speech else span
    if core is None or not clause.asserts or _content(paragraph.text[slice(*core)]) < LEAST_WORDS:
        return None
    subject = clause.subject if clause.subject and _gap(clause.subject, span) <= FURTHEST_SUBJECT else None
    if clause.role in {Role.SHARED, Role.PARTICIPLE, Role.RELATIVE} and subject is None:
        return None
    return Claim(
        passage=paragraph.passage(_hull(span, *([subject] if subject else []))),
        core=paragraph.passage(core),
        sentence=paragraph.passage(span),
        saying=Saying.REPORTED if reported else Saying.OUTLET,
        subject=paragraph.maybe(subject),
        speaker=paragraph.maybe(speech.speaker) if reported and speech else None,
        verb=paragraph.maybe(speech.verb) if reported and speech else None,
    )


def _asserted(span: Span, speech: Report) -> Span | None:
    """The part of the clause that is said, without the words that say who says it."""
    start, end = max(span[0], speech.content[0]), min(span[1], speech.content[1])
    return (start, end) if end > start else None


def _only_states(text: str, speech: Report) -> bool:
    """'said': the claim is what is said. 'denied', 'accused', 'urged': that somebody did so is the claim."""
    verb = text[slice(*speech.verb)].lower()
    return verb in STATING or reporting_lemma(verb) in STATING


def _within(claim: Claim, sentence: Passage) -> Claim:
    return Claim(claim.passage, claim.core, sentence, claim.saying, claim.subject, claim.speaker, claim.verb)


def _outside(sentence: Span, taken: Sequence[Span]) -> Iterator[Span]:
    """What is left of a sentence beside the quotations in it."""
    start = sentence[0]
    for first, last in sorted(taken):
        if first - start > 0:
            yield start, first
        start = max(start, last)
    if start < sentence[1]:
        yield start, sentence[1]


def _overlap(a: Span, b: Span) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def _gap(a: Span, b: Span) -> int:
    return max(0, b[0] - a[1], a[0] - b[1])


def _hull(*spans: Span) -> Span:
    return min(start for start, _ in spans), max(end for _, end in spans)


def _content(text: str) -> int:
    return sum(1 for token in tokens(text) if not token.is_empty)
