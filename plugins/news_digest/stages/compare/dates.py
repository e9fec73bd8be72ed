"""Dates and times: what can be the same days is compatible; precision is kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations

from ...language.calendar_days import When, compare_dates, resolve
from ...language.dates import DateMention, find_dates
from ...language.words import compare_form
from ...model import Difference, Kind, Verdict
from .tellings import Telling, Version, slots_of, words_near, write_down

FINE = frozenset({"day", "weekday", "today"})
UNPLACED = frozenset({"clock", "offset"})  # counted from something that the words themselves do not give
# The day of the report is not always known; "next month" and "early next year" then hold together if any month does.
ANY_REPORT_DAY = tuple(date(2001, month, 15) for month in range(1, 13))
RANKS = {"same": 0, "compatible": 1, "conflict": 2}
RULES = {
    "compatible": "one is given more closely than the other, or both can mean the same days",
    "conflict": "no day is meant by both",
}

Found = tuple[int, DateMention]


def differing_dates(fact: str, tellings: Sequence[Telling]) -> Iterator[Difference]:
    found = [
        (owner, mention)
        for owner, telling in enumerate(tellings)
        for mention in find_dates(telling.text)
        if mention.kind not in UNPLACED and telling.holds((mention.start, mention.end))
    ]
    for slot in slots_of(found, lambda a, b: _rank(tellings, found[a], found[b])):
        versions = [_version(tellings[owner], mention) for owner, mention in (found[place] for place in slot)]
        verdicts = [_verdict(tellings, found[a], found[b]) for a, b in combinations(slot, 2)]
        worst = max(verdicts, key=lambda verdict: RANKS.get(verdict, 0))
        if len({version.key for version in versions}) > 1 and RANKS.get(worst, 0):
            yield write_down(fact, Kind.DATE, Verdict(worst), RULES[worst], versions)


def _rank(tellings: Sequence[Telling], left: Found, right: Found) -> int | None:
    """None where nothing says that the two date the same thing: a day against a year, or other words around them."""
    verdict = _verdict(tellings, left, right)
    if verdict == "conflict" and not _answers(tellings, left, right):
        return None
    return RANKS.get(verdict)


def _answers(tellings: Sequence[Telling], left: Found, right: Found) -> bool:
    if (left[1].kind in FINE) != (right[1].kind in FINE):
        return False
    near = [words_near(tellings[owner].text, (mention.start, mention.end)) for owner, mention in (left, right)]
    return bool(near[0] & near[1])


def _version(telling: Telling, mention: DateMention) -> Version:
    when = resolve(mention, telling.day)
    words = telling.text[mention.start : mention.end]
    return Version(telling, (mention.start, mention.end), when.iso if when else words, _key(when, words))


def _key(when: When | None, words: str) -> object:
    return (when.start, when.end) if when else compare_form(words)


def _verdict(tellings: Sequence[Telling], left: Found, right: Found) -> str:
    a, b = left[1], right[1]
    here, there = tellings[left[0]], tellings[right[0]]
    first, second = resolve(a, here.day), resolve(b, there.day)
    mine, theirs = (compare_form(words).split() for words in (here.text[a.start : a.end], there.text[b.start : b.end]))
    if set(mine) <= set(theirs) or set(theirs) <= set(mine):  # 2022 and May 2022: no difference to show
        return "same" if not (first and second) or compare_dates(first, second)[0] != "conflict" else "conflict"
    if first and second:
        return compare_dates(first, second)[0]
    if first or second:
        return "unknown"
    return _on_any_day(a, b)


def _on_any_day(a: DateMention, b: DateMention) -> str:
    """Whether the two can mean the same days when both reports are of one day, whichever that is."""
    placed = [(resolve(a, day), resolve(b, day)) for day in ANY_REPORT_DAY]
    verdicts = {compare_dates(first, second)[0] for first, second in placed if first and second}
    if not verdicts or verdicts & {"same", "compatible"}:
        return "compatible"
    return "conflict"
