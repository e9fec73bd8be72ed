"""A clause tells how sure it is, and two words can say that both cannot be."""

from __future__ import annotations

import pytest

from news_digest.language.certainty import find_cues, modality, opposites

from .conftest import Case


def test_a_clause_tells_how_sure_it_is(case: Case) -> None:
    found = modality(case.text)
    cue = f": {case.text[slice(*found.cue)]}" if found.cue else ""
    assert [found.label + cue] == case.expected


def test_every_cue_is_found_in_order() -> None:
    text = "The mayor denied that the port may close."
    assert [(cue.label, text[cue.start : cue.end]) for cue in find_cues(text)] == [
        ("denied", "denied"),
        ("possible", "may"),
    ]


@pytest.mark.parametrize(
    ("a", "b", "words"),
    [
        ("Prices rose on Monday.", "On Monday prices fell.", ("rose", "fell")),
        ("The council approved the plan.", "The plan was rejected.", ("approved", "rejected")),
        ("Prices rose on Monday.", "Prices climbed on Monday.", None),
    ],
)
def test_opposite_words_are_found_on_either_side(a: str, b: str, words: tuple[str, str] | None) -> None:
    found = opposites(a, b)
    assert (found and (a[slice(*found[0])], b[slice(*found[1])])) == words
