"""A report's language is known by its grammar words; what is short, mixed or unknown stays unknown."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from news_digest.language.detection import detect_language
from news_digest.language.tongue import READ

PASSAGES = sorted((Path(__file__).resolve().parents[1] / "passages").glob("*.txt"))  # one story in fifteen languages
SHORT = 40  # words

REPORTS = {
    "en": "The council voted on Monday to close two of its five libraries, and the mayor said it would save money.",
    "de": "Der Stadtrat hat am Montag beschlossen, zwei der fünf Büchereien zu schließen, und der Bürgermeister sagte,"
    " dass die Stadt damit Geld spart.",
    "fr": "Le conseil municipal a décidé lundi de fermer deux des cinq bibliothèques de la ville, et le maire a déclaré"
    " que cela permettrait de faire des économies.",
    "es": "El ayuntamiento decidió el lunes cerrar dos de las cinco bibliotecas de la ciudad, y el alcalde dijo que con"
    " ello se ahorraría dinero para las escuelas.",
    "it": "Il consiglio comunale ha deciso lunedì di chiudere due delle cinque biblioteche della città, e il sindaco ha"
    " detto che la misura è necessaria per il bilancio.",
    "pt": "A câmara decidiu na segunda-feira fechar duas das cinco bibliotecas da cidade, e o presidente disse que não"
    " há dinheiro para as manter e que isso não é uma surpresa.",
    "nl": "De gemeenteraad heeft maandag besloten om twee van de vijf bibliotheken te sluiten, en de burgemeester zei"
    " dat het niet anders kon.",
    "ru": "Городской совет в понедельник решил закрыть две из пяти библиотек, и мэр сказал, что это не было легким"
    " решением для города.",
    "ja": "市議会は月曜日、五つの図書館のうち二つを閉めることを決めた。市長は節約になると述べた。",
    "el": "Το δημοτικό συμβούλιο αποφάσισε τη Δευτέρα να κλείσει δύο από τις πέντε βιβλιοθήκες της πόλης.",
}


@pytest.mark.parametrize("language", REPORTS)
def test_the_language_of_one_sentence_is_known(language: str) -> None:
    assert detect_language(REPORTS[language]) == language


@pytest.mark.parametrize(
    "text", ["", "Alma", "12 34 56", "Ferry Alma Quill Berta Orrin Tessel Varona Dorn Kestria " * 3]
)
def test_what_has_no_grammar_words_has_no_language(text: str) -> None:
    assert detect_language(text) is None


def test_a_foreign_quotation_does_not_change_the_language() -> None:
    assert (
        detect_language(f"{REPORTS['en']} {REPORTS['en']} « Nous ne céderons pas sur les libertés », he said.") == "en"
    )


def pieces(file: Path, length: int) -> Iterator[str]:
    """Runs of `length` words, each beginning in the middle of the one before; of Chinese, of as many characters."""
    text = file.read_text(encoding="utf-8")
    space, words = ("", list(text)) if file.stem == "zh" else (" ", text.split())
    return (space.join(words[at : at + length]) for at in range(0, len(words) - length + 1, length // 2))


@pytest.mark.parametrize("file", PASSAGES, ids=lambda file: file.stem)
def test_the_language_of_a_report_is_known(file: Path) -> None:
    assert file.stem == detect_language(file.read_text(encoding="utf-8"))


@pytest.mark.parametrize("file", PASSAGES, ids=lambda file: file.stem)
def test_forty_words_are_never_taken_for_another_language(file: Path) -> None:
    assert {detect_language(piece) for piece in pieces(file, SHORT)} <= {file.stem, None}


def test_of_forty_words_the_language_is_known_nineteen_times_in_twenty() -> None:
    told = [detect_language(piece) == file.stem for file in PASSAGES for piece in pieces(file, SHORT)]
    assert sum(told) >= 0.95 * len(told)


@pytest.mark.parametrize("file", [file for file in PASSAGES if file.stem not in READ], ids=lambda file: file.stem)
def test_what_is_not_read_is_not_taken_for_what_is_read(file: Path) -> None:
    """Portuguese for Spanish, Dutch for German, Catalan for French: twenty words are enough."""
    assert not {detect_language(piece) for piece in pieces(file, SHORT // 2)} & set(READ)
