"""Weigh the figures and runs of quoted words that two claims share, and part counts of different states of things."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from ...language.dates import find_dates
from ...language.expectations import is_expected
from ...language.figures import Figure, compare_figures, find_figures
from ...language.units import SPANS_OF_TIME
from ...language.words import runs_of
from ...model import Article, Claim, Saying

Floats = NDArray[np.float32]
Day = tuple[int | None, int | None, int | None]  # weekday, month, day of the month

FIGURE = 2.0  # log odds that a number adds which both give of the same kind of thing
SMALL_FIGURE = 0.8  # the same for a number up to TELLING, which claims share by chance
SPAN = 1.3  # the same for a longer span of time: of years and ages reports are full
VERBATIM = 4.0  # for RUN words that two quotations share
RUN = 5
TELLING = 10
NEAR = 1.15  # 18 percent and almost a fifth; 212 and more than 200
EQUAL = 1.01  # 115 mph and 185 km/h
AGREE = frozenset({"same", "compatible"})
TOLLS = frozenset({"dead", "injured", "missing"})
DIED = re.compile(r"\b(?:died|dies|dead|killed|kills)\b", re.IGNORECASE)
TREATED = re.compile(
    r"\btreated\b|\b(?:taken|brought|rushed|flown|airlifted)\b(?:\s[\w’'.-]+){,5}\shospitals?\b", re.IGNORECASE
)


def other_states(texts: Sequence[str], expected: Sequence[float]) -> NDArray[np.bool_]:
    """True where two claims count different states of things: shape (claims, claims). `expected` is the share of the
    figures of each that forecasters had expected: what came is another thing."""
    counts = [_counts(text) for text in texts]
    found = np.zeros((len(texts), len(texts)), bool)
    for a, b in combinations([place for place, count in enumerate(counts) if count], 2):
        other = {expected[a], expected[b]} == {0.0, 1.0} or _other_state(texts[a], texts[b], counts[a], counts[b])
        found[a, b] = found[b, a] = other
    return found


def other_fates(texts: Sequence[str]) -> NDArray[np.bool_]:
    """True where one claim tells of a death and the other of treatment: shape (claims, claims)."""
    died = np.array([bool(DIED.search(text)) for text in texts], bool)
    treated = np.array([bool(TREATED.search(text)) for text in texts], bool)
    only_died, only_treated = died & ~treated, treated & ~died
    apart: NDArray[np.bool_] = only_died[:, None] & only_treated[None, :]
    return apart | apart.T


def other_days(texts: Sequence[str]) -> NDArray[np.bool_]:
    """True where two claims name days, and none in common: shape (claims, claims)."""
    days = [_days(text) for text in texts]
    found = np.zeros((len(texts), len(texts)), bool)
    for a, b in combinations([place for place, named in enumerate(days) if named], 2):
        kinds = [_of_both(days[a], days[b], 0), _of_both(days[a], days[b], 1)]
        found[a, b] = found[b, a] = False in kinds and True not in kinds
    return found


def _of_both(mine: set[Day], theirs: set[Day], part: int) -> bool | None:
    """Whether two sets of days have a weekday (0) or a day of the month (1) in common; None where one names none."""
    here, there = ({day[1:] if part else day[:1] for day in days if day[part] is not None} for days in (mine, theirs))
    return bool(here & there) if here and there else None


def share_expected(claim: Claim, article: Article) -> float:
    """1 for `Economists had forecast 6 percent`, 0 for what came."""
    start = claim.passage.start
    figures = [(start + figure.start, start + figure.end) for figure in find_figures(article.words(claim.passage))]
    return sum(is_expected(article.text, span) for span in figures) / max(1, len(figures))


def _counts(text: str) -> dict[str, Figure]:
    """What is counted, by state and unit; vague and ordinal numbers count nothing."""
    return {figure.state or figure.unit: figure for figure in find_figures(text) if figure.grain and not figure.ordinal}


def _other_state(mine: str, theirs: str, here: dict[str, Figure], there: dict[str, Figure]) -> bool:
    """`At least seven dead`, `at least 31 dead`; `300,000 homes on Monday`, `290,000 on Tuesday`: both may hold."""
    both = here.keys() & there.keys()
    if not both:
        return bool(TOLLS & here.keys() and TOLLS & there.keys())  # the dead and the injured
    if any(what in TOLLS and not _near(here[what], there[what]) for what in both):
        return True
    differ = any(not _near(here[what], there[what], EQUAL) for what in both)
    return differ and bool(_days(mine)) and bool(_days(theirs)) and not _days(mine) & _days(theirs)


def _days(text: str) -> set[Day]:
    """The days that the words name, as weekday or as month and day."""
    return {(m.weekday, m.month, m.day) for m in find_dates(text) if m.kind in {"day", "weekday"}}


def shared_figures(texts: Sequence[str]) -> Floats:
    """Log odds for the numbers that two claims give alike: independent reports share them when they share few words."""
    figures = [find_figures(text) for text in texts]
    odds = np.zeros((len(texts), len(texts)), np.float32)
    for a, b in combinations([place for place, found in enumerate(figures) if found], 2):
        odds[a, b] = odds[b, a] = sum(_telling(one, figures[b]) for one in figures[a])
    return odds


def shared_evidence(claims: Sequence[Claim], texts: Sequence[str]) -> dict[str, Floats]:
    """What two claims have in common beside their words, each cue by name: shape (claims, claims)."""
    quoted = np.array([claim.saying is Saying.QUOTED for claim in claims])
    said = np.array([claim.saying is not Saying.OUTLET for claim in claims])
    return {
        "figures": shared_figures(texts),
        "quoted": shared_quotations(claims, texts),
        "both_quoted": (quoted[:, None] & quoted[None, :]).astype(np.float32),
        "one_said": (said[:, None] != said[None, :]).astype(np.float32),
    }


def shared_quotations(claims: Sequence[Claim], texts: Sequence[str]) -> Floats:
    """Log odds where two quotations hold the same run of words, however much more one of them holds."""
    quoted = [place for place, claim in enumerate(claims) if claim.saying is Saying.QUOTED]
    runs = {place: runs_of(texts[place], RUN) for place in quoted}
    odds = np.zeros((len(texts), len(texts)), np.float32)
    for a, b in combinations(quoted, 2):
        if runs[a] & runs[b]:
            odds[a, b] = odds[b, a] = VERBATIM
    return odds


def _telling(figure: Figure, others: Sequence[Figure]) -> float:
    if not any(compare_figures(figure, other).verdict in AGREE and _near(figure, other) for other in others):
        return 0.0
    if (figure.low or figure.high or 0) <= TELLING:
        return SMALL_FIGURE
    return SPAN if figure.unit in SPANS_OF_TIME else FIGURE


def _near(a: Figure, b: Figure, within: float = NEAR) -> bool:
    """Open intervals overlap however far apart the numbers are that bound them."""
    low, high = sorted((a.low or a.high or 0.0, b.low or b.high or 0.0))
    return high <= within * low
