"""Answer the alignment sets with the cues that the stages read, weighed by a table of each set (fit_alignment.py)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any, NamedTuple

from inputs import Answer, Inputs
from weighing import Weights, read_weights

from news_digest.language.cues import find_cues
from news_digest.language.linkage import link
from news_digest.language.similarity import Field

Row = dict[str, Any]


class Pair(NamedTuple):
    """Two items that may be the same, by id (one id twice where the set gives pairs), and what speaks for it."""

    first: str
    second: str
    story: str
    cues: Mapping[str, float]


def predict(inputs: Inputs) -> Answer:
    pairs, weights = list(pairs_of(inputs)), read_weights("alignment", inputs.name)
    likely = weights.probabilities([pair.cues for pair in pairs]).tolist()
    if "question" in inputs.rows[0]:
        return Answer(dict(_groups(inputs.rows, pairs, likely, weights)))
    if "topic" in inputs.rows[0]:
        return Answer(
            [(pair.first, pair.second, value) for pair, value in zip(pairs, likely, strict=True)], weights.cut
        )
    return Answer({pair.first: value for pair, value in zip(pairs, likely, strict=True)}, weights.cut)


def pairs_of(inputs: Inputs) -> Iterator[Pair]:
    """The pairs that a set asks about: as given, of two articles of one topic, or of two answers to one question."""
    rows = inputs.rows
    if "question" in rows[0]:
        yield from _within(rows, "question", "answer")
    elif "topic" in rows[0]:
        yield from _within(rows, "topic", "text")
    else:
        for row in rows:
            yield Pair(row["id"], row["id"], row["id"], _cues([row["a"], row["b"]])(0, 1))


def _within(rows: Sequence[Row], key: str, text: str) -> Iterator[Pair]:
    for story, items in _by(rows, key).items():
        cues = _cues([item[text] for item in items])
        summary = any(item.get("doc") == "summary" for item in items)
        for a, b in combinations(range(len(items)), 2):
            documents = {items[a].get("doc", a), items[b].get("doc", b)}
            if len(documents) == 2 and (not summary or "summary" in documents):
                yield Pair(items[a]["id"], items[b]["id"], story, cues(a, b))


def _cues(texts: Sequence[str]) -> Any:
    """The cues of all pairs of `texts`, which are a story: `cues(a, b)` is one pair's."""
    everything = range(len(texts))
    found = find_cues(Field(texts), everything, everything)
    return lambda a, b: {name: float(cue[a, b]) for name, cue in found.items()}


def _groups(
    rows: Sequence[Row], pairs: Sequence[Pair], likely: Sequence[float], weights: Weights
) -> Iterator[tuple[str, str]]:
    """Answers to one question, grouped by the likeness of the words that give them."""
    of: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for pair, value in zip(pairs, likely, strict=True):
        of[pair.first][pair.second] = of[pair.second][pair.first] = value
    for items in _by(rows, "question").values():
        place = {item["id"]: at for at, item in enumerate(items)}
        likes = [{place[other]: value for other, value in of[item["id"]].items()} for item in items]
        for number, group in enumerate(link(likes, lambda *_: weights.cut, weights.cut)):
            for at in group:
                yield items[at]["id"], f"{items[0]['id']}-{number}"


def _by(rows: Sequence[Row], key: str) -> dict[str, list[Row]]:
    groups: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[row[key]].append(row)
    return dict(groups)
