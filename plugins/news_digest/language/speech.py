"""Find who says something in a sentence, with which verb, and what: `Putin said that …`, `…, according to police`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .grammar import Word, tag_words
from .lexicons import table
from .lexicons import words as word_list
from .scan import Span
from .terms import reporting_lemma
from .tongue import ENGLISH, by_language, language_read

Words = Sequence[Word]

NOMINAL = frozenset({"p", "n", "a", "CD", "DT", "PRO"})
FURTHEST_THAT = 7  # words between a verb of speech and its `that`
LONGEST_CLAUSE = 40  # words between the two parts of a German verb
POSSESSIVE = frozenset({"'", "’"})
LONGEST_DAY = 3  # words: `am Montag`, `el martes`
LONGEST_NAME = 14  # words; a longer run is no name but a clause misread


@dataclass(frozen=True, slots=True)
class Speech:
    """Who speaks and with which verb, as places in the text that was read; either may be missing."""

    speaker: Span | None
    verb: Span | None


@dataclass(frozen=True, slots=True)
class Report:
    """Indirect speech: `content` is what was said, as far as the sentence carries it."""

    speaker: Span
    verb: Span
    content: Span


@by_language(2048)  # several stages ask of the same sentence
def reported_speech(sentence: str) -> Report | None:
    """`The ministry denied …`, `…, police said`, `According to X, …`; None where nobody is said to say anything."""
    words = tag_words(sentence)
    return _by_verb(sentence, words) or _by_according(sentence, words)


def speech_before(words: Words) -> Speech | None:
    """Who speaks in the words before a quotation: the last verb of speech and its subject."""
    for at in range(len(words) - 1, -1, -1):
        if is_speech_verb(words, at):
            return Speech(subject_before(words, at), _span(words, at, at + 1))
    return _according(words)


def speech_after(words: Words) -> Speech | None:
    """Who speaks in the words after a quotation: `said Putin`, `Putin said`, `according to Putin`."""
    first = next((at for at, word in enumerate(words) if word.tag[0].isalpha()), len(words))
    for at in range(first, len(words)):
        if words[at].form in {".", ";"}:
            break
        if is_speech_verb(words, at):
            before = subject_before(words[first:at], at - first) if at > first else None
            return Speech(before or name_after(words, at + 1), _span(words, at, at + 1))
    return _according(words)


def is_speech_verb(words: Words, at: int) -> bool:
    """True for an active form of a verb of speech; `was told`, `the reports` and `states` as nouns are none."""
    word = words[at]
    if reporting_lemma(word.form) is None or not _has_its_particle(words, at):
        return False
    if word.tag == "N":
        return _after_perfect(words, at) or _looks_like_a_past(words, at)
    return word.tag in {"D", "G"} or (word.tag in {"B", "n"} and _bare_after_plural(words, at))


def subject_before(words: Words, verb: int) -> Span | None:
    """The subject of the verb at `verb`: a pronoun, a name with its titles, or a noun with what belongs to it."""
    if words and verb < len(words) and words[verb].tag == "G":
        main = next((at for at in range(verb) if words[at].finite), None)
        return subject_before(words, main) if main else None
    end = _skip_back(words, verb)
    if end > 0 and words[end - 1].form == ",":
        end = _before_aside(words, end - 1)
    elif end > 0 and words[end - 1].form in {"who", "which"}:
        end -= 2 if end > 1 and words[end - 2].form == "," else 1
    return _name_before(words, end)


def name_after(words: Words, start: int) -> Span | None:
    """The name or noun that begins at `start`: `said | Maria Lopez, a spokeswoman`."""
    start = start if language_read() == ENGLISH else _past_days(words, start)
    end = start
    while end < len(words) and end - start < LONGEST_NAME and _goes_right(words, start, end):
        end += 1
    if end == start or all(word.form in word_list("calendar") or word.tag == "DT" for word in words[start:end]):
        return None
    return _span(words, start, end)


def _past_days(words: Words, start: int) -> int:
    """`a déclaré mardi | le maire`, `dijo el martes | la alcaldesa`, `sagte am Montag | der Minister`."""
    for at in range(start, min(start + LONGEST_DAY, len(words))):
        if words[at].form in word_list("calendar"):
            return at + 1
        if words[at].tag not in {"DT", "IN"}:
            break
    return start


def _by_verb(sentence: str, words: Words) -> Report | None:
    for at in range(len(words)):
        if words[at].tag == "G" or not is_speech_verb(words, at):
            continue
        first = at if language_read() == ENGLISH else _skip_back(words, at)  # a déclaré
        inverted = first > 0 and words[first - 1].form == "," and _tells_something(words[: first - 1])
        speaker = (name_after(words, at + 1) if inverted else None) or subject_before(words, at)
        if speaker is None:
            continue
        content = _content(sentence, words, at, speaker)
        if content:
            return Report(speaker, (words[at].start, words[at].end), content)
    return None


def _tells_something(words: Words) -> bool:
    """`The port will close, said …`; not `Lopez, the mayor, said …` nor `Lopez, who runs the port, said …`."""
    aside = False
    for at, word in enumerate(words):
        if word.form == ",":
            aside = at + 1 < len(words) and words[at + 1].tag == "WH"
        elif word.finite and not aside:
            return True
    return False


def _content(sentence: str, words: Words, verb: int, speaker: Span) -> Span | None:
    """What follows the verb, or what stands before the attribution where that closes the sentence."""
    opening = min(speaker[0], words[verb].start)
    before = _without_lead_in([word for word in words if word.end <= opening])
    start = _after_that(words, verb + 1)
    if len(before) > 3 and before[-1].form == "," and not (_opens_only(before) and _has_verb(words[start:])):
        return before[0].start, before[-2].end
    start += (
        start < len(words) and words[start].tag == "," and language_read() != ENGLISH
    )  # sagte, die Brücke bleibe zu
    last = len(words) - 1 if words and not words[-1].tag[0].isalnum() else len(words)
    return (words[start].start, words[last - 1].end) if last - start >= 2 else None


def _opens_only(before: Words) -> bool:
    """`When asked about the dam, she said it was safe`: what stands before the speaker is no statement."""
    return before[0].tag in {"SC", "IN", "G", "N"} and not any(
        word.finite for word in before[_past_first_comma(before) :]
    )


def _past_first_comma(before: Words) -> int:
    return next(at for at, word in enumerate(before) if word.form == ",") + 1


def _has_verb(words: Words) -> bool:
    return any(word.finite for word in words)


def _without_lead_in(before: Words) -> Words:
    """Without what stands between a comma and who says it: `, a indiqué …`, `, wie die Polizei …`."""
    end = len(before)
    while end and before[end - 1].form in word_list("auxiliaries") | word_list("as_told") | {"-", "-t-"}:
        end -= 1
    return before[:end] if end and before[end - 1].form == "," else before


def _after_that(words: Words, start: int) -> int:
    """Past `that`, and past the hearers and circumstances before it: `told Reuters that`, `said in a note that`."""
    for at in range(start, min(start + FURTHEST_THAT, len(words))):
        if words[at].form in word_list("that"):
            return at + 1
        if words[at].finite or words[at].tag in {"PRP", "WH", "CC", ","}:
            break
    return start


def _by_according(sentence: str, words: Words) -> Report | None:
    found = _attributed(words)
    if found is None:
        return None
    at, verb, speaker = found
    if at > 2:
        last = at - 1 if words[at - 1].form == "," else at
        return Report(speaker, verb, (words[0].start, words[last - 1].end))
    after = next((word.start for word in words if word.start >= speaker[1] and word.tag[0].isalnum()), None)
    return Report(speaker, verb, (after, len(sentence.rstrip(" .")))) if after is not None else None


def _according(words: Words) -> Speech | None:
    found = _attributed(words)
    return Speech(found[2], found[1]) if found else None


def _attributed(words: Words) -> tuple[int, Span, Span] | None:
    """Where the words begin that name a source (`according to`, `laut`, `selon`), their span, and the source's."""
    phrases = _attributions()
    for at in range(len(words) - 1):
        for phrase in phrases.get(words[at].form, ()):
            if tuple(word.form for word in words[at : at + len(phrase)]) == phrase:
                speaker = name_after(words, at + len(phrase))
                if speaker:
                    return at, (words[at].start, words[at + len(phrase) - 1].end), speaker
    return None


