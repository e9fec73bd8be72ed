"""Weigh whether two passages of one story state the same thing.

Inside a story everything is about the same subject, so a word counts by how rare it is *within the story*; a word is
borne out by its like in the other passage (the same form, a near meaning, a near spelling).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from .exact import WEIGHTS, in_steps, log, log1p
from .lexicons import table, words
from .logistic import probability
from .tongue import by_language
from .vectors import usual_share
from .word_likeness import word_likeness
from .words import Token, tokens, word_form

Floats = NDArray[np.float32]

_PRIOR = 20.0  # a story's first passages weigh a word as if twenty passages of other news had been seen
_LEAST_WEIGHT = 0.05  # a word that every passage holds still counts a little
_KEPT = 512  # passages of a field whose cues are kept once all have been worked out: 6 MB
_OF_A_CLAIM = 4  # words after `rejected` within which stands what was claimed
_BORNE_OUT = 0.25  # of the weight of a part's words
_PART_ENDS = re.compile(r"[.;:,?!—–]\s+|\s(?=(?:and|but|with|while|which|who)\s)")
_NOT = ("n't", "n’t")  # at the end of a word


class Matched(NamedTuple):
    """A word of one passage, the word of the other that bears it out best, and how well: 0 to 1."""

    token: Token
    by: Token | None
    credit: float
    weight: float  # rarity within the story: natural logarithm, 0.05 and up


class Evidence(NamedTuple):
    """Why two passages are alike or not: what is shared and what is missing, rarest first."""

    likeness: float
    shared: tuple[Matched, ...]
    only_first: tuple[Matched, ...]
    only_second: tuple[Matched, ...]


class Field:
    """All passages of one story that may be compared; indices are places in `texts`."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = tuple(texts)
        self.tokens = [tokens(text) for text in texts]
        self.content = [_content(text) for text in texts]
        self._types = {form: None for content in self.content for form in (t.form for t in content)}
        self.places = {form: place for place, form in enumerate(self._types)}
        self._whole: dict[str, Floats] | None = None
        self.rows = [[self.places[token.form] for token in content] for content in self.content]

    def likeness(self, first: int, second: int) -> float:
        """Probability, 0 to 1, that the two passages state the same thing."""
        if self._whole is not None:
            return float(self._likeness[first, second])
        return float(self.matrix([first], [second])[0, 0])

    def matrix(self, rows: Sequence[int], columns: Sequence[int]) -> Floats:
        """Likeness of each of `rows` with each of `columns`: shape (len(rows), len(columns))."""
        return probability(self.word_cues(rows, columns), "likeness")

    @cached_property
    def _likeness(self) -> Floats:
        everything = range(len(self.content))
        return self.matrix(everything, everything)

    def borne_out(self, counts: Callable[[Token], bool]) -> Floats:
        """Weight of the words of each passage that the other bears out, of those that count: shape (all, all)."""
        holds = np.zeros(self.holds.shape, np.float32)
        for row, content in enumerate(self.content):
            holds[row, [self.places[token.form] for token in content if counts(token)]] = 1
        return np.asarray((holds * self.weight) @ self.best.T, dtype=np.float32)

    def evidence(self, first: int, second: int) -> Evidence:
        """What speaks for and against the two passages stating the same thing."""
        there, back = self._matches(first, second), self._matches(second, first)
        return Evidence(
            self.likeness(first, second),
            tuple(match for match in there if match.credit >= 0.5),
            tuple(match for match in there if match.credit < 0.5),
            tuple(match for match in back if match.credit < 0.5),
        )

    def unsupported(self, passage: int, others: Sequence[int]) -> tuple[tuple[int, int], ...]:
        """Spans of the passage's content words that none of `others` bears out, in order; neighbours are joined."""
        best = self.best[list(others)].max(axis=0) if others else np.zeros(len(self.places), np.float32)
        loose = [t for t in self.content[passage] if best[self.places[t.form]] < 0.5]
        spans: list[tuple[int, int]] = []
        order = {token: place for place, token in enumerate(self.tokens[passage])}
        last = -2
        for token in loose:
            if order[token] == last + 1:
                spans[-1] = (spans[-1][0], token.end)
            else:
                spans.append((token.start, token.end))
            last = order[token]
        return tuple(spans)

    def _matches(self, first: int, second: int) -> list[Matched]:
        others = self.content[second]
        found = []
        for token in self.content[first]:
            place = self.places[token.form]
            credits = [float(self._alike[place, self.places[other.form]]) for other in others]
            best = max(range(len(others)), key=credits.__getitem__, default=None)
            by = others[best] if best is not None and credits[best] > 0 else None
            found.append(Matched(token, by, credits[best] if best is not None else 0.0, float(self.weight[place])))
        return sorted(found, key=lambda match: (-match.weight, match.token.start))

    def word_cues(self, rows: Sequence[int], columns: Sequence[int]) -> dict[str, Floats]:
        """What the words say for and against two passages being one: each cue by name, shape (len(rows), len(columns)).

        The covers are the shares of a passage's weight that the other bears out; the rest are logarithms of weights.
        """
        everything = range(len(self.content))
        if self._whole is None and rows == columns == everything and len(everything) <= _KEPT:
            self._whole = self._word_cues(rows, columns)
        if self._whole is not None:
            return {name: cue[_slice(rows)][:, _slice(columns)] for name, cue in self._whole.items()}
        return self._word_cues(rows, columns)

    def _word_cues(self, rows: Sequence[int], columns: Sequence[int]) -> dict[str, Floats]:
        there = self.weighted[rows] @ self.best[columns].T
        back = (self.weighted[columns] @ self.best[rows].T).T
        here, other = self.total[rows][:, None], self.total[columns][None, :]
        missing = np.maximum(here - there, 0), np.maximum(other - back, 0)
        return {
            "cover_least": np.minimum(there / here, back / other),
            "cover_most": np.maximum(there / here, back / other),
            "matched": log1p(np.minimum(there, back)),
            "negated": (self.negated[rows][:, None] != self.negated[columns][None, :]).astype(np.float32),
            "missing_least": log1p(np.minimum(*missing)),
            "missing_most": log1p(np.maximum(*missing)),
        }

    @cached_property
    def holds(self) -> Floats:
        holds = np.zeros((len(self.content), len(self.places)), np.float32)
        for row, places in enumerate(self.rows):
            holds[row, places] = 1
        return holds

    @cached_property
    def weight(self) -> Floats:
        """log((N + prior) / (df + prior * usual share)): rarity in the story; usual rarity where N is small."""
        usual = np.array([usual_share(form) for form in self.places], np.float32)
        rarity = log((len(self.content) + _PRIOR) / (self.holds.sum(axis=0) + _PRIOR * usual))
        return in_steps(np.maximum(rarity, np.float32(_LEAST_WEIGHT)), WEIGHTS)

    @cached_property
    def weighted(self) -> Floats:
        weighted: Floats = self.holds * self.weight
        return weighted

    @cached_property
    def total(self) -> Floats:
        total: Floats = self.weighted.sum(axis=1) + np.float32(1e-6)
        return total

    @cached_property
    def _alike(self) -> Floats:
        return word_likeness(list(self.places))

    @cached_property
    def best(self) -> Floats:
        """Shape (passages, words): how well each passage bears out each word."""
        best = np.zeros((len(self.content), len(self.places)), np.float32)
        for row, places in enumerate(self.rows):
            if places:
                best[row] = np.maximum.reduce(self._alike[places])
        return best

    @cached_property
    def negated(self) -> NDArray[np.bool_]:
        return np.array([_negations_in(text) % 2 == 1 for text in self._texts], dtype=bool)

    def negates_of(self, one: int, other: int) -> bool:
        """Whether passage `one` negates, an odd number of times, what passage `other` bears out: `17 were hurt, none of
        them seriously` negates nothing of `17 officers were injured`."""
        parts = _parts(self._texts[one])
        told = (negations for negations, forms in parts if len(parts) == 1 or self._bears_out(other, forms))
        return sum(told) % 2 == 1

    def _bears_out(self, passage: int, forms: Sequence[str]) -> bool:
        places = [self.places[form] for form in forms if form in self.places]
        weight = self.weight[places]
        return not places or float(weight @ self.best[passage, places]) >= _BORNE_OUT * float(weight.sum())


