"""Measure how many articles one core analyses in a second, on the invented stories, as a share of what is wanted.

Processor time is counted, so that other programs on the machine do not matter, and start-up apart: it comes once.

usage: python scripts/bench_analysis.py [FOLDER]   (default: tests/stories)
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "plugins"))
began = time.process_time()
from news_digest.pipeline import build_digests  # noqa: E402  # what is measured first is this import

WANTED = 150  # articles a second


def gather(folder: Path, into: Path) -> int:
    """Put the reports of every story below the folder side by side; how many there are."""
    reports = [file for file in sorted(folder.rglob("*.txt")) if file.parent.name != "beside"]
    for file in reports:
        shutil.copy(file, into / "-".join(file.relative_to(folder).parts))
    return len(reports)


def main(folder: Path) -> None:
    build_digests(ROOT / "seeds")  # word lists and vectors are read once
    ready = time.process_time()
    print(f"start and the first story: {ready - began:.2f} s")
    with tempfile.TemporaryDirectory() as made:
        count = gather(folder, Path(made))
        start = time.process_time()
        build_digests(Path(made))
        rate = count / (time.process_time() - start)
    print(f"analysis: {rate:.1f} articles a second; {rate / WANTED:.2f} of the {WANTED} wanted")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "tests/stories")
