"""Lines that are alike but for one place: `the lease was valid`, `the lease was void`. What stands in the one rules out
what stands in the other where both are names, days, ordinals, opposites, or two of a kind; other words may well mean
the same, and are left alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations, pairwise

from ...language.certainty import opposites
from ...language.figures import Figure, find_figures
from ...language.lexicons import table, words
from ...language.tongue import GERMAN, by_language, language_read
from ...language.vectors import vectors_of
from ...language.words import Token, tokens
from ...model import Alignment, Difference, Kind, Passage, Verdict
from .dates import compare_datings, dated_in, differing_days
from .names import one_name
from .sureness import Alike
from .tellings import Span, Telling, Version, fact_of_all, superseded
from .written import write_down

ALIKE = 0.5  # likeness of two sentences that no fact ties together
LEAST_SHARED = 3  # content words
SHARED = 0.6  # … and their share of the line that has more of them
ONE_MEANING = 0.35  # cosine of two words
FEWEST_VOTES = 9  # of those cast: matches of less are met by chance
LONGEST = 5  # content words of the one place
PREFIXES = ("un", "in", "im", "il", "ir", "non", "dis")

OPPOSITE = "the lines are alike but for two words that say the opposite of each other"
OF_A_KIND = "the lines are alike but for two words of which no thing is both"
CAUSES_DIFFER = "the lines are alike but for the cause that they give: whether the words mean one, see for yourself"
NAMES_DIFFER = "the lines are alike but for the name"
NUMBERS_DIFFER = "no number is meant by both"
LATER = "reports of different days: the later one may know better, or tell of what has changed"

_AGAINST = re.compile(r"\s?[-–—]\s?|\s(?:votes?\s)?(?:to|against)\s")  # 23–19, seven votes to four
_NONE = re.compile(r"\b(?:nobody|no one|none|no)\b", re.IGNORECASE)
_TOLD_TO = re.compile(r"\b(?:told|tells|telling|interview with|according to)\s+(?:the\s+)?$", re.IGNORECASE)
_CAUSE = re.compile(
    r"\b(?:because of|due to|caused by|owing to|blamed on|triggered by|sparked by|started by)\s"
    r"(?:(?:an?|the)\s)?(?:\w+\s)?$"
)
_CAPITAL = re.compile(r"[^\W\d_a-z]")


@dataclass(frozen=True)
class Contrast:
    """Two lines and the words of each that rule the other's out."""

    kind: Kind
    rule: str
    sides: tuple[Version, Version]


def differing_twins(
    told: Sequence[Sequence[Telling]], alike: Alike, alignments: Sequence[Alignment]
) -> Iterator[Difference]:
    """`told` are the claims of each fact; whole sentences of two reports are compared where they are alike enough."""
    pairs = [pair for claims in told for pair in combinations(claims, 2)]
    pairs += [pair for pair in combinations(alike.answered(ALIKE), 2) if alike.likeness(*pair) >= ALIKE]
    contrasts: dict[tuple[Kind, str], list[Contrast]] = {}
    for one, other in pairs:
        if one.article is other.article:
            continue
        if tally := _tallies(one, other):
            contrasts.setdefault((tally.kind, tally.rule), []).append(tally)
        place = one_place(one.text, other.text)
        if place is None:
            continue
        yield from _days(one, place[0], other, place[1], alignments)
        if contrast := _contrast(one, place[0], other, place[1]):
            contrasts.setdefault((contrast.kind, contrast.rule), []).append(contrast)
    for one, other in combinations(_votes(alike.sentences), 2):
        tally = None if one.article is other.article else _tallies(one, other)
        if tally and not any(_is_told(tally, known) for known in contrasts.get((tally.kind, tally.rule), ())):
            contrasts.setdefault((tally.kind, tally.rule), []).append(tally)
    for (kind, rule), found in contrasts.items():
        for versions in _joined(found):
            yield _difference(kind, rule, versions, alignments)