def _slice(places: Sequence[int]) -> slice | Sequence[int]:
    """A run of places as a slice: a view, where a list would copy."""
    return slice(places.start, places.stop) if isinstance(places, range) else places


@by_language(4096)
def _content(text: str) -> tuple[Token, ...]:
    """Words that carry news; a passage of grammar words alone keeps them all."""
    found = tokens(text)
    return tuple(token for token in found if not token.is_empty) or found


@by_language(2048)
def _parts(text: str) -> tuple[tuple[int, tuple[str, ...]], ...]:
    """The parts of a passage between its marks: how often each negates, and the forms of its words that carry news."""
    cuts = [0, *(match.end() for match in _PART_ENDS.finditer(text)), len(text)]
    parts = [text[start:end] for start, end in pairwise(cuts)]
    forms = [tuple(token.form for token in tokens(part) if not token.is_empty) for part in parts]
    return tuple((_negations_in(part), found) for part, found in zip(parts, forms, strict=True) if found)


@by_language(4096)
def _negations_in(text: str) -> int:
    """`rejected the claim that a pump had failed` says that none had; `rejected the offer` says what was done, and
    `denied this and said that` negates nothing that follows."""
    found = tokens(text)
    negations, denials, refusals, pairs = _negations(), _denials(), _refusals(), _pairs()
    counted, last = 0, ""
    for place, token in enumerate(found):
        word = token.surface.lower()
        counted += (last, word) in pairs and not _next_word(found, place)[:1].isdigit()  # profit declined to 412
        last = word
        if token.form in negations or word.endswith(_NOT):
            following = {other.surface.lower() for other in found[place + 1 : place + 1 + _OF_A_CLAIM]}
            back = token.form in denials and _next_word(found, place) in words("told_before")
            counted += not back and (token.form not in refusals or bool(following & words("assertions")))
    return counted


def _next_word(found: Sequence[Token], place: int) -> str:
    return found[place + 1].surface.lower() if place + 1 < len(found) else ""


@by_language()
def _pairs() -> frozenset[tuple[str, ...]]:
    """`ruled out`, `declined to`: two words that say it of what follows, the first of which alone does not."""
    rows = {label: cues for label, *cues in table("certainty")}
    pairs = (tuple(cue.split()) for cue in (*rows["negated"], *rows["denied"]) if cue.count(" ") == 1)
    return frozenset(pair for pair in pairs if word_form(pair[0]) not in _negations())


@by_language()
def _refusals() -> frozenset[str]:
    """Forms of verbs that are said of offers as well as of claims."""
    return frozenset(word_form(word) for word in words("refusals"))


@by_language()
def _negations() -> frozenset[str]:
    """Forms of the single words by which it is said that something is not so, or was denied."""
    return _forms_of("negated") | _denials()


@by_language()
def _denials() -> frozenset[str]:
    return _forms_of("denied")


def _forms_of(label: str) -> frozenset[str]:
    cues = {row[0]: row[1:] for row in table("certainty")}[label]
    return frozenset(word_form(cue) for cue in cues if cue.isalpha())
