"""What stands beside a figure or a date: what two of them have in common there says whether one thing is meant."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ...language.similarity import Field
from ...language.units import currencies, measures
from ...language.words import Token, tokens
from .tellings import Span, Telling

Floats = NDArray[np.float32]
Place = tuple[Telling, Span]

NEAR = 4  # content words to either side: its verb and what it is said of
FAR = 12  # … and about the whole sentence
SHARES = frozenset("percent per cent pct percentage point points".split())
FAR_SHARE = 0.25  # what a word of the sentence counts against one that stands near


def shared_beside(places: Sequence[Place]) -> Floats:
    """Weight of the words that every two places share, rarer words weighing more: shape (all, all).

    A rare word counts about three, a common one next to nothing; another word of near meaning counts in part.
    """
    return _shared(places, NEAR) + np.float32(FAR_SHARE) * _shared(places, FAR)


def _shared(places: Sequence[Place], reach: int) -> Floats:
    borne_out = Field([words_beside(telling.text, span, reach) for telling, span in places]).borne_out(lambda _: True)
    return np.minimum(borne_out, borne_out.T)


def words_beside(text: str, span: Span, reach: int) -> str:
    """The content words within reach, figures and their measures left out: these are what is compared."""
    around = [token for token in tokens(text) if not (token.is_empty or token.is_number or _measures(token))]
    before = [token.surface for token in around if token.end <= span[0]][-reach:]
    after = [token.surface for token in around if token.start >= span[0]][:reach]
    return " ".join(before + after)


def _measures(token: Token) -> bool:
    """`per cent` stands beside every share, and `euros` beside every sum."""
    word = token.surface.lower()
    return word in measures() or word in currencies() or word in SHARES
