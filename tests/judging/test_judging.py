"""The judge is right about digests made by hand."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).resolve()
sys.path.insert(0, str(HERE.parents[2] / "scripts"))

from judging.key import AnswerKeyError, Key, Span, read_key  # noqa: E402
from judging.produced import Difference, Fact, Produced, Side, from_story_json  # noqa: E402
from judging.report import Judged, judge  # noqa: E402

ROOT = HERE.parents[2]
STORIES = sorted(path.parent for path in (ROOT / "tests/stories").glob("*/key.yml"))

REPORTS = {
    "gazette": "Six sheep were stolen in Ofton on Monday. The thief fled in a van, said Constable Pike.",
    "herald": "Thieves took 6 sheep from a farm in Ofton. They fled in a lorry. A dog was unhurt.",
    "echo": "Sheep-stealing: eight animals are gone from Ofton, police say. The dog was fine.",
}
KEY = """
origins: [[gazette], [herald, echo]]
facts:
  - about: sheep stolen
    status: disputed
    in: {gazette: Six sheep were stolen, herald: Thieves took 6 sheep, echo: eight animals are gone}
  - about: they fled
    in: {gazette: The thief fled in a van, herald: They fled in a lorry}
  - about: the dog
    in: {herald: A dog was unhurt, echo: The dog was fine}
differences:
  - about: how many
    kind: number
    verdict: conflict
    sides: [{gazette: Six sheep, herald: 6 sheep}, {echo: eight animals}]
not_same:
  - [{gazette: The thief fled in a van}, {echo: The dog was fine}]
not_different:
  - [{gazette: Six sheep}, {herald: 6 sheep}]
