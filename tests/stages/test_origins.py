"""Articles that descend from one text are one origin; reporters at one event are not."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest

from news_digest.language.tongue import reading
from news_digest.model import Article, Block, BlockKind, Outlet, Passage
from news_digest.stages.origins import find_origins

ROOT = Path(__file__).parents[2]
PAIRS = ROOT / "tests/reuse_pairs"
METHOD = ROOT / "content/pages/method.md"
OWN_WORK = {"independent", "colleague", "release"}


def article(name: str, body: str, *, credit: str = "") -> Article:
    text, blocks = "", []
    for kind, line in [*((BlockKind.PARAGRAPH, line) for line in body.splitlines()), (BlockKind.CREDIT, credit)]:
        blocks += [Block(kind, Passage(name, len(text), len(text) + len(line)))] if line else []
        text += f"{line}\n"
    return Article(name, f"{name}.txt", "", text, Outlet(name, known=True), tuple(blocks))


def reports(file: Path) -> dict[str, Article]:
    parts = file.read_text(encoding="utf-8").split("== ")[1:]
    return {name: article(name, body.strip()) for name, body in (part.split("\n", 1) for part in parts)}


def judge(pattern: str) -> tuple[Counter[str], list[str]]:
    """How many pairs are of one origin or of two and were `right` or `wrong`, and which were wrong."""
    tally: Counter[str] = Counter()
    wrong = []
    for file in sorted(PAIRS.glob(pattern)):
        for left, right in combinations(reports(file).values(), 2):
            truth = not {left.id, right.id} & OWN_WORK
            found = len(find_origins([left, right])) == 1
            tally[("right " if truth == found else "wrong ") + ("one" if found else "two")] += 1
            wrong += [f"{file.stem}: {left.id}, {right.id}"] if truth != found else []
    return tally, wrong


def printed(row: str) -> list[int]:
    """The figures that the method page prints in the row of that name."""
    lines = METHOD.read_text(encoding="utf-8").splitlines()
    line = next(line for line in lines if line.startswith(f"| {row} |"))
    return [int(cell) for cell in line.strip("|").split("|")[1:]]


@pytest.mark.slow
@pytest.mark.parametrize(("row", "pattern"), [("looked at", "[!h]*.txt"), ("set apart", "held_*.txt")])
def test_origins_are_found_under_rewriting_and_reporters_at_one_event_stay_two(row: str, pattern: str) -> None:
    tally, wrong = judge(pattern)
    one = tally["right one"] + tally["wrong two"]
    assert tally["right one"] / (tally["right one"] + tally["wrong one"]) >= 0.95, wrong
    assert tally["right one"] / one >= 0.85, wrong
    expected = [tally.total(), one, tally["right one"], tally["wrong two"], tally["wrong one"]]
    assert expected == printed(row), wrong


@pytest.mark.parametrize("file", sorted(PAIRS.glob("*.txt")), ids=lambda file: file.stem)
def test_all_that_descend_from_a_model_are_one_origin_where_the_model_is_there(file: Path) -> None:
    found = {frozenset(origin.articles) for origin in find_origins(list(reports(file).values()))}
    assert frozenset(set(reports(file)) - OWN_WORK) in found


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


@pytest.mark.parametrize("language", ["de", "es", "fr"])
def test_in_other_languages_reporters_who_tell_the_same_things_in_the_same_order_stay_two(language: str) -> None:
    with reading(language):
        tally, wrong = judge(f"others/{language}.txt")
    assert not wrong
    assert tally["right two"]


SHARED = "The council of Lenn sold the old tram depot on the quay to a builder for nine million crowns on Monday.\n"
FIRST = SHARED + (
    "Neighbours collected signatures against the sale of the depot.\n"
    "Mayor Ada Quist called the price fair and the quay a place for homes.\n"
    "Work on the foundations begins in May, and two years later the first families will move in.\n"
    "A museum of trams had been promised for the hall.\n"
)
SECOND = SHARED + (
    "Ada Quist, the mayor, wants homes on the quay before the election.\n"
    "The tram club has nowhere to put its four carriages now.\n"
    "Its chairman spoke of a broken word about the museum in the hall.\n"
    "Cranes could stand at the depot in May, and the neighbours protest.\n"
)


def test_sister_sites_of_one_owner_need_less_to_be_one_origin() -> None:
    first, second = article("a", FIRST), article("b", SECOND)
    assert len(find_origins([first, second])) == 2
    (origin,) = find_origins([owned(first), owned(second)])
    assert "both belong to Coast Media" in origin.why


def owned(report: Article) -> Article:
    return replace(report, outlet=replace(report.outlet, owner="Coast Media"))


TOLD = (
    "The weir at Orrin broke on Sunday after eleven days of rain in the hills.\n"
    "Water ran through the mill, the school and forty houses below the ford.\n"
    "Farmers drove their cattle to the meadow behind the chapel before dawn.\n"
    "Divers from Teasel closed the sluice with sandbags, steel plates and a barge.\n"
    "The county had put off repairs twice because money was missing.\n"
    "An engineer had found cracks in the concrete three summers ago.\n"
    "Trains stop at Marlow until the embankment is dry again.\n"
    "A crane from the harbour will lift the bent gate in March.\n"
)
TOLD_ANEW = (
    "Trains stop at Marlow until the embankment is dry again, the county says.\n"
    "The mill, the school and the chapel have had rain for eleven days, and on Sunday the ford broke.\n"
    "An engineer from Teasel had found cracks behind the sluice, and money for steel plates was missing.\n"
    "Divers drove to the weir at Orrin before dawn with a barge and sandbags, and closed the concrete.\n"
    "Three summers ago farmers put forty cattle in the meadow below the hills.\n"
    "Twice the water ran through houses, and repairs stop.\n"
    "In the harbour a bent crane waits; March, some fear, comes first for the gate.\n"
)


@pytest.mark.parametrize(
    ("other_voice", "origins"), [("It was like a train in the night", 1), ("Nobody rang the bell", 2)]
)
def test_reporters_who_asked_people_of_their_own_may_tell_the_same_things(other_voice: str, origins: int) -> None:
    first = article("a", TOLD + "“It was like a train in the night,” said miller Ada Prell.\n")
    second = article("b", TOLD_ANEW + f"“{other_voice},” said somebody at the ford.\n")
    assert len(find_origins([first, second])) == origins


def test_an_agency_is_named_beside_the_report_that_credits_it() -> None:
    first = article("a", FIRST, credit="Source: NBC News")
    (origin,) = find_origins([owned(first), owned(article("b", SECOND))])
    assert "a: credited to NBC News" in origin.why
