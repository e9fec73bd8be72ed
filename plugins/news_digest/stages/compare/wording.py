"""Wording: a loaded word or a coloured verb of speech where another outlet is neutral."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np

from ...language.grammar import Word, tag_words
from ...language.lexicons import words as word_list
from ...language.terms import is_another_word, is_neutral, neutral_forms, reporting_lemma, reporting_verb
from ...language.words import Token, tokens
from ...model import Alignment, Difference, Kind, Passage, Saying, Verdict
from ...remember import between_builds
from .beside import shared_beside
from .quotes import prints_of
from .sureness import Alike
from .tellings import Span, Telling, Version, fact_of_all
from .utterances import Line
from .written import write_down

LOADED = "one outlet’s word carries a judgement that the other’s does not"
SPEECH = "the verb of speech colours what is said"
NEUTRAL = "neutral"
MANNER = "manner"
ENOUGH = 6.0  # weight of shared words beside two words (see beside.py) from which they are said of one thing
ALIKE = 0.1  # likeness of the two sentences
NOUN = "n"  # tag
KINDS = dict.fromkeys("DBGVZ", "verb") | {NOUN: "noun"}  # a participle may be an adjective as well
BESIDE = 4  # words to either side of a figure that tell what it does
Told = list[tuple[Telling, list[Token]]]  # passages of one thing, each with the words of it that are compared
# What sets an outlet's verb apart from `said`; `warned`, `denied` and the like name what kind of thing was said.
TELLING_COLOURS = frozenset({MANNER, "doubt", "concession", "stress"})


def differing_wording(told: Sequence[Told], alignments: Sequence[Alignment]) -> Iterator[Difference]:
    """`murdered` is a difference only where another outlet says `killed` of the same. Each strong word is told once."""
    shown: set[Passage] = set()
    for group in told:
        for loaded in dict.fromkeys(form for _, words in group for form in _loaded_forms(words)):
            versions = _versions(group, neutral_forms(loaded))
            marks = [version.telling.passage(version.mark) for version in versions]
            strong = {version.key for version in versions if neutral_forms(str(version.key))}
            if len(strong) < len({version.key for version in versions}) and strong and not shown & set(marks):
                shown |= set(marks)
                yield write_down(fact_of_all(versions, alignments), Kind.WORDING, Verdict.VARIANT, LOADED, versions)


def of_one_thing(tellings: Sequence[Telling]) -> Told:
    """Claims that were aligned, in the reporters' own words, without the verb of speech, which is judged as one."""
    return [
        (telling, [token for token in _own_words(telling) if not _is_verb(telling, token)])
        for telling in tellings
        if telling.claim.saying is not Saying.QUOTED
    ]


def _own_words(telling: Telling) -> list[Token]:
    """The reporters' own."""
    tagged = tag_words(telling.text)
    words = {word.start: place for place, word in enumerate(tagged)}
    found = (token for token in tokens(telling.text) if not telling.is_quoted(token.start))
    told = (token for token in found if not is_another_word(token.surface, token.form))
    return [token for token in told if token.start not in words or _is_told(tagged, words[token.start])]


def _is_told(words: Sequence[Word], at: int) -> bool:
    """Not so `new claims for aid`, `is said to have fled`, which tells of no speech, and what a court calls a deed."""
    following = words[at + 1].tag if at + 1 < len(words) else ""
    if words[at].form in word_list("charges") and any(word.form in word_list("courts") for word in words):
        return False  # `charged with murder`
    return not reporting_verb(words[at].form) or not (words[at].tag == NOUN or following == "TO")


def beside_figures(counts: Sequence[tuple[Telling, Span]]) -> Told:
    """Figures of one thing, with the words beside each: `cut 1,200 jobs`, `slash 1,200 positions`."""
    return [(telling, _near(telling, span)) for telling, span in counts]


def beside_loaded_words(alike: Alike) -> Iterator[Told]:
    """Each loaded word, with the word that other reports have in its place in a sentence of the same thing, found by
    the words beside it: `thugs smashed the bank's windows`, `youths broke windows of the bank`."""
    sentences = alike.answered(ALIKE)
    places = [(telling, token) for telling in sentences for token in _words_that_colour(telling)]
    wanted = frozenset(form for _, token in places for form in neutral_forms(token.form))
    if not wanted:
        return
    places = [place for place in places if neutral_forms(place[1].form) or place[1].form in wanted]
    beside = shared_beside([(telling, (token.start, token.end)) for telling, token in places])
    answers: defaultdict[int, dict[str, tuple[float, int]]] = defaultdict(dict)
    for a, b in np.argwhere(beside >= ENOUGH).tolist():
        (mine, word), (theirs, other), weight = places[a], places[b], float(beside[a, b])
        best = answers[a].get(theirs.article.id, (0.0, 0))[0]
        fits = (
            neutral_forms(word.form) and weight > best and _in_place_of(word, other) and _one_kind(places[a], places[b])
        )
        if fits and (_holds(theirs, word) or _holds(mine, other)):
            continue  # `a former rebel fighter` has both
        if fits and alike.likeness(mine, theirs) >= ALIKE:
            answers[a][theirs.article.id] = weight, b
    for a in sorted(answers):
        if answers[a]:
            group = (places[b] for b in (a, *(b for _, b in answers[a].values())))
            yield [(telling, [token]) for telling, token in group]


