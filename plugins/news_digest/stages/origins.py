"""Find which articles of a story descend from one text."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import NamedTuple

from ..language.credits import find_credits
from ..language.reuse import OwnWords, Reuse, find_reuse, may_be_reuse, own_words
from ..model import BODY, Article, BlockKind, Origin, Passage
from ..remember import between_builds, remembered

# Figures of these rules on rewritten and on independent pairs: docs/decisions, origins.
SAME_ORDER = 0.62  # share of the shorter text's sentences that stand in the same order in the other one
FEWEST_IN_ORDER = 3
IN_STEP = 0.74  # share of sentences alike at least faintly; independent reports reach 0.69, rewrites begin at 0.79
FEWEST_IN_STEP = 5  # fewer fall into step by chance
ANY_ORDER = 0.66  # a re-ordered rewrite must share more: reporters of one event tell some of the same things
FEWEST_IN_ANY_ORDER = 4
SAME_WORDS = 0.55  # share of the longer text's words: two rewrites of one text, of which neither is the other's model
FEWEST_SAME_WORDS = 50
SAME_WORDS_ORDER = 0.20  # of the sentences, too: long reports of one event share half of their words by chance
SAME_WORDING = 0.35  # share of its runs of four words; independent reports that share their background stay below
# Two texts credited to one agency, or of one owner's sites, need less: it is said where they come from.
CREDIT_WORDING = 0.12
CREDIT_ORDER = 0.25
CREDITING = BODY | {BlockKind.CREDIT, BlockKind.DATELINE}
FIRST_LOOK = 0.40  # share of words; pairs below it are not compared sentence by sentence


class Credited(NamedTuple):
    name: str
    passage: Passage
    whole: bool


def find_origins(articles: Sequence[Article]) -> tuple[Origin, ...]:
    """The origins of one story, in the order of their first articles; each article is in exactly one."""
    texts = [_own_words(_body(article)) for article in articles]
    credits = [_credits(article) for article in articles]
    home = list(range(len(articles)))
    shown: dict[tuple[int, int], str] = {}
    for left, right in combinations(range(len(articles)), 2):
        if home[left] == home[right]:
            continue
        ties = [f"both credit {name}" for name in sorted(_agencies(credits[left]) & _agencies(credits[right]))]
        reason = _reason(texts[left], texts[right], [*ties, *_owner_of_both(articles[left], articles[right])])
        if reason:
            shown[left, right] = reason
            home = [home[left] if name == home[right] else name for name in home]
    groups = [[row for row, name in enumerate(home) if name == origin] for origin in dict.fromkeys(home)]
    return tuple(_origin(rows, articles, credits, shown) for rows in groups)


_own_words = remembered(own_words)
_find_reuse = remembered(find_reuse)


def compare_wording(left: Article, right: Article) -> Reuse:
    """How much of the shorter article stands in the other one: what the rules of `find_origins` look at."""
    return find_reuse(own_words(_body(left)), own_words(_body(right)))


def _body(article: Article) -> str:
    return "\n\n".join(article.words(block.passage) for block in article.body)


def _owner_of_both(left: Article, right: Article) -> list[str]:
    """Sister sites print one newsroom's texts: what outlets.yml says of their owner, with its source."""
    owner = left.outlet.owner
    return [f"both belong to {owner}"] if owner and owner == right.outlet.owner else []


def _reason(left: OwnWords, right: OwnWords, ties: Sequence[str]) -> str | None:
    if not may_be_reuse(left, right, FIRST_LOOK):
        return None
    runs, shared = min(len(left.runs), len(right.runs)), len(left.runs & right.runs)
    if shared and shared >= SAME_WORDING * runs:
        return f"{shared} of {runs} runs of four words stand in both, quotations left out"
    reuse = _find_reuse(left, right)
    if reuse.in_order >= FEWEST_IN_ORDER and reuse.order_share >= SAME_ORDER:
        return f"{reuse.in_order} of {reuse.sentences} sentences stand in the same order in both"
    if reuse.in_step >= FEWEST_IN_STEP and reuse.step_share >= IN_STEP:
        return f"{reuse.in_step} of {reuse.sentences} sentences stand in the same order in both, in other words"
    if reuse.in_any_order >= FEWEST_IN_ANY_ORDER and reuse.any_order_share >= ANY_ORDER:
        return f"{reuse.in_any_order} of {reuse.sentences} sentences stand in both, in another order"
    same_words = reuse.words_shared >= FEWEST_SAME_WORDS and reuse.word_share >= SAME_WORDS
    if same_words and reuse.any_order_share >= SAME_WORDS_ORDER and not left.hears_others_than(right):
        return (
            f"{reuse.words_shared} of {reuse.words} words stand in both,"
            f" and {reuse.in_any_order} of {reuse.sentences} sentences"
        )
    if ties and (reuse.run_share >= CREDIT_WORDING or reuse.order_share >= CREDIT_ORDER):
        return (
            f"{', '.join(ties)}, and share"
            f" {reuse.in_order} of {reuse.sentences} sentences in order"
            f" and {reuse.runs_shared} of {reuse.runs} runs of four words"
        )
    return None


@between_builds
def _credits(article: Article) -> tuple[Credited, ...]:
    found = []
    for block in article.blocks:
        if block.kind in CREDITING:
            alone = block.kind is BlockKind.CREDIT
            for credit in find_credits(article.words(block.passage), line_of_its_own=alone):
                start = block.passage.start
                passage = Passage(article.id, start + credit.start, start + credit.end)
                found.append(Credited(credit.name, passage, credit.whole))
    return tuple(found)


def _agencies(credits: Sequence[Credited]) -> set[str]:
    return {credit.name for credit in credits if credit.whole}


def _origin(
    rows: Sequence[int],
    articles: Sequence[Article],
    credits: Sequence[Sequence[Credited]],
    shown: dict[tuple[int, int], str],
) -> Origin:
    members = [articles[row] for row in rows]
    mine = [credit for row in rows for credit in credits[row]]
    name = next((credit.name for credit in mine if credit.whole), None)
    reasons = [
        f"{articles[left].id} and {articles[right].id}: {why}" for (left, right), why in shown.items() if left in rows
    ]
    return Origin(
        id=f"origin-{members[0].id}",
        articles=tuple(article.id for article in members),
        why="; ".join([*(reasons or ["no other report shares its wording or its order"]), *_spoken(mine, members)]),
        name=name,
        credits=tuple(credit.passage for credit in mine),
    )


def _whose(name: str, credits: Sequence[Credited], articles: Sequence[Article]) -> str:
    """The reports that are credited so, where not all of an origin are."""
    mine = sorted({credit.passage.article for credit in credits if credit.whole and credit.name == name})
    return "" if len(mine) == len(articles) else f"{', '.join(mine)}: "


def _spoken(credits: Sequence[Credited], articles: Sequence[Article]) -> list[str]:
    whole = sorted({credit.name for credit in credits if credit.whole})
    parts = sorted({credit.name for credit in credits if not credit.whole} - set(whole))
    lines = [f"{_whose(name, credits, articles)}credited to {name}" for name in whole]
    return lines + ([f"takes single statements from {', '.join(parts)}"] if parts else [])


if __name__ == "__main__":
    from ..looking import main

    raise SystemExit(main("origins"))
