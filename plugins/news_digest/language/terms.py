"""Know how a word colours what it tells: reporting verbs, and loaded words with their neutral counterparts."""

from __future__ import annotations

from .lexicons import table
from .tongue import ENGLISH, by_language, language_read
from .words import word_form

VOWELS = "aeiou"


def reporting_verb(word: str) -> str | None:
    """Colour of a verb of speech in any form: neutral, manner, doubt, concession, stress or stance; None for others."""
    entry = _verbs().get(word.lower())
    return entry[1] if entry else None


def reporting_lemma(word: str) -> str | None:
    """The verb's dictionary form, in English for every language ("said" and "sagte" give "say"); None for others."""
    entry = _verbs().get(word.lower())
    return entry[0] if entry else None


def is_participle(word: str) -> bool:
    """Whether a verb of speech stands in a form that needs another verb: `gesagt`, `déclaré`. Not for English."""
    return word in _participles()


def neutral_forms(form: str) -> frozenset[str]:
    """Forms of the words that say without judgement what the loaded one says: `slash` gives those of `cut`, `reduce`;
    none for a word that is not loaded."""
    return _loaded().get(form, frozenset())


def is_another_word(surface: str, form: str) -> bool:
    """`pound`, `batter`: what is loaded is `pounded` and `battered`, which have the same form."""
    word = surface.lower()
    return word == form and bool(neutral_forms(form)) and word not in _listed()


@by_language()
def _listed() -> frozenset[str]:
    return frozenset(word for row in table("loaded_terms") for word in row)


def is_neutral(form: str) -> bool:
    """Whether a loaded word may stand in its place."""
    return form in _neutrals()


@by_language()
def _neutrals() -> frozenset[str]:
    return frozenset(form for forms in _loaded().values() for form in forms)


@by_language()
def _verbs() -> dict[str, tuple[str, str]]:
    if language_read() == ENGLISH:
        rows = table("reporting_verbs")
        return {form: (verb, colour) for verb, past, colour in rows for form in verb_forms(verb, past)}
    return {
        form: (verb, colour)
        for verb, colour, finite, participles in table("reporting_verbs")
        for form in (finite + " " + participles).split()
    }


@by_language()
def _participles() -> frozenset[str]:
    return frozenset(form for _, _, _, participles in table("reporting_verbs") for form in participles.split())


@by_language()
def _loaded() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for neutral, *terms in table("loaded_terms"):
        for term in terms:
            if word_form(term) != word_form(neutral):
                found.setdefault(word_form(term), set()).add(word_form(neutral))
    return {form: frozenset(neutrals) for form, neutrals in found.items()}


def verb_forms(verb: str, past: str) -> tuple[str, str, str, str]:
    """Base, third person, past and -ing form of an English verb."""
    return verb, _third_person(verb), past, _gerund(verb, past)


def _third_person(verb: str) -> str:
    if verb.endswith("y") and verb[-2] not in VOWELS:
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z")) else "s")


def _gerund(verb: str, past: str) -> str:
    if past == verb + verb[-1] + "ed":  # admit, admitted: the doubled consonant stays
        return past[:-2] + "ing"
    if verb.endswith("e") and not verb.endswith("ee"):
        return verb[:-1] + "ing"
    return verb + "ing"
