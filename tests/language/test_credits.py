"""Agencies are credited in many forms: for a whole text, for a part of it, or for one statement."""

from __future__ import annotations

import pytest

from news_digest.language.credits import find_credits

WHOLE = """
Source: Reuters | Reuters
(AP) | AP
— dpa | dpa
© 2024 AFP | AFP
Copyright 2024 The Associated Press. All rights reserved. | AP
By The Associated Press | AP
BY ASSOCIATED PRESS | AP
By Ilse Brandt, Associated Press | AP
Reporting by Reuters | Reuters
Quelle: dpa | dpa
Von Ilse Brandt, dpa | dpa
Source : AFP | AFP
Fuente: EFE | EFE
This story was originally published by The Harbour Times. | The Harbour Times
"""
PART = """
— with files from The Canadian Press | The Canadian Press
Additional reporting by Agence France-Presse | AFP
(With inputs from PTI) | PTI
Mit Material von dpa | dpa
avec l’AFP | AFP
Con información de EFE | EFE
The Associated Press contributed to this report. | AP
Reuters correspondent Ilse Brandt in Varona contributed to this report. | Reuters
"""
STATEMENT = """
The pact will hold, the minister told Reuters on Monday. | Reuters
"We wait," he said, according to a Reuters translation. | Reuters
It was the fifth, according to an AP count. | AP
The Interfax news agency quoted him as saying so. | Interfax
In an interview with AFP, she denied it. | AFP
The state news agency TASS reported the arrest. | TASS
The bank will close, Bloomberg News reported. | Bloomberg
"""


def lines(table: str) -> list[list[str]]:
    return [line.split(" | ") for line in table.strip().splitlines()]


def read(text: str, *, alone: bool) -> list[tuple[str, bool]]:
    return [(credit.name, credit.whole) for credit in find_credits(text, line_of_its_own=alone)]


@pytest.mark.parametrize(("text", "agency"), lines(WHOLE))
def test_a_line_can_credit_an_agency_with_the_whole_text(text: str, agency: str) -> None:
    assert [(agency, True)] == read(text, alone=True)


@pytest.mark.parametrize(("text", "agency"), lines(PART))
def test_an_agency_that_contributed_is_not_credited_with_the_whole_text(text: str, agency: str) -> None:
    assert [(agency, False)] == read(text, alone=True) == read(text, alone=False)


@pytest.mark.parametrize(("text", "agency"), lines(STATEMENT))
def test_a_sentence_can_owe_one_statement_to_an_agency(text: str, agency: str) -> None:
    assert [(agency, False)] == read(text, alone=False)


def test_the_brackets_of_a_dateline_credit_the_whole_text() -> None:
    assert [("AP", True)] == read("PORT ELLERY, Varona (AP) — The pact will hold.", alone=False)


@pytest.mark.parametrize("text", ["AP Photo/Ilse Brandt", "Ilse Brandt | AP", "Source link", "By Michael Bloomberg"])
def test_pictures_links_and_namesakes_are_no_credits_of_the_text(text: str) -> None:
    assert [] == read(text, alone=True)
