"""Weigh a row of evidence by a table of coefficients: a logistic regression, with products of some features."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations_with_replacement
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

FOLDER = Path(__file__).parent
FURTHEST = 4.0  # standard deviations; what lies beyond is cut
CUT, ONE = "cut", "one"

Floats = NDArray[np.float64]
Rows = Sequence[Mapping[str, float]]


@dataclass(frozen=True)
class Scale:
    """Mean and standard deviation of each feature, and the features whose products are weighed too."""

    names: tuple[str, ...]
    mean: Floats
    spread: Floats
    crossed: tuple[str, ...] = ()

    def columns(self) -> list[str]:
        return [*self.names, *(f"{a}*{b}" for a, b in combinations_with_replacement(self.crossed, 2))]

    def matrix(self, rows: Rows) -> Floats:
        """Shape (rows, columns)."""
        plain = np.array([[row[name] for name in self.names] for row in rows])
        scaled = np.clip((plain - self.mean) / self.spread, -FURTHEST, FURTHEST)
        place = [self.names.index(name) for name in self.crossed]
        products = [scaled[:, a] * scaled[:, b] for a, b in combinations_with_replacement(place, 2)]
        return np.column_stack([scaled, *products])


@dataclass(frozen=True)
class Weights:
    """One set's coefficients; `cut` is the probability from which a pair is called a conflict."""

    scale: Scale
    values: Floats
    cut: float = field(default=0.5)

    def probabilities(self, rows: Rows) -> Floats:
        matrix = self.scale.matrix(rows)
        weighed: Floats = matrix @ self.values[:-1] + self.values[-1]
        return np.asarray(1 / (1 + np.exp(-weighed)))


def read_weights(table: str, name: str) -> Weights:
    """The lines of one set in `table`.tsv: feature, mean, spread, weight; products have no mean of their own."""
    path = FOLDER / f"{table}.tsv"
    lines = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line[:1] != "#"]
    found = {feature: [float(cell) for cell in cells if cell] for group, feature, *cells in lines if group == name}
    cut, one = found.pop(CUT)[0], found.pop(ONE)[0]
    names = tuple(feature for feature, cells in found.items() if len(cells) == 3)
    crossed = tuple(dict.fromkeys(feature.split("*")[0] for feature in found if "*" in feature))
    mean, spread = (np.array([found[name][at] for name in names]) for at in (0, 1))
    scale = Scale(names, mean, spread, crossed)
    return Weights(scale, np.array([*(found[column][-1] for column in scale.columns()), one]), cut)


def lines_of(name: str, weights: Weights) -> list[str]:
    """The same as text, for the table."""
    columns = dict(zip(weights.scale.columns(), weights.values, strict=False))
    own = dict(zip(weights.scale.names, zip(weights.scale.mean, weights.scale.spread, strict=True), strict=True))
    lines = [
        "\t".join((name, column, *(f"{cell:.4g}" for cell in own.get(column, ())), f"{value:.4g}"))
        for column, value in columns.items()
    ]
    return [*lines, f"{name}\t{ONE}\t{weights.values[-1]:.4g}", f"{name}\t{CUT}\t{weights.cut:.4g}"]


def fit(matrix: Floats, labels: Floats, *, ridge: float) -> Floats:
    """Newton's method with an L2 penalty on all but the constant, which comes last."""
    columns = np.column_stack([matrix, np.ones(len(matrix))])
    penalty = np.diag([ridge] * matrix.shape[1] + [1e-6])
    found = np.zeros(columns.shape[1])
    for _ in range(30):
        likely = 1 / (1 + np.exp(-(columns @ found)))
        slope = columns.T @ (likely - labels) + penalty @ found
        bend = (columns * (likely * (1 - likely))[:, None]).T @ columns + penalty
        step = np.linalg.solve(bend, slope)
        found -= step
        if np.abs(step).max() < 1e-6:
            break
    return found


def best_cut(labels: Floats, likely: Floats) -> float:
    """The probability at which F1 is highest."""
    order = np.argsort(-likely, kind="stable")
    right = np.cumsum(labels[order])
    f1 = 2 * right / (np.arange(1, len(labels) + 1) + labels.sum())
    return float(likely[order][int(f1.argmax())])
