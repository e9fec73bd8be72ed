"""Counts of one thing by different counters: `Police put the crowd at 18,000; the organisers spoke of 40,000.`"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

from ...language.lexicons import words
from ...language.terms import reporting_verb
from ...language.units import is_amount
from ...language.words import Token, tokens
from .counted import Counted, compare_counted

LARGE = 100.0  # smaller counts of two speakers are of two things more often than not
GAP = 3  # characters between a sentence and the next one, which may open a paragraph
ACCORDING = "according"
NO_NAMES = frozenset("the a an to while but and also of".split())
NAMED = 4  # words before the verb, or after `according to`, that name who counted
TIMES = 5.0  # what two count at more than five times each other is hardly one thing
ENDS = frozenset({",", ";", ":"})


def join_rival_counts(
    slots: Sequence[list[Counted]], counts: Sequence[Counted], comparable: Callable[[int, int], bool]
) -> list[list[Counted]]:
    """The slots, two of them as one where a report gives a figure of each side by side and names two who counted.

    What only one report has in that way, and no other gives, stays out: it is no difference between reports.
    """
    groups = [list(slot) for slot in slots]
    for mine, theirs in _rivals(counts, comparable):
        here = [group for group in groups if any(one is mine or one is theirs for one in group)]
        if here:
            both = [one for group in here for one in group]
            both += [one for one in (mine, theirs) if not any(one is other for other in both)]
            groups = [group for group in groups if not any(group is other for other in here)] + [both]
    return groups


def _rivals(counts: Sequence[Counted], comparable: Callable[[int, int], bool]) -> Iterator[tuple[Counted, Counted]]:
    """Figures of one report, of sentences that follow each other, that two parties are said to have counted."""
    for a, b in combinations(range(len(counts)), 2):
        mine, theirs = counts[a], counts[b]
        if _side_by_side(mine, theirs) and _may_be_one(mine, theirs) and comparable(a, b):
            counters = _counter(mine), _counter(theirs)
            if all(counters) and not counters[0] & counters[1]:
                yield mine, theirs


def _side_by_side(mine: Counted, theirs: Counted) -> bool:
    one, other = mine.telling, theirs.telling
    gap = other.claim.passage.start - one.claim.passage.end
    return one.article is other.article and (one is other or 0 <= gap <= GAP)


def _may_be_one(mine: Counted, theirs: Counted) -> bool:
    low, high = sorted((mine.size, theirs.size))
    large = low >= LARGE and high <= TIMES * low and not (is_amount(mine.unit) or mine.role or theirs.role)
    return large and compare_counted(mine, theirs).verdict == "conflict"


def _counter(count: Counted) -> frozenset[str]:
    """Forms of the words that name who gives the figure: the subject of the verb of counting or speech next before it,
    else behind it; empty where none is found."""
    found = list(tokens(count.telling.text))
    verbs = [place for place, token in enumerate(found) if _gives_counts(token)]
    before = [place for place in verbs if found[place].end <= count.figure.start]
    after = [place for place in verbs if found[place].start >= count.figure.end]
    places = before[-1:] or after[:1]
    return _named(count.telling.text, found, places[0]) if places else frozenset()


def _gives_counts(token: Token) -> bool:
    word = token.surface.lower()
    return word in words("counting") or reporting_verb(word) is not None or word == ACCORDING


def _named(text: str, found: Sequence[Token], place: int) -> frozenset[str]:
    if found[place].surface.lower() == ACCORDING:
        beside = found[place + 1 : place + 1 + NAMED]
        reach = next(
            (at for at, token in enumerate(beside) if text[token.end : token.end + 1] in ENDS), len(beside) - 1
        )
        beside = beside[: reach + 1]
    else:
        beside = found[max(0, place - NAMED) : place]
        cut = [at for at, token in enumerate(beside) if text[token.end : token.end + 1] in ENDS]
        beside = beside[cut[-1] + 1 :] if cut else beside
    return frozenset(token.form for token in beside if token.surface.lower() not in NO_NAMES)
