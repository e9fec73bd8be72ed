"""Group the articles about one running event."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from ..language.lexicons import words
from ..language.linkage import link
from ..language.weights import DAYS_FADE, FREE_DAYS, Field, Terms, Weights, count_terms, plain_words, weigh
from ..model import Article, Group
from ..remember import Memory, between_builds

# Mean likeness at which two single reports are one story, and how it changes with size; see docs/decisions. A report
# joins a large story on less, two large stories need more to be one.
SAME_EVENT = 0.096
SMALLER, LARGER = 0.4, -0.2  # exponents of the sizes of the two groups
# What two groups need more where days lie between the nearest reports of both: a running story goes on within days, the
# next event of its kind is weeks away. From 0.12 on, stories of months are torn.
PAUSE = 0.1
LEAST = 0.02  # fainter likeness is none
TITLE_TIMES = 10  # the headline names the event; the body adds what else is known
LEDE_TIMES = 2
LEDE_WORDS = 100

_PROPER = re.compile(r"(?<!^)(?<!\n)(?<![.!?“”\":] )\b[A-Z][^\W\d_]+|\b[A-Z]{2,}\b")
_NAME = re.compile(r"(?<![.!?“\"] )(?<!\n)\b[A-Z][^\W\d_]+(?: [A-Z][^\W\d_]+)+")
_DAY = re.compile(
    r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
    r"|\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? \d{1,2}\b(?:, \d{4})?"
)
DAY_DIGITS = 10  # 2021-12-23
TERMS_SHOWN = 8
NAMES_SHOWN = 5

Likes = Sequence[Mapping[int, float]]


@dataclass(frozen=True, slots=True)
class NearMiss:
    """Two groups that stayed apart: how alike they are on average, what they share, and the likeness they needed."""

    group: Group
    other: Group
    likeness: float
    needed: float
    shared: tuple[str, ...]


def cluster(articles: Sequence[Article]) -> tuple[Group, ...]:
    """Stories of two or more articles and articles that stand alone, in the order of their first articles."""
    weights = _weigh(articles)
    likes = _likes(weights)
    floor = needed(1, len(articles))
    found = link(likes, lambda one, other: needed(len(one), len(other), _pause(weights, one, other)), floor)
    return tuple(_group(rows, articles, weights, likes) for rows in found)


def needed(one: int, other: int, pause: float = 0.0) -> float:
    """Mean likeness at which groups of so many reports are one story, with so many days between them."""
    smaller, larger = sorted((one, other))
    if not smaller:
        return math.inf
    sized: float = SAME_EVENT * smaller**SMALLER * larger**LARGER
    return sized * (1 + PAUSE * (1 - math.exp(-max(pause - FREE_DAYS, 0) / DAYS_FADE)))


def _pause(weights: Weights, one: Sequence[int], other: Sequence[int]) -> float:
    """Days between the two nearest reports of two groups; none where one group is undated."""
    mine, theirs = (_days(weights, rows) for rows in (one, other))
    return min((abs(day - next_day) for day in mine for next_day in theirs), default=0.0)


def _days(weights: Weights, rows: Sequence[int]) -> set[float]:
    """The days that are known, each once: a large story costs what its days do, not its reports."""
    return {day for day in weights.days[list(rows)].tolist() if not math.isnan(day)}


def near_misses(articles: Sequence[Article], groups: Sequence[Group]) -> tuple[NearMiss, ...]:
    """For each group the one nearest to it that was left out, and by how much. Groups that share nothing have none."""
    weights = _weigh(articles)
    likes = _likes(weights)
    place = {article.id: row for row, article in enumerate(articles)}
    rows = [[place[name] for name in group.articles] for group in groups]
    found = (_nearest(at, rows, groups, likes) for at in range(len(groups)))
    return tuple(_miss(at, other, mean, rows, groups, weights) for at, (other, mean) in enumerate(found) if mean)


def _weigh(articles: Sequence[Article]) -> Weights:
    days = [_day(article) for article in articles]
    return weigh([_terms(article) for article in articles], days)


@between_builds
def _terms(article: Article) -> Terms:
    return count_terms(_fields(article), _names(article))


def _names(article: Article) -> frozenset[str]:
    """Capitalised words inside sentences, and abbreviations, that are no days."""
    found = {name for block in article.body for name in _PROPER.findall(article.words(block.passage))}
    return frozenset(name for name in map(str.lower, found) if name not in words("calendar"))


def _day(article: Article) -> float:
    """Day number of publication; not a number where no trusted date names the day."""
    value = article.published.value or ""
    if not article.published.trusted or len(value) < DAY_DIGITS:
        return math.nan
    return date.fromisoformat(value[:DAY_DIGITS]).toordinal()


def _fields(article: Article) -> tuple[Field, ...]:
    title = plain_words(article.words(article.title)) if article.title else []
    body = [word for block in article.body for word in plain_words(article.words(block.passage))]
    return Field(title, TITLE_TIMES), Field(body[:LEDE_WORDS], LEDE_TIMES), Field(body[LEDE_WORDS:])


def _likes(weights: Weights) -> Likes:
    """For each report those that are like it, and how much."""
    likes: list[dict[int, float]] = [{} for _ in range(len(weights))]
    for row, (others, likeness) in enumerate(weights.likes(LEAST)):
        for other, value in zip(others.tolist(), likeness.tolist(), strict=True):
            likes[row][other] = likes[other][row] = value
    return likes


def _group(rows: Sequence[int], articles: Sequence[Article], weights: Weights, likes: Likes) -> Group:
    members = [articles[row] for row in rows]
    mean = sum(likes[row].get(other, 0.0) for row, other in combinations(rows, 2)) / max(1, math.comb(len(rows), 2))
    known_by = (mean, *(article.sha256 for article in members), *map(weights.print_of, rows))
    reasons = _why.recall(known_by, lambda: _reasons(mean, rows, members, weights)) if len(rows) > 1 else ()
    return Group(tuple(article.id for article in members), reasons)


_why = Memory()


def _reasons(mean: float, rows: Sequence[int], members: Sequence[Article], weights: Weights) -> tuple[str, ...]:
    lines = [f"alike by {mean:.2f} on average; {SAME_EVENT:.2f} is enough for two reports"]
    half = len(rows) // 2 + 1
    for label, found in (
        ("rare words shared", _rare_terms(rows, weights, half)),
        ("names shared", _in_most(_NAME, members, half)[:NAMES_SHOWN]),
        ("days shared", _in_most(_DAY, members, half)[:NAMES_SHOWN]),
    ):
        if found:
            lines.append(f"{label}: {', '.join(found)}")
    return tuple(lines)


def _rare_terms(rows: Sequence[int], weights: Weights, half: int) -> list[str]:
    held: Counter[str] = Counter()
    weight: defaultdict[str, float] = defaultdict(float)
    for row in rows:
        for word, value in weights.words_of(row).items():
            held[word] += 1
            weight[word] += value
    common = [word for word in held if held[word] >= half]
    return sorted(common, key=lambda word: (-weight[word], word))[:TERMS_SHOWN]


def _in_most(pattern: re.Pattern[str], members: Sequence[Article], half: int) -> list[str]:
    """What matches in more than half of the articles, the commonest first."""
    held = Counter(found for article in members for found in sorted(_matches(pattern, article)))
    return [found for found, count in sorted(held.items(), key=lambda item: (-item[1], item[0])) if count >= half]


@between_builds
def _matches(pattern: re.Pattern[str], article: Article) -> frozenset[str]:
    return frozenset(found for block in article.body for found in pattern.findall(article.words(block.passage)))


def _nearest(at: int, rows: Sequence[Sequence[int]], groups: Sequence[Group], likes: Likes) -> tuple[int, float]:
    """The group most like the one at this place on average, and how much; 0.0 where none is."""
    sums: Counter[int] = Counter()
    for row in rows[at]:
        sums.update(likes[row])
    means = [sum(sums[row] for row in others) / (len(others) * len(rows[at])) for others in rows]
    means[at] = 0.0
    other = max(range(len(means)), key=means.__getitem__)
    return other, means[other]


def _miss(
    at: int, other: int, mean: float, rows: Sequence[Sequence[int]], groups: Sequence[Group], weights: Weights
) -> NearMiss:
    shared = [word for word, _ in weights.shared(rows[at][0], rows[other][0])][:TERMS_SHOWN]
    asked = needed(len(rows[at]), len(rows[other]), _pause(weights, rows[at], rows[other]))
    return NearMiss(groups[at], groups[other], mean, asked, tuple(shared))


if __name__ == "__main__":
    from ..looking import main

    raise SystemExit(main("cluster"))
