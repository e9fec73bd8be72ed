"""State each fact: the clearest passage leads, and what no other passage bears out is marked in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..language.similarity import Field
from ..language.words import tokens
from ..model import Alignment, Article, Claim, Difference, Fact, Origin, Passage, Saying, Status, Verdict

LONG = 36  # words; a longer lead carries more than the fact
PER_WORD = 0.01  # what each word beyond LONG costs a lead, in shares of its words borne out
LEANS = 0.35  # what it costs to begin with a word that points back at a sentence which is not shown
POINTING_BACK = frozenset(
    "he she it they this that these those his her its their him them and but so then also which who whom whose where "
    "while as because although though such there instead still however nonetheless nor yet".split()
)


@dataclass(frozen=True, slots=True)
class Candidate:
    claim: Claim
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
    return tuple(_state(alignment, differences, by_id, origin_of) for alignment in alignments)


def _state(
    alignment: Alignment, differences: Sequence[Difference], by_id: dict[str, Article], origin_of: dict[str, str]
) -> Fact:
    candidates = _candidates(alignment, by_id)
    lead = max(candidates, key=lambda candidate: candidate.score)
    support = sorted({claim.passage for claim in alignment.claims})
    origins = len({origin_of[passage.article] for passage in support})
    own = [difference for difference in differences if difference.fact == alignment.id]
    return Fact(
        id=alignment.id,
        status=status_of(origins, own),
        lead=lead.claim.passage,
        support=tuple(support),
        origins=origins,
        unsupported=lead.loose,
        differences=tuple(difference.id for difference in own),
        speaker=_speaker_beside(lead.claim),
        why=alignment.why,
    )


def status_of(origins: int, differences: Sequence[Difference]) -> Status:
    """agreed: two or more origins, no conflict; disputed: two or more and a conflict; single-origin: one."""
    if origins < 2:
        return Status.SINGLE_ORIGIN
    conflict = any(difference.verdict is Verdict.CONFLICT for difference in differences)
    return Status.DISPUTED if conflict else Status.AGREED


def _candidates(alignment: Alignment, by_id: dict[str, Article]) -> list[Candidate]:
    texts = [by_id[claim.passage.article].words(claim.passage) for claim in alignment.claims]
    field = Field(texts)
    found = []
    for place, claim in enumerate(alignment.claims):
        others = [
            other for other, rival in enumerate(alignment.claims) if rival.passage.article != claim.passage.article
        ]
        loose = field.unsupported(place, others)
        found.append(Candidate(claim, _passages(claim, loose), _score(texts[place], loose)))
    return found


def _passages(claim: Claim, spans: Sequence[tuple[int, int]]) -> tuple[Passage, ...]:
    start = claim.passage.start
    return tuple(Passage(claim.passage.article, start + first, start + last) for first, last in spans)


def _score(text: str, loose: Sequence[tuple[int, int]]) -> float:
    """Share of the words that others bear out, less what makes a lead hard to read alone."""
    words = tokens(text)
    content = [token for token in words if not token.is_empty]
    unborne = sum(1 for token in content if any(start <= token.start < end for start, end in loose))
    share = 1 - unborne / max(1, len(content))
    first = words[0].surface.lower() if words else ""
    return share - PER_WORD * max(0, len(words) - LONG) - (LEANS if first in POINTING_BACK or text[:1].islower() else 0)


def _speaker_beside(claim: Claim) -> Passage | None:
    """Who said it, where the lead itself does not name them."""
    if claim.saying is Saying.OUTLET or claim.speaker is None:
        return None
    return None if claim.passage.contains(claim.speaker) else claim.speaker
