"""Fit a logistic model with a ridge, on cues of any scale."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
RIDGE = 10.0  # on coefficients of cues that have a standard deviation of 1
STEPS = 30  # Newton's; they settle in about ten


def fit_logistic(cues: Floats, labels: NDArray[np.bool_], ridge: float = RIDGE) -> Floats:
    """Coefficients for raw cues (examples, cues), then the intercept: iteratively reweighted least squares
    (Hastie, Tibshirani and Friedman, Elements of Statistical Learning, 4.4.1)."""
    mean, spread = cues.mean(axis=0), cues.std(axis=0) + 1e-9
    inputs = np.hstack([(cues - mean) / spread, np.ones((len(cues), 1))])
    penalty = np.diag([ridge] * cues.shape[1] + [0.0])
    coefficients = np.zeros(inputs.shape[1])
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-inputs @ coefficients))
        curvature = inputs.T @ (inputs * (chance * (1 - chance))[:, None]) + penalty
        coefficients -= np.linalg.solve(curvature, inputs.T @ (chance - labels) + penalty @ coefficients)
    raw = coefficients[:-1] / spread
    return np.append(raw, coefficients[-1] - raw @ mean)


def fit_ridge(cues: Floats, values: Floats, ridge: float = RIDGE) -> Floats:
    """Coefficients for raw cues, then the intercept, of the least squares that predict `values`."""
    mean, spread = cues.mean(axis=0), cues.std(axis=0) + 1e-9
    inputs = (cues - mean) / spread
    raw = (
        np.linalg.solve(inputs.T @ inputs + ridge * np.eye(cues.shape[1]), inputs.T @ (values - values.mean())) / spread
    )
    return np.append(raw, values.mean() - raw @ mean)


def average_precision(scores: Floats, labels: NDArray[np.bool_]) -> float:
    ranked = labels[np.argsort(-scores, kind="stable")]
    return float((np.cumsum(ranked) / np.arange(1, len(ranked) + 1))[ranked].mean())


def table_text(names: Sequence[str], coefficients: Floats, about: str) -> str:
    rows = [f"{name}\t{value:.4f}" for name, value in zip((*names, "one"), coefficients, strict=True)]
    return "\n".join([f"# Log odds that {about}: a weight for each cue, and one. Fitted by a script.", *rows]) + "\n"
