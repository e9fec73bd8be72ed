"""Tell what a word does in an English sentence, roughly: enough to see where a clause ends.

No model: a lexicon of verb forms, closed word lists and the words beside it. Tags are coarse: `D` a finite verb,
`N` a participle, `G` an -ing form, `B` a bare verb, `n` noun, `p` name, `a` adjective, `r` adverb, `PRP` personal
pronoun, `DT` determiner, `IN` preposition, `TO`, `CC` coordinator, `SC` subordinator, `WH` relative, `CD` number,
and the mark itself for punctuation.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from .listed_grammar import listed_tag
from .spelling import elisions
from .tongue import ENGLISH, by_language, language_read

WORD = re.compile(
    r"[^\W\d_](?:[^\W_]|[’'.&-](?=[^\W_]))*(?:\.(?=[^\W_]))?|\d(?:[\d.,:]*\d)?[^\W_]{0,2}|[“”‘’\"'„«»]|[^\w\s]"
)

PRONOUNS = frozenset(
    "he she it they we you i one everyone somebody someone nobody everybody anyone this these those".split()
)
DETERMINERS = frozenset(
    "the a an this that these those his her its their our my your some any no every each all both either neither "
    "another such what whatever several many few most more much".split()
)
PREPOSITIONS = frozenset(
    "in on at by for with from of to into onto over under about against between through during without within "
    "along across behind beyond near toward towards upon among amid amidst around off out up down despite per via "
    "like unlike regarding concerning including following above below inside outside throughout besides except "
    "versus ahead back".split()
)
COORDINATORS = frozenset("and but yet nor or".split())
SUBORDINATORS = frozenset(
    "while whereas although though because since after before when if unless until as once whether so".split()
)
RELATIVES = frozenset("which who whom whose where that".split())
FINITE = frozenset(
    "is are was were am isn't aren't wasn't weren't has have had hasn't haven't hadn't does do did doesn't don't "
    "didn't will would can could may might shall should must won't wouldn't can't cannot couldn't shouldn't "
    "mustn't he's she's it's they're we're you're they've we've you've i've he'll she'll it'll they'll we'll i'll "
    "he'd she'd they'd i'm that's there's".split()
)
BE_OR_HAVE = frozenset(
    "is are was were am be been being isn't aren't wasn't weren't has have had hasn't haven't hadn't having he's "
    "it's she's they're we're you're they've we've i've you've got".split()
)
ADVERBS = frozenset(
    "not also never ever still already just only even again soon now then however once often yet later earlier "
    "too here there twice perhaps almost nearly very quite rather instead meanwhile far so".split()
)
NUMBERS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion "
    "dozen dozens".split()
)


class Word(NamedTuple):
    """A word of a sentence: half-open code points, its lower-case form, and its tag."""

    start: int
    end: int
    form: str
    tag: str

    @property
    def finite(self) -> bool:
        return self.tag == "D"


@cache
def lexicon() -> dict[str, str]:
    """Letters of each word: V bare, D past, N participle, G -ing, Z third person; n noun, a adjective, r adverb."""
    table = files(__package__).joinpath("data/lexicon.txt").read_text(encoding="utf-8")
    return dict(line.split(" ", 1) for line in table.splitlines())


@by_language(4096)  # quotations, attributions and clauses each read the sentence
def tag_words(text: str) -> tuple[Word, ...]:
    """The words of one sentence with their tags."""
    found = [(match.start(), match.end(), match.group()) for match in _word_pattern().finditer(text)]
    if language_read() != ENGLISH:
        return _tag_by_lists(found)
    words: list[Word] = []
    clause_has_verb = False
    for index, (start, end, surface) in enumerate(found):
        following = found[index + 1][2] if index + 1 < len(found) else ""
        form = surface.lower().replace("’", "'")
        tag = _tag(surface, form, following, words, clause_has_verb=clause_has_verb)
        if tag in {",", ";", "SC", "WH", "CC", ":"}:
            clause_has_verb = False
        clause_has_verb = clause_has_verb or tag == "D"
        words.append(Word(start, end, form, tag))
    return tuple(words)


@by_language()
def _word_pattern() -> re.Pattern[str]:
    """French joins short words to the next one, and a pronoun to the verb before it: `qu’il`, `a-t-il`."""
    if language_read() != "fr":
        return WORD
    joined = WORD.pattern.replace("[’'.&-](?=[^\\W_])", rf"[’'.&](?=[^\W_])|-(?!{_INVERTED})(?=[^\W_])")
    return re.compile(rf"{elisions()}|-(?:t-)?(?={_INVERTED})|{joined}")


_INVERTED = r"(?:t-)?(?:ils?|elles?|on|je)\b"


def _tag_by_lists(found: Sequence[tuple[int, int, str]]) -> tuple[Word, ...]:
    tagged: list[Word] = []
    before: list[tuple[str, str]] = []
    clause_has_verb = False
    for place, (start, end, surface) in enumerate(found):
        following = found[place + 1][2] if place + 1 < len(found) else ""
        form = surface.lower().replace("’", "'")
        is_word = surface[0].isalnum()
        tag = listed_tag(surface, form, following, before, clause_has_verb=clause_has_verb) if is_word else surface[0]
        clause_has_verb = tag == "D" or (clause_has_verb and tag not in {",", ";", "SC", "WH", "CC", ":", "."})
        before.append((form, tag))
        tagged.append(Word(start, end, form, tag))
    return tuple(tagged)


def has_finite_verb(text: str) -> bool:
    """Whether the words say something of something: `a state of emergency` does not."""
    return any(word.finite for word in tag_words(text))


def _tag(surface: str, form: str, following: str, before: list[Word], *, clause_has_verb: bool) -> str:
    if not surface[0].isalnum():
        return surface
    closed = _closed_tag(surface, form, following, before)
    if closed:
        return closed
    if surface[0].isupper() and (before and before[-1].tag not in {"“", '"', "‘"}):
        return "p"
    letters = lexicon().get(form, "")
    if not letters:
        return _tag_by_ending(surface, form)
    return _tag_by_neighbours(letters, following, before, clause_has_verb=clause_has_verb)


def _closed_tag(surface: str, form: str, following: str, before: list[Word]) -> str | None:
    last = before[-1] if before else None
    if surface == "US":
        return "p"
    if form == "as" and following in {"a", "an", "well"}:
        return "IN"
    if form == "to" and last and last.form in BEFORE_PREPOSITION_TO:
        return "IN"
    if form == "that":
        return "WH" if last and last.tag in BEFORE_RELATIVE_THAT else "DT"
    if form in MODAL_NOUNS and last and last.tag in {"DT", "a"}:
        return "n"
    return "CD" if form[0].isdigit() else _CLOSED.get(form)


BEFORE_RELATIVE_THAT = frozenset({"n", "p", "D", "N", "G", "B", ",", "a", "CC", "r", "”", '"'})
BEFORE_PREPOSITION_TO = frozenset({"according", "thanks", "prior", "owing"})
MODAL_NOUNS = frozenset({"will", "may", "might", "can"})
_CLOSED = {
    form: tag
    for tag, forms in (  # a form in two lists takes the tag of the later one
        ("V0", frozenset("be been being".split())),
        ("PRO", PRONOUNS | frozenset("him her them us me himself herself itself themselves".split())),
        ("r", ADVERBS),
        ("IN", PREPOSITIONS),
        ("DT", DETERMINERS),
        ("SC", SUBORDINATORS),
        ("PRP", frozenset("he she it they we you i".split())),
        ("WH", RELATIVES),
        ("CC", COORDINATORS),
        ("CD", NUMBERS),
        ("TO", frozenset({"to"})),
        ("D", FINITE),
    )
    for form in forms
}


def _tag_by_ending(surface: str, form: str) -> str:
    if surface[0].isupper():
        return "p"
    if form.endswith("ly"):
        return "r"
    return "a" if form.endswith(("ous", "ful", "ive", "able", "ible", "ic", "al", "ary", "less", "ish")) else "n"


def _tag_by_neighbours(letters: str, following: str, before: list[Word], *, clause_has_verb: bool) -> str:
    last = _last_that_counts(before)
    last_tag = last.tag if last else ""
    noun = "n" if "n" in letters else "a" if "a" in letters else ""
    if last_tag in {"TO"} or (last and last.form in _MODALS):
        return "B" if "V" in letters else noun or "N"
    if last_tag in {"DT", "a", "IN", "CD"} and noun and not (letters == "G" or "D" in letters):
        return noun
    if "G" in letters and not set("DVZ") & set(letters):
        return "n" if last_tag in {"DT", "a"} else "G"
    if "D" in letters or "N" in letters:
        return _past_or_participle(letters, noun, following, last, clause_has_verb=clause_has_verb)
    if "Z" in letters:
        return _third_person_or_plural(noun, following, last, clause_has_verb=clause_has_verb)
    return _bare_or_noun(noun, following, last, clause_has_verb=clause_has_verb)


_MODALS = frozenset(
    "will would can could may might shall should must won't wouldn't can't cannot couldn't shouldn't mustn't do "
    "does did doesn't don't didn't he'll she'll it'll they'll we'll i'll".split()
)


def _last_that_counts(before: list[Word]) -> Word | None:
    """The word before, adverbs passed over."""
    for word in reversed(before):
        if word.tag != "r":
            return word
    return None


def _past_or_participle(letters: str, noun: str, following: str, last: Word | None, *, clause_has_verb: bool) -> str:
    if last is None:
        return "N" if "N" in letters else "D"
    if last.form in BE_OR_HAVE or last.tag == "V0":
        return "N"
    if last.tag == "CD" and "D" in letters and not clause_has_verb and _is_object(following):
        return "D"  # `the flood of 1978 killed 614 people`; not `the 14 killed in Lenn`
    if last.tag == "a" and following in {".", ""}:
        return "D"  # `the military stated.`
    if "N" in letters and last.form.endswith(("'s", "s'")) and _may_be_described(following):
        return "a"  # `the agency's amended suit`
    if last.tag in {"DT", "a", "IN", "CD", "TO"}:
        return "a" if "N" in letters else noun or "D"
    if "D" not in letters:
        return "N"
    if "N" in letters and (following == "by" or (clause_has_verb and last.tag in {"n", "p"})):
        return "N"
    return "D"


def _third_person_or_plural(noun: str, following: str, last: Word | None, *, clause_has_verb: bool) -> str:
    if not noun:
        return "D"
    if last is None or clause_has_verb or last.tag in {"G", "B", "D", "N", "CC", ","}:
        return noun
    if last.tag in {"PRP", "WH", "PRO"}:
        return "D"
    if last.form.endswith("'s") or following in {"of", "in", "for"}:
        return noun
    return "D" if last.tag in {"p", "n"} and _starts_a_complement(following) else noun


def _bare_or_noun(noun: str, following: str, last: Word | None, *, clause_has_verb: bool) -> str:
    plural_subject = last is not None and (
        last.form in {"they", "we", "you", "i", "who"} or (last.tag in {"n", "p"} and last.form.endswith("s"))
    )
    if plural_subject and not clause_has_verb:
        return "D" if _starts_a_complement(following) or not noun or (last and last.tag == "PRP") else noun
    return noun or "B"


def _may_be_described(word: str) -> bool:
    """What can follow an adjective: `amended suit`, not `raised it`."""
    return word[:1].islower() and word not in DETERMINERS and word not in _CLOSED and "n" in lexicon().get(word, "")


def _is_object(word: str) -> bool:
    return word in DETERMINERS or word in NUMBERS or word[:1].isdigit()


def _starts_a_complement(word: str) -> bool:
    """What can follow a finite verb and seldom follows a noun."""
    return word[:1].isupper() or word in DETERMINERS or word in PREPOSITIONS or word in {"to", "it", "him", "them"}
