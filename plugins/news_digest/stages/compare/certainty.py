"""Certainty: what one outlet states another holds only possible, denies, or says not to be so."""

from __future__ import annotations

import re
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
LABELS = {"possible": POSSIBLE, "denied": AGAINST, "negated": AGAINST}
# Cues that say how the reporter knows, or that deny a noun and not what is told of it.
OTHER_CUES = frozenset(
    "if no none nothing nobody without dismissed appear appears appeared seem seems seemed suggests suggested possible "
    "potential likely probable chance risk fear fears feared threatens threatened unclear uncertain".split()
)
QUESTION = re.compile(r"\b(?:if|whether|asked)\b", re.IGNORECASE)
MEASURING = re.compile(r"\s+(?:fewer|less|more|until|only|just|merely|least|later|far|long|\d|an?\b|the\b)")
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
        if _is_verdict(telling.text, cue) and telling.holds(place) and _governs_what_others_tell(telling, cue, others):
            return Version(telling, place, key=LABELS[cue.label])
    return Version(telling, core, key=PLAIN)


def _is_verdict(text: str, cue: Cue) -> bool:
    """`not fewer than`, `not until`, `declined to 412` and what stands in a question deny nothing."""
    other = text[cue.start : cue.end].lower() in OTHER_CUES or MEASURING.match(text, cue.end)
    return cue.label in LABELS and not other and not QUESTION.search(text, 0, cue.start)


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
