"""Attribution: who is said to have said it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...language.lexicons import words
from ...model import Difference, Kind, Saying, Verdict
from .tellings import Telling, Version, write_down

_NAME = re.compile(r"[A-Z][\w’'-]*[\w](?:[ \u00a0][A-Z][\w’'-]*[\w])*")
RULE = "the same words are put into the mouths of two people"


def differing_speakers(fact: str, tellings: Sequence[Telling]) -> Iterator[Difference]:
    """Only where each is named in full: a role, a surname and a name may be the same person."""
    versions = [version for telling in tellings if (version := _version(telling)) and len(_names(version)) > 1]
    if len({version.key for version in versions}) > 1 and len({version.telling.article.id for version in versions}) > 1:
        yield write_down(fact, Kind.ATTRIBUTION, Verdict.CONFLICT, RULE, versions)


def _version(telling: Telling) -> Version | None:
    """The speaker's name, told apart by the last word of it; `Vale’s manager` names nobody."""
    claim = telling.claim
    if claim.saying is not Saying.QUOTED or claim.speaker is None or not claim.passage.contains(claim.speaker):
        return None
    start, end = telling.span_of(claim.speaker)
    names = [name for name in _NAME.finditer(telling.text, start, end) if not name.group().endswith(("’s", "'s"))]
    if not names:
        return None
    last = names[-1]
    return Version(telling, last.span(), key=last.group().split()[-1])


def _names(version: Version) -> list[str]:
    return [word for word in version.words.split() if word.lower() not in words("titles")]