def one_place(text: str, other: str) -> tuple[Span, Span] | None:
    """Where two lines that are alike have other words, half-open in each; None where they are not, or in two places."""
    mine, theirs = tokens(text), tokens(other)
    matcher = SequenceMatcher(None, [token.form for token in mine], [token.form for token in theirs], autojunk=False)
    steps = matcher.get_opcodes()
    shared = sum(_telling(mine[start:end]) for step, start, end, _, _ in steps if step == "equal")
    if shared < LEAST_SHARED or shared < SHARED * max(_telling(mine), _telling(theirs)):
        return None
    replaced = [(mine[a:b], theirs[c:d]) for step, a, b, c, d in steps if step == "replace"]
    places = [(one, two) for one, two in replaced if _telling(one) and _telling(two)]
    places = places or [(one, two) for one, two in replaced if len(one) == len(two) == 1]
    if len(places) != 1 or any(_telling(words) > LONGEST for words in places[0]):
        return None
    one, two = places[0]
    return (one[0].start, one[-1].end), (two[0].start, two[-1].end)


def _telling(found: Sequence[Token]) -> int:
    return sum(not token.is_empty for token in found)


def _days(one: Telling, span: Span, other: Telling, place: Span, alignments: Sequence[Alignment]) -> list[Difference]:
    """Two days, months or seasons in the one place."""
    found = [
        [dating for dating in dated_in([telling]) if _touch(dating.span, where)]
        for telling, where in ((one, span), (other, place))
    ]
    if [len(dates) for dates in found] != [1, 1]:
        return []
    one_day, other_day = (dates[0] for dates in found)
    verdict = compare_datings(one_day, other_day)
    return list(differing_days([one_day, other_day], alignments)) if verdict == "conflict" else []


def _touch(span: Span, other: Span) -> bool:
    return span[0] < other[1] and other[0] < span[1]


def _contrast(one: Telling, span: Span, other: Telling, place: Span) -> Contrast | None:
    if one.is_quoted(span[0]) or other.is_quoted(place[0]):
        return None  # the ledger shows it
    mine, theirs = one.text[slice(*span)], other.text[slice(*place)]
    if _figure_at(one, span) or _figure_at(other, place):
        return _numbers(one, span, other, place)
    if found := opposites(mine, theirs) or _negated(mine, theirs):
        return _of(Kind.CERTAINTY, OPPOSITE, one, span[0], other, place[0], found)
    if found := _rivals("ordinals", mine, theirs):
        return _of(Kind.NUMBER, NUMBERS_DIFFER, one, span[0], other, place[0], found)
    if found := _rivals("rivals", mine, theirs):
        return _of(Kind.WORDING, OF_A_KIND, one, span[0], other, place[0], found)
    if _are_causes(one, span, other, place):
        return _of(Kind.WORDING, CAUSES_DIFFER, one, 0, other, 0, (span, place))
    return _names(one, span, other, place)


def _of(
    kind: Kind, rule: str, one: Telling, start: int, other: Telling, begin: int, found: tuple[Span, Span]
) -> Contrast:
    spans = (start + found[0][0], start + found[0][1]), (begin + found[1][0], begin + found[1][1])
    sides = [
        Version(telling, span, key=telling.text[slice(*span)].lower())
        for telling, span in zip((one, other), spans, strict=True)
    ]
    return Contrast(kind, rule, (sides[0], sides[1]))


def _figure_at(telling: Telling, span: Span) -> Figure | None:
    return next((one for one in find_figures(telling.text) if _touch((one.start, one.end), span)), None)


def _numbers(one: Telling, span: Span, other: Telling, place: Span) -> Contrast | None:
    """Ordinals, nobody beside five; other figures have a comparison of their own."""
    mine, theirs = _figure_at(one, span), _figure_at(other, place)
    if mine and theirs:
        ordinals = mine.ordinal and theirs.ordinal and mine.low != theirs.low
        spans = (mine.start, mine.end), (theirs.start, theirs.end)
        return _of(Kind.NUMBER, NUMBERS_DIFFER, one, 0, other, 0, spans) if ordinals else None
    return _none_and_some(one, span, other, place)


