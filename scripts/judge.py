"""Hold the engine to answer keys: python scripts/judge.py [DIR…] [--key KEY] [--story-json FILE] [--json] [--brief].

Each DIR is a folder of reports with a key.yml (its format stands in tests/stories/README.md). Prints a table, then
what is wrong or missing in the reports' own words. Without a DIR all keyed stories of the tree are judged and their
means held to the floors of scripts/score/floors.yml, below which it fails.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path

import yaml

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
SEED_KEY = ROOT / "tests/seed_key.yml"
sys.path[:0] = [str(HERE), str(HERE.parent / "plugins")]

from judging.key import AnswerKeyError, read_key  # noqa: E402
from judging.produced import Produced, from_digest, from_story_json, joined  # noqa: E402
from judging.report import Judged, judge  # noqa: E402

COLUMNS = {
    "facts": "facts", "fact_precision": "prec", "fact_recall": "rec", "passage_precision": "p.prec",
    "passage_recall": "p.rec", "status_right": "status", "told_twice": "twice",
    "differences": "diffs", "difference_precision": "prec",
    "difference_recall": "rec", "difference_wanted": "wanted", "difference_found": "found",
    "forbidden_conflicts": "forbid", "origin_precision": "o.prec", "origin_recall": "o.rec", "one_story": "story",
}  # fmt: skip
COUNTS = ("facts", "told_twice", "differences", "forbidden_conflicts")
WIDTH = 7


def made_of(folder: Path) -> Produced:
    from news_digest.pipeline import build_digests

    before = time.perf_counter()
    edition = build_digests(folder)
    if faults := [refusal for refusal in (*edition.refusals, *edition.editors) if refusal.fatal]:
        raise SystemExit("\n".join(map(str, faults)))
    return joined([from_digest(digest) for digest in edition.digests], time.perf_counter() - before)


def judge_folder(folder: Path, key: Path | None, story_json: Path | None) -> Judged:
    produced = from_story_json(story_json) if story_json else made_of(folder)
    return judge(folder.name, read_key(key or folder / "key.yml", folder), produced)


def with_a_key(folders: list[Path], key: Path | None) -> list[Path]:
    """Folders that can be judged; the others are named on standard error."""
    for folder in folders:
        if not key and not (folder / "key.yml").exists():
            print(f"{folder}: no key.yml, not judged", file=sys.stderr)
    return [folder for folder in folders if key or (folder / "key.yml").exists()]


def keyed_stories() -> list[tuple[Path, Path]]:
    """The folders of the tree that have an answer key, each with its key."""
    invented = [(path.parent, path) for path in sorted((ROOT / "tests/stories").glob("*/key.yml"))]
    if not holds_the_example():
        print("seeds: not the reports that its key is about, not judged", file=sys.stderr)
        return invented
    return [(ROOT / "seeds", SEED_KEY), *invented]


def holds_the_example() -> bool:
    """Whether `seeds/`, which is the user's, has the five reports that it came with, and no others."""
    from news_digest.doors import read_seeds

    named = yaml.safe_load(SEED_KEY.read_text(encoding="utf-8"))["articles"].values()
    return set(named) == {article.id for article in read_seeds(ROOT / "seeds").articles}


def means_of(judged: list[Judged]) -> dict[str, float]:
    return {name: sum(one.figures[name] for one in judged) / len(judged) for name in COLUMNS}


def below_floors(judged: list[Judged]) -> list[str]:
    floors = yaml.safe_load((HERE / "score/floors.yml").read_text(encoding="utf-8"))["keyed"]
    means = means_of(judged)
    return [
        f"keyed stories: {name} {means[name]:.3f} is below its floor {floor}"
        for name, floor in floors.items()
        if means[name] < floor
    ]


def table(judged: list[Judged]) -> str:
    name_width = max(len(one.name) for one in judged) + 1
    lines = [" " * name_width + "".join(title.rjust(WIDTH) for title in COLUMNS.values())]
    for one in judged:
        lines.append(one.name.ljust(name_width) + cells(one.figures))
    if len(judged) > 1:
        lines.append("mean".ljust(name_width) + cells(means_of(judged)))
    return "\n".join(lines)


def cells(figures: dict[str, float]) -> str:
    return "".join(
        (f"{figures[name]:.0f}" if name in COUNTS else f"{figures[name]:.2f}").rjust(WIDTH) for name in COLUMNS
    )


def kinds_line(one: Judged) -> str:
    told = (
        f"{kind} {n['found']}/{n['expected']} found, {n['right']}/{n['made']} right"
        for kind, n in one.by_kind().items()
    )
    return "  " + " · ".join(told)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, metavar="DIR")
    parser.add_argument("--key", type=Path, help="the answer key, where it is not DIR/key.yml")
    parser.add_argument("--story-json", type=Path, help="judge this story.json instead of running the engine")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.add_argument("--brief", action="store_true", help="print the table alone")
    given = parser.parse_args()
    try:
        chosen = [(folder, given.key) for folder in with_a_key(given.folders, given.key)]
        judged = [judge_folder(*one, given.story_json) for one in (chosen if given.folders else keyed_stories())]
    except AnswerKeyError as mistake:
        sys.exit(str(mistake))
    if not judged:
        sys.exit("nothing to judge: give folders that hold a key.yml, or --key")
    if given.json:
        print(json.dumps({one.name: {**one.figures, "kinds": one.by_kind()} for one in judged}, indent=2))
        return
    print(table(judged))
    for one in judged if not given.brief else ():
        print(f"\n{one.name}\n{kinds_line(one)}", *one.listing(), sep="\n")
    if not given.folders and (failures := below_floors(judged)):
        sys.exit("\n".join(failures))


if __name__ == "__main__":
    main()
