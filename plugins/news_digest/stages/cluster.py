"""Group the articles about one running event."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from ..language.lexicons import words
from ..language.linkage import Floats, components, link
from ..language.weights import Weights, count_terms, plain_words, weigh
from ..model import Article, Group

SAME_EVENT = 0.11  # mean likeness of two groups of reports at which they are one story; see docs/decisions
TITLE_TIMES = 10  # the headline names the event; the body adds what else is known
LEDE_TIMES = 5
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
    return tuple(_group(rows, articles, weights) for rows in _rows_together(weights))


def near_misses(articles: Sequence[Article], groups: Sequence[Group]) -> tuple[NearMiss, ...]:
    """For each group the one nearest to it that was left out, and by how much. Groups that share nothing have none."""
    weights = _weigh(articles)
    place = {article.id: row for row, article in enumerate(articles)}
    rows = [[place[name] for name in group.articles] for group in groups]
    found = (_nearest(at, rows, groups, weights) for at in range(len(groups)))
    return tuple(miss for miss in found if miss)


def _weigh(articles: Sequence[Article]) -> Weights:
    days = [_day(article) for article in articles]
    return weigh([_terms(article) for article in articles], days, [_names(article) for article in articles])


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


def _terms(article: Article) -> Counter[str]:
    title = plain_words(article.words(article.title)) if article.title else []
    body = [word for block in article.body for word in plain_words(article.words(block.passage))]
    terms = count_terms(title, TITLE_TIMES)
    terms.update(count_terms(body[:LEDE_WORDS], LEDE_TIMES))
    terms.update(count_terms(body[LEDE_WORDS:]))
    return terms


def _rows_together(weights: Weights) -> list[list[int]]:
    """Average linkage never leaves a connected part of the neighbour graph, so each part is grouped on its own."""
    neighbours = [np.flatnonzero(weights.likeness(row) >= SAME_EVENT).tolist() for row in range(len(weights))]
    return sorted(group for part in components(neighbours) for group in _linked(part, weights))


def _linked(part: Sequence[int], weights: Weights) -> list[list[int]]:
    return [[part[row] for row in rows] for rows in link(_alike(part, weights), SAME_EVENT)]


def _alike(rows: Sequence[int], weights: Weights) -> Floats:
    likeness = np.zeros((len(rows), len(rows)), dtype=np.float32)
    for at, row in enumerate(rows):
        likeness[at] = weights.likeness(row)[rows]
    return likeness


def _group(rows: Sequence[int], articles: Sequence[Article], weights: Weights) -> Group:
    members = [articles[row] for row in rows]
    return Group(tuple(article.id for article in members), _reasons(rows, members, weights) if len(rows) > 1 else ())


def _reasons(rows: Sequence[int], members: Sequence[Article], weights: Weights) -> tuple[str, ...]:
    likeness = _alike(rows, weights)
    mean = (likeness.sum() - np.trace(likeness)) / (len(rows) * (len(rows) - 1))
    lines = [f"alike by {mean:.2f} on average; {SAME_EVENT:.2f} is enough"]
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
    held: Counter[int] = Counter()
    weight: Counter[int] = Counter()
    for row in rows:
        terms, values = weights.row(row)
        held.update(terms.tolist())
        for term, value in zip(terms.tolist(), values.tolist(), strict=True):
            weight[term] += value
    common = [term for term in held if held[term] >= half]
    best = sorted(common, key=lambda term: (-weight[term], weights.vocabulary[term]))
    return [weights.vocabulary[term] for term in best if " " not in weights.vocabulary[term]][:TERMS_SHOWN]


def _in_most(pattern: re.Pattern[str], members: Sequence[Article], half: int) -> list[str]:
    """What matches in more than half of the articles, the commonest first."""
    held = Counter(found for article in members for found in sorted(_matches(pattern, article)))
    return [found for found, count in sorted(held.items(), key=lambda item: (-item[1], item[0])) if count >= half]


def _matches(pattern: re.Pattern[str], article: Article) -> set[str]:
    return {found for block in article.body for found in pattern.findall(article.words(block.passage))}


def _nearest(at: int, rows: Sequence[Sequence[int]], groups: Sequence[Group], weights: Weights) -> NearMiss | None:
    sums = np.sum([weights.likeness(row) for row in rows[at]], axis=0) / len(rows[at])
    means = [float(sums[list(others)].mean()) if other != at else 0.0 for other, others in enumerate(rows)]
    other = int(np.argmax(means))
    if means[other] <= 0:
        return None
    shared = [term for term, _ in weights.shared(rows[at][0], rows[other][0]) if " " not in term][:TERMS_SHOWN]
    return NearMiss(groups[at], groups[other], means[other], SAME_EVENT, tuple(shared))


if __name__ == "__main__":
    from ..looking import main

    raise SystemExit(main("cluster"))
