"""A sentence that asserts three things yields three claims, each a passage of the report."""

from __future__ import annotations

from pathlib import Path

import pytest

from news_digest.model import Article, Claim, Saying
from news_digest.stages.claims import find_claims

CASES = Path(__file__).parents[1] / "cases" / "claims.txt"


def cases() -> list:
    parts = CASES.read_text(encoding="utf-8").split("\n== ")[1:]
    tables = [[row for row in part.splitlines() if row] for part in parts]
    return [pytest.param(rows[1], [row.removeprefix("- ") for row in rows[2:]], id=rows[0]) for rows in tables]


def shown(article: Article, claim: Claim) -> str:
    subject = f" < {article.words(claim.subject)}" if claim.subject else ""
    speaker = f" @ {article.words(claim.speaker)}" if claim.speaker else ""
    return article.words(claim.core) + subject + speaker


@pytest.mark.parametrize(("sentence", "expected"), cases())
def test_a_sentence_yields_the_claims_that_it_makes(story, sentence: str, expected: list[str]) -> None:
    (article,) = story(sentence)
    assert expected == [shown(article, claim) for claim in find_claims(article)]


def test_a_passage_can_be_read_alone_for_it_holds_the_subject_of_its_verb(story) -> None:
    (article,) = story("The storm flooded the harbour and destroyed forty boats.")
    claim = find_claims(article)[1]
    assert article.words(claim.passage) == "The storm flooded the harbour and destroyed forty boats"
    assert claim.passage.contains(claim.core)
    assert claim.subject
    assert claim.passage.contains(claim.subject)


@pytest.mark.parametrize(
    ("saying", "sentence"),
    [
        (Saying.OUTLET, "The ferry carried eighty passengers."),
        (Saying.REPORTED, "The coast guard said the ferry carried eighty passengers."),
        (Saying.QUOTED, "“The ferry carried eighty passengers,” the coast guard said."),
    ],
)
def test_who_answers_for_a_claim_is_known(story, saying: Saying, sentence: str) -> None:
    assert [saying] == [claim.saying for article in story(sentence) for claim in find_claims(article)]


def test_a_headline_is_no_claim(story) -> None:
    (article,) = story("# Ferry runs aground off Quill Island with eighty aboard\nThe captain was unhurt by the crash.")
    assert ["The captain was unhurt by the crash"] == [article.words(claim.core) for claim in find_claims(article)]


def test_claims_come_in_the_order_of_the_report(story) -> None:
    (article,) = story("The dam burst on Sunday.\n“We saw it coming,” Ilse Brandt said.\nThe valley was under water.")
    cores = [claim.core for claim in find_claims(article)]
    assert sorted(cores) == cores


@pytest.mark.parametrize("text", ["“" * 4000, '"a ' * 2000, "and " * 3000, "1,000 " * 2000, ", who said" * 500])
def test_no_run_of_marks_or_words_stops_the_reading(story, text: str) -> None:
    (article,) = story(text)
    assert all(0 <= claim.passage.start < claim.passage.end <= len(text) for claim in find_claims(article))


def test_the_subject_of_a_verb_after_a_relative_is_the_noun_alone(story) -> None:
    (article,) = story("The dam, which was built of earth in 1962, burst above Lenn on Sunday.")
    claim = find_claims(article)[-1]
    assert claim.subject
    assert article.words(claim.subject) == "The dam"


def test_what_opens_a_sentence_is_read_with_the_clause_that_it_opens(story) -> None:
    (article,) = story(
        "In its first conference from Port Lenn, the new council promised a bridge, and the mayor agreed."
    )
    claim = find_claims(article)[0]
    assert article.words(claim.core) == "In its first conference from Port Lenn"
    assert article.words(claim.passage) == ("In its first conference from Port Lenn, the new council promised a bridge")
