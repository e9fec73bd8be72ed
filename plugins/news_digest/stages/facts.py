"""State each fact: the clearest passage leads, and what no other passage bears out is marked in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..language.clauses import Role, split_clauses
from ..language.grammar import has_finite_verb, tag_words
from ..language.lexicons import words as word_list
from ..language.similarity import Field
from ..language.words import tokens
from ..model import Alignment, Article, Claim, Difference, Fact, Kind, Origin, Passage, Saying, Status, Verdict

LONG = 36  # words; a longer lead carries more than the fact
PER_WORD = 0.01  # what each word beyond LONG costs a lead, in shares of its words borne out
LEANS = 0.35  # what it costs to begin with a word that points back at a sentence which is not shown
CUT_FROM = 0.15  # what it costs to begin in the middle of a sentence
NO_VERB = 0.7  # what it costs to say nothing by itself: `During a marathon press conference`, `When asked …`
BY_THE_WAY = 0.35  # what it costs to tell in a relative: `talks, which he said would begin in Geneva`
ONE_SIDED = 0.2  # what it costs to hold a word where most reports have another: `murdered`, `killed`
ALSO_TELLS = 0.3  # what it costs to tell another fact too: `killed 14,000 and devastated the east`


Reading = tuple[Claim, Passage]


@dataclass(frozen=True, slots=True)
class Candidate:
    claim: Claim
    passage: Passage  # the claim's own, or the sentence around it where that alone can be read by itself
    loose: tuple[Passage, ...]  # what the other passages do not bear out
    score: float


def state_facts(
    alignments: Sequence[Alignment],
    differences: Sequence[Difference],
    articles: Sequence[Article],
    origins: Sequence[Origin],
) -> tuple[Fact, ...]:
    """One fact for each alignment, with its status by the printed rule."""
    by_id = {article.id: article for article in articles}
    origin_of = {name: origin.id for origin in origins for name in origin.articles}
    told = [(alignment.id, claim.core) for alignment in alignments for claim in alignment.claims]
    readings = [
        [reading for claim in alignment.claims for reading in _readings(claim, by_id, _beside(alignment, told))]
        for alignment in alignments
    ]
    field = Field([by_id[passage.article].words(passage) for group in readings for _, passage in group])
    facts: list[Fact] = []
    rare_words = [mark for difference in differences for mark in _words_of_the_few(difference)]
    first = 0
    for alignment, group in zip(alignments, readings, strict=True):
        candidates = _candidates(group, field, first, by_id, _beside(alignment, told))
        lead = _lead(candidates, [fact.lead for fact in facts], rare_words)
        facts.append(_state(alignment, lead, differences, origin_of))
        first += len(group)
    return tuple(facts)


def _lead(candidates: Sequence[Candidate], taken: Sequence[Passage], rare_words: Sequence[Passage]) -> Candidate:
    """The best reading of which no word leads another fact, where there is one."""
    free = [one for one in candidates if not any(one.passage.overlaps(lead) for lead in taken)]

    def score(one: Candidate) -> float:
        return one.score - ONE_SIDED * any(one.passage.contains(mark) for mark in rare_words)

    return max(free or candidates, key=score)


def _words_of_the_few(difference: Difference) -> tuple[Passage, ...]:
    """What fewer reports say than say it in another word."""
    if difference.kind is not Kind.WORDING:
        return ()
    most = max(difference.sides, key=lambda side: len({passage.article for passage in side.passages}))
    return tuple(mark for side in difference.sides if side is not most for mark in side.marks)


def _state(alignment: Alignment, lead: Candidate, differences: Sequence[Difference], origin_of: dict[str, str]) -> Fact:
    support = {lead.passage, *(c.passage for c in alignment.claims if not lead.passage.contains(c.passage))}
    origins = len({origin_of[passage.article] for passage in support})
    own = [difference for difference in differences if difference.fact == alignment.id]
    return Fact(
        id=alignment.id,
        status=status_of(origins, own),
        lead=lead.passage,
        support=tuple(sorted(support)),
        origins=origins,
        unsupported=lead.loose,
        differences=tuple(difference.id for difference in own),
        speaker=_speaker_beside(lead),
        why=alignment.why,
    )


def status_of(origins: int, differences: Sequence[Difference]) -> Status:
    """agreed: two or more origins, no conflict; disputed: two or more and a conflict; single-origin: one."""
    if origins < 2:
        return Status.SINGLE_ORIGIN
    conflict = any(difference.verdict is Verdict.CONFLICT for difference in differences)
    return Status.DISPUTED if conflict else Status.AGREED


def _candidates(
    readings: Sequence[Reading], field: Field, first: int, by_id: dict[str, Article], beside: Sequence[Passage]
) -> list[Candidate]:
    """The readings of one fact, in `field` from `first` on, with what the other articles do not bear out; `beside` is
    what other facts tell."""
    found = []
    for place, (claim, passage) in enumerate(readings):
        others = [first + at for at, (_, rival) in enumerate(readings) if rival.article != passage.article]
        loose = field.unsupported(first + place, others)
        words = by_id[passage.article].words(passage)
        score = _score(words, loose) - _is_by_the_way(claim, words) * BY_THE_WAY
        score -= ALSO_TELLS * any(core.overlaps(passage) and not claim.core.overlaps(core) for core in beside)
        found.append(Candidate(claim, passage, _passages(passage, loose), score))
    return found


def _beside(alignment: Alignment, told: Sequence[tuple[str, Passage]]) -> list[Passage]:
    """What other facts tell."""
    return [core for name, core in told if name != alignment.id]


def _readings(claim: Claim, by_id: dict[str, Article], beside: Sequence[Passage]) -> list[Reading]:
    """The claim as it stands, and in its sentence where that is short and tells no other fact, or where the claim
    alone is no statement."""
    article = by_id[claim.passage.article]
    words = article.words(claim.sentence).split()
    whole = claim.sentence.contains(claim.passage) and len(words) <= LONG and claim.sentence != claim.passage
    shared = any(core.overlaps(claim.sentence) and not claim.passage.contains(core) for core in beside)
    if not whole or (shared and has_finite_verb(article.words(claim.passage))):
        return [(claim, claim.passage)]
    return [(claim, claim.passage), (claim, claim.sentence)]


def _passages(passage: Passage, spans: Sequence[tuple[int, int]]) -> tuple[Passage, ...]:
    start = passage.start
    return tuple(Passage(passage.article, start + first, start + last) for first, last in spans)


def _score(text: str, loose: Sequence[tuple[int, int]]) -> float:
    """Share of the words that others bear out, less what makes a lead hard to read alone."""
    words = tokens(text)
    content = [token for token in words if not token.is_empty]
    unborne = sum(1 for token in content if any(start <= token.start < end for start, end in loose))
    share = 1 - unborne / max(1, len(content))
    first = words[0].surface.lower() if words else ""
    leans = LEANS if first in word_list("pointing_back") else CUT_FROM if text[:1].islower() else 0
    bare = 0 if has_finite_verb(text) and tag_words(text)[0].tag != "SC" else NO_VERB
    return share - PER_WORD * max(0, len(words) - LONG) - leans - bare


def _is_by_the_way(claim: Claim, text: str) -> bool:
    """What is told of a noun in the middle of a sentence, or of one that nothing else is said of."""
    return claim.subject is not None and (text[:1].islower() or not _states(text))


def _states(text: str) -> bool:
    """`Dorn, which makes locomotives` names a town and states nothing of it."""
    return any(clause.asserts and clause.role is not Role.RELATIVE for clause in split_clauses(text))


def _speaker_beside(lead: Candidate) -> Passage | None:
    """Who said it, where the lead itself does not name them."""
    claim = lead.claim
    if claim.saying is Saying.OUTLET or claim.speaker is None:
        return None
    return None if lead.passage.contains(claim.speaker) else claim.speaker


if __name__ == "__main__":
    from ..looking import main

    raise SystemExit(main("facts"))
