"""Wording: a loaded word or a coloured verb of speech where another outlet is neutral."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...language.terms import loaded, reporting_lemma, reporting_verb
from ...language.words import tokens, word_form
from ...model import Difference, Kind, Saying, Verdict
from .tellings import Telling, Version, write_down

LOADED = "one outlet’s word carries a judgement that the other’s does not"
BOTH_LOADED = "each outlet has a strong word of its own for the same thing"
SPEECH = "the verb of speech colours what is said"
NEUTRAL = "neutral"
MANNER = "manner"
# What sets an outlet's verb apart from `said`; `warned`, `denied` and the like name what kind of thing was said.
TELLING_COLOURS = frozenset({MANNER, "doubt", "concession", "stress"})


def differing_wording(fact: str, tellings: Sequence[Telling]) -> Iterator[Difference]:
    yield from _loaded_words(fact, tellings)
    yield from _verbs_of_speech(fact, tellings)


def _loaded_words(fact: str, tellings: Sequence[Telling]) -> Iterator[Difference]:
    """`murdered` is a difference only where another outlet says `killed` of the same."""
    neutrals = sorted(
        {neutral for telling in tellings for token in tokens(telling.text) if (neutral := loaded(token.surface))}
    )
    for neutral in neutrals:
        versions = [version for telling in tellings for version in _versions(telling, neutral)]
        if len({version.key for version in versions}) > 1 and _several(versions):
            is_neutral = any(loaded(version.words) is None for version in versions)
            yield write_down(fact, Kind.WORDING, Verdict.VARIANT, LOADED if is_neutral else BOTH_LOADED, versions)


def _versions(telling: Telling, neutral: str) -> Iterator[Version]:
    for token in tokens(telling.text):
        if telling.claim.verb and telling.passage((token.start, token.end)) == telling.claim.verb:
            continue  # a verb of speech is judged as one
        if loaded(token.surface) == neutral or token.form == word_form(neutral):
            yield Version(telling, (token.start, token.end), key=token.form)
            return


def _verbs_of_speech(fact: str, tellings: Sequence[Telling]) -> Iterator[Difference]:
    versions = [version for telling in tellings if (version := _verb(telling))]
    colours = {reporting_verb(version.words) for version in versions}
    if len(colours) > 1 and NEUTRAL in colours and colours & TELLING_COLOURS and _several(versions):
        yield write_down(fact, Kind.WORDING, Verdict.VARIANT, SPEECH, versions)


def _verb(telling: Telling) -> Version | None:
    verb = telling.claim.verb
    if verb is None or not telling.claim.passage.contains(verb):
        return None
    span = telling.span_of(verb)
    word = telling.text[slice(*span)]
    colour = reporting_verb(word)
    if colour is None or (colour != NEUTRAL and colour not in TELLING_COLOURS):
        return None
    if colour == MANNER and telling.claim.saying is not Saying.QUOTED:
        return None  # `slammed into the coast`: without a quotation it need not be speech
    return Version(telling, span, key=NEUTRAL if colour == NEUTRAL else reporting_lemma(word))


def _several(versions: Sequence[Version]) -> bool:
    return len({version.telling.article.id for version in versions}) > 1
