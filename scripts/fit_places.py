"""Fit stages/compare's tables, which say when two figures or two dates of a story tell of one thing.

`fit_places.py [--write] [FOLDER...]` learns from the keyed English stories in tests/stories, from the seeds, and from
each further FOLDER of stories: a folder a story, with a key.yml, or a judged.tsv whose lines are kind, article, start,
article, start and 1 where an editor would set the two against each other, 0 where not. Prints how well each tenth of
the stories is told by a model of the others; `--write` stores the model of all.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "plugins"), str(ROOT / "scripts/score")]

from weighing import fit  # noqa: E402

from fit_links import SEEDS, average_precision, table_of  # noqa: E402
from judging.key import Anchors, Key, Span, read_key  # noqa: E402
from news_digest.doors import read_seeds  # noqa: E402
from news_digest.language.tongue import ENGLISH, reading  # noqa: E402
from news_digest.model import Alignment, Passage  # noqa: E402
from news_digest.stages.align import align_claims  # noqa: E402
from news_digest.stages.claims import find_claims  # noqa: E402
from news_digest.stages.compare import dates, one_count  # noqa: E402
from news_digest.stages.compare.counted import counted_in  # noqa: E402
from news_digest.stages.compare.tellings import Telling, sentences_of  # noqa: E402
from news_digest.stages.languages import main_language  # noqa: E402

DATA = ROOT / "plugins/news_digest/language/data"
HEADING = "Log odds that two places of a story tell of one thing (scripts/fit_places.py)."
RIDGE = 10.0
TENTHS = 10
WANTED = (0.95, 0.9, 0.85)  # precision

Floats = NDArray[np.float64]
Label = Callable[[Passage, Passage], float | None]


@dataclass(frozen=True)
class Pairs:
    """One story's pairs of places from two reports: `cues` is (pairs, names), `one` (pairs,)."""

    story: str
    names: tuple[str, ...]
    cues: Floats
    one: Floats


def labelled(folder: Path, kind: str, *, keyed: Path | None) -> Pairs | None:
    articles = read_seeds(folder).articles
    with reading(main_language(articles)):
        claims = [claim for article in articles for claim in find_claims(article)]
        alignments = align_claims(claims, articles)
        sentences = [telling for article in articles for telling in sentences_of(article)]
        passages, cues, asked = FINDERS[kind](sentences, alignments)
    label = label_of(read_key(keyed, folder)) if keyed else label_in(folder / "judged.tsv", kind)
    found = [(a, b, label(passages[a], passages[b])) for a, b in asked]
    known = [(a, b, one) for a, b, one in found if one is not None]
    if not known:
        return None
    rows = np.array([[float(cue[a, b]) for cue in cues.values()] for a, b, _ in known])
    return Pairs(folder.name, tuple(cues), rows, np.array([one for _, _, one in known]))


def figures(sentences: Sequence[Telling], alignments: Sequence[Alignment]):  # type: ignore[no-untyped-def]
    counts = list(counted_in(sentences))
    if len(counts) < 2:
        return [], {}, []
    evidence = one_count.Evidence(counts, alignments)
    return [count.passage for count in counts], evidence.cues(), sorted(evidence.asked)


def days(sentences: Sequence[Telling], alignments: Sequence[Alignment]):  # type: ignore[no-untyped-def]
    found = list(dates.dated_in(sentences))
    if len(found) < 2:
        return [], {}, []
    evidence = dates.Evidence(found, alignments)
    return [dating.telling.passage(dating.span) for dating in found], evidence.cues(), sorted(evidence.asked)


def label_of(key: Key) -> Label:
    """Whether the key sets the two against each other; None where it has them in one fact."""

    def label(one: Passage, other: Passage) -> float | None:
        spans = [Span(place.article, place.start, place.end) for place in (one, other)]
        for difference in key.differences:
            if all(any(touches(span, side) for side in difference.sides) for span in spans):
                return 1.0
        return None if any(all(touches(span, fact.anchors) for span in spans) for fact in key.facts) else 0.0

    return label


def touches(span: Span, anchors: Anchors) -> bool:
    return any(span.shared(place) for place in anchors.get(span.article, ()))


def label_in(judged: Path, kind: str) -> Label:
    rows = [line.split("\t") for line in judged.read_text(encoding="utf-8").splitlines()] if judged.is_file() else []
    known = {frozenset({(row[1], int(row[2])), (row[3], int(row[4]))}): float(row[5]) for row in rows if row[0] == kind}
    return lambda one, other: known.get(frozenset({(one.article, one.start), (other.article, other.start)}))


def fitted(stories: Sequence[Pairs]) -> Floats:
    """Coefficients of the raw cues, then the intercept."""
    cues, one = np.concatenate([s.cues for s in stories]), np.concatenate([s.one for s in stories])
    mean, spread = cues.mean(axis=0), cues.std(axis=0) + 1e-9
    found = fit((cues - mean) / spread, one, ridge=RIDGE)
    raw = found[:-1] / spread
    return np.append(raw, found[-1] - raw @ mean)


def report(stories: Sequence[Pairs]) -> None:
    odds, one = [], []
    for tenth in range(TENTHS):
        held = stories[tenth::TENTHS]
        if held:
            learnt = fitted([story for place, story in enumerate(stories) if place % TENTHS != tenth])
            odds += [story.cues @ learnt[:-1] + learnt[-1] for story in held]
            one += [story.one for story in held]
    likely, right = np.concatenate(odds), np.concatenate(one)
    ranked = right[np.argsort(-likely, kind="stable")]
    precision = np.cumsum(ranked) / np.arange(1, len(ranked) + 1)
    print(f"{len(right)} pairs, {int(right.sum())} of one thing; average precision", end=" ")
    print(f"{average_precision(likely, right.astype(bool)):.3f}")
    for wanted in WANTED:
        last = np.flatnonzero(precision >= wanted)
        if len(last):
            chance = 1 / (1 + np.exp(-np.sort(likely)[::-1][last[-1]]))
            print(f"precision {wanted}: recall {ranked[: last[-1] + 1].sum() / ranked.sum():.2f} from {chance:.2f}")


FINDERS = {"number": figures, "date": days}
TABLES = {"number": "one_count", "date": "one_date"}


def main() -> None:
    further = [Path(name) for name in sys.argv[1:] if not name.startswith("--")]
    keyed = [SEEDS, *((path.parent, path) for path in sorted((ROOT / "tests/stories").glob("*/key.yml")))]
    for folder in further:
        stories = sorted(path for path in folder.iterdir() if path.is_dir())
        keyed += [(path, path / "key.yml" if (path / "key.yml").is_file() else None) for path in stories]
    english = [(folder, key) for folder, key in keyed if main_language(read_seeds(folder).articles) == ENGLISH]
    for kind, table in TABLES.items():
        pairs = [found for folder, key in english if (found := labelled(folder, kind, keyed=key))]
        report(pairs)
        print(text := table_of(HEADING, pairs[0].names, fitted(pairs)))
        if "--write" in sys.argv:
            (DATA / f"{table}.tsv").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
