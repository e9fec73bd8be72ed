"""Put the facts into an order that reads as an account: the event first, background last."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from ..model import Article, Fact, Status

LEAST_ORIGINS_WEIGHT = 0.15  # of an article's length: what a further origin's word is worth in place


def order_facts(facts: Sequence[Fact], articles: Sequence[Article]) -> tuple[Fact, ...]:
    """Facts by where the reports tell them, on the scale of each report's length.

    News is written in order of weight, so the median place of a fact's passages says how near it is to the event; a
    fact that more origins tell comes earlier than its place alone would put it.
    """
    lengths = {article.id: max(1, len(article.text)) for article in articles}
    most = max((fact.origins for fact in facts), default=1)
    return tuple(sorted(facts, key=lambda fact: (_place(fact, lengths, most), fact.lead)))


def _place(fact: Fact, lengths: dict[str, int], most: int) -> float:
    place = median(passage.start / lengths[passage.article] for passage in fact.support)
    told_less = (most - fact.origins) * LEAST_ORIGINS_WEIGHT
    return place + told_less + (0.3 if fact.status is Status.SINGLE_ORIGIN else 0.0)


if __name__ == "__main__":
    from ..looking import main

    raise SystemExit(main("order"))
