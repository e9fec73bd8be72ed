"""Fit the coefficients of scripts/score/alignment.tsv on labelled news: python scripts/fit_alignment.py DATA [SPLIT].

People draw the line between same and other differently in each set, so each has weights of its own for the cues that
the stages read. Prints what each set would score on stories it was not fitted on, then writes the table.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

SCORE = Path(__file__).parent / "score"
sys.path[:0] = [str(SCORE), str(SCORE.parents[1] / "plugins")]

from alignment import Pair, pairs_of  # noqa: E402
from inputs import KINDS, Inputs  # noqa: E402
from weighing import FOLDER, Floats, Scale, Weights, best_cut, fit, lines_of  # noqa: E402

FOLDS = 5
EACH = 2000  # pairs of each class by which a set counts beside others
HEAD = (
    "# Weights of one logistic regression a set; fit_alignment.py makes them from the development halves.",
    "# set, cue, mean, spread, weight; `cut` is the probability from which two texts are called the same.",
)


class Plan(NamedTuple):
    """`cues` are the only ones weighed, where given; `learnt_from` the sets that teach it instead of its own."""

    ridge: float = 3.0
    cues: tuple[str, ...] = ()
    learnt_from: tuple[str, ...] = ()
    balanced: bool = False  # cut where the two classes are told apart best, not where F1 is highest


PLANS = {
    "mrpc": Plan(),
    "sts_news": Plan(),
    "qa_align": Plan(learnt_from=("sts_news",)),
    "superpal": Plan(),
    "nanco": Plan(ridge=20, balanced=True),
    # Its own topics teach it what is true of them alone.
    "ecb_sentences": Plan(
        cues=("matched", "meaning", "names_clash", "names_shared", "letters"),
        learnt_from=("mrpc", "sts_news", "superpal", "nanco"),
    ),
}


class Labelled(NamedTuple):
    rows: list[Mapping[str, float]]
    labels: Floats
    stories: list[str]


def read_labelled(data: Path, name: str, split: str) -> Labelled:
    kind = next(kind for kind in KINDS if (data / "alignment" / f"{name}.{split}.{kind}.jsonl").exists())
    inputs = Inputs("alignment", name, split, kind, data / "alignment")
    gold = json.loads((data / "alignment" / f"{name}.{split}.gold.json").read_text(encoding="utf-8"))
    for key in ("aligned", "ignore") if "aligned" in gold else ():
        gold[key] = {tuple(sorted(ids)) for ids in gold[key]}
    found = [(pair, label) for pair in pairs_of(inputs) if (label := _label(gold, pair)) is not None]
    labels = np.array([label for _, label in found], dtype=np.float64)
    return Labelled([pair.cues for pair, _ in found], labels, [pair.story for pair, _ in found])


def _label(gold: Mapping[str, Any], pair: Pair) -> float | None:
    """1 for the same, 0 for another, what lies between where people graded; None where they left it open."""
    if "aligned" in gold:
        ids = sorted((pair.first, pair.second))
        return None if tuple(ids) in gold["ignore"] else float(tuple(ids) in gold["aligned"])
    if pair.first != pair.second:
        return float(gold[pair.first] == gold[pair.second])
    found = gold[pair.first]
    return float(found["label"] if "label" in found else found["score"] / max(row["score"] for row in gold.values()))


def learned(plan: Plan, sets: list[Labelled]) -> Weights:
    """By one set as it stands; of several each counts alike, and in it each class."""
    sets = sets if len(sets) == 1 else [_evened(one) for one in sets]
    rows, labels = [row for one in sets for row in one.rows], np.concatenate([one.labels for one in sets])
    names = plan.cues or tuple(rows[0])
    plain = np.array([[row[name] for name in names] for row in rows])
    scale = Scale(names, plain.mean(axis=0), plain.std(axis=0) + 1e-9)
    weights = Weights(scale, fit(scale.matrix(rows), labels, ridge=plan.ridge))
    return Weights(scale, weights.values, best_cut((labels >= 0.5).astype(float), weights.probabilities(rows)))


def _evened(told: Labelled) -> Labelled:
    """As many pairs of each class, and cues as they stand to the set's mean: each set draws its line elsewhere."""
    same, other = np.flatnonzero(told.labels >= 0.5), np.flatnonzero(told.labels < 0.5)
    places = [*np.resize(same, EACH), *np.resize(other, EACH)]
    mean = {name: float(np.mean([told.rows[at][name] for at in places])) for name in told.rows[0]}
    rows = [{name: value - mean[name] for name, value in told.rows[at].items()} for at in places]
    return Labelled(rows, told.labels[places], [])


def across_folds(plan: Plan, told: Labelled) -> Floats:
    """Probabilities, each by what was learned from the other stories."""
    stories = sorted(set(told.stories))
    parts = min(FOLDS, len(stories))
    fold_of = dict(zip(stories, np.random.default_rng(0).permutation(len(stories)) % parts, strict=True))
    folds = np.array([fold_of[story] for story in told.stories])
    likely = np.zeros(len(folds))
    for fold in range(parts):
        inside, outside = np.flatnonzero(folds == fold), np.flatnonzero(folds != fold)
        part = Labelled([told.rows[at] for at in outside], told.labels[outside], [])
        likely[inside] = learned(plan, [part]).probabilities([told.rows[at] for at in inside])
    return likely


def balanced_cut(labels: Floats, likely: Floats) -> float:
    same = labels[np.argsort(-likely, kind="stable")] >= 0.5
    balanced = np.cumsum(same) / same.sum() - np.cumsum(~same) / (~same).sum()
    return float(np.sort(likely)[::-1][int(balanced.argmax())])


def report(labels: Floats, likely: Floats) -> str:
    same = labels >= 0.5
    flagged = likely >= best_cut(same.astype(float), likely)
    f1 = 2 * (same & flagged).sum() / (same.sum() + flagged.sum())
    at = likely >= balanced_cut(labels, likely)
    balanced = (at[same].mean() + 1 - at[~same].mean()) / 2
    ranks = np.argsort(np.argsort(likely, kind="stable"), kind="stable") + 1.0
    auc = (ranks[same].sum() - same.sum() * (same.sum() + 1) / 2) / (same.sum() * (~same).sum())
    return f"F1 {f1:.3f}, AUC {auc:.3f}, balanced {balanced:.3f}, Pearson {np.corrcoef(labels, likely)[0, 1]:.3f}"


def main() -> None:
    data, split = Path(sys.argv[1]).resolve(), sys.argv[2] if len(sys.argv) > 2 else "dev"
    sets = {name: read_labelled(data, name, split) for name in PLANS}
    lines = list(HEAD)
    for name, plan in PLANS.items():
        weights = learned(plan, [sets[other] for other in plan.learnt_from or (name,)])
        told = sets[name]
        likely = weights.probabilities(told.rows) if plan.learnt_from else across_folds(plan, told)
        cut = balanced_cut(told.labels, likely) if plan.balanced else best_cut((told.labels >= 0.5) * 1.0, likely)
        weights = Weights(weights.scale, weights.values, cut)
        print(f"{name}: {report(told.labels, likely)} on stories that it was not fitted on", flush=True)
        lines += lines_of(name, weights)
    (FOLDER / "alignment.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
