"""What stands beside a figure or a date: what two of them have in common there says whether one thing is meant."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ...language.clauses import split_clauses
from ...language.similarity import Field
from ...language.tongue import by_language
from ...language.units import currencies, measures
from ...language.words import Token, tokens
from ...remember import between_builds
from .tellings import Span, Telling

Floats = NDArray[np.float32]
Place = tuple[Telling, Span]

NEAR = 4  # content words to either side: its verb and what it is said of
FAR = 12  # … and about the whole sentence
SHARES = frozenset("percent per cent pct percentage point points".split())
FAR_SHARE = 0.25  # what a word of the sentence counts against one that stands near


def shared_beside(places: Sequence[Place], *, in_clause: bool = False, names: bool = True) -> Floats:
    """Weight of the words that every two places share, rarer words weighing more: shape (all, all).

    A rare word counts about three, a common one next to nothing; another word of near meaning counts in part. With
    `in_clause`, what stands near is only what stands in the same clause; without `names` it is what is done there.
    """
    near = [_beside(telling, span, NEAR, in_clause, names) for telling, span in places]
    if not names:
        return _shared(near)
    far = [_beside(telling, span, FAR, False, True) for telling, span in places]
    return _shared(near) + np.float32(FAR_SHARE) * _shared(far)


@between_builds
def _beside(telling: Telling, span: Span, reach: int, in_clause: bool, names: bool) -> str:
    within = clause_around(telling.text, span) if in_clause else None
    return words_beside(telling.text, span, reach, within, names=names)


def _shared(texts: Sequence[str]) -> Floats:
    field = Field(texts)
    borne_out = np.asarray(field.weighted @ field.best.T, dtype=np.float32)
    return np.minimum(borne_out, borne_out.T)


def clause_around(text: str, span: Span) -> Span | None:
    """From the subject of the clause in which the span begins to the clause's end."""
    for clause in split_clauses(text):
        if clause.start <= span[0] < clause.end:
            return min(clause.start, clause.subject[0] if clause.subject else clause.start), clause.end
    return None


def words_beside(text: str, span: Span, reach: int, within: Span | None = None, *, names: bool = True) -> str:
    """The content words within reach, figures and their measures left out: these are what is compared."""
    start, end = within or (0, len(text))
    inside = [token for token in tokens(text) if start <= token.start < end]
    around = [token for token in inside if not (token.is_empty or token.is_number or _measures(token))]
    before = [token for token in around if token.end <= span[0]][-reach:]
    after = [token for token in around if token.start >= span[0]][:reach]
    kept = [token for token in before + after if names or not token.surface[0].isupper()]
    return " ".join(token.surface for token in kept)


def _measures(token: Token) -> bool:
    """`per cent` stands beside every share, and `euros` beside every sum."""
    return token.surface.lower() in _measuring()


@by_language()
def _measuring() -> frozenset[str]:
    return frozenset(measures()) | frozenset(currencies()) | SHARES
