"""Certainty: what one outlet states another holds only possible, denies, or says not to be so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...language.certainty import Cue, find_cues
from ...language.words import tokens
from ...model import Difference, Kind, Saying, Verdict
from .tellings import Telling, Version, write_down

REACH = 5  # content words after a cue in which what it governs must come
SAME_STEM = 4  # letters: closure and close, appeal and appeals
POSSIBLE = "possible"
AGAINST = "against"
PLAIN = "plain"
LABELS = {"possible": POSSIBLE, "denied": AGAINST, "negated": AGAINST, "doubted": AGAINST}
NOTHING_TO_DO = frozenset({"if", "if not", "no", "none", "nothing", "without", "dismissed", "fooled", "duped"})
RULES = {
    Verdict.CONFLICT: "one says that it is so, another that it is not",
    Verdict.COMPATIBLE: "one states it, another holds it only possible",
}


def differing_certainty(fact: str, tellings: Sequence[Telling]) -> Iterator[Difference]:
    """Quotations are left to their ledger: what differs there are a translation's words."""
    tellings = [telling for telling in tellings if telling.claim.saying is not Saying.QUOTED]
    versions = [_version(telling, [other for other in tellings if other is not telling]) for telling in tellings]
    labels = {version.key for version in versions}
    if len(labels) < 2 or len({version.telling.article.id for version in versions}) < 2:
        return
    verdict = Verdict.CONFLICT if AGAINST in labels else Verdict.COMPATIBLE
    yield write_down(fact, Kind.CERTAINTY, verdict, RULES[verdict], versions)


def _version(telling: Telling, others: Sequence[Telling]) -> Version:
    core = telling.span_of(telling.claim.core)
    for cue in find_cues(telling.text):
        place = (cue.start, cue.end)
        governs = cue.label in LABELS and telling.text[slice(*place)].lower() not in NOTHING_TO_DO
        if governs and telling.holds(place) and _governs_what_others_tell(telling, cue, others):
            return Version(telling, place, key=LABELS[cue.label])
    return Version(telling, core, key=PLAIN)


def _governs_what_others_tell(telling: Telling, cue: Cue, others: Sequence[Telling]) -> bool:
    """The words that the cue governs stand in another telling, which has no such cue before them."""
    governed = [token.form for token in tokens(telling.text) if token.start >= cue.end and not token.is_empty][:REACH]
    return any(
        not any(LABELS.get(theirs.label) == LABELS[cue.label] for theirs in find_cues(other.text))
        and sum(any(_alike(form, token.form) for token in tokens(other.text)) for form in governed)
        >= min(2, len(governed))
        for other in others
    ) and bool(governed)


def _alike(form: str, other: str) -> bool:
    return form == other or (len(form) >= SAME_STEM <= len(other) and form[:SAME_STEM] == other[:SAME_STEM])
