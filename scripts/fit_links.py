"""Fit language/data/links.tsv, which says when two claims are one thing told in other words: fit_links.py [--write].

Learns from the keyed English stories in tests/stories and from the seeds: two claims of two reports are one where at
least half of the key's facts that either states are stated by both. Prints how well each half of the stories is told
by a model of the other half; `--write` stores the model of all.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "plugins"), str(ROOT / "scripts/score")]

from weighing import fit  # noqa: E402

from judging.facts import says  # noqa: E402
from judging.key import Key, Span, read_key  # noqa: E402
from news_digest.doors import read_seeds  # noqa: E402
from news_digest.language.cues import find_cues  # noqa: E402
from news_digest.language.similarity import Field  # noqa: E402
from news_digest.language.tongue import ENGLISH, reading  # noqa: E402
from news_digest.model import Claim  # noqa: E402
from news_digest.stages.align import comparable  # noqa: E402
from news_digest.stages.align.evidence import shared_evidence  # noqa: E402
from news_digest.stages.align.retelling import story_cues  # noqa: E402
from news_digest.stages.claims import find_claims  # noqa: E402
from news_digest.stages.languages import main_language  # noqa: E402

TABLE = ROOT / "plugins/news_digest/language/data/links.tsv"
HEADING = "Log odds that two claims of a story are one thing (scripts/fit_links.py)."
RIDGE = 10.0
SAME = 0.5  # of the key's facts that two claims state
SEEDS = (ROOT / "seeds", ROOT / "tests/seed_key.yml")

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Pairs:
    """One story's pairs of claims from two reports: `cues` is (pairs, names), `same` (pairs,)."""

    story: str
    names: tuple[str, ...]
    cues: Floats
    same: NDArray[np.bool_]


def is_english(folder: Path) -> bool:
    return main_language(read_seeds(folder).articles) == ENGLISH


def pairs_of(folder: Path, key_file: Path) -> Pairs:
    key, articles = read_key(key_file, folder), read_seeds(folder).articles
    with reading(main_language(articles)):
        claims = [claim for article in articles for claim in find_claims(article)]
        by_id = {article.id: article for article in articles}
        texts = [comparable(claim, by_id[claim.passage.article]) for claim in claims]
        field, everything = Field(texts), range(len(texts))
        owners = np.array([claim.passage.article for claim in claims])
        shared = shared_evidence(claims, texts)
        cues = find_cues(field, everything, everything)
        cues |= story_cues(owners, shared, field.matrix(everything, everything))
    apart = np.triu(owners[:, None] != owners[None, :], 1)
    table = np.stack([cue[apart] for cue in cues.values()], axis=1).astype(np.float64)
    return Pairs(folder.name, tuple(cues), table, same_fact(claims, key)[apart])


def same_fact(claims: Sequence[Claim], key: Key) -> NDArray[np.bool_]:
    stated = np.array(
        [
            [says(Span(p.article, p.start, p.end), fact.anchors) for fact in key.facts]
            for p in (c.passage for c in claims)
        ],
        dtype=np.float64,
    )
    both = stated @ stated.T
    either = stated.sum(axis=1)[:, None] + stated.sum(axis=1)[None, :] - both
    return np.asarray((both > 0) & (both >= SAME * either))


def fitted(stories: Sequence[Pairs]) -> Floats:
    """Coefficients of the raw cues, then the intercept."""
    cues, same = np.concatenate([s.cues for s in stories]), np.concatenate([s.same for s in stories])
    mean, spread = cues.mean(axis=0), cues.std(axis=0) + 1e-9
    found = fit((cues - mean) / spread, same.astype(np.float64), ridge=RIDGE)
    raw = found[:-1] / spread
    return np.append(raw, found[-1] - raw @ mean)


def told(stories: Sequence[Pairs], coefficients: Floats) -> tuple[Floats, NDArray[np.bool_]]:
    odds = np.concatenate([s.cues for s in stories]) @ coefficients[:-1] + coefficients[-1]
    return odds, np.concatenate([s.same for s in stories])


def average_precision(odds: Floats, same: NDArray[np.bool_]) -> float:
    ranked = same[np.argsort(-odds, kind="stable")]
    return float((np.cumsum(ranked) / np.arange(1, len(ranked) + 1))[ranked].mean())


def table_of(heading: str, names: Sequence[str], coefficients: Floats) -> str:
    rows = [f"{name}\t{value:.4f}" for name, value in zip((*names, "one"), coefficients, strict=True)]
    return "\n".join([f"# {heading}", *rows]) + "\n"


def main() -> None:
    keyed = [SEEDS, *((path.parent, path) for path in sorted((ROOT / "tests/stories").glob("*/key.yml")))]
    stories = [pairs_of(folder, key) for folder, key in keyed if is_english(folder)]
    halves = stories[::2], stories[1::2]
    for learnt, held in (halves, halves[::-1]):
        odds, same = told(held, fitted(learnt))
        print(f"{', '.join(s.story for s in held)}: average precision {average_precision(odds, same):.3f}")
    print(text := table_of(HEADING, stories[0].names, fitted(stories)))
    if "--write" in sys.argv:
        TABLE.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
