"""Tell what a word does in a German, French or Spanish sentence, roughly, by closed lists, capitals and endings.

The tags are those of `grammar`. Enough to see who speaks and where a finite verb stands; no more is asked of it.
"""

from __future__ import annotations

from .lexicons import table, words
from .number_words import word_value
from .terms import is_participle, reporting_lemma
from .tongue import by_language, language_read

SHORTEST_BY_ENDING = 4  # letters; shorter words are in the lists or are what they are
FURTHEST = 6  # words: no more adverbs stand between a verb and what asks for it
BEFORE_NOUN = frozenset({"DT", "a", "CD"})
BEFORE_ADJECTIVE = frozenset({"DT", "a", "CD", "IN", "CC", ""})
GERMAN_ADJECTIVE = ("e", "en", "er", "es", "em")
GERMAN_PARTICIPLE = ("ge", "be", "ver", "zer", "ent", "er", "ab", "an", "auf", "aus", "ein", "zurück", "fest", "mit")
GERMAN_PREFIXES = ("be", "ent", "er", "ge", "miss", "über", "unter", "ver", "zer")
PARTICIPLE = {
    "fr": ("é", "ée", "és", "ées", "i", "ie", "is", "it", "u", "ue", "us", "ert", "erte"),
    "es": ("ado", "ada", "ados", "adas", "ido", "ida", "idos", "idas", "cho", "to", "tos", "ta", "tas"),
}
PRESENT = {"fr": ("e", "ent", "it"), "es": ("a", "an", "e", "en")}
PRESENT_OF_MANY = {"fr": ("ent",), "es": ("an", "en")}
MARKS = '“"‘«»„'


@by_language()
def _listed() -> dict[str, str]:
    return {form: tag for tag, forms in table("grammar") for form in forms.split()}


@by_language()
def _endings() -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((tag, tuple(endings.split())) for tag, endings in table("endings"))


def listed_tag(surface: str, form: str, following: str, before: list[tuple[str, str]], *, clause_has_verb: bool) -> str:
    """The tag of a word; `before` are the (form, tag) of those before it in the sentence."""
    last = before[-1][1] if before else ""
    if form[0].isdigit() or word_value(form) is not None:
        return "CD"
    if form == "que" and last == "," and language_read() == "es":
        return "WH"
    spoken = _speech_tag(form, last)
    is_noun = language_read() == "de" and surface[0].isupper() and last not in {"", *MARKS}  # die Angaben
    tag = "" if is_noun and last != "." else spoken or _listed().get(form, "")
    if tag and not (tag == "D" and last == "DT" and language_read() != "de"):
        return tag
    if surface[0].isupper() and last not in {"", *MARKS}:
        return "n" if last in BEFORE_NOUN else "p"
    if surface[0].isupper():
        return "p"
    if _wants_verb(before) and not clause_has_verb:
        return "D"
    if not clause_has_verb and last in {"n", "p"} and _is_present(form, following, before[-1][0]):
        return "D"
    return _small_word(form, following, last, _auxiliary_before(before), clause_has_verb=clause_has_verb)


def _is_present(form: str, following: str, noun: str) -> bool:
    """A verb that no list has, by where it stands: `la policía busca a`, `les riverains exigent`."""
    language = language_read()
    if language == "de":
        return False
    if noun.endswith("s") and form.endswith(PRESENT_OF_MANY[language]):
        return True
    asks = (
        (following == "a" and language == "es") or following[:1].isdigit() or word_value(following.lower()) is not None
    )
    return form.endswith(PRESENT[language]) and (asks or _listed().get(following.lower()) == "DT")


def _speech_tag(form: str, last: str) -> str | None:
    """`annonce` is a noun after an article."""
    if reporting_lemma(form) is None or last == "DT":
        return None
    return "N" if is_participle(form) else "D"


def _wants_verb(before: list[tuple[str, str]]) -> bool:
    """After `qui`, `elle ne` and `wir` stands a verb."""
    last = next((tag for _, tag in reversed(before[-FURTHEST:]) if tag not in {"r", "PRO"}), "")
    return last == "PRP" or (last == "WH" and language_read() != "de")


def _auxiliary_before(before: list[tuple[str, str]]) -> bool:
    """`a été`, `fue`, `ha sido`: the next word is a participle; adverbs are passed over."""
    for form, tag in reversed(before[-FURTHEST:]):
        if tag != "r":
            return tag in {"D", "N"} and (form in words("perfect") or form in words("empty_words"))
    return False


def _small_word(form: str, following: str, last: str, auxiliary: bool, *, clause_has_verb: bool) -> str:
    if language_read() == "de":
        return _german(form, following, last, clause_has_verb=clause_has_verb)
    if auxiliary and form.endswith(PARTICIPLE[language_read()]):
        return "N"
    if last == "DT":
        return "n"
    return _by_ending(form) or "n"


def _german(form: str, following: str, last: str, *, clause_has_verb: bool) -> str:
    if following[:1].isupper() and (last in BEFORE_ADJECTIVE or last in MARKS) and form.endswith(GERMAN_ADJECTIVE):
        return "a"
    if clause_has_verb and form.startswith(GERMAN_PARTICIPLE) and form.endswith(("t", "en")):
        return "N"
    if any(_listed().get(form.removeprefix(prefix)) == "D" for prefix in GERMAN_PREFIXES if form.startswith(prefix)):
        return "D"  # vertrieb, ertranken
    by_ending = _by_ending(form)
    if by_ending:
        return by_ending
    return "D" if form.endswith("t") and len(form) >= SHORTEST_BY_ENDING and not clause_has_verb else "r"


def _by_ending(form: str) -> str:
    if len(form) < SHORTEST_BY_ENDING:
        return ""
    return next((tag for tag, endings in _endings() if form.endswith(endings)), "")
