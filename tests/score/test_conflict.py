"""The typed comparison of two texts is weighed by a table that was fitted once and is read in every run."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest

SCRIPTS = Path(__file__).parents[2] / "scripts"
sys.path.insert(0, str(SCRIPTS / "score"))

from conflict import rows_of  # noqa: E402
from evidence import is_against  # noqa: E402
from weighing import Scale, Weights, best_cut, fit, lines_of, read_weights  # noqa: E402

DOUBT = {"id": "1", "a": "Mayor of Lenn sells the harbour to a rival", "b": "Mayor denies that the harbour was sold"}
TWICE = {"id": "2", "a": "Nine people died in the fire in Lenn.", "b": "Nine people died in the Lenn fire."}


def test_a_denial_is_told_from_an_imperative() -> None:
    assert is_against("Mayor denies that the harbour was sold")
    assert not is_against("Don’t forget to vote on Sunday")


@pytest.mark.parametrize("name", ["numeric_news", "claimdiff"])
def test_every_feature_of_the_table_is_made(name: str) -> None:
    likely = read_weights("conflict", name).probabilities(rows_of([DOUBT, TWICE], {}))

    assert all(0 < value < 1 for value in likely)


def test_a_headline_is_set_against_a_body() -> None:
    pairs = [{"id": "1", "a": DOUBT["a"], "b": "b1"}, {"id": "2", "a": DOUBT["b"], "b": "b1"}]
    rows = rows_of(pairs, {"b1": "The mayor of Lenn denied that she had sold the harbour. It was a hoax, she said."})
    told, denied = read_weights("conflict", "fnc1").probabilities(rows)

    assert told > denied


def test_one_fact_in_two_orders_is_less_of_a_conflict_than_two_counts() -> None:
    counts = {
        "id": "3",
        "a": "Nine people died in the fire in Lenn.",
        "b": "The fire in Lenn cost 40 families their homes.",
    }
    same, other = read_weights("conflict", "numeric_news").probabilities(rows_of([TWICE, counts], {}))

    assert other > same


def test_what_is_fitted_is_read_back_as_it_was_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [{"far": float(far), "near": float(far % 3)} for far in range(40)]
    labels = np.array([float(row["far"] > 20) for row in rows])
    plain = np.array([list(row.values()) for row in rows])
    scale = Scale(("far", "near"), plain.mean(axis=0), plain.std(axis=0), ("far",))
    weights = Weights(scale, fit(scale.matrix(rows), labels, ridge=0.1))
    cut = best_cut(labels, weights.probabilities(rows))
    table = tmp_path / "conflict.tsv"
    table.write_text("\n".join(lines_of("set", Weights(scale, weights.values, cut))), encoding="utf-8")
    monkeypatch.setattr("weighing.FOLDER", table.parent)

    read = read_weights("conflict", "set")

    assert list(labels) == list((read.probabilities(rows) >= read.cut).astype(float))
