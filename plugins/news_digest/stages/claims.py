"""Find the passages that assert something checkable."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..language.clauses import Clause, Role, split_clauses
from ..language.grammar import has_finite_verb, tag_words
from ..language.lexicons import words as word_list
from ..language.quotes import Quote, find_quotes
from ..language.sentences import split_sentences
from ..language.speech import Report, reported_speech
from ..language.terms import reporting_lemma, reporting_verb
from ..language.tongue import ENGLISH, language_read
from ..language.words import tokens
from ..model import Article, Claim, Passage, Saying

LEAST_WORDS = 3  # content words; "the talks continue" says too little to be checked against another report
LEAST_QUOTED = 2  # content words; "no comment" says less
LEAST_NAMED = 4  # content words of a quotation without a verb, which may be a title: “All the King's Men”
LEAST_REST = 4  # content words beside a quotation and its speaker that make a claim of their own
SENTENCE_ENDS = (".", "!", "?", ":")
LONGEST_NAME = 8  # words before a verb of speech that are no more than a speaker
LOOSE = frozenset("as and but or when while because since so than".split())
UNFINISHED = frozenset("is was are were be has had to the a an of for with by from".split())
THAT = "that "
LONGEST_LEAD_IN = 5  # words from a verb of speech to the `that` of what is said
HEARD = frozenset({"told", "tells", "informed", "informs", "assured", "asked", "reminded"})  # a hearer follows
FURTHEST_TAG = 60  # characters between a quotation and "the minister told reporters"
LONGEST_UTTERANCE = 45  # words; a longer one that its speaker's name divides says several things
FURTHEST_SUBJECT = 240  # characters; a subject further from its verb would drag in half a paragraph

SHOWING = frozenset("show shows showed shown suggest suggests suggested indicate indicates indicated".split())
ACCORDING = re.compile(r"according to\b", re.IGNORECASE)
TITLED = re.compile(
    r"\b(?:called|titled|entitled|dubbed|named|book|novel|film|movie|song|album|series|show|play|documentary),?\s*$"
)
NEAR_BY = 20  # characters before a quotation
ASKED_WHEN = frozenset({"when", "asked"})
STATING = frozenset(
    "say tell state add note report announce explain according write remark declare disclose estimate".split()
)

VERBS = frozenset("DBNG")

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
        said = " ".join(paragraph.text[part.start : part.end] for part in parts)
        says = has_finite_verb(said)
        titled = not says and TITLED.search(paragraph.text[max(0, parts[0].outer[0] - NEAR_BY) : parts[0].outer[0]])
        if not titled and _content(said) >= (LEAST_QUOTED if says else LEAST_NAMED):
            yield _quotation(paragraph, parts, sentences)
    for sentence in sentences:
        told = [span for quote in quotes if _overlap(span := _telling(paragraph.text, quote), sentence)]
        for rest in _outside(sentence, told):
            yield from _plain_claims(paragraph, sentence, rest, beside_quotation=bool(told))


def _utterances(text: str, quotes: Sequence[Quote]) -> Iterator[tuple[Quote, ...]]:
    """The parts of each utterance together, unless a new sentence begins after the attribution that divides them."""
    parts: list[Quote] = []
    for quote in quotes:
        if parts and not _continues(text, parts, quote):
            yield tuple(parts)
            parts = []
        parts.append(quote)
    if parts:
        yield tuple(parts)


def _continues(text: str, parts: Sequence[Quote], quote: Quote) -> bool:
    between = text[parts[-1].outer[1] : quote.outer[0]].strip()
    in_a_sentence = not between.endswith(SENTENCE_ENDS) and text[quote.start : quote.start + 1].islower()
    length = len(text[parts[0].start : quote.end].split())
    return quote.utterance == parts[-1].utterance and length <= LONGEST_UTTERANCE and (in_a_sentence or not between)


def _quotation(paragraph: Paragraph, parts: Sequence[Quote], sentences: Sequence[Span]) -> Claim:
    """Somebody's own words, whole, with the words that say who spoke where these stand beside them."""
    telling = _hull(*(_telling(paragraph.text, part) for part in parts))
    touched = [span for span in sentences if _overlap(span, telling)]
    if parts[0].verb and paragraph.text[slice(*parts[0].verb)].lower() in HEARD and parts[0].verb[1] == telling[1]:
        telling = (telling[0], max(telling[1], *(end for _, end in touched)))
    return Claim(
        passage=paragraph.passage(telling),
        core=paragraph.passage((parts[0].start, parts[-1].end)),
        sentence=paragraph.passage(_hull(telling, *touched)),
        saying=Saying.QUOTED,
        speaker=paragraph.maybe(parts[0].speaker),
        verb=paragraph.maybe(parts[0].verb),
    )


def _telling(text: str, quote: Quote) -> Span:
    """The quotation with its speaker and verb, where they stand next to it."""
    beside = [span for span in (quote.speaker, quote.verb) if span and _stands_by(text, span, quote.outer)]
    return _hull(quote.outer, *beside)


def _stands_by(text: str, span: Span, outer: Span) -> bool:
    """Near, and in the same sentence: `Putin said. “No, …”` is the end of another quotation."""
    return _gap(span, outer) <= FURTHEST_TAG and not (span[1] <= outer[0] and ". " in text[span[0] : outer[0]])


