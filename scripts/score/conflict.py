"""Answer the conflict sets with the typed comparison, weighed by a table of coefficients (see fit_conflict.py)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from evidence import Row, evidence_of, is_against
from inputs import Answer, Inputs
from stances import stances
from weighing import read_weights

from news_digest.language.similarity import Field

BY_RULE = frozenset({"emergent_headlines"})  # one headline says that it is not so, the other that it is

Pair = dict[str, Any]


def predict(inputs: Inputs) -> Answer:
    pairs = inputs.rows
    if inputs.name in BY_RULE:
        return Answer([pair["id"] for pair in pairs if is_against(pair["a"]) != is_against(pair["b"])])
    rows = rows_of(pairs, bodies_of(inputs))
    weights = read_weights("conflict", inputs.name)
    likely = weights.probabilities(rows)
    return Answer({pair["id"]: float(value) for pair, value in zip(pairs, likely, strict=True)}, weights.cut)


def bodies_of(inputs: Inputs) -> dict[str, str]:
    """Texts by id, where the second of a pair is no text but the id of one."""
    if any(" " in pair["b"] for pair in inputs.rows):
        return {}
    return {body["id"]: body["text"] for body in inputs.beside("bodies")}


def rows_of(pairs: Sequence[Pair], bodies: Mapping[str, str]) -> list[Row]:
    """Evidence for each pair, in order."""
    if bodies:
        return _of_bodies(pairs, bodies)
    fields = _fields(pairs)
    return [evidence_of(pair["a"], pair["b"], *_in_field(fields[_story(pair)], pair)) for pair in pairs]


def _story(pair: Pair) -> str:
    return str(pair.get("topic", pair["id"]))


def _fields(pairs: Sequence[Pair]) -> dict[str, tuple[Field, dict[str, int]]]:
    """The texts of each story, so that a word weighs by how rare it is there; a pair without a topic is a story."""
    texts: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for pair in pairs:
        for text in (pair["a"], pair["b"]):
            texts[_story(pair)].setdefault(text, len(texts[_story(pair)]))
    return {story: (Field(list(found)), found) for story, found in texts.items()}


def _in_field(field: tuple[Field, dict[str, int]], pair: Pair) -> tuple[Field, tuple[int, int]]:
    return field[0], (field[1][pair["a"]], field[1][pair["b"]])


def _of_bodies(pairs: Sequence[Pair], bodies: Mapping[str, str]) -> list[Row]:
    by_body: defaultdict[str, list[int]] = defaultdict(list)
    for place, pair in enumerate(pairs):
        by_body[pair["b"]].append(place)
    rows: dict[int, Row] = {}
    for body, places in by_body.items():
        rows.update(zip(places, stances([pairs[place]["a"] for place in places], bodies[body]), strict=True))
    return [rows[place] for place in range(len(pairs))]
