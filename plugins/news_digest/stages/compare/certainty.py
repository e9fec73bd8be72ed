"""Certainty: what one outlet states another holds only possible, denies, or says not to be so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from ...language.certainty import Cue, find_cues, same_side, sides_of
from ...language.dates import find_dates
from ...language.grammar import tag_words
from ...language.lexicons import words
from ...language.words import Token, tokens, word_form
from ...model import Alignment, Difference, Kind, Verdict
from ...remember import between_builds
from .beside import shared_beside
from .sureness import Alike
from .tellings import Span, Telling, Version, fact_of, fact_of_all
from .written import write_down

# What stands between a cue and what it governs: `may lead to the closure`, `no plans to close`, `no decision on going`.
LIGHT = frozenset(
    word_form(word)
    for word in "lead plan decide decision intention make take go get have be do come give need want way believe think "
    "know say expect".split()
)
VERBS = frozenset("DBNG")
TO_BE_DONE = frozenset("will would to shall 'll".split())
SAME_STEM = 4  # letters at least, and all but one of the shorter form: closure and close, not access and accept
SHORTEST = 3  # letters of a word that is denied: met, won
POSSIBLE, AGAINST, PLAIN = "possible", "against", "plain"
LABELS = {"possible": POSSIBLE, "denied": AGAINST, "negated": AGAINST}
# What speaks for two sentences telling of one thing, in the weight of shared words beside it (see beside.py).
ENOUGH = {POSSIBLE: 5.0, AGAINST: 5.0}  # denials are many, and deny many things
ALIKE = 0.35  # likeness of the two sentences
TO_COME = 2.0  # enough where one weighs what another says will be done: `considers an appeal`, `will appeal`
ONE_FACT = 2.0
# Cues that say how the reporter knows, or that deny a noun and not what is told of it.
OTHER_CUES = frozenset(
    "if none nothing nobody without dismissed appear appears appeared seem seems seemed suggests suggested possible "
    "potential likely probable chance risk fear fears feared threatens threatened unclear uncertain".split()
)
QUESTION = re.compile(r"\b(?:if|whether|unless|asked)\b|\?", re.IGNORECASE)
NEAR_BY = 80  # characters before a word that say whether it is done: `so that he could`, `kept him from turning`
PURPOSE = re.compile(r"\b(?:so|so that|in order that|before|where)\s(?:\w+\s){1,4}$", re.IGNORECASE)
KEPT_FROM = re.compile(
    r"\b(?:prevent|stop|keep|bar|ban|deter|discourag|refus|declin|fail)\w*\b[^.,;:]{,40}$", re.IGNORECASE
)
THAT = re.compile(r"\s+that\b", re.IGNORECASE)
WISHED = re.compile(r"\b(?:demand|urg|promis|pledg|propos|insist|guarantee)\w*\b[^.;:]*$", re.IGNORECASE)
LIMITED = re.compile(r"[^.;:]*?\b(?:before|until|unless|more than|above|exceed)\b", re.IGNORECASE)
MEASURING = re.compile(r"\s+(?:fewer|less|more|until|only|just|merely|least|later|far|long|\d|an?\b)")
RULES = {
    Verdict.CONFLICT: "one says that it is so, another that it is not",
    Verdict.COMPATIBLE: "one states it, another holds it only possible",
}


@dataclass(frozen=True)
class Stance:
    """A word of a sentence and how the sentence holds with what it tells; `mark` are the words that show it."""

    telling: Telling
    word: Token
    level: str
    mark: Span

    @cached_property
    def is_done(self) -> bool:
        """Whether the word is a verb here."""
        return any(one.start == self.word.start and one.tag in VERBS for one in tag_words(self.telling.text))

    @cached_property
    def is_to_come(self) -> bool:
        """Whether it is said to be done: `would appeal`, `is to close`."""
        before = [word.form for word in tag_words(self.telling.text[: self.word.start])][-2:]
        return self.is_done and bool(TO_BE_DONE & set(before))

    @property
    def place(self) -> tuple[Telling, Span]:
        return self.telling, (self.word.start, self.word.end)


def differing_certainty(alike: Alike, alignments: Sequence[Alignment]) -> Iterator[Difference]:
    """Quotations are left to their ledger: what differs there are a translation's words."""
    sentences = alike.answered(ALIKE)
    guarded = [stance for telling in sentences for stance in _guarded_by_cue(telling)]
    sought = frozenset(kin for stance in guarded for kin in _kin(stance.word))
    plain = [stance for telling in sentences for stance in _plain(telling, sought)]
    order = {telling: place for place, telling in enumerate(sentences)}
    everything = sorted([*guarded, *plain], key=lambda stance: (order[stance.telling], stance.word.start))
    if not guarded:
        return
    beside = shared_beside([stance.place for stance in everything])
    facts = [fact_of(stance.telling.passage(stance.place[1]), alignments) for stance in everything]
    told: set[int] = set()
    for a, mine in enumerate(everything):
        if mine.level == PLAIN:
            continue
        answers: dict[str, tuple[float, int]] = {}
        for b in range(len(everything)):
            other = everything[b]
            if b in told or other.telling.article is mine.telling.article or not _may_answer(mine, other):
                continue
            weight = float(beside[a, b]) + ONE_FACT * (bool(facts[a]) and facts[a] == facts[b])
            if weight < _enough(mine, other) or weight <= answers.get(other.telling.article.id, (0.0, 0))[0]:
                continue
            if alike.likeness(mine.telling, other.telling) >= ALIKE:
                answers[other.telling.article.id] = weight, b
        group = [a, *(b for _, b in answers.values())]
        if a not in told and len({everything[b].level for b in group}) > 1:
            told.update(group)
            yield _difference([everything[b] for b in sorted(group)], alignments)