def _plain_claims(paragraph: Paragraph, sentence: Span, rest: Span, *, beside_quotation: bool) -> Iterator[Claim]:
    text = paragraph.text[slice(*rest)]
    if text.rstrip().endswith("?") or _content(text) < (LEAST_REST if beside_quotation else LEAST_WORDS):
        return
    speech = reported_speech(text)
    part = Paragraph(paragraph.article, paragraph.start + rest[0], text)
    for clause in split_clauses(text):
        if speech and _is_told_first(text, clause, speech):
            before = (rest[0] + clause.start, rest[0] + min(speech.speaker[0], speech.verb[0]))
            yield from _plain_claims(paragraph, sentence, before, beside_quotation=beside_quotation)
        claim = _clause_claim(part, clause, speech)
        if claim:
            yield _within(claim, paragraph.passage(sentence))


def _is_told_first(text: str, clause: Clause, speech: Report) -> bool:
    """`The government evacuated the delta, but its opponents said the order came late`: the first half is told too."""
    start = min(speech.speaker[0], speech.verb[0])
    follows = clause.start < start < clause.end and speech.content[0] > start
    return follows and has_finite_verb(text[clause.start : start])


def _clause_claim(paragraph: Paragraph, clause: Clause, speech: Report | None) -> Claim | None:
    """The claim of one clause; who is said to have said it is no part of what is claimed."""
    span = (clause.start, clause.end)
    reported = speech is not None and _overlap(speech.content, span)
    stated = speech is not None and reported and _only_states(paragraph.text, speech)
    if _only_attributes(words := paragraph.text[slice(*span)]) or _asks(words) or _leads_in(paragraph.text, span):
        return None
    if language_read() == ENGLISH:
        span = _without_loose_end(paragraph.text, span)
        if paragraph.text[slice(*span)].split()[-1].lower() in UNFINISHED:
            return None
    led_in = _is_led_in(paragraph.text, span)
    if led_in:
        span = (span[0] + len(THAT), span[1])
    core = _asserted(span, speech) if stated and speech else span
    near = clause.subject and _gap(clause.subject, span) <= FURTHEST_SUBJECT and not led_in
    subject = clause.subject if near else None
    if core is None or not clause.asserts or not _says_enough(paragraph.text, core, subject):
        return None
    if clause.role in {Role.SHARED, Role.PARTICIPLE, Role.RELATIVE} and subject is None and not led_in:
        return None
    return Claim(
        passage=paragraph.passage(_hull((span[0], max(span[1], clause.reads_to)), *([subject] if subject else []))),
        core=paragraph.passage(core),
        sentence=paragraph.passage(span),
        saying=Saying.REPORTED if reported else Saying.OUTLET,
        subject=paragraph.maybe(subject),
        speaker=paragraph.maybe(speech.speaker) if reported and speech else None,
        verb=paragraph.maybe(speech.verb) if reported and speech else None,
    )


def _says_enough(text: str, core: Span, subject: Span | None) -> bool:
    """A subject that stands elsewhere counts for one word: `the factory in Dorn … makes locomotives`."""
    return _content(text[slice(*core)]) + (subject is not None) >= LEAST_WORDS


def _only_attributes(words: str) -> bool:
    """`according to police`, `the agency said`: who says something, but not what."""
    *before, last = words.split()
    attributes = reporting_verb(last) == "neutral" or last in SHOWING
    return bool(ACCORDING.match(words)) or (attributes and len(before) <= LONGEST_NAME)


def _without_loose_end(text: str, span: Span) -> Span:
    """`It made a sanctuary for militants, as`: the last word belongs to what follows."""
    words = text[slice(*span)].rstrip(" ,")
    *before, last = words.rsplit(maxsplit=1)
    return (span[0], span[0] + len(before[0].rstrip(" ,"))) if before and last.lower() in LOOSE else span


def _leads_in(text: str, span: Span) -> bool:
    """`He warned her in private`, before `that …`: who says something to whom, and where."""
    return text[span[1] :].lstrip().lower().startswith(THAT) and _tells_somebody(text[slice(*span)])


def _is_led_in(text: str, span: Span) -> bool:
    """`that …` after such words: nobody's relative clause."""
    return text[span[0] : span[1]].lower().startswith(THAT) and _tells_somebody(text[: span[0]])


def _tells_somebody(words: str) -> bool:
    last = [word for word in tag_words(words) if word.form[0].isalnum()][-LONGEST_LEAD_IN:]
    return any(word.tag in VERBS and reporting_verb(word.form) for word in last)


def _asks(words: str) -> bool:
    """`When asked if the dam would hold`: a reporter's question, which asserts nothing."""
    opening = [word.lower() for word in words.split()[:2]]
    return opening[0] in ASKED_WHEN and opening[-1] in word_list("asking")


def _asserted(span: Span, speech: Report) -> Span | None:
    """The part of the clause that is said, without the words that say who says it."""
    start, end = max(span[0], speech.content[0]), min(span[1], speech.content[1])
    return (start, end) if end > start else None


def _only_states(text: str, speech: Report) -> bool:
    """'said': the claim is what is said. 'denied', 'urged', 'declared an emergency': that is the claim."""
    verb = text[slice(*speech.verb)].lower()
    says = verb in STATING or reporting_lemma(verb) in STATING
    return says and has_finite_verb(text[slice(*speech.content)])


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


if __name__ == "__main__":
    from ..looking import main

    raise SystemExit(main("claims"))
