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


@pytest.fixture(scope="session")
def run_site() -> Callable[..., Site]:
    """run_site(content, output, seeds, settings=…, env=…)."""
    return run_pelican


@pytest.fixture(scope="session")
def run_files() -> Callable[..., Site]:
    """run_files(folder, {name: text}) builds hand-written files without any report."""

    def run(folder: Path, files: Mapping[str, str | bytes], *options: str) -> Site:
        (folder / "seeds").mkdir()
        content = write_files(folder / "content", files)
        return run_pelican(content, folder / "output", folder / "seeds", *options, settings=ROOT / "pelicanconf.py")

    return run


@pytest.fixture
def digest_site(tmp_path: Path) -> Callable[..., Site]:
    """digest_site({name: text}) or digest_site(folder) builds a site of reports."""

    def build(reports: Path | Mapping[str, str | bytes], *options: str) -> Site:
        seeds = reports if isinstance(reports, Path) else write_files(tmp_path / "seeds", reports)
        content = write_files(tmp_path / "content", {"pages/method.md": METHOD})
        return run_pelican(content, tmp_path / "output", seeds, *options, settings=ROOT / "pelicanconf.py")

    return build


@pytest.fixture(scope="session")
def storm_site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Four invented reports of one storm beside a hand-written article and page."""
    folder = tmp_path_factory.mktemp("storm")
    files = {"articles/told.md": NOTE, "pages/method.md": METHOD, "images/map.svg": "<svg/>"}
    content = write_files(folder / "content", files)
    return run_pelican(content, folder / "output", STORM, settings=ROOT / "publishconf.py", env={"SITEURL": ADDRESS})


ADDRESS = "https://example.org/storms/digest"
