"""German, French and Spanish: sentences, figures, dates, quotations and speakers are read by each language's tables."""

from __future__ import annotations

import math
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from news_digest.language.calendar_days import resolve
from news_digest.language.clauses import split_clauses
from news_digest.language.dates import find_dates
from news_digest.language.detection import detect_language
from news_digest.language.figures import compare_figures, find_figures
from news_digest.language.grammar import has_finite_verb
from news_digest.language.lexicons import FOLDER, table
from news_digest.language.quotes import find_quotes
from news_digest.language.sentences import split_sentences
from news_digest.language.speech import reported_speech
from news_digest.language.tongue import READ, reading
from news_digest.language.words import compare_form

from .conftest import Case, read_cases
from .test_figures import described

REPORT_DAY = date(2021, 12, 23)
LONGEST_LINE = 100_000  # characters: what the doors let in
OTHERS = [language for language in READ if language != "en"]


def cases(subject: str) -> list[object]:
    return [
        pytest.param(language, one, id=f"{language}: {one.title}")
        for language in OTHERS
        for one in read_cases(f"{subject}.{language}")
    ]


@pytest.mark.parametrize(("language", "one"), cases("figures"))
def test_figures_are_read_as_intervals(language: str, one: Case) -> None:
    with reading(language):
        assert one.expected == [described(one.text, figure) for figure in find_figures(one.text)]


@pytest.mark.parametrize(("language", "one"), cases("dates"))
def test_dates_are_found_and_placed(language: str, one: Case) -> None:
    with reading(language):
        mentions = find_dates(one.text)
        assert one.expected == [f"{one.text[m.start : m.end]} = {placed(m)}" for m in mentions]


def placed(mention) -> str:
    when = resolve(mention, REPORT_DAY)
    clock = f"{mention.minutes // 60}:{mention.minutes % 60:02}" if mention.minutes is not None else "-"
    return when.iso if when else clock


@pytest.mark.parametrize(("language", "one"), cases("sentences"))
def test_a_text_is_cut_into_sentences(language: str, one: Case) -> None:
    with reading(language):
        assert one.expected == [one.text[start:end] for start, end in split_sentences(one.text)]


@pytest.mark.parametrize(("language", "one"), cases("quotes"))
def test_quotations_are_found_with_their_speakers(language: str, one: Case) -> None:
    """`words | who | verb`, and `part` behind them where they are a few words out of an utterance."""
    with reading(language):
        told = []
        for quote in find_quotes(one.text):
            who, verb = (one.text[slice(*span)] if span else "-" for span in (quote.speaker, quote.verb))
            told.append(f"{one.text[quote.start : quote.end]} | {who} | {verb}" + ("" if quote.whole else " | part"))
        assert one.expected == told


@pytest.mark.parametrize(("language", "one"), cases("speech"))
def test_what_is_told_is_told_by_somebody(language: str, one: Case) -> None:
    """`who | verb | what`; `-` where the sentence tells in the outlet's own name."""
    with reading(language):
        told = reported_speech(one.text)
        parts = (told.speaker, told.verb, told.content) if told else ()
        assert one.expected == [" | ".join(one.text[slice(*part)] for part in parts) or "-"]


@pytest.mark.parametrize(
    ("language", "sentence", "expected"),
    [
        ("de", "Der Damm brach, und das Wasser lief ins Tal.", ["Der Damm brach", "das Wasser lief ins Tal"]),
        ("fr", "La digue a cédé et l’eau a envahi la vallée.", ["La digue a cédé", "l’eau a envahi la vallée"]),
        ("es", "El dique cedió y el agua inundó el valle.", ["El dique cedió", "el agua inundó el valle"]),
        ("de", "Der Wirt und die Ministerin kamen am Abend.", ["Der Wirt und die Ministerin kamen am Abend"]),
        ("fr", "Le maire et la ministre sont venus le soir.", ["Le maire et la ministre sont venus le soir"]),
        ("es", "El alcalde y la ministra llegaron por la noche.", ["El alcalde y la ministra llegaron por la noche"]),
    ],
)
def test_a_sentence_is_cut_only_where_a_new_verb_has_its_own_subject(
    language: str, sentence: str, expected: list[str]
) -> None:
    with reading(language):
        assert expected == [sentence[clause.start : clause.end] for clause in split_clauses(sentence)]


