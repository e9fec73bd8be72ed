"""A sentence is cut where a new finite verb begins, and nowhere inside a list, a name or a quotation."""

from __future__ import annotations

import pytest

from news_digest.language.clauses import split_clauses


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The storm flooded the harbour.", ["The storm flooded the harbour"]),
        ("Boats, nets and sheds were lost on Sunday.", ["Boats, nets and sheds were lost on Sunday"]),
        ("The dam burst; the valley was under water.", ["The dam burst", "the valley was under water"]),
        ("The mayor resigned; and the council met.", ["The mayor resigned", "the council met"]),
        (
            "The governor opened the bridge, but the mayor stayed away.",
            ["The governor opened the bridge", "the mayor stayed away"],
        ),
        (
            "The storm flooded the harbour and destroyed forty boats.",
            ["The storm flooded the harbour", "destroyed forty boats"],
        ),
        (
            "The report blamed “the firm that built it and the men who ran it”.",
            ["The report blamed “the firm that built it and the men who ran it”"],
        ),
    ],
)
def test_a_sentence_is_cut_into_what_it_asserts(sentence: str, expected: list[str]) -> None:
    assert expected == [sentence[clause.start : clause.end] for clause in split_clauses(sentence)]


def test_a_verb_without_a_subject_of_its_own_belongs_to_the_one_before() -> None:
    sentence = "The storm flooded the harbour and destroyed forty boats."
    subject = split_clauses(sentence)[1].subject
    assert subject
    assert sentence[slice(*subject)] == "The storm"


def test_a_heading_asserts_nothing() -> None:
    assert [False] == [clause.asserts for clause in split_clauses("The port of Lenn")]


def test_nothing_has_no_clauses() -> None:
    assert () == split_clauses("")
