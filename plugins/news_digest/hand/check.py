"""Names in an editor's file that mean nothing: a slip of the pen is refused, what has gone is reported and kept."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping

from ..model import Refusal
from .entries import Hand, Word
from .fields import FIELDS, Names
from .file import shown

GONE = "is no longer there, because its sources changed or an editor took them away"
KEPT = "the line is kept and does nothing; take it out once it is of no use"

Valid = Mapping[str, str]  # name -> what it stands for, in words


def check_names(hand: Hand, kinds: Iterable[Names], valid: Valid, once: Valid) -> Iterator[Refusal]:
    """What the file says of names of these kinds that are not `valid`. `once` are those that were, once."""
    wanted = frozenset(kinds)
    for kind, word in _named(hand):
        if kind in wanted and word.text not in valid:
            yield refuse(hand, kind, word, valid, {**once, **hand.known})


def _named(hand: Hand) -> Iterator[tuple[Names, Word]]:
    for name, entries in hand.entries.items():
        field = FIELDS[name]
        for entry in entries:
            before = [entry.key] if entry.key else list(entry.words)
            yield from ((field.names, word) for word in before)
            if entry.key:
                yield from ((field.others, word) for word in entry.words)


def refuse(hand: Hand, kind: Names, word: Word, valid: Valid, once: Valid) -> Refusal:
    """What to tell of a name that means nothing now."""
    place = f"{hand.file}:{word.line}"
    if word.text in once:
        told = f" (“{shown(once[word.text])}”)" if once[word.text] else ""
        return Refusal(place, f"{kind} {word.text}{told} {GONE}", KEPT, fatal=False)
    near = difflib.get_close_matches(word.text, valid, n=1, cutoff=0.0)
    meant = f"did you mean {near[0]}{_told(valid[near[0]])}?" if near else "take the line out"
    return Refusal(place, f"no {kind} is called {shown(word.text)}", meant)


def _told(words: str) -> str:
    return f" (“{shown(words)}”)" if words else ""
