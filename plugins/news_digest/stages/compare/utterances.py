"""What people are quoted as saying, sentence by sentence, and which of it is one utterance in several reports."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import cached_property
from itertools import combinations, pairwise

import numpy as np
from numpy.typing import NDArray

from ...language.exact import from_log_odds, log_odds
from ...language.lexicons import words
from ...language.quotes import Quote, find_quotes
from ...language.sentences import split_sentences
from ...language.similarity import Field
from ...language.speech import reported_speech
from ...language.words import runs_of, spoken_form
from ...model import Alignment, Article, Passage
from ...remember import between_builds
from .names import BESIDE_THE_NAME, NAME, plain_name
from .tellings import fact_of, slots_of

Floats = NDArray[np.float32]

SAME = 0.22  # likeness from which two sentences of quotations are one, where one speaker is named or words run alike
IN_ONE_FACT = 0.1  # … where one fact holds both
ANYONES = 0.45  # … where neither is so
ANOTHERS = 0.8  # … where two people are named: what is then found is a difference of its own
RUN = 4  # words in a row, two of which carry news
LEAST_ORDER = 0.25  # share of the words of two sentences that stand in one order in both
SAME_SPEAKER = 0.8  # log odds
BESIDE = 1.5  # log odds of a neighbouring sentence being one too
RENDERED, RENDERED_WELL = 0.03, 0.1  # mean and best likeness of two groups; others of one speaker reach 0.01
LEAST_FRAGMENT = 4  # words; a shorter one is nobody's sentence
GAP = 2  # a sentence that only one report prints may stand between two of one utterance


@dataclass(frozen=True)
class Line:
    """A sentence of a quotation. `outer` is the whole quotation with its marks, `utterance` tells it from others of
    the article, `order` is its place in the article."""

    article: Article
    words: Passage
    outer: Passage
    utterance: tuple[int, int]
    order: int
    whole: bool
    speaker: Passage | None
    verb: Passage | None
    only_voice: str = ""  # the surname of the only speaker that the article names, who may well say all of it
    named: str = ""  # the surname of whom a pronoun means

    @cached_property
    def text(self) -> str:
        return self.article.words(self.words)

    @cached_property
    def form(self) -> str:
        return spoken_form(self.text)

    @cached_property
    def surname(self) -> str:
        return self.named or (surname_of(self.article.words(self.speaker)) if self.speaker else "")


def surname_of(speaker: str) -> str:
    """The last word of the name, empty where none is given; `Vale’s manager` names nobody."""
    beside = BESIDE_THE_NAME.search(speaker)
    found = NAME.findall(speaker[: beside.start() if beside else None])
    names = [name for name in found if not name.endswith(("’s", "'s"))]
    named = [name for name in names if name.lower() not in words("pronouns") | words("hearers")]
    return plain_name(named[-1].split()[-1]) if named else ""


@between_builds
def lines_of(article: Article) -> tuple[Line, ...]:
    """Every sentence that stands between quotation marks, in order; `she said` is she who was last said to speak in
    the paragraph."""
    lines = [replace(line, named=_named_before(line)) if _is_pronoun(line) else line for line in _lines(article)]
    voices = sorted({line.surname for line in lines if line.surname})
    return tuple(replace(line, only_voice=voices[0]) if len(voices) == 1 else line for line in lines)


def _is_pronoun(line: Line) -> bool:
    return line.speaker is not None and line.article.words(line.speaker).lower() in words("pronouns")


def _named_before(line: Line) -> str:
    block = next(block.passage for block in line.article.body if block.passage.contains(line.words))
    before = line.article.text[block.start : line.outer.start]
    for start, end in reversed(split_sentences(before)):
        told = reported_speech(before[start:end])
        if told and (name := surname_of(before[start:end][slice(*told.speaker)])):
            return name
    return ""


def _lines(article: Article) -> Iterator[Line]:
    order = 0
    for block in article.body:
        text, start = article.words(block.passage), block.passage.start
        for quote in find_quotes(text):
            for first, last in _sentences(text, quote):
                order += 1
                yield Line(
                    article,
                    Passage(article.id, start + first, start + last),
                    Passage(article.id, start + quote.outer[0], start + quote.outer[1]),
                    (start, quote.utterance),
                    order,
                    quote.whole,
                    _place(article, start, quote.speaker),
                    _place(article, start, quote.verb),
                )


def _place(article: Article, start: int, span: tuple[int, int] | None) -> Passage | None:
    return Passage(article.id, start + span[0], start + span[1]) if span else None


def _sentences(text: str, quote: Quote) -> list[tuple[int, int]]:
    words_inside = text[quote.start : quote.end]
    if not quote.whole:
        return [(quote.start, quote.end)] if len(words_inside.split()) >= LEAST_FRAGMENT else []
    return [(quote.start + first, quote.start + last) for first, last in split_sentences(words_inside)]


def find_utterances(lines: Sequence[Line], alignments: Sequence[Alignment] = ()) -> list[list[Line]]:
    """Groups of lines that print one utterance, from two articles or more, each in the order of the articles."""
    if len(lines) < 2:
        return []
    likeness = _likeness(lines)
    owned = [(line.article.id, line) for line in lines]
    facts = [fact_of(line.words, alignments) for line in lines]
    slots = slots_of(owned, lambda a, b: _rank(lines, likeness, facts, a, b))
    return _gathered([[lines[place] for place in group] for group in _joined(lines, slots)])


def _rank(lines: Sequence[Line], likeness: Floats, facts: Sequence[str], a: int, b: int) -> int | None:
    alike = float(likeness[a, b])
    tied = bool(facts[a]) and facts[a] == facts[b] and _are_of_one(lines[a], lines[b])
    return -round(1000 * alike) if alike >= (IN_ONE_FACT if tied else _enough(lines[a], lines[b])) else None


def _are_of_one(one: Line, other: Line) -> bool:
    """One person's, and not a question and its answer."""
    return ("?" in one.text) == ("?" in other.text) and bool(one.surname) and one.surname == other.surname


