"""Group the claims that state the same thing."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from ..language.dates import find_dates
from ..language.figures import Figure, compare_figures, find_figures
from ..language.lexicons import words
from ..language.similarity import Evidence, Field
from ..language.words import Token, compare_form, tokens
from ..model import Alignment, Article, Claim, Saying

SAME = 0.36  # likeness below which claims are not linked; at 0.28 one fact in twenty is wrong on the invented stories
SURE = 0.9  # linked although each may have a better partner: reports repeat themselves
CONTEXT = 1.0  # log odds that a neighbouring pair of the same content adds
TOGETHER = 0.3  # mean likeness between two groups that may merge; keeps unlike ends of a chain apart
FIGURE = 2.0  # log odds that a number adds which both give of the same kind of thing
SMALL_FIGURE = 0.8  # the same for a number up to TELLING, which claims share by chance
VERBATIM = 4.0  # for RUN words that two quotations share
RUN = 5
TELLING = 10
NEAR = 1.15  # 18 percent and almost a fifth; 212 and more than 200
EQUAL = 1.01  # 115 mph and 185 km/h
AGREE = frozenset({"same", "compatible"})
NEVER = 1e-4  # likeness of what is known not to be the same
LEAST_SAID = 1.0  # weight of the shared words that are neither names nor titles
TOLLS = frozenset({"dead", "injured", "missing"})
ID_DIGITS = 10
SHOWN_WORDS = 4

Floats = NDArray[np.float32]
Group = tuple[int, ...]  # places of claims
Link = tuple[int, int]


def align_claims(claims: Sequence[Claim], articles: Sequence[Article]) -> tuple[Alignment, ...]:
    """Groups of claims from two or more articles that state the same thing, each claim in one group at most."""
    if len(claims) < 2:
        return ()
    by_id = {article.id: article for article in articles}
    texts = [comparable(claim, by_id[claim.passage.article]) for claim in claims]
    field = Field(texts)
    everything = range(len(claims))
    owners = np.array([claim.passage.article for claim in claims])
    likeness = _in_context(field.matrix(everything, everything), owners)
    likeness = _where_it_may_be_one_thing(likeness, field, texts)
    groups = _merge(_links(likeness, owners), likeness, (), TOGETHER)
    odds = _shared_figures(texts) + _shared_quotations(claims, texts)
    groups = _attach(groups, _raised(likeness, odds), owners)
    found = [
        Alignment(
            _identity(claims[group[0]], texts[group[0]]), tuple(claims[place] for place in group), _why(field, group)
        )
        for group in groups
        if len({claims[place].passage.article for place in group}) > 1
    ]
    return _without_repeats(found)


def _without_repeats(alignments: Sequence[Alignment]) -> tuple[Alignment, ...]:
    """`cut short a visit` is told by `cut short a visit and declared mourning` where the same articles tell both."""
    kept = {alignment.id: alignment for alignment in alignments}
    for short in alignments:
        longer = next((long for long in kept.values() if long.id != short.id and _is_told_by(short, long)), None)
        if longer:
            kept[longer.id] = replace(longer, claims=tuple(map(_whole, longer.claims)))
            del kept[short.id]
    return tuple(kept.values())


def _is_told_by(short: Alignment, long: Alignment) -> bool:
    articles = [{claim.passage.article for claim in alignment.claims} for alignment in (short, long)]
    return articles[0] == articles[1] and all(
        any(claim.passage.contains(other.passage) for claim in long.claims) for other in short.claims
    )


def _whole(claim: Claim) -> Claim:
    return replace(claim, core=claim.passage, subject=None)


def comparable(claim: Claim, article: Article) -> str:
    """What is compared: the core with the subject of its verb."""
    core = article.words(claim.core)
    return f"{article.words(claim.subject)} {core}" if claim.subject else core


def _where_it_may_be_one_thing(likeness: Floats, field: Field, texts: Sequence[str]) -> Floats:
    """Likeness without the pairs that only a name holds together, and without counts of different states of things."""
    said = field.borne_out(_says_something)
    found = np.where(np.minimum(said, said.T) < LEAST_SAID, NEVER, likeness)
    counts = [_counts(text) for text in texts]
    counting = [place for place, count in enumerate(counts) if count]
    for a, b in combinations(counting, 2):
        if _other_state(texts[a], texts[b], counts[a], counts[b]):
            found[a, b] = found[b, a] = NEVER
    return np.asarray(found, dtype=np.float32)


def _says_something(token: Token) -> bool:
    """`Prime Minister Storhaug would respect the ruling`, `the prime minister, Storhaug, attacked it`: these share a
    name and an office, which say who and not what."""
    return not token.surface[0].isupper() and token.surface.lower() not in words("offices")


def _counts(text: str) -> dict[str, Figure]:
    """What is counted, by state and unit; vague and ordinal numbers count nothing."""
    return {figure.state or figure.unit: figure for figure in find_figures(text) if figure.grain and not figure.ordinal}


def _other_state(mine: str, theirs: str, here: dict[str, Figure], there: dict[str, Figure]) -> bool:
    """`At least seven dead`, `at least 31 dead`; `300,000 homes on Monday`, `290,000 on Tuesday`: both may hold."""
    both = sorted(set(here) & set(there))
    if not both and TOLLS & set(here) and TOLLS & set(there):
        return True  # the dead and the injured
    if any(what in TOLLS and not _near(here[what], there[what]) for what in both):
        return True
    differ = any(not _near(here[what], there[what], EQUAL) for what in both)
    return differ and bool(_days(mine)) and bool(_days(theirs)) and not _days(mine) & _days(theirs)


def _days(text: str) -> set[tuple[int | None, int | None, int | None]]:
    """The days that the words name, as weekday or as month and day."""
    return {(m.weekday, m.month, m.day) for m in find_dates(text) if m.kind in {"day", "weekday"}}


def _shared_figures(texts: Sequence[str]) -> Floats:
    """Log odds for the numbers that two claims give alike: independent reports share them when they share few words."""
    figures = [find_figures(text) for text in texts]
    odds = np.zeros((len(texts), len(texts)), np.float32)
    for a, mine in enumerate(figures):
        for b in range(a + 1, len(figures)) if mine else ():
            odds[a, b] = odds[b, a] = sum(_telling(one, figures[b]) for one in mine)
    return odds


def _shared_quotations(claims: Sequence[Claim], texts: Sequence[str]) -> Floats:
    """Log odds where two quotations hold the same run of words, however much more one of them holds."""
    quoted = [place for place, claim in enumerate(claims) if claim.saying is Saying.QUOTED]
    runs = {place: _runs(texts[place]) for place in quoted}
    odds = np.zeros((len(texts), len(texts)), np.float32)
    for a, b in combinations(quoted, 2):
        if runs[a] & runs[b]:
            odds[a, b] = odds[b, a] = VERBATIM
    return odds


def _runs(text: str) -> set[tuple[str, ...]]:
    """Every run of RUN words that holds two that carry news."""
    found = tokens(text)
    runs = [found[start : start + RUN] for start in range(len(found) - RUN + 1)]
    return {tuple(token.form for token in run) for run in runs if sum(not token.is_empty for token in run) > 1}


def _telling(figure: Figure, others: Sequence[Figure]) -> float:
    if not any(compare_figures(figure, other).verdict in AGREE and _near(figure, other) for other in others):
        return 0.0
    return FIGURE if (figure.low or figure.high or 0) > TELLING else SMALL_FIGURE


def _near(a: Figure, b: Figure, within: float = NEAR) -> bool:
    """Open intervals overlap however far apart the numbers are that bound them."""
    low, high = sorted((a.low or a.high or 0.0, b.low or b.high or 0.0))
    return high <= within * low


def _raised(likeness: Floats, odds: NDArray[np.floating]) -> Floats:
    """Likeness after evidence of so many log odds."""
    return np.asarray(1 / (1 + np.exp(-(np.log(likeness / (1 - likeness)) + odds))), dtype=np.float32)


def _in_context(likeness: Floats, owners: NDArray[np.str_]) -> Floats:
    """Likeness raised where the claims before or after are alike too: rewriting keeps the order of what it rewrites."""
    same_article = owners[1:] == owners[:-1]
    step = np.zeros_like(likeness)
    step[1:, 1:] = likeness[:-1, :-1] * same_article[:, None] * same_article[None, :]
    back = np.zeros_like(likeness)
    back[:-1, :-1] = likeness[1:, 1:] * same_article[:, None] * same_article[None, :]
    return _raised(likeness, CONTEXT * np.maximum(step, back))


def _attach(groups: Sequence[Group], likeness: Floats, owners: NDArray[np.str_]) -> list[Group]:
    """Add what independent reports tell in words so different that only its numbers show it: a claim or a group joins
    another in which its articles have no claim yet."""
    apart = (likeness >= SAME) & (owners[:, None] != owners[None, :])
    return _merge(_likeliest_first(apart, likeness), likeness, groups, SAME, owners)


def _links(likeness: Floats, owners: NDArray[np.str_]) -> list[Link]:
    """Pairs, likeliest first: of two articles, each the other's best there, or sure beyond that."""
    best = np.zeros_like(likeness)
    for owner in sorted(set(owners.tolist())):
        columns = np.flatnonzero(owners == owner)
        best[:, columns] = likeness[:, columns].max(axis=1, keepdims=True)
    mutual = (likeness >= best) & (likeness.T >= best.T).T & (likeness >= best.T)
    linked = (likeness >= SAME) & (mutual | (likeness >= SURE)) & (owners[:, None] != owners[None, :])
    return _likeliest_first(linked, likeness)


