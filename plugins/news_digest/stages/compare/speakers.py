"""Attribution: who is said to have said it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...model import Difference, Kind, Saying, Verdict
from .tellings import Telling, Version, write_down

_NAME = re.compile(r"[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)*")
RULE = "the words are put into the mouths of different speakers"


def differing_speakers(fact: str, tellings: Sequence[Telling]) -> Iterator[Difference]:
    """Only where each names a person: a role and a name may be the same man."""
    versions = [version for telling in tellings if (version := _version(telling))]
    surnames = {version.key for version in versions}
    if len(surnames) > 1 and len({version.telling.article.id for version in versions}) > 1:
        yield write_down(fact, Kind.ATTRIBUTION, Verdict.CONFLICT, RULE, versions)


def _version(telling: Telling) -> Version | None:
    claim = telling.claim
    if claim.saying is not Saying.QUOTED or claim.speaker is None or not claim.passage.contains(claim.speaker):
        return None
    start, _ = span = telling.span_of(claim.speaker)
    names = list(_NAME.finditer(telling.text[slice(*span)]))
    if not names or len(names[-1].group().split()) < 1:
        return None
    last = names[-1]
    return Version(telling, (start + last.start(), start + last.end()), key=last.group().split()[-1])
