"""Cut an English sentence into the things that it asserts, each a run of its words.

Cuts are made only where a new finite verb begins after a coordinator, a relative, a comma or a semicolon, so that a
list of nouns or a pair of names stays whole. What stands between quotation marks is never cut.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from .grammar import BE_OR_HAVE, Word, tag_words
from .lexicons import words as word_list
from .tongue import by_language

REACH = 12  # words between a coordinator and the verb of its clause; beyond that the cut is a guess
LONGEST_CLAUSE = 80  # words
SHORTEST = 3  # words; fewer assert nothing on their own
STOPS = frozenset({",", ";", ":", "CC", "WH", "SC"})
CLAUSE_TAKING = frozenset(
    "said says say told tells added adds believes believed claims claimed stated thinks thought hopes hoped warned "
    "warns insisted insists argued argues announced announces reported reports knows knew sees expects expected doubts "
    "doubted denies denied suggests suggested shows showed finds found".split()
)
SUBJECT_STARTS = frozenset({"p", "n", "DT", "PRP", "PRO", "CD", "a", "WH"})
PHRASE = frozenset({"n", "p", "a", "CD", "DT", "r", "”", "“"})
CHAINING = frozenset({"of", "with", "for", "to", "on", "between", "from", "against", "by"})  # 'talks with the union'
SETTING = frozenset("during under after before amid following".split())  # prepositions that set a noun in its time
OPENING, CLOSING = frozenset("“«„"), frozenset("”»")


class Role(StrEnum):
    MAIN = "main"  # has its own subject
    SHARED = "shared"  # a further verb of a subject that stands before
    RELATIVE = "relative"
    PARTICIPLE = "participle"
    ADJUNCT = "adjunct"  # what opens a sentence before its subject


@dataclass(frozen=True, slots=True)
class Clause:
    """Half-open code points of the sentence; `subject` is what the verb belongs to, where that lies outside."""

    start: int
    end: int
    role: Role
    subject: tuple[int, int] | None = None
    asserts: bool = True  # False where no verb says anything: a name, a heading
    reads_to: int = 0  # where a relative without its comma ends: `open to any country that meets the terms`


@by_language(2048)  # several stages ask of the same passage
def split_clauses(text: str) -> tuple[Clause, ...]:
    """The clauses of one sentence in order; a sentence that cannot be cut is one main clause."""
    words = tag_words(text)
    if not words:
        return ()
    quoted = _quoted(words)
    cuts = [(0, Role.MAIN, 0)]
    for index in range(1, len(words)):
        if quoted[index]:
            continue
        cut = _cut_at(words, index, cuts[-1][0])
        if cut and cut[0] - cuts[-1][0] >= 2:
            cuts.append(cut)
    return _clauses(text, words, _mark_adjunct(words, cuts))


def _quoted(words: Sequence[Word]) -> list[bool]:
    inside, found = False, []
    for word in words:
        if word.tag in OPENING or (word.tag == '"' and not inside):
            inside = True
            found.append(True)
            continue
        found.append(inside)
        if word.tag in CLOSING or word.tag == '"':
            inside = False
    return found


def _cut_at(words: Sequence[Word], index: int, since: int) -> tuple[int, Role, int] | None:
    """(index of the first word of a new clause, its role, index where the clause that it leans on begins)."""
    word, last = words[index], words[index - 1]
    if word.tag == ";" and index + 1 < len(words):
        return (index + 1, Role.MAIN, index + 1)
    if word.tag == "CC":
        return _coordination(words, index, since)
    if word.tag == "WH":
        return _relative(words, index, since)
    if last.tag == "," and _opens_participle(words, index) and _has_finite(_behind(words, since, index)):
        return (index, Role.PARTICIPLE, since)
    if last.tag in {",", ";"} and word.form == "however" and _verb_ahead(words, index + 1):
        return (index + 1, Role.MAIN, index + 1)
    if last.tag == "," and word.form in word_list("splitting") and _has_finite(_behind(words, since, index)):
        start = index + 2 if _form(words, index + 1) in word_list("that") else index + 1  # `alors que`
        return (start, Role.MAIN, start) if _verb_ahead(words, start, past_nouns=True) else None
    if word.form in word_list("telling") and _tells_what_happened(words, index, since):
        return (index + 1, Role.MAIN, index + 1)
    if last.tag in {",", "”"} and word.tag == "D" and _leans_back(words, since, index):
        return (index, Role.SHARED, 0)
    return None


def _form(words: Sequence[Word], index: int) -> str:
    return words[index].form if index < len(words) else ""


def _opens_participle(words: Sequence[Word], index: int) -> bool:
    """`…, ripping off roofs`, `…, helped by strong demand`, `…, known as the Donbas`."""
    following = words[index + 1].tag if index + 1 < len(words) else ""
    return words[index].tag == "G" or (words[index].tag == "N" and following in {"IN", "SC"})


def _tells_what_happened(words: Sequence[Word], index: int, since: int) -> bool:
    """`Seven people were killed when the storm came ashore`: not `asked when …`, and not what may yet happen."""
    verb = next((word for word in words[index + 1 : index + REACH] if word.finite or word.tag in STOPS), None)
    known = verb is not None and verb.tag not in STOPS and verb.form not in word_list("not_yet")
    asks = words[index - 1].form in word_list("asking")
    return known and not asks and _has_finite(_behind(words, since, index))


def _coordination(words: Sequence[Word], index: int, since: int) -> tuple[int, Role, int] | None:
    left = _since_last_opening(_behind(words, since, index))
    if words[index].form == "yet" and (words[index - 1].tag == "r" or words[index - 1].finite):
        return None  # `have not yet named a suspect`
    if not left:  # `resigned; and the council met`: the clause has begun already
        return None
    if not (_has_finite(left) or left[0].tag == "G") or index + 1 >= len(words) or _only_a_list(left):
        return None
    if [word.tag for word in left if word.tag != ","][-2:] == ["DT", "a"]:
        return None  # `an ageing, but well maintained, plant`
    first = _skip_adverbs(words, index + 1)
    if _form(words, first) == "to" and any(word.form == "to" for word in left) and len(words) - first > SHORTEST:
        return (first, Role.SHARED, since)  # `is to supply the coast and to double the output`
    if first < len(words) and words[first].finite:
        leans_on = 0 if _ends_an_aside(words, since, index) else since
        return (index + 1, Role.SHARED, leans_on) if words[index - 1].tag not in {"D", "N"} else None
    if first < len(words) and words[first].tag == "N" and words[index - 1].tag not in {"D", "N", "a", "r"}:
        return (index + 1, Role.SHARED, since) if _has_perfect(left) else None
    verb = _verb_ahead(words, first, stops=frozenset({",", "SC", "WH", "TO"}))
    return (index + 1, Role.MAIN, index + 1) if verb and words[first].tag in SUBJECT_STARTS else None


def _ends_an_aside(words: Sequence[Word], since: int, index: int) -> bool:
    """`praised the talks, which begin in May, but warned …`: the subject is not that of the relative."""
    return words[since].tag == "WH" and words[since - 1].tag == "," and words[index - 1].tag == ","


def _behind(words: Sequence[Word], since: int, index: int) -> Sequence[Word]:
    """The words of the clause before `index`; of a run without end the nearest, so that time stays in bounds."""
    return words[max(since, index - LONGEST_CLAUSE) : index]


def _since_last_opening(left: Sequence[Word]) -> Sequence[Word]:
    """'after the union and the ministry accused': the verb must stand after the last subordinator."""
    last = max((at for at, word in enumerate(left) if word.tag in {"SC", "WH"}), default=0)
    return left[last:]


def _only_a_list(left: Sequence[Word]) -> bool:
    """'said Poland and Hungary joined': the coordinator joins two subjects of the verb ahead."""
    last = max((at for at, word in enumerate(left) if word.finite), default=-1)
    after = left[last + 1 :]
    return bool(
        last >= 0
        and left[last].form in CLAUSE_TAKING
        and all(word.tag in {"n", "p", "a", "DT", "WH"} for word in after)
    )


def _relative(words: Sequence[Word], index: int, since: int) -> tuple[int, Role, int] | None:
    last = words[index - 1]
    if words[index].form == "that" and last.tag != "n":
        return None  # after a name it opens what somebody was told
    if last.tag not in {",", "n", "p"} or not _verb_ahead(words, index + 1, past_nouns=last.tag == ","):
        return None
    if words[index].form == "that" and last.form in _CONTENT_NOUNS:
        return None
    if words[index].form == "where" and last.tag == ",":
        return (index + 1, Role.MAIN, index + 1)  # it has a subject of its own
    return (index, Role.RELATIVE, since)


_CONTENT_NOUNS = frozenset(  # 'the claim that …', 'said this week that …': no relative
    "fact claim claims idea report reports belief view allegation allegations news hope hopes fear fears condition "
    "evidence sign signs chance possibility suggestion suggestions ground grounds impression assurance assurances "
    "guarantee guarantees promise warning statement so clear sure certain aware likely true confident convinced "
    "hopeful optimistic concerned worried afraid unlikely possible position insistence "
    "decision demand demands proposal agreement rumour rumours conclusion theory risk danger time week month year day "
    "days months years today yesterday morning afternoon evening night".split()
)


def _leans_back(words: Sequence[Word], since: int, index: int) -> bool:
    """A finite verb after a comma resumes the subject before a relative or an aside."""
    return words[since].tag == "WH" and _has_finite(_behind(words, since, index)) and index > 1


def _has_finite(words: Sequence[Word]) -> bool:
    return any(word.finite for word in words)


def _has_perfect(words: Sequence[Word]) -> bool:
    return any(word.form in BE_OR_HAVE for word in words)


def _skip_adverbs(words: Sequence[Word], index: int) -> int:
    while index < len(words) and (
        words[index].tag == "r" or (words[index].tag == "SC" and _next_is_finite(words, index))
    ):
        index += 1
    return index


def _next_is_finite(words: Sequence[Word], index: int) -> bool:
    return index + 1 < len(words) and words[index + 1].finite


def _verb_ahead(
    words: Sequence[Word], index: int, stops: frozenset[str] = frozenset(), *, past_nouns: bool = False
) -> bool:
    """A finite verb follows before the clause can have ended; a subject of two nouns is passed with `past_nouns`."""
    for at, word in enumerate(words[index : index + REACH]):
        if word.finite:
            return True
        if word.tag == "CC" and past_nouns and at and words[index + at - 1].tag in {"n", "p"}:
            continue
        if word.tag in {";", "CC", ":"} or word.tag in OPENING or (at and word.tag in stops):
            return False
    return False


def _mark_adjunct(words: Sequence[Word], cuts: list[tuple[int, Role, int]]) -> list[tuple[int, Role, int]]:
    """What opens a sentence with a preposition, participle or subordinator, up to its comma, is a clause of its own."""
    end = cuts[1][0] if len(cuts) > 1 else len(words)
    if words[0].tag not in {"IN", "G", "SC", "N"}:
        return cuts
    for index in range(4, end):
        if words[index].tag == "," and index + 2 < end and _verb_ahead(words, index + 1):
            return [(0, Role.ADJUNCT, index + 1), (index + 1, Role.MAIN, index + 1), *cuts[1:]]
        if words[index].finite and words[0].tag != "SC":
            return cuts
    return cuts


def _clauses(text: str, words: Sequence[Word], cuts: list[tuple[int, Role, int]]) -> tuple[Clause, ...]:
    bounds = [*(at for at, _, _ in cuts), len(words)]
    found: list[Clause] = []
    subjects: dict[int, tuple[int, int] | None] = {}
    for (at, role, leans_on), end in zip(cuts, bounds[1:], strict=True):
        subject = subjects[at] = _subject(words, role, at, leans_on) or subjects.get(leans_on)
        first, last = _trim(words, at, _aside_end(words, at, end) if role is Role.RELATIVE else end)
        if last - first < SHORTEST and len(cuts) > 1 and role is not Role.MAIN:
            continue
        if last > first:
            ends_at = words[last - 1].end
            asserts = role is Role.ADJUNCT or any(word.tag in {"D", "N", "G", "B"} for word in words[first:last])
            if role is Role.ADJUNCT:
                last = _trim(words, end, bounds[2])[1]
            reads_to = words[_restricted_to(words, cuts, end, last) - 1].end
            found.append(Clause(words[first].start, ends_at, role, subject, asserts, reads_to))
    return tuple(found) or (Clause(words[0].start, len(text.rstrip()), Role.MAIN),)


def _aside_end(words: Sequence[Word], at: int, end: int) -> int:
    """`the law, which passed last month, until …`: what follows the aside belongs to the clause around it."""
    inside = range(at + 1, end - 1) if words[at - 1].tag == "," else ()
    return next((index for index in inside if words[index].tag == "," and words[index + 1].tag == "SC"), end)


def _restricted_to(words: Sequence[Word], cuts: Sequence[tuple[int, Role, int]], end: int, last: int) -> int:
    """The end of the relatives that follow without a comma: without them the clause would say something else."""
    bounds = [*(at for at, _, _ in cuts), len(words)]
    for place, (at, role, _) in enumerate(cuts):
        if at == end and role is Role.RELATIVE and words[at - 1].tag != ",":
            end = bounds[place + 1]
            last = _trim(words, at, end)[1]
    return last


def _opens_inner_clause(words: Sequence[Word], index: int, at: int) -> bool:
    """'three days after the cyclone laid waste to the delta and killed 31': it was the cyclone that killed."""
    return words[index].tag == "SC" and _has_finite(words[index + 1 : at])


def _trim(words: Sequence[Word], first: int, end: int) -> tuple[int, int]:
    """Commas, coordinators and final marks belong to no clause; a closing quotation mark does."""
    while end > first and (
        words[end - 1].tag in {",", ";", ".", "CC", ":", "-", "–", "—", "!"}
        or words[end - 1].tag == "SC"
        or words[end - 1].form in {"however", "where"}
    ):
        end -= 1
    while first < end and words[first].tag in {",", "CC", ";", "."}:
        first += 1
    return first, end


def _subject(words: Sequence[Word], role: Role, at: int, leans_on: int) -> tuple[int, int] | None:
    if role is Role.RELATIVE:
        return _noun_phrase_before(words, at)
    if role is Role.PARTICIPLE and words[at].form in word_list("naming"):
        return _noun_phrase_before(words, at)
    if role in {Role.SHARED, Role.PARTICIPLE}:
        return _subject_of(words, leans_on, at)
    return None


def _noun_phrase_before(words: Sequence[Word], at: int) -> tuple[int, int] | None:
    aside = words[at - 1].tag == ","
    end = at - 1 if aside else at
    if end > 2 and words[end - 1].tag == "CD" and words[end - 2].tag == ",":
        end -= 2  # 'Ilse Brandt, 63, who lives there'
    first = end
    while first > 0 and (words[first - 1].tag in PHRASE or words[first - 1].form in CHAINING):
        first -= 1
    if not aside and first > 1 and words[first - 1].form in SETTING and words[first - 2].tag in {"n", "p"}:
        return None  # `an inquiry during the strike that …`, `an official under the mayor who …`: which of the two?
    while first < end and (words[first].tag in {"IN", "r", "TO"} or words[first].form in word_list("calendar")):
        first += 1  # `sparred Wednesday with a reporter who …`
    return (words[first].start, words[end - 1].end) if end > first else None


def _subject_of(words: Sequence[Word], first: int, at: int) -> tuple[int, int] | None:
    """The words before the first finite verb of the clause that is leaned on, the innermost where one holds another."""
    first = max((index + 1 for index in range(first, at) if _opens_inner_clause(words, index, at)), default=first)
    while first < at and words[first].tag in {",", "CC", "SC", "r", "WH"}:
        first += 1
    for index in range(first, at):
        if words[index].finite:
            end = index
            while end > first and words[end - 1].tag in {",", "r", "WH"}:
                end -= 1
            return (words[first].start, words[end - 1].end) if end > first else None
    return None
