"""Weigh cues by a fitted table: a logistic model whose coefficients stand in `data`, one a line."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from .exact import from_log_odds

Floats = NDArray[np.float32]
_DATA = Path(__file__).with_name("data")
_FURTHEST = 30.0  # log odds; beyond it a float of 32 bits is 0 or 1


def probability(cues: Mapping[str, Floats], table: str) -> Floats:
    """Logistic model: `data/<table>.tsv` has a weight for each cue and "one"; a cue that it lacks counts nothing."""
    weights = read_weights(table)
    total = sum((weights[name] * cue for name, cue in cues.items() if name in weights), np.float32(weights["one"]))
    return from_log_odds(np.clip(np.asarray(total), -_FURTHEST, _FURTHEST))


@cache
def read_weights(table: str) -> dict[str, float]:
    lines = (_DATA / f"{table}.tsv").read_text(encoding="utf-8").splitlines()
    return {name: float(value) for name, value in (line.split("\t")[:2] for line in lines if line and line[0] != "#")}