def _likeliest_first(linked: NDArray[np.bool_], likeness: Floats) -> list[Link]:
    pairs = [(int(a), int(b)) for a, b in np.argwhere(np.triu(linked, 1))]
    return sorted(pairs, key=lambda pair: (-float(likeness[pair]), pair))


def _merge(
    links: Sequence[Link],
    likeness: Floats,
    groups: Sequence[Group],
    together: float,
    owners: NDArray[np.str_] | None = None,
) -> list[Group]:
    """Agglomerate along the links, average linkage: groups merge only where their claims are alike on the whole.

    With `owners`, an article has one claim at most in what is merged.
    """
    home: dict[int, Group] = {place: (place,) for link in links for place in link}
    home |= {place: group for group in groups for place in group}
    for a, b in links:
        left, right = home[a], home[b]
        if left == right or float(likeness[np.ix_(left, right)].mean()) < together:
            continue
        if owners is not None and set(owners[list(left)]) & set(owners[list(right)]):
            continue
        merged = tuple(sorted(left + right))
        home.update(dict.fromkeys(merged, merged))
    return sorted(group for group in set(home.values()) if len(group) > 1)


def _identity(claim: Claim, text: str) -> str:
    """An id that follows the words of the first claim, wherever it comes to stand in its article."""
    key = f"{claim.passage.article}\n{compare_form(text)}"
    return "f" + hashlib.sha256(key.encode()).hexdigest()[:ID_DIGITS]


def _why(field: Field, group: Sequence[int]) -> tuple[str, ...]:
    return tuple(_reason(field.evidence(group[0], other)) for other in group[1:])


def _reason(evidence: Evidence) -> str:
    shared = ", ".join(match.token.surface for match in evidence.shared[:SHOWN_WORDS])
    missing = ", ".join(match.token.surface for match in evidence.only_first[:SHOWN_WORDS])
    return (
        f"likeness {evidence.likeness:.2f}; shared: {shared or 'nothing rare'}; not borne out: {missing or 'nothing'}"
    )


if __name__ == "__main__":
    from ..looking import main

    raise SystemExit(main("align"))