@by_language()
def _attributions() -> dict[str, list[tuple[str, ...]]]:
    """Phrases in front of a name by their first word, the longest first."""
    phrases = [tuple(phrase.split()) for (phrase,) in table("attributions")]
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(phrases, key=lambda phrase: (-len(phrase), phrase)):
        found.setdefault(phrase[0], []).append(phrase)
    return found


def _looks_like_a_past(words: Words, at: int) -> bool:
    """`Lopez told`: an English participle that nothing makes passive. Elsewhere a participle has a form of its own."""
    return language_read() == ENGLISH and (at == 0 or words[at - 1].tag in {"p", "PRP"})


def _has_its_particle(words: Words, at: int) -> bool:
    """German parts some verbs: `teilte die Polizei mit` tells, `teilte den Kuchen` does not."""
    particles = _separable().get(words[at].form)
    return particles is None or any(word.form in particles for word in words[at + 1 : at + LONGEST_CLAUSE])


@by_language()
def _separable() -> dict[str, frozenset[str]]:
    return {form: frozenset(particles.split()) for form, particles in table("separable")}


def _after_perfect(words: Words, at: int) -> bool:
    if language_read() == "de":  # hat am Dienstag gesagt
        return any(word.form in word_list("perfect") for word in words[max(0, at - LONGEST_CLAUSE) : at])
    before = _skip_adverbs_back(words, at)
    while language_read() == "fr" and before > 0 and words[before - 1].tag in {"PRP", "-"}:  # a-t-il déclaré
        before -= 1
    return before > 0 and words[before - 1].form in word_list("perfect")