def _tallies(one: Telling, other: Telling) -> Contrast | None:
    """Votes and scores: `voted by 23 to 19 to sell it`, `backed its sale 24–19`. Of one vote the reports have one side
    in common, or all that voted; of two matches seldom either."""
    found = _pairs(one.text), _pairs(other.text)
    if [len(pairs) for pairs in found] != [1, 1] or not all(map(_is_tally, (one.text, other.text))):
        return None
    values = [sorted(values) for ((_, values),) in found]
    one_sided = values[0][0] == values[1][0], values[0][1] == values[1][1]
    if all(one_sided) or not (any(one_sided) or sum(values[0]) == sum(values[1])):
        return None
    return _of(Kind.NUMBER, NUMBERS_DIFFER, one, 0, other, 0, (found[0][0][0], found[1][0][0]))


def _votes(sentences: Sequence[Telling]) -> list[Telling]:
    """The sentences that give the one vote of which their reports tell: it is the story's, in whatever words."""
    told = [(telling, _pairs(telling.text)) for telling in sentences if _counts(telling.text, words("votes"))]
    cast = [(telling, pairs[0][1]) for telling, pairs in told if len(pairs) == 1 and sum(pairs[0][1]) >= FEWEST_VOTES]
    tallies = {(telling.article.id, votes) for telling, votes in cast}
    owners = Counter(article for article, _ in tallies)
    once = {
        (telling.article.id, votes): telling for telling, votes in reversed(cast) if owners[telling.article.id] == 1
    }
    return list(reversed(once.values()))


def _is_told(tally: Contrast, known: Contrast) -> bool:
    return {side.passage for side in tally.sides} == {side.passage for side in known.sides}


def _pairs(text: str) -> list[tuple[Span, tuple[int, int]]]:
    """Two whole numbers against each other, in digits or words, and where they stand."""
    numbers = [token for token in tokens(text) if token.form.isdigit()]
    return [
        ((first.start, second.end), (int(first.form), int(second.form)))
        for first, second in pairwise(numbers)
        if _AGAINST.fullmatch(text, first.end, second.start)
    ]


def _is_tally(text: str) -> bool:
    return _counts(text, words("tallies") | words("score_nouns") | words("votes"))


def _counts(text: str, beside: frozenset[str]) -> bool:
    return any(token.surface.lower() in beside for token in tokens(text))


def _none_and_some(one: Telling, span: Span, other: Telling, place: Span) -> Contrast | None:
    none = _NONE.match(one.text, span[0]), _NONE.match(other.text, place[0])
    counted = _count_at(one, span), _count_at(other, place)
    if none[0] and counted[1]:
        return _of(Kind.NUMBER, NUMBERS_DIFFER, one, 0, other, 0, (none[0].span(), counted[1]))
    if counted[0] and none[1]:
        return _of(Kind.NUMBER, NUMBERS_DIFFER, one, 0, other, 0, (counted[0], none[1].span()))
    return None


def _count_at(telling: Telling, span: Span) -> Span | None:
    """A number of somebody or something above nought."""
    figure = _figure_at(telling, span)
    counts = figure and (figure.low or 0) > 0 and not figure.ordinal
    return (figure.start, figure.end) if figure and counts else None


def _negated(mine: str, theirs: str) -> tuple[Span, Span] | None:
    """`lawful` and `unlawful`."""
    for one in tokens(mine):
        for other in tokens(theirs):
            forms = one.surface.lower(), other.surface.lower()
            short, long = sorted(forms, key=len)
            if any(long == prefix + short for prefix in PREFIXES):
                return (one.start, one.end), (other.start, other.end)
    return None


def _rivals(name: str, mine: str, theirs: str) -> tuple[Span, Span] | None:
    """The first words of the list of which no thing is both: `copper`, `slate`."""
    kinds = _kinds(name)
    for one in tokens(mine):
        for other in tokens(theirs):
            here, there = kinds.get(one.surface.lower(), {}), kinds.get(other.surface.lower(), {})
            if any(there.get(row, cell) != cell for row, cell in here.items()):
                return (one.start, one.end), (other.start, other.end)
    return None