@pytest.mark.parametrize(
    ("language", "a", "b", "verdict"),
    [
        ("de", "mehr als 1.200 Anwohner", "1.250 Einwohner", "compatible"),
        ("de", "14 Verletzte", "17 Menschen wurden verletzt", "conflict"),
        ("de", "zwölf Tote", "12 Todesopfer", "same"),
        ("fr", "une centaine de pompiers", "plus de 100 pompiers", "compatible"),
        ("fr", "quatre-vingt-dix blessés", "90 personnes ont été blessées", "same"),
        ("fr", "1 200 manifestants", "12 000 manifestants", "conflict"),
        ("es", "unos 12 millones de dólares", "15 millones de dólares", "conflict"),
        ("es", "doscientos mil euros", "200.000 euros", "same"),
        ("es", "miles de vecinos", "3.400 habitantes", "compatible"),
    ],
)
def test_two_figures_are_in_conflict_only_where_no_value_satisfies_both(
    language: str, a: str, b: str, verdict: str
) -> None:
    with reading(language):
        (one,), (other,) = find_figures(a), find_figures(b)
        assert verdict == compare_figures(one, other).verdict


@pytest.mark.parametrize(
    ("language", "a", "b"),
    [
        ("de", "zwölf Häuser", "12 Haus"),
        ("de", "einundzwanzig Prozent", "21 %"),
        ("fr", "l’école", "les écoles"),
        ("fr", "40 pour cent", "40 %"),
        ("es", "las viviendas", "la vivienda"),
        ("es", "EE. UU.", "Estados Unidos"),
    ],
)
def test_one_thing_has_one_form_however_it_is_written(language: str, a: str, b: str) -> None:
    with reading(language):
        articles = {"le", "la", "les", "l'", "las"}
        assert [form for form in compare_form(a).split() if form not in articles] == [
            form for form in compare_form(b).split() if form not in articles
        ]


@pytest.mark.slow
@given(st.text(alphabet="„“«»”‚‘'’\"—–-.,:;!?¿¡ 0123456789 €%abdeéñü\u00a0\n", max_size=300), st.sampled_from(OTHERS))
@settings(max_examples=150, deadline=None)
def test_whatever_stands_there_every_span_lies_in_the_text(text: str, language: str) -> None:
    with reading(language):
        for start, end in split_sentences(text):
            assert 0 <= start < end <= len(text)
        for figure in find_figures(text):
            assert 0 <= figure.start <= figure.number[0] < figure.number[1] <= figure.end <= len(text)
        for mention in find_dates(text):
            assert 0 <= mention.start < mention.end <= len(text)
            resolve(mention, REPORT_DAY)
        for quote in find_quotes(text):
            assert 0 <= quote.start <= quote.end <= len(text)
        reported_speech(text)
        split_clauses(text)
        detect_language(text)


@pytest.mark.slow
@pytest.mark.parametrize("language", READ)
@pytest.mark.parametrize(
    "bait", ["thirty and ", "treinta y ", "mil ", "1 000 ", "gesagt ", "vor mehr als ", "„“»«", "z. B. "]
)
def test_a_line_of_one_thing_repeated_is_read_to_its_end(language: str, bait: str) -> None:
    """`mil mil mil …` is no number, and no clause is looked back through from each of its words."""
    text = bait * (LONGEST_LINE // len(bait) // 4)
    with reading(language):
        assert split_sentences(text)[-1][1] == len(text.rstrip())
        assert all(figure.high is None or figure.high < math.inf for figure in find_figures(text))
        for read in (find_dates, find_quotes, reported_speech, split_clauses):
            read(text)


def test_a_language_may_do_without_a_list_but_a_name_that_no_language_has_is_an_error() -> None:
    assert table("ordinal_endings", "de") == ()
    with pytest.raises(FileNotFoundError):
        table("ordinal_ending")


@pytest.mark.slow
def test_every_list_of_a_language_is_one_that_is_asked_for() -> None:
    code = " ".join(path.read_text(encoding="utf-8") for path in FOLDER.parents[1].rglob("*.py"))
    unused = [path.name for language in READ for path in (FOLDER / language).iterdir() if f'"{path.stem}"' not in code]
    assert unused == []


@pytest.mark.parametrize(
    ("language", "text", "says"),
    [
        ("es", "La policía busca a dos hombres.", True),
        ("es", "Los vecinos exigen respuestas.", True),
        ("es", "La alcaldesa, Ana Ruiz, en la plaza.", False),
        ("fr", "La police recherche deux hommes.", True),
        ("fr", "Les riverains exigent des réponses.", True),
        ("fr", "La société française à Orrin.", False),
    ],
)
def test_a_verb_that_no_list_has_is_known_by_where_it_stands(language: str, text: str, says: bool) -> None:
    with reading(language):
        assert says is has_finite_verb(text)
