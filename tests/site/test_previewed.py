"""What the preview serves of this very site, edit after edit, is what a clean build writes."""

from __future__ import annotations

import json
import os
import random
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
MADE_FROM = ("content", "themes", "plugins", "pelicanconf.py")
SCRIPTS = re.compile(rb'(?:<script src="/-live-preview-/[^"]*"[^>]*></script>)+')
EDITS = 6
PATIENCE = 60.0  # seconds
pytestmark = [pytest.mark.site, pytest.mark.slow]


@pytest.fixture
def project(tmp_path: Path, example: Path) -> Path:
    project = tmp_path / "project"
    project.mkdir()
    for name in MADE_FROM:
        (shutil.copytree if (ROOT / name).is_dir() else shutil.copy)(ROOT / name, project / name)
    shutil.copytree(example, project / "seeds")
    return project


@pytest.fixture
def running(project: Path, run_preview: Callable[..., Any]) -> Any:
    """A preview of the project's own site, once it is built."""
    preview = run_preview(project, "--watch", "seeds", env=_environment(project))
    preview.until(lambda: preview.get("index.html")[0] == 200)
    return preview


def _environment(project: Path) -> dict[str, str]:
    own = {"PYTHONPATH": str(project / "plugins"), "OPENBLAS_NUM_THREADS": "1", "PYTHONDONTWRITEBYTECODE": ""}
    return {**os.environ, **own}


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


def page_of(running: Any, name: str) -> bytes:
    """As it is served, without the preview's scripts."""
    return SCRIPTS.sub(b"", running.get(name)[1])


def differing(running: Any, clean: dict[str, bytes]) -> list[str]:
    """The pages that are not yet as a clean build has them."""
    return [name for name, content in sorted(clean.items()) if page_of(running, name) != content]


def test_after_every_edit_every_file_is_that_of_a_clean_build(project: Path, running: Any) -> None:
    choice = random.Random(7)
    for number in range(EDITS):
        if number:
            edit(project, number, choice)
        clean = clean_build(project, number)
        end = time.monotonic() + PATIENCE
        while wrong := differing(running, clean):
            assert time.monotonic() < end, wrong
            time.sleep(1)


def slug_of_story(running: Any) -> str:
    slug: str = json.loads(running.get("data.json")[1])[0]["slug"]
    return slug


TEMPLATES = "themes/newsprint/templates"
BROKEN = (
    (f"{TEMPLATES}/parts/fact.html", "{% macro fact( %}", f"{TEMPLATES}/parts/fact.html", 1),
    (f"{TEMPLATES}/css/story.css", "\n{{ x", f"{TEMPLATES}/css/story.css", 2),
    ("seeds/sources.yml", "a: [b\nc: d", "seeds/sources.yml", 2),
    ("seeds/report.txt", "\0\0", "seeds/report.txt", None),
    ("content/stories/STORY.md", "---\ntitle: [\n---\n", "content/stories/STORY.md", 3),
    ("content/stories/STORY.md", "---\n\nhied: [f0123456789]\n---\n", "content/stories/STORY.md", 3),
    ("content/pages/about.md", "---\ntitle: x\nslug: [\n---\nAbout.\n", "content/pages/about.md", 4),
    ("pelicanconf.py", "SITENAME = (\n", "pelicanconf.py", 1),
    ("plugins/news_digest/pages/story.py", "\ndef story(:\n", "plugins/news_digest/pages/story.py", 2),
)


def test_what_is_broken_is_named_and_the_last_good_pages_stay_until_it_is_mended(project: Path, running: Any) -> None:
    slug = slug_of_story(running)
    pages = (f"stories/{slug}/index.html", "about.html", "index.html")
    good = [page_of(running, name) for name in pages]
    for name, text, file, line in BROKEN:
        path = project / name.replace("STORY", slug)
        before = path.read_bytes() if path.exists() else None
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
        running.until(lambda: running.problems(pages[0]))
        told = running.problems(pages[0])[0]
        assert (file.replace("STORY", slug), line, True) == (told["file"], told["line"], bool(told["remedy"]))
        assert good == [page_of(running, name) for name in pages], name
        path.unlink() if before is None else path.write_bytes(before)
        running.until(lambda: not running.problems(pages[0]))
        running.until(lambda: good == [page_of(running, name) for name in pages])


def test_a_report_that_cannot_be_read_is_named_and_holds_nothing_else_back(project: Path, running: Any) -> None:
    (project / "seeds/empty.txt").write_text("")
    running.until(lambda: running.problems("index.html"))
    assert "seeds/empty.txt" == running.problems("index.html")[0]["file"]
    (project / "seeds/ferry.txt").write_text("Ferry leaves Ellery late\n\nThe ferry left Ellery at nine.\n")
    running.until(lambda: b"Ferry leaves Ellery late" in running.get("index.html")[1])
    assert "built" == running.state("index.html")["standing"]
    assert "not built" not in running.printed.read_text()


def test_python_saved_twice_within_a_second_is_run_as_it_stands_last(project: Path, running: Any) -> None:
    code = project / "plugins/news_digest/plugin/sitemap.py"
    text = code.read_text()
    for word in ("Alpha", "Gamma"):  # of one length
        code.write_text(text.replace('"User-agent', f'"# {word}\\nUser-agent'))
        os.utime(code, (1e9, 1e9))
        running.until(lambda word=word: word.encode() in running.get("robots.txt")[1])
