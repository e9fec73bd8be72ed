"""Fit the coefficients of scripts/score/conflict.tsv on labelled news: python scripts/fit_conflict.py DATA [SPLIT].

Prints the F1 that each set would have on stories it was not fitted on (five folds by story), then writes the table.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

SCORE = Path(__file__).parent / "score"
sys.path[:0] = [str(SCORE), str(SCORE.parents[1] / "plugins")]

from conflict import bodies_of, rows_of  # noqa: E402
from evidence import Row  # noqa: E402
from inputs import Inputs  # noqa: E402
from weighing import FOLDER, Floats, Scale, Weights, best_cut, fit, lines_of  # noqa: E402

FOLDS = 5


class Plan(NamedTuple):
    """How strongly a set's coefficients are held to zero, the features whose products are weighed, and the set of
    paraphrases (its label turned round) that may be learned from as well."""

    ridge: float
    crossed: tuple[str, ...] = ()
    also: str | None = None


PLANS = {
    "numeric_news": Plan(
        ridge=100,
        also="alignment/mrpc",
        crossed=tuple(
            "length other_run_more numbers_equal told_of_less one_of_less one_of_more cover_most cover_least matched "
            "letters only_less only_more content_apart figures_conflict opposites loose_more loose_less missing0_more "
            "missing0_less same_run_share numbers_other names_other figures_same".split()
        ),
    ),
    "claimdiff": Plan(ridge=300),
    "fnc1": Plan(ridge=300),
}
HEAD = (
    "# Weights of one logistic regression a set; fit_conflict.py makes them from the development halves.",
    "# set, feature, mean, spread, weight; a product of two features has its weight alone.",
)


class Labelled(NamedTuple):
    rows: list[Row]
    labels: Floats
    stories: list[str]
    texts: list[frozenset[str]]


def read_labelled(data: Path, label: str, split: str, *, turned: bool = False) -> Labelled:
    task, name = label.split("/")
    inputs = Inputs(task, name, split, "pairs", data / task)
    gold = json.loads((data / task / f"{name}.{split}.gold.json").read_text(encoding="utf-8"))
    pairs = inputs.rows
    labels = np.array([float(gold[pair["id"]]["label"] != turned) for pair in pairs])
    texts = [frozenset(" ".join(pair[side].split()) for side in "ab") for pair in pairs]
    return Labelled(rows_of(pairs, bodies_of(inputs)), labels, stories_of(pairs), texts)


def stories_of(pairs: Sequence[dict[str, Any]]) -> list[str]:
    """The topic; else what hangs together through texts that stand in several pairs."""
    if "topic" in pairs[0]:
        return [pair["topic"] for pair in pairs]
    home: dict[str, str] = {}

    def root(text: str) -> str:
        while home.setdefault(text, text) != text:
            text = home[text]
        return text

    for pair in pairs:
        home[root(pair["a"])] = root(pair["b"])
    return [root(pair["a"]) for pair in pairs]


def learned(plan: Plan, rows: Sequence[Row], labels: Floats, more: Labelled | None) -> Weights:
    plain = np.array([list(row.values()) for row in rows])
    scale = Scale(tuple(rows[0]), plain.mean(axis=0), plain.std(axis=0) + 1e-9, plan.crossed)
    matrix, wanted = scale.matrix(rows), labels
    if more:
        matrix, wanted = np.vstack([matrix, scale.matrix(more.rows)]), np.concatenate([labels, more.labels])
    weights = Weights(scale, fit(matrix, wanted, ridge=plan.ridge))
    return Weights(scale, weights.values, best_cut(labels, weights.probabilities(rows)))


def without(more: Labelled, told: Labelled) -> Labelled:
    """What shares no text with the set that is judged."""
    known = frozenset().union(*told.texts)
    keep = [place for place, texts in enumerate(more.texts) if not texts & known]
    pick = [[part[place] for place in keep] for part in (more.rows, more.stories, more.texts)]
    return Labelled(pick[0], more.labels[keep], pick[1], pick[2])


def across_folds(plan: Plan, told: Labelled, more: Labelled | None) -> float:
    """F1 over all folds, each judged by what was learned from the others."""
    stories = sorted(set(told.stories))
    fold_of = dict(zip(stories, np.random.default_rng(0).permutation(len(stories)) % FOLDS, strict=True))
    folds = np.array([fold_of[story] for story in told.stories])
    flagged = np.zeros(len(folds), dtype=bool)
    for fold in range(FOLDS):
        inside, outside = np.flatnonzero(folds == fold), np.flatnonzero(folds != fold)
        weights = learned(plan, [told.rows[at] for at in outside], told.labels[outside], more)
        flagged[inside] = weights.probabilities([told.rows[at] for at in inside]) >= weights.cut
    return float(2 * told.labels[flagged].sum() / (flagged.sum() + told.labels.sum()))


def main() -> None:
    data, split = Path(sys.argv[1]).resolve(), sys.argv[2] if len(sys.argv) > 2 else "dev"
    lines = list(HEAD)
    for name, plan in PLANS.items():
        told = read_labelled(data, f"conflict/{name}", split)
        more = without(read_labelled(data, plan.also, split, turned=True), told) if plan.also else None
        print(f"{name}: F1 {across_folds(plan, told, more):.3f} on stories that it was not fitted on", flush=True)
        lines += lines_of(name, learned(plan, told.rows, told.labels, more))
    (FOLDER / "conflict.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