@by_language()
def _kinds(name: str) -> dict[str, dict[int, int]]:
    """For each word, and its plural in -s, the rows of the list on which it stands, and in which cell."""
    found: dict[str, dict[int, int]] = {}
    for row, cells in enumerate(table(name)):
        for cell, listed in enumerate(cells):
            for word in listed.split():
                for form in (word, f"{word}s"):
                    found.setdefault(form, {})[row] = cell
    return found


def _are_causes(one: Telling, span: Span, other: Telling, place: Span) -> bool:
    """`closed because of damp`, `closed because of asbestos`; not so two words of one meaning."""
    if not (_CAUSE.search(one.text[: span[0]]) and _CAUSE.search(other.text[: place[0]])):
        return False
    here, there = (
        vectors_of([token.form for token in tokens(telling.text[slice(*where)]) if not token.is_empty])
        for telling, where in ((one, span), (other, place))
    )
    return bool((here @ there.T).max(initial=0) < ONE_MEANING)


def _names(one: Telling, span: Span, other: Telling, place: Span) -> Contrast | None:
    mine, theirs = _name_at(one, span), _name_at(other, place)
    if not (mine and theirs) or _TOLD_TO.search(one.text[: mine[0]]) or _TOLD_TO.search(other.text[: theirs[0]]):
        return None
    names = one.text[slice(*mine)], other.text[slice(*theirs)]
    if any(part in telling.text for name, telling in zip(names, (other, one), strict=True) for part in name.split()):
        return None  # told of in both lines
    if one_name(*names, one.article.text) or one_name(*names, other.article.text):
        return None
    return _of(Kind.ATTRIBUTION, NAMES_DIFFER, one, 0, other, 0, (mine, theirs))


def _name_at(telling: Telling, span: Span) -> Span | None:
    """The last name in the one place, whole, without offices before it; a capital that opens the line is none, nor is
    one alone in German, where every noun has one."""
    found = tokens(telling.text)
    runs: list[list[Token]] = []
    for token in found:
        proper = bool(_CAPITAL.match(token.surface)) and token.surface.lower() not in words("calendar")
        if proper and runs and runs[-1][-1].end + 1 == token.start:
            runs[-1].append(token)
        elif proper:
            runs.append([token])
    for run in reversed(runs):
        name = [token for token in run if token.surface.lower() not in words("offices")]
        doubtful = len(name) == 1 and (name[0].start == found[0].start or language_read() == GERMAN)
        if name and not doubtful and _touch((name[0].start, name[-1].end), span):
            return name[0].start, name[-1].end
    return None


def _joined(contrasts: Sequence[Contrast]) -> list[list[Version]]:
    """The sides of contrasts that have one of them in common, in the order in which they were found."""
    groups: list[dict[Passage, Version]] = []
    for contrast in contrasts:
        sides = {version.passage: version for version in contrast.sides}
        touched = [group for group in groups if any(_held(place, group) for place in sides)]
        groups = [group for group in groups if group not in touched]
        merged: dict[Passage, Version] = {}
        for group in [*touched, sides]:
            merged |= {place: version for place, version in group.items() if not _held(place, merged)}
        groups.append(merged)
    return [list(group.values()) for group in groups]


def _held(place: Passage, group: dict[Passage, Version]) -> bool:
    return any(place.overlaps(other) for other in group)


def _difference(kind: Kind, rule: str, versions: list[Version], alignments: Sequence[Alignment]) -> Difference:
    rivals_told = ((one, other) for one, other in combinations(versions, 2) if one.key != other.key)
    later = kind is Kind.NUMBER and all(superseded(one.telling, other.telling) for one, other in rivals_told)
    verdict = Verdict.COMPATIBLE if later else Verdict.VARIANT if rule == CAUSES_DIFFER else Verdict.CONFLICT
    return write_down(fact_of_all(versions, alignments), kind, verdict, LATER if later else rule, versions)
