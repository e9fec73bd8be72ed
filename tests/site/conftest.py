"""Build sites with Pelican in temporary folders."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
STORM = ROOT / "tests/stories/storm"
NOTE = """---
title: How the storm was told
date: 2025-03-14
---
What we *noticed*, in [our method]({filename}/pages/method.md) and in ![a map]({static}/images/map.svg).
"""
METHOD = """---
title: Method
---
Every line points. <b>Markup</b> is shown.
"""


@dataclass(frozen=True)
class Site:
    """A finished build: its folder, the exit status, and what was printed, line by line."""

    output: Path
    status: int
    lines: tuple[str, ...]

    def read(self, name: str) -> str:
        return (self.output / name).read_text(encoding="utf-8")

    def story(self) -> Path:
        """The folder of the only story."""
        (folder,) = (self.output / "stories").iterdir()
        return folder


BuildSite = Callable[..., Site]


def write_files(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def run_pelican(
    content: Path, output: Path, seeds: Path, *options: str, settings: Path, env: Mapping[str, str] = {}
) -> Site:
    command = [sys.executable, "-m", "pelican", str(content), "-o", str(output), "-s", str(settings)]
    command += ["--fatal", "errors", "--log-handler", "plain", *options]
    told = os.environ | {"SEEDS": str(seeds)} | env
    done = subprocess.run(command, cwd=settings.parent, env=told, capture_output=True, text=True, check=False)
    return Site(output, done.returncode, tuple((done.stdout + done.stderr).splitlines()))


@pytest.fixture
def build_site(tmp_path: Path) -> BuildSite:
    """build_site(seeds=…, content={name: text}, settings=…) with the project's own settings and theme."""

    def build(
        *options: str,
        seeds: Path = STORM,
        content: Mapping[str, str | bytes] | None = None,
        settings: str = "pelicanconf.py",
        **env: str,
    ) -> Site:
        pages = write_files(tmp_path / "content", content or {"pages/method.md": METHOD})
        return run_pelican(pages, tmp_path / "output", seeds, *options, settings=ROOT / settings, env=env)

    return build


@pytest.fixture
def run_site() -> Callable[..., Site]:
    return run_pelican


@pytest.fixture
def make_seeds(tmp_path: Path) -> Callable[[Mapping[str, str | bytes]], Path]:
    """make_seeds({name: text}) writes a folder of reports."""
    return lambda files: write_files(tmp_path / "seeds", files)


@pytest.fixture(scope="session")
def storm_site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Four invented reports of one storm beside a hand-written article and page."""
    folder = tmp_path_factory.mktemp("storm")
    files = {"articles/told.md": NOTE, "pages/method.md": METHOD, "images/map.svg": "<svg/>"}
    content = write_files(folder / "content", files)
    return run_pelican(content, folder / "output", STORM, settings=ROOT / "publishconf.py", env={"SITEURL": ADDRESS})


ADDRESS = "https://example.org/storms/digest"
