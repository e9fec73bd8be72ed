"""What the preview serves of this very site, edit after edit, is what a clean build writes."""

from __future__ import annotations

import os
import random
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MADE_FROM = ("content", "seeds", "themes", "plugins", "pelicanconf.py")
SCRIPTS = re.compile(rb'(?:<script src="/-live-preview-/[^"]*"[^>]*></script>)+')
EDITS = 6
PATIENCE = 60.0  # seconds
pytestmark = [pytest.mark.site, pytest.mark.slow]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    project = tmp_path / "project"
    project.mkdir()
    for name in MADE_FROM:
        (shutil.copytree if (ROOT / name).is_dir() else shutil.copy)(ROOT / name, project / name)
    return project


@pytest.fixture
def preview(project: Path) -> Iterator[Callable[[str], bytes]]:
    """Fetches a page of the running preview, without the preview's scripts."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "live_preview", "--port", str(port), "--watch", "seeds"]
    process = subprocess.Popen(command, cwd=project, env=_environment(project), stdout=subprocess.DEVNULL)

    def fetch(name: str) -> bytes:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/{name}", timeout=PATIENCE) as answer:
            return SCRIPTS.sub(b"", answer.read())

    yield fetch
    process.terminate()
    process.wait()


def _environment(project: Path) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(project / "plugins"), "OPENBLAS_NUM_THREADS": "1"}


def clean_build(project: Path, number: int) -> dict[str, bytes]:
    output = project.parent / f"clean-{number}"
    command = [sys.executable, "-m", "pelican", "content", "-o", str(output), "-s", "pelicanconf.py"]
    subprocess.run(command, cwd=project, env=_environment(project), capture_output=True)
    files = (path for path in output.rglob("*") if path.is_file() and not path.name.startswith("."))
    return {path.relative_to(output).as_posix(): path.read_bytes() for path in files}


def edit(project: Path, number: int, choice: random.Random) -> None:
    """Something that an editor does in an afternoon."""
    seeds = sorted((project / "seeds").glob("*.txt"))
    seed = choice.choice(seeds)
    hand = project / "content/stories/story.md"
    acts: list[Callable[[], object]] = [
        lambda: seed.write_text(seed.read_text().replace("Thursday", f"Thursday, the {number}th,", 1)),
        lambda: (project / "seeds" / f"new-{number}.txt").write_text(
            f"Ferry {number} sinks\n\nNine people were saved.\n"
        ),
        lambda: (project / "themes/newsprint/templates/parts/footer.html").write_text(f"<p>Footer {number}</p>\n"),
        lambda: hand.parent.mkdir(exist_ok=True) or hand.write_text(_title_of(project, number)),
        lambda: seed.unlink() if len(seeds) > 4 else None,
    ]
    acts[number % len(acts)]()


def _title_of(project: Path, number: int) -> str:
    story = next((project.parent / "clean-0/stories").glob("*/story.json")).parent.name
    return f"---\nstory: {story}\ntitle: Title {number}\n---\n"


def served(fetch: Callable[[str], bytes], clean: dict[str, bytes]) -> list[str]:
    """The pages that are not yet as a clean build has them."""
    wrong = []
    for name, content in sorted(clean.items()):
        try:
            if fetch(name) != content:
                wrong.append(name)
        except OSError:
            wrong.append(name)
    return wrong


def test_after_every_edit_every_file_is_that_of_a_clean_build(project: Path, preview: Callable[[str], bytes]) -> None:
    choice = random.Random(7)
    for number in range(EDITS):
        if number:
            edit(project, number, choice)
        clean = clean_build(project, number)
        end = time.monotonic() + PATIENCE
        while wrong := served(preview, clean):
            assert time.monotonic() < end, wrong
            time.sleep(1)
