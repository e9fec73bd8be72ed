"""Certainty: stated plainly by one, denied, doubted or merely expected by another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...language.certainty import ASSERTED, modality
from ...model import Difference, Kind, Verdict
from .tellings import Telling, Version, write_down

AGAINST = frozenset({"denied", "negated", "doubted"})
RULES = {
    Verdict.CONFLICT: "one says that it is so, the other that it is not",
    Verdict.COMPATIBLE: "one is surer than the other",
}


def differing_certainty(fact: str, tellings: Sequence[Telling]) -> Iterator[Difference]:
    versions = [_version(telling) for telling in tellings]
    labels = {version.key for version in versions}
    if len(labels) < 2 or len({version.telling.article.id for version in versions}) < 2:
        return
    verdict = Verdict.CONFLICT if ASSERTED in labels and labels & AGAINST else Verdict.COMPATIBLE
    yield write_down(fact, Kind.CERTAINTY, verdict, RULES[verdict], versions)


def _version(telling: Telling) -> Version:
    core = telling.span_of(telling.claim.core)
    found = modality(telling.text[slice(*core)])
    mark = (core[0] + found.cue[0], core[0] + found.cue[1]) if found.cue else core
    return Version(telling, mark, key=found.label)