def _bare_after_plural(words: Words, at: int) -> bool:
    """`officials say`, `critics claim`."""
    if at == 0 or at + 1 >= len(words):
        return False
    last = words[at - 1]
    return (
        last.tag in {"n", "p"} and last.form.endswith("s") and words[at + 1].tag in {"DT", "PRP", "WH", "p", "“", '"'}
    )


def _skip_back(words: Words, verb: int) -> int:
    """The index after the subject: adverbs, auxiliaries and `did not` passed over."""
    end = verb
    while end > 0 and (
        words[end - 1].tag == "r" or (words[end - 1].finite and words[end - 1].form in word_list("auxiliaries"))
    ):
        end -= 1
    return end


def _skip_adverbs_back(words: Words, at: int) -> int:
    while at > 0 and words[at - 1].tag == "r":
        at -= 1
    return at


def _before_aside(words: Words, comma: int) -> int:
    """`Lopez, a spokeswoman for the port, said`: the name stands before the aside."""
    other = next((at for at in range(comma - 1, -1, -1) if words[at].form == ","), None)
    return other if other is not None else comma


def _name_before(words: Words, end: int) -> Span | None:
    if end <= 0:
        return None
    if words[end - 1].tag == "PRP":
        return _span(words, end - 1, end)
    start = end
    while start > 0 and end - start < LONGEST_NAME and _goes_left(words, start, end):
        start -= 1
        if words[start].tag == "DT" and not _belongs_left(words, start):
            break
    start = _after_calendar(words, start, end)
    while start < end and (words[start].tag in {"IN", "CC"} or words[start].form in {"'", "’"}):
        start += 1
    if start == end or not any(word.tag in {"p", "n", "PRO", "a"} for word in words[start:end]):
        return None
    return _span(words, start, end)


def _goes_left(words: Words, start: int, end: int) -> bool:
    word = words[start - 1]
    if word.tag in NOMINAL:
        return True
    noun_right = start < end and words[start].tag in NOMINAL
    noun_left = start > 1 and words[start - 2].tag in {"n", "p"}
    if word.form in word_list("name_links") or word.form in POSSESSIVE:  # the Tenants' League
        return noun_right and noun_left
    if word.form == "and":
        return noun_right and noun_left and not any(earlier.finite for earlier in words[: start - 1])
    return word.form == "-"


def _belongs_left(words: Words, start: int) -> bool:
    """`a spokesman of the port`, `ein Sprecher der Polizei`: the article at `start` opens no name of its own."""
    if start < 2:
        return False
    genitive = language_read() == "de" and words[start].form in word_list("name_links") and words[start - 1].tag == "n"
    return genitive or words[start - 1].form in word_list("name_links")


def _after_calendar(words: Words, start: int, end: int) -> int:
    """`On Thursday Russian President …`: the day is no part of the name."""
    days = [at for at in range(start, end - 1) if words[at].form in word_list("calendar")]
    return days[-1] + 1 if days and words[days[-1]].tag == "p" else start


def _goes_right(words: Words, start: int, end: int) -> bool:
    word = words[end]
    if word.tag == "PRP":
        return end == start
    if end > start and words[end - 1].tag == "PRP":
        return False
    if word.form in word_list("calendar"):
        return False
    if word.tag in NOMINAL:
        return not (word.tag == "DT" and end > start and words[end - 1].tag in {"n", "p"})
    return word.form in word_list("right_links") and end > start and end + 1 < len(words)


def _span(words: Words, start: int, end: int) -> Span:
    return words[start].start, words[end - 1].end
