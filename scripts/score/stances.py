"""How a report stands to a headline: for and against it, by the cues of certainty in the sentences that are likest."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

import numpy as np
from evidence import AGAINST, Row, is_against
from numpy.typing import NDArray

from news_digest.language.certainty import find_cues, opposites
from news_digest.language.sentences import split_sentences
from news_digest.language.similarity import Field

MOST = 60  # sentences of a body that are read
DENYING = frozenset({"denied", "doubted"})
LIKEST = 3

Floats = NDArray[np.float64]


def stances(headlines: Sequence[str], body: str) -> Iterator[Row]:
    """One row of features for each headline that is set against the body."""
    sentences = [body[start:end] for start, end in split_sentences(body)][:MOST] or ["-"]
    field = Field([*headlines, *sentences])
    likeness = field.matrix(range(len(headlines)), range(len(headlines), len(headlines) + len(sentences)))
    against, denying, claiming = (
        np.array([bool(labels & kind) for labels in map(_labels, sentences)], float)
        for kind in (AGAINST, DENYING, frozenset({"claimed"}))
    )
    others = float(np.mean([is_against(headline) for headline in headlines]))
    for place, headline in enumerate(headlines):
        row = {
            **_headline(headline),
            **_body(likeness[place].astype(float), against, denying, claiming),
            "others": others,
        }
        near = np.argsort(-likeness[place])[:2]
        row["opposites"] = float(any(opposites(headline, sentences[at]) for at in near))
        yield {**row, **_crossed(row)}


def _labels(text: str) -> frozenset[str]:
    return frozenset(cue.label for cue in find_cues(text))


def _headline(headline: str) -> Row:
    labels = _labels(headline)
    return {
        "headline_against": float(is_against(headline)),
        "headline_denies": float(bool(labels & DENYING)),
        "headline_negates": float("negated" in labels),
        "headline_claims": float("claimed" in labels),
        "headline_possible": float("possible" in labels),
        "headline_asks": float("?" in headline),
    }


def _body(likeness: Floats, against: Floats, denying: Floats, claiming: Floats) -> Row:
    order, weight = np.argsort(-likeness), likeness / (likeness.sum() + 1e-9)
    near = order[:LIKEST]
    return {
        "near_against": float(against[near].mean()),
        "nearest_against": float(against[order[0]]),
        "near_denies": float(denying[near].mean()),
        "against": float(against.mean()),
        "against_by_likeness": float(weight @ against),
        "denies": float(denying.mean()),
        "denies_by_likeness": float(weight @ denying),
        "denials": math.log1p(float(denying.sum())),
        "opening_against": float(against[:LIKEST].mean()),
        "opening_denies": float(denying[:LIKEST].mean()),
        "claims": float(claiming.mean()),
        "likeness": float(likeness.max()),
        "near_likeness": float(np.sort(likeness)[-LIKEST:].mean()),
        "opening_likeness": float(likeness[:2].max()),
        "sentences": math.log1p(len(likeness)),
    }


def _crossed(row: Row) -> Row:
    """What the body says against a headline that asserts, and against one that denies."""
    against = row["headline_against"]
    crossed = ("against_by_likeness", "denies_by_likeness", "opening_denies", "denies", "denials")
    return {
        **{f"{name}_of_assertion": row[name] * (1 - against) for name in crossed},
        **{f"{name}_of_denial": row[name] * against for name in crossed},
        "others_apart": abs(against - row["others"]),
    }