"""


@pytest.fixture
def key(tmp_path: Path) -> Key:
    return key_of(tmp_path, KEY)


def key_of(folder: Path, written: str) -> Key:
    for name, text in REPORTS.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    (folder / "key.yml").write_text(written, encoding="utf-8")
    return read_key(folder / "key.yml", folder)


def at(article: str, words: str) -> Span:
    start = REPORTS[article].index(words)
    return Span(article, start, start + len(words))


SHEEP = (at("gazette", "Six sheep were stolen in Ofton"), at("herald", "Thieves took 6 sheep from a farm in Ofton."))
DOGS = (at("herald", "A dog was unhurt."), at("echo", "The dog was fine."))


def facts_judged(key: Key, *facts: Fact) -> Judged:
    return judge("sheep", key, Produced(facts=facts))


def test_a_fact_whose_passages_state_one_thing_is_right(key: Key) -> None:
    judged = facts_judged(key, Fact("f1", "agreed", SHEEP))
    assert judged.facts[0].grade == "right"
    assert judged.figures["fact_recall"] == pytest.approx(1 / 3)
    assert judged.figures["passage_recall"] == pytest.approx(2 / 7)


def test_a_passage_that_says_something_else_makes_a_fact_partly_right(key: Key) -> None:
    judged = facts_judged(key, Fact("f1", "agreed", (*SHEEP, DOGS[1])))
    assert judged.facts[0].grade == "partly"
    assert judged.facts[0].strays == (DOGS[1],)
    assert judged.figures["fact_precision"] == 0


def test_a_near_miss_is_wrong_and_is_named(key: Key) -> None:
    judged = facts_judged(key, Fact("f1", "agreed", (at("gazette", "The thief fled in a van"), DOGS[1])))
    assert judged.facts[0].grade == "wrong"
    assert judged.figures["near_misses"] == 1


def test_a_passage_that_holds_less_than_half_of_the_words_does_not_state_it(key: Key) -> None:
    judged = facts_judged(key, Fact("f1", "agreed", (at("gazette", "Six sheep"), SHEEP[1])))
    assert judged.facts[0].grade == "wrong"


def test_two_reports_of_one_origin_are_a_single_origin(key: Key) -> None:
    judged = facts_judged(key, Fact("f1", "agreed", DOGS), Fact("f2", "single-origin", DOGS))
    assert [one.status_right for one in judged.facts] == [False, True]
    assert any(line.startswith("TOLD TWICE") for line in judged.listing())


def test_a_disputed_fact_may_not_be_called_agreed_when_all_sides_are_cited(key: Key) -> None:
    all_sides = (*SHEEP, at("echo", "eight animals are gone from Ofton"))
    judged = facts_judged(key, Fact("f1", "agreed", all_sides), Fact("f2", "disputed", all_sides))
    assert [one.status_right for one in judged.facts] == [False, True]


def difference(kind: str, verdict: str, *sides: tuple[Span, ...]) -> Difference:
    return Difference("d1", kind, verdict, "sheep", tuple(Side(side) for side in sides))


def grade(key: Key, made: Difference) -> str:
    return judge("sheep", key, Produced(differences=(made,))).differences[0].grade


EIGHT = (at("echo", "eight animals are gone from Ofton"),)


def test_a_difference_is_right_when_kind_verdict_and_sides_fit(key: Key) -> None:
    assert grade(key, difference("number", "conflict", SHEEP, EIGHT)) == "right"


def test_a_difference_of_the_wrong_kind_or_verdict_is_named_so(key: Key) -> None:
    assert grade(key, difference("wording", "variant", SHEEP, EIGHT)) == "wrong kind, verdict"


def test_a_side_that_joins_both_values_has_a_stray_passage(key: Key) -> None:
    assert grade(key, difference("number", "conflict", (*SHEEP, *EIGHT), EIGHT)) == "wrong stray passage"


def test_a_conflict_between_equal_figures_is_forbidden(key: Key) -> None:
    assert grade(key, difference("number", "conflict", SHEEP[:1], SHEEP[1:])) == "forbidden conflict"


def test_a_difference_that_marks_other_words_is_another_difference(key: Key) -> None:
    sides = (
        Side(SHEEP[:1], marks=(at("gazette", "stolen"),)),
        Side(EIGHT, marks=(at("echo", "gone"),)),
    )
    assert grade(key, Difference("d1", "number", "conflict", "sheep", sides)) == "not in the key"


def test_a_story_json_is_read_as_the_results_are(tmp_path: Path) -> None:
    passage = {"article": "gazette", "start": 0, "end": 3, "until": 30, "text": "Six"}
    fact = {"id": "f1", "status": "agreed", "support": [passage, {**passage, "article": "herald", "until": 41}]}
    side = {"passages": [passage], "marks": [passage]}
    difference = {"id": "d1", "kind": "number", "verdict": "conflict", "about": "sheep", "sides": [side, side]}
    story = {
        "articles": [{"id": "gazette"}, {"id": "herald"}],
        "origins": [{"articles": ["gazette"]}, {"articles": ["herald"]}],
        "facts": [fact],
        "differences": [difference],
    }
    (tmp_path / "story.json").write_text(json.dumps(story), encoding="utf-8")
    six = Side((Span("gazette", 0, 30),), marks=(Span("gazette", 0, 30),))
    expected = Produced(
        stories=(("gazette", "herald"),),
        origins=(("gazette",), ("herald",)),
        facts=(Fact("f1", "agreed", (Span("gazette", 0, 30), Span("herald", 0, 41))),),
        differences=(Difference("d1", "number", "conflict", "sheep", (six, six)),),
    )
    assert from_story_json(tmp_path / "story.json") == expected


def test_origins_are_counted_by_pairs(key: Key) -> None:
    judged = judge("sheep", key, Produced(origins=(("gazette", "herald", "echo"),)))
    assert judged.figures["origin_precision"] == pytest.approx(1 / 3)
    assert judged.figures["origin_recall"] == 1


@pytest.mark.parametrize(
    ("written", "complaint"),
    [
        (KEY.replace("A dog was unhurt", "A cat was unhurt"), "does not say “A cat was unhurt”"),
        (KEY.replace("herald: They", "times: They"), "no report “times”"),
        (KEY.replace("not_same", "not_sane"), "did you mean “not_same”"),
    ],
)
def test_a_key_that_does_not_fit_its_reports_is_refused(tmp_path: Path, written: str, complaint: str) -> None:
    with pytest.raises(AnswerKeyError, match=complaint):
        key_of(tmp_path, written)


@pytest.mark.parametrize("story", STORIES, ids=lambda path: path.name)
def test_every_invented_story_has_a_key_that_fits(story: Path) -> None:
    key = read_key(story / "key.yml", story)
    assert {name for origin in key.origins for name in origin} == set(key.texts)
    assert sum(known.expected for known in key.facts) >= 4 * len(key.texts)
    assert sum(known.expected for known in key.differences) >= 3


def test_the_key_of_the_seeds_fits(example: Path) -> None:
    key = read_key(ROOT / "tests/seed_key.yml", example)
    assert {name for origin in key.origins for name in origin} == set(key.texts)
