"""Write a difference down: one side for each way of telling it."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from ...model import Difference, Kind, Side, Verdict
from .about import about as about_of
from .tellings import Version

ID_DIGITS = 10


def write_down(
    fact: str, kind: Kind, verdict: Verdict, rule: str, versions: Sequence[Version], *, about: str = ""
) -> Difference:
    """A difference with one side for each key, in the order in which the keys come."""
    keys = list(dict.fromkeys(version.key for version in versions))
    sides = tuple(_side([version for version in versions if version.key == key]) for key in keys)
    named = about or about_of(versions)
    return Difference(identity(fact, kind, named), kind, verdict, named, sides, rule, fact or None)


def _side(versions: Sequence[Version]) -> Side:
    passages = dict.fromkeys(version.telling.claim.passage for version in versions)
    marks = dict.fromkeys(version.telling.passage(version.mark) for version in versions)
    speakers = dict.fromkeys(claim.speaker for claim in (v.telling.claim for v in versions) if claim.speaker)
    return Side(tuple(passages), versions[0].words, versions[0].value, tuple(marks), tuple(speakers))


def identity(*parts: str) -> str:
    """An id that follows what the difference is and what it is about."""
    return "d" + hashlib.sha256("\n".join(parts).encode()).hexdigest()[:ID_DIGITS]