def _enough(mine: Stance, other: Stance) -> float:
    return TO_COME if mine.level == POSSIBLE and other.is_to_come else ENOUGH[mine.level]


def _difference(stances: Sequence[Stance], alignments: Sequence[Alignment]) -> Difference:
    versions = [Version(stance.telling, stance.mark, key=stance.level) for stance in stances]
    verdict = Verdict.CONFLICT if AGAINST in {stance.level for stance in stances} else Verdict.COMPATIBLE
    return write_down(fact_of_all(versions, alignments), Kind.CERTAINTY, verdict, RULES[verdict], versions)


@between_builds
def _guarded_by_cue(telling: Telling) -> tuple[Stance, ...]:
    return tuple(_guarded(telling))


def _guarded(telling: Telling) -> Iterator[Stance]:
    """What a cue in the reporter's own words says may be so, or is not."""
    cues = [cue for cue in find_cues(telling.text) if cue.label in LABELS]
    if sum(LABELS[cue.label] == AGAINST for cue in cues) > 1:
        return  # twice denied
    for cue in cues:
        if _is_verdict(telling.text, cue) and not telling.is_quoted(cue.start):
            word = _governed(telling.text, cue)
            if word:
                yield Stance(telling, word, LABELS[cue.label], (cue.start, cue.end))


def _is_verdict(text: str, cue: Cue) -> bool:
    """`not fewer than`, `will not reopen before …`, `demands that it does not`, `declined to 412`, what stands in a
    question, and what was so years ago deny nothing."""
    if any(mention.kind == "ago" and mention.start > cue.end for mention in find_dates(text)):
        return False
    measuring = MEASURING.match(text, cue.end) or LIMITED.match(text, cue.end) or WISHED.search(text[: cue.start])
    other = text[cue.start : cue.end].lower() in OTHER_CUES or (cue.label == "negated" and measuring)
    return not other and not QUESTION.search(text) and not PURPOSE.search(text[max(0, cue.start - NEAR_BY) : cue.start])


def _governed(text: str, cue: Cue) -> Token | None:
    """The first word after the cue that says what it is about; in `denied that a pump had failed` the verb."""
    cue_words = {text[other.start : other.end].lower() for other in find_cues(text)}
    after = [token for token in tokens(text) if token.start >= cue.end and not token.is_empty]
    heads = [token for token in after if token.form not in LIGHT and token.surface.lower() not in cue_words]
    if THAT.match(text, cue.end):
        verbs = {word.start for word in tag_words(text) if word.tag in VERBS}
        heads = [token for token in heads if token.start in verbs] or heads
    head = heads[0] if heads else None
    return head if head and _tells(head) else None


def _tells(token: Token) -> bool:
    name = token.surface[0].isupper() or token.is_number
    return not name and token.surface.lower() not in words("calendar") and len(token.surface) >= SHORTEST


def _plain(telling: Telling, sought: frozenset[str | int]) -> Iterator[Stance]:
    """The same words where no cue stands before them."""
    for token, kin in _plainly_told(telling):
        if kin & sought:
            yield Stance(telling, token, PLAIN, (token.start, token.end))


@between_builds
def _plainly_told(telling: Telling) -> tuple[tuple[Token, frozenset[str | int]], ...]:
    """Each word that tells something, with what it may be known by."""
    if QUESTION.search(telling.text) or any(cue.label in LABELS for cue in find_cues(telling.text)):
        return ()
    found = (token for token in tokens(telling.text) if _tells(token) and not telling.is_quoted(token.start))
    done = (token for token in found if not KEPT_FROM.search(telling.text[max(0, token.start - NEAR_BY) : token.start]))
    return tuple((token, _kin(token)) for token in done)


def _kin(token: Token) -> frozenset[str | int]:
    """What a word has in common with those that may be it in another form: its first letters, its side of opposites."""
    return frozenset({token.form, token.form[:SAME_STEM], *sides_of(token.surface)})


def _may_answer(mine: Stance, other: Stance) -> bool:
    """`may lead to the closure`, `will close`: the same word, which somebody does where another only may. `will not
    close` is no answer to `closed`, which may come later."""
    if {mine.level, other.level} == {POSSIBLE, PLAIN} and not other.is_done:
        return False
    other_time = mine.is_to_come != other.is_to_come and mine.is_done and other.is_done
    if AGAINST in {mine.level, other.level} and other_time:
        return False
    return _alike(mine.word, other.word) and (mine.is_done or other.is_done)


def _alike(word: Token, other: Token) -> bool:
    reach = max(SAME_STEM, min(len(word.form), len(other.form)) - 1)
    same = word.form == other.form or word.form[:reach] == other.form[:reach]
    return same or same_side(word.surface, other.surface)