def _enough(one: Line, other: Line) -> float:
    if ("?" in one.text) != ("?" in other.text):
        return ANOTHERS  # a question and its answer
    if one.surname and other.surname:
        return ANOTHERS if one.surname != other.surname else SAME if _runs_on_alike(one, other) else ANYONES
    likely = [line.surname or line.only_voice for line in (one, other)]
    alike = (likely[0] and likely[0] == likely[1]) or runs_of(one.text, RUN) & runs_of(other.text, RUN)
    return SAME if alike else ANYONES


def _runs_on_alike(one: Line, other: Line) -> bool:
    """A speaker says several things of one subject; the same thing shares the order of a few words besides."""
    shared = SequenceMatcher(None, one.form.split(), other.form.split(), autojunk=False).ratio()
    return shared >= LEAST_ORDER or bool(runs_of(one.text, RUN) & runs_of(other.text, RUN))


def _likeness(lines: Sequence[Line]) -> Floats:
    """Likeness of the words, raised for one speaker and for neighbours that are alike too."""
    everything = range(len(lines))
    plain = np.clip(Field([line.text for line in lines]).matrix(everything, everything), 1e-6, 1 - 1e-6)
    named = np.array([line.surname for line in lines])
    one_speaker = (named[:, None] == named[None, :]) & (named != "")[:, None]
    odds = log_odds(plain) + SAME_SPEAKER * one_speaker
    number = {line.utterance: place for place, line in enumerate(lines)}
    spoken = np.array([number[line.utterance] for line in lines]), np.array([line.article.id for line in lines])
    return from_log_odds(odds + BESIDE * _beside(plain, *spoken))


def _beside(likeness: Floats, utterances: NDArray[np.int64], articles: NDArray[np.str_]) -> Floats:
    """The likeness of the sentences before or after, where these belong to the same two utterances."""
    follows = (utterances[1:] == utterances[:-1]) & (articles[1:] == articles[:-1])
    both = follows[:, None] & follows[None, :]
    found = np.zeros_like(likeness)
    found[1:, 1:] = likeness[:-1, :-1] * both
    found[:-1, :-1] = np.maximum(found[:-1, :-1], likeness[1:, 1:] * both)
    return found


def _joined(lines: Sequence[Line], slots: Sequence[Sequence[int]]) -> list[list[int]]:
    """Sentences that follow each other in the utterances of two reports are told of together, unless one of them is
    in more reports and the speaker's name stands between them."""
    groups = [list(slot) for slot in slots]
    home = {place: number for number, group in enumerate(groups) for place in group}
    follow: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    for a, b in pairwise(sorted(home)):
        if _follows(lines[a], lines[b]) and home[a] != home[b]:
            follow[home[a], home[b]].append(a)
    for (first, second), places in follow.items():
        whole = any(lines[a].outer == lines[a + 1].outer for a in places) or _one_set(
            lines, slots[first], slots[second]
        )
        if len(places) > 1 and whole and groups[first] is not groups[second]:
            _join(groups, first, second)
    return [sorted(group) for group in {id(group): group for group in groups}.values()]


def _gathered(groups: Sequence[list[Line]]) -> list[list[Line]]:
    """Two groups from different reports are one where one speaker says much the same in both: free renderings of one
    utterance, of which each report is nearer to some than to others."""
    texts = [(number, text) for number, group in enumerate(groups) for text in _by_article(group)]
    everything = range(len(texts))
    likeness = Field([text for _, text in texts]).matrix(everything, everything) if texts else np.zeros((0, 0))
    home = np.array([number for number, _ in texts], dtype=np.intp)
    found = list(groups)
    for a, b in combinations(range(len(groups)), 2):
        block = likeness[np.ix_(home == a, home == b)]
        if (
            block.mean(dtype=np.float64) >= RENDERED
            and block.max() >= RENDERED_WELL
            and _may_be_one(found[a], found[b])
        ):
            merged = found[a] + found[b]
            found = [merged if group is found[a] or group is found[b] else group for group in found]
    return list({id(group): group for group in found}.values())


def _by_article(group: Sequence[Line]) -> list[str]:
    articles = dict.fromkeys(line.article.id for line in group)
    return [" ".join(line.text for line in group if line.article.id == article) for article in articles]


def _may_be_one(one: Sequence[Line], other: Sequence[Line]) -> bool:
    articles, names = ([{key(line) for line in group} for group in (one, other)] for key in (_article_of, _name_of))
    return not articles[0] & articles[1] and bool(names[0] & names[1] - {""})


def _article_of(line: Line) -> str:
    return line.article.id


def _name_of(line: Line) -> str:
    return line.surname


def _one_set(lines: Sequence[Line], first: Sequence[int], second: Sequence[int]) -> bool:
    return {lines[a].article.id for a in first} == {lines[a].article.id for a in second}


def _join(groups: list[list[int]], first: int, second: int) -> None:
    left, right = groups[first], groups[second]
    merged = left + right
    for number, group in enumerate(groups):
        if group is left or group is right:
            groups[number] = merged


def _follows(line: Line, other: Line) -> bool:
    same = line.article is other.article and line.utterance == other.utterance
    return same and other.order - line.order <= GAP
