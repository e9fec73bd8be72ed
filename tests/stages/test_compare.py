"""Passages that state one thing are compared slot by slot, and only what an editor would call a difference is one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from news_digest.language.tongue import reading
from news_digest.model import Difference, Verdict

CASES = Path(__file__).parents[1] / "cases" / "differences.txt"
DAY = re.compile(r"\[([\d-]+)\] ")


def cases() -> list:
    found = []
    for part in CASES.read_text(encoding="utf-8").split("\n== ")[1:]:
        title, *rows = (row for row in part.splitlines() if row)
        told = [row for row in rows if not row.startswith("->")]
        days = [match[1] if (match := DAY.match(row)) else None for row in told]
        expected = [row.removeprefix("-> ") for row in rows if row.startswith("->") and row != "-> nothing"]
        found.append(pytest.param([DAY.sub("", row) for row in told], days, expected, id=title))
    return found


def shown(texts: list[str], difference: Difference) -> str:
    marked = [
        " … ".join(texts["abcdefgh".index(mark.article)][mark.start : mark.end] for mark in side.marks)
        for side in difference.sides
    ]
    return " | ".join([f"{difference.kind} {difference.verdict}", *marked])


@pytest.mark.parametrize(("texts", "days", "expected"), cases())
def test_passages_differ_as_an_editor_would_say(differences, texts, days, expected) -> None:
    assert expected == [shown(texts, difference) for difference in differences(*texts, days=days)]


@pytest.mark.parametrize(
    ("language", "one", "other", "expected"),
    [
        (
            "de",
            "Der Rat hat das Angebot der Molkerei angenommen.",
            "Der Rat hat das Angebot der Molkerei abgelehnt.",
            1,
        ),
        ("de", "Die Molkerei kauft die Wiese am Orrinbach.", "Die Molkerei kauft das Grünland am Orrinbach.", 0),
        (
            "de",
            "Seit Mai leitet Petra Lunt die Molkerei am Bach.",
            "Seit Mai leitet Amos Brill die Molkerei am Bach.",
            1,
        ),
        ("de", "Ein 34-jähriger Mann wurde in Orrin festgenommen.", "Ein 36-Jähriger wurde in Orrin festgenommen.", 1),
        ("de", "Das Lager am Orrinbach wurde 2008 eröffnet.", "Das 2006 gegründete Lager am Orrinbach brannte.", 1),
        ("es", "El molino de Orrin emplea a 160 personas.", "Unas 210 personas trabajan en el molino de Orrin.", 1),
        ("fr", "Un homme de 34 ans a été interpellé à Orrin.", "Un homme de 36 ans a été interpellé à Orrin.", 1),
        ("fr", "La mairie a accepté l’offre de la laiterie.", "La mairie a rejeté l’offre de la laiterie.", 1),
        ("es", "Un hombre resultó herido leve en el molino.", "Un hombre resultó herido grave en el molino.", 1),
    ],
)
def test_lines_alike_but_for_one_word_in_other_languages(differences, language, one, other, expected) -> None:
    with reading(language):
        found = [difference for difference in differences(one, other) if difference.verdict is Verdict.CONFLICT]
    assert expected == len(found)