def _one_kind(place: tuple[Telling, Token], other: tuple[Telling, Token]) -> bool:
    """A noun stands for no verb: a shooting `spree`, to `spend` the time."""
    kinds = {KINDS.get(_tag(*one), "") for one in (place, other)}
    return len(kinds - {""}) < 2


def _tag(telling: Telling, token: Token) -> str:
    return next((word.tag for word in tag_words(telling.text) if word.start == token.start), "")


def _holds(telling: Telling, word: Token) -> bool:
    return any(token.form == word.form for token in tokens(telling.text))


@between_builds
def _words_that_colour(telling: Telling) -> tuple[Token, ...]:
    """Loaded words, and those that stand for one without judgement."""
    found = (token for token in _own_words(telling) if neutral_forms(token.form) or is_neutral(token.form))
    return tuple(token for token in found if reporting_verb(token.surface) is None)


def _in_place_of(word: Token, other: Token) -> bool:
    neutrals = neutral_forms(word.form)
    fits = other.form in neutrals or bool(neutral_forms(other.form) & neutrals)
    return fits and _is_adverb(word) == _is_adverb(other)


def _is_adverb(token: Token) -> bool:
    """`significantly` stands for no adjective."""
    return token.surface.endswith("ly")


def _near(telling: Telling, span: Span) -> list[Token]:
    found = _own_words(telling)
    before = [token for token in found if token.end <= span[0]][-BESIDE:]
    around = before + [token for token in found if token.start >= span[1]][:BESIDE]
    return [token for token in around if reporting_verb(token.surface) is None]


def _is_verb(telling: Telling, token: Token) -> bool:
    return telling.claim.verb is not None and telling.passage((token.start, token.end)) == telling.claim.verb


def _loaded_forms(words: Sequence[Token]) -> list[str]:
    return [token.form for token in words if neutral_forms(token.form)]


def _versions(group: Told, neutrals: frozenset[str]) -> list[Version]:
    """The first word of each telling that is one of the neutral ones, or loaded in place of one."""
    found = []
    for telling, words in group:
        answers = (token for token in words if token.form in neutrals or neutral_forms(token.form) & neutrals)
        token = next(answers, None)
        if token:
            found.append((telling, token))
    fitting = [one for one in found if _is_adverb(one[1]) == _is_adverb(found[0][1]) and _one_kind(found[0], one)]
    versions = [Version(telling, (token.start, token.end), key=token.form) for telling, token in fitting]
    return versions if _several(versions) else []


def differing_verbs(utterances: Sequence[Sequence[Line]], alignments: Sequence[Alignment]) -> Iterator[Difference]:
    """How each report says that the same words were spoken."""
    for group in utterances:
        versions = [version for one in prints_of(group) if (version := _verb(one.telling))]
        colours = {reporting_verb(version.words) for version in versions}
        if len({version.key for version in versions}) > 1 and _tell(colours) and _several(versions):
            yield write_down(fact_of_all(versions, alignments), Kind.WORDING, Verdict.VARIANT, SPEECH, versions)


def _tell(colours: set[str | None]) -> bool:
    """A plain verb against a coloured one, or two ways of raising the voice."""
    return MANNER in colours if NEUTRAL not in colours else bool(colours & TELLING_COLOURS)


def _verb(telling: Telling) -> Version | None:
    verb = telling.claim.verb
    if verb is None or not telling.claim.passage.contains(verb):
        return None
    span = telling.span_of(verb)
    word = telling.text[slice(*span)]
    colour = reporting_verb(word)
    if colour is None or (colour != NEUTRAL and colour not in TELLING_COLOURS):
        return None
    return Version(telling, span, key=NEUTRAL if colour == NEUTRAL else reporting_lemma(word))


def _several(versions: Sequence[Version]) -> bool:
    return len({version.telling.article.id for version in versions}) > 1
