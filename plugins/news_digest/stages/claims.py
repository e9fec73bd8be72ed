"""Find the passages that assert something checkable."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..language.clauses import Clause, Role, split_clauses
from ..language.quotes import Quote, find_quotes, reported_speech
from ..language.sentences import split_sentences
from ..language.words import tokens
from ..model import Article, Claim, Passage, Saying

LEAST_WORDS = 3  # content words; "the talks continue" says too little to be checked against another report
LEAST_REST = 4  # content words beside a quotation and its speaker that make a claim of their own
FURTHEST_SUBJECT = 160  # characters; a subject further from its verb does not make the passage clearer

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One block of the body and where it starts in the article's text."""

    article: str
    start: int
    text: str

    def passage(self, span: Span) -> Passage:
        return Passage(self.article, self.start + span[0], self.start + span[1])


def find_claims(article: Article) -> tuple[Claim, ...]:
    """The claims of an article in order. Captions, credits, headlines, furniture and plain questions are none."""
    found: list[Claim] = []
    for block in article.body:
        paragraph = Paragraph(article.id, block.passage.start, article.words(block.passage))
        found += _claims_of(paragraph)
    return tuple(found)


def _claims_of(paragraph: Paragraph) -> Iterator[Claim]:
    quotes = [quote for quote in find_quotes(paragraph.text) if quote.whole]
    sentences = split_sentences(paragraph.text)
    for quote in quotes:
        yield _quotation(paragraph, quote, sentences)
    for sentence in sentences:
        inside = [_telling(quote) for quote in quotes if _overlap(_telling(quote), sentence)]
        for rest in _outside(sentence, inside):
            yield from _clauses_of(paragraph, sentence, rest, whole=not inside)


def _quotation(paragraph: Paragraph, quote: Quote, sentences: Sequence[Span]) -> Claim:
    """Somebody's own words, whole, with the words that say who spoke where these stand beside them."""
    touched = [span for span in sentences if _overlap(span, (quote.start, quote.end))]
    sentence = (min(quote.start, *(s for s, _ in touched)), max(quote.end, *(e for _, e in touched))) if touched else (quote.start, quote.end)
    return Claim(
        passage=paragraph.passage(_telling(quote)),
        core=paragraph.passage(quote.inside),
        sentence=paragraph.passage(sentence),
        saying=Saying.QUOTED,
        speaker=paragraph.passage(quote.speaker) if quote.speaker else None,
        verb=paragraph.passage(quote.verb) if quote.verb else None,
    )


def _telling(quote: Quote) -> Span:
    """The quotation with its speaker and verb, where they stand next to it."""
    spans = [span for span in (quote.speaker, quote.verb) if span and _gap(span, (quote.start, quote.end)) <= FURTHEST_TAG]
    return min(quote.start, *(s for s, _ in spans), quote.start), max(quote.end, *(e for _, e in spans), quote.end)


FURTHEST_TAG = 60  # characters between a quotation and "the minister told reporters"


def _clauses_of(paragraph: Paragraph, sentence: Span, rest: Span, *, whole: bool) -> Iterator[Claim]:
    text = paragraph.text[slice(*rest)]
    if text.rstrip().endswith("?") or _content(text) < (LEAST_WORDS if whole else LEAST_REST):
        return
    speech = reported_speech(text)
    for clause in split_clauses(text):
        claim = _clause_claim(paragraph, sentence, rest[0], text, clause, speech)
        if claim:
            yield claim


def _clause_claim(paragraph, sentence, base, text, clause: Clause, speech) -> Claim | None:
    core = (clause.start, clause.end)
    speaker = verb = None
    if speech and _overlap(speech.content, core):
        speaker, verb = speech.speaker, speech.verb
        core = (max(core[0], speech.content[0]), min(core[1], speech.content[1]))
    if _content(text[slice(*core)]) < LEAST_WORDS:
        return None
    passage = _hull(core, clause.subject, text) if clause.subject else (clause.start, clause.end)
    shift = lambda span: paragraph.passage((span[0] + base, span[1] + base)) if span else None
    return Claim(
        passage=shift(passage), core=shift(core), sentence=paragraph.passage(sentence),
        saying=Saying.REPORTED if speaker else Saying.OUTLET,
        subject=shift(clause.subject), speaker=shift(speaker), verb=shift(verb),
    )
