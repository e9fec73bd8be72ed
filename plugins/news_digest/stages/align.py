"""Group the claims that state the same thing."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ..language.similarity import Evidence, Field
from ..language.words import compare_form
from ..model import Alignment, Article, Claim

SAME = (
    0.38  # likeness below which two claims are not linked; at 0.28 one fact in twelve is wrong on the invented stories
)
SURE = 0.9  # linked although each may have a better partner: reports repeat themselves
CONTEXT = 1.0  # log odds that a neighbouring pair of the same content adds
TOGETHER = 0.3  # mean likeness between two groups that may merge; keeps unlike ends of a chain apart
ID_DIGITS = 10
SHOWN_WORDS = 4

Floats = NDArray[np.float32]


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
    groups = _merge(_links(likeness, owners), likeness)
    return tuple(
        Alignment(
            _identity(claims[group[0]], texts[group[0]]), tuple(claims[place] for place in group), _why(field, group)
        )
        for group in groups
        if len({claims[place].passage.article for place in group}) > 1
    )


def comparable(claim: Claim, article: Article) -> str:
    """What is compared: the core with the subject of its verb."""
    core = article.words(claim.core)
    return f"{article.words(claim.subject)} {core}" if claim.subject else core


def _in_context(likeness: Floats, owners: NDArray[np.str_]) -> Floats:
    """Likeness raised where the claims before or after are alike too: rewriting keeps the order of what it rewrites."""
    same_article = owners[1:] == owners[:-1]
    step = np.zeros_like(likeness)
    step[1:, 1:] = likeness[:-1, :-1] * same_article[:, None] * same_article[None, :]
    back = np.zeros_like(likeness)
    back[:-1, :-1] = likeness[1:, 1:] * same_article[:, None] * same_article[None, :]
    odds = np.log(likeness / (1 - likeness)) + CONTEXT * np.maximum(step, back)
    return np.asarray(1 / (1 + np.exp(-odds)), dtype=np.float32)


def _links(likeness: Floats, owners: NDArray[np.str_]) -> list[tuple[int, int]]:
    """Pairs, likeliest first: of two articles, each the other's best there, or sure beyond that."""
    best = np.zeros_like(likeness)
    for owner in sorted(set(owners.tolist())):
        columns = np.flatnonzero(owners == owner)
        best[:, columns] = likeness[:, columns].max(axis=1, keepdims=True)
    mutual = (likeness >= best) & (likeness.T >= best.T).T & (likeness >= best.T)
    linked = (likeness >= SAME) & (mutual | (likeness >= SURE)) & (owners[:, None] != owners[None, :])
    pairs = [(int(a), int(b)) for a, b in np.argwhere(np.triu(linked, 1))]
    return sorted(pairs, key=lambda pair: (-float(likeness[pair]), pair))


def _merge(links: Sequence[tuple[int, int]], likeness: Floats) -> list[tuple[int, ...]]:
    """Agglomerate along the links, average linkage: groups merge only where their claims are alike on the whole."""
    home: dict[int, tuple[int, ...]] = {place: (place,) for link in links for place in link}
    for a, b in links:
        left, right = home[a], home[b]
        if left == right or float(likeness[np.ix_(left, right)].mean()) < TOGETHER:
            continue
        merged = tuple(sorted(left + right))
        home.update(dict.fromkeys(merged, merged))
    return sorted(set(home.values()))


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
