"""Join what two reports tell in words of their own, by a model fitted on keyed stories.

Likeness alone misses a free retelling. Here it is one cue of many: shared figures and quotations, whether each claim is
the other's best partner in its article and by how much, and whether their neighbours are alike too. A group must still
have one claim that all of its members bear out; `scripts/fit_links.py` fits the weights.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from ...language.cues import covers, find_cues
from ...language.exact import log_odds
from ...language.logistic import probability
from ...language.similarity import Field
from .links import Group, alike_on_the_whole, merge, mutual_links, of_other_articles

RETOLD = 0.6
TOGETHER = 0.4  # mean probability between two groups that may merge
BORNE_OUT = 0.35  # of the weight of one claim, in words that every other one in its group shares
EACH_WAY = 0.2  # of the weight of either of two claims that are linked
NO_RIVAL = 2.0  # log odds by which a claim leads that has no rival in its article
LEDE = 0.12  # of a report's claims
NEIGHBOURS = 3  # claims before and after
BLOCK = 256  # rows at a time: a story of 2,500 claims would need 90 MB a cue

Floats = NDArray[np.float32]


def join_retellings(
    groups: Sequence[Group],
    field: Field,
    owners: NDArray[np.str_],
    model: Floats,
) -> list[Group]:
    """`groups` with further members, and further groups; `model` is the probability of each two, 0 where forbidden."""
    cover = covers(field)
    sound = np.where(np.minimum(cover, cover.T) < EACH_WAY, np.float32(0), model)
    alike, others = alike_on_the_whole(model, TOGETHER), of_other_articles(owners)

    def may_join(left: Group, right: Group) -> bool:
        return others(left, right) and alike(left, right) and _common(field, left + right) >= BORNE_OUT

    return merge(mutual_links(sound, owners, RETOLD, sure=1.0), groups, may_join)


def link_probability(field: Field, owners: NDArray[np.str_], shared: Mapping[str, Floats], likeness: Floats) -> Floats:
    """Probability that two claims state the same thing: shape (claims, claims)."""
    found = np.zeros_like(likeness)
    story = story_cues(owners, shared, likeness)
    everything = range(len(likeness))
    for start in range(0, len(likeness), BLOCK):
        rows = everything[start : start + BLOCK]
        cues = find_cues(field, rows, everything) | {name: cue[rows] for name, cue in story.items()}
        found[rows] = probability(cues, "links")
    return found


def story_cues(owners: NDArray[np.str_], shared: Mapping[str, Floats], likeness: Floats) -> dict[str, Floats]:
    """What the other claims of a story say of two of them."""
    odds = log_odds(np.clip(likeness, 1e-4, 1 - 1e-4))
    lead = _lead(odds, owners)
    near = _near(likeness, owners)
    return {
        **shared,
        "lead_least": np.minimum(lead, lead.T),
        "lead_most": np.maximum(lead, lead.T),
        "neighbours_alike": np.maximum(near, near.T),
        **_places_in_report(owners),
    }


def _places_in_report(owners: NDArray[np.str_]) -> dict[str, Floats]:
    """How far apart two claims stand in their reports, from 0 (both open them) to 1, and whether both are of the lede:
    reports tell the news first and the background last."""
    place = np.zeros(len(owners), np.float32)
    for owner in sorted(set(owners.tolist())):
        own = np.flatnonzero(owners == owner)
        place[own] = np.linspace(0, 1, len(own), dtype=np.float32)
    lede = place < LEDE
    return {
        "places_apart": np.abs(place[:, None] - place[None, :]),
        "both_lede": (lede[:, None] & lede[None, :]).astype(np.float32),
    }


def _lead(odds: Floats, owners: NDArray[np.str_]) -> Floats:
    """By how much each claim leads its best rival in its article, for each claim that it may answer."""
    lead = np.full_like(odds, NO_RIVAL)
    for owner in sorted(set(owners.tolist())):
        columns = np.flatnonzero(owners == owner)
        if len(columns) > 1:
            ranked = np.sort(odds[:, columns], axis=1)
            best, second = ranked[:, -1:], ranked[:, -2:-1]
            lead[:, columns] = odds[:, columns] - np.where(odds[:, columns] == best, second, best)
    return lead


def _near(likeness: Floats, owners: NDArray[np.str_]) -> Floats:
    """The greatest likeness of the claims around each claim with each other one."""
    near = np.zeros_like(likeness)
    for step in range(1, NEIGHBOURS + 1):
        same = (owners[step:] == owners[:-step])[:, None]
        near[step:] = np.maximum(near[step:], likeness[:-step] * same)
        near[:-step] = np.maximum(near[:-step], likeness[step:] * same)
    return near


def _common(field: Field, group: Sequence[int]) -> float:
    """The share of one claim's weight that every other one bears out in the same words, for the claim that has most."""
    best = field.best[list(group)]
    shares = []
    for place, claim in enumerate(group):
        others = np.delete(best, place, axis=0).min(axis=0)
        shares.append(float(field.weighted[claim] @ others / field.total[claim]))
    return max(shares)
