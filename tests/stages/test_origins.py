"""Articles that descend from one text are one origin; reporters at one event are not."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from pathlib import Path

import pytest

from news_digest.model import Article, Block, BlockKind, Outlet, Passage
from news_digest.stages.origins import find_origins

PAIRS = Path(__file__).parents[1] / "reuse_pairs"
OWN_WORK = {"independent", "colleague"}


def article(name: str, body: str, *, credit: str = "") -> Article:
    blocks = [Block(BlockKind.PARAGRAPH, Passage(name, 0, len(body)))]
    text = f"{body}\n{credit}"
    if credit:
        blocks.append(Block(BlockKind.CREDIT, Passage(name, len(body) + 1, len(text))))
    return Article(name, f"{name}.txt", "", text, Outlet(name, known=True), tuple(blocks))


def reports(file: Path) -> dict[str, Article]:
    parts = file.read_text(encoding="utf-8").split("== ")[1:]
    return {name: article(name, body.strip()) for name, body in (part.split("\n", 1) for part in parts)}


def judge(pattern: str) -> tuple[Counter[str], list[str]]:
    tally: Counter[str] = Counter()
    wrong = []
    for file in sorted(PAIRS.glob(pattern)):
        for left, right in combinations(reports(file).values(), 2):
            truth = not {left.id, right.id} & OWN_WORK
            found = len(find_origins([left, right])) == 1
            tally[("right " if truth == found else "wrong ") + ("one" if found else "two")] += 1
            wrong += [f"{file.stem}: {left.id}, {right.id}"] if truth != found else []
    return tally, wrong


@pytest.mark.parametrize("pattern", ["[!h]*.txt", "held_*.txt"])
def test_origins_are_found_under_rewriting_and_reporters_at_one_event_stay_two(pattern: str) -> None:
    tally, wrong = judge(pattern)
    precision = tally["right one"] / (tally["right one"] + tally["wrong one"])
    recall = tally["right one"] / (tally["right one"] + tally["wrong two"])
    assert precision >= 0.95, wrong
    assert recall >= 0.85, wrong


def test_a_statement_credited_to_an_agency_does_not_make_two_articles_one_origin() -> None:
    first = article("a", "The bridge will close in May, the minister told Reuters. Shops fear for their trade.")
    second = article("b", "Rail traffic doubled this year. Nobody had expected it, an official told Reuters.")
    assert [origin.articles for origin in find_origins([first, second])] == [("a",), ("b",)]


def test_the_agency_that_a_credit_line_names_is_shown_with_its_place() -> None:
    only = article("a", "The bridge will close in May.", credit="Source: NBC News")
    (origin,) = find_origins([only])
    assert origin.name == "NBC News"
    assert [only.words(passage) for passage in origin.credits] == ["Source: NBC News"]


def test_a_picture_credit_says_nothing_about_the_text() -> None:
    (origin,) = find_origins([article("a", "The bridge will close in May.", credit="Jane Doe | Sputnik | Reuters")])
    assert (origin.name, origin.credits) == (None, ())
