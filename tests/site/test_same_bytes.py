"""Same input, same bytes."""

from __future__ import annotations

import hashlib
import os
import shutil
from pathlib import Path

import pytest

pytestmark = [pytest.mark.site]

ROOT = Path(__file__).parents[2]
HERE = {"TZ": "UTC", "LC_ALL": "C", "LANG": "C", "PYTHONHASHSEED": "0"}
THERE = {"TZ": "Pacific/Auckland", "LC_ALL": "de_DE.UTF-8", "LANG": "tr_TR.UTF-8", "PYTHONHASHSEED": "4711"}
# Another processor, and two threads: what is summed in another order must come out the same.
THERE |= {"OPENBLAS_NUM_THREADS": "2", "OPENBLAS_CORETYPE": "Prescott", "NPY_DISABLE_CPU_FEATURES": "AVX2 FMA3"}


def copy_project(folder: Path, *, backwards: bool) -> Path:
    """The project in another folder, its files made in another order."""
    for part in ("plugins/news_digest", "themes", "content", "tests/stories"):
        paths = sorted((path for path in (ROOT / part).rglob("*") if is_wanted(path)), reverse=backwards)
        for path in paths:
            target = folder / path.relative_to(ROOT)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
    shutil.copyfile(ROOT / "pelicanconf.py", folder / "pelicanconf.py")
    return folder


def is_wanted(path: Path) -> bool:
    return path.is_file() and "__pycache__" not in path.parts


def tree(folder: Path) -> dict[str, str]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_folder_zone_locale_hash_seed_and_file_order_change_no_byte(tmp_path, monkeypatch, run_site):
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    one = copy_project(tmp_path / "one", backwards=False)
    two = copy_project(tmp_path / "somewhere/else/entirely", backwards=True)
    for folder, env in ((one, HERE), (two, THERE)):
        site = run_site(
            folder / "content", folder / "out", Path("tests/stories"), settings=folder / "pelicanconf.py", env=env
        )
        assert site.status == 0, site.lines
    os.utime(two)
    assert len(tree(one / "out")) > 20
    assert tree(one / "out") == tree(two / "out")
