"""The set-up takes any Python that is new enough, and says what is missing where there is none."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "scripts/environment.sh"
OLD = "#!/bin/sh\nexit 1\n"  # not new enough, and it does nothing else either
NEW = """#!/bin/sh
if [ "$2" = venv ]; then mkdir -p .venv/bin; cp "$0" .venv/bin/python; fi
"""
WITHOUT_VENV = """#!/bin/sh
if [ "$2" = venv ]; then mkdir -p .venv/bin; exit 1; fi
"""
OFFLINE = """#!/bin/sh
if [ "$2" = venv ]; then mkdir -p .venv/bin; cp "$0" .venv/bin/python; fi
if [ "$2" = pip ]; then exit 1; fi
"""


def set_up(folder: Path, pythons: dict[str, str], asked: str = "") -> tuple[int, str]:
    """Exit status and what was told, on a machine that has these pythons alone."""
    (folder / "bin").mkdir()
    for tool in ("cat", "chmod", "cp", "mkdir", "rm", "touch"):
        (folder / "bin" / tool).symlink_to(shutil.which(tool) or tool)
    for name, program in pythons.items():
        (folder / "bin" / name).write_text(program)
        (folder / "bin" / name).chmod(0o755)
    command = ["/bin/sh", str(SCRIPT), asked, "requirements.lock", "stamp"]
    done = subprocess.run(command, cwd=folder, env={"PATH": str(folder / "bin")}, capture_output=True, text=True)
    return done.returncode, done.stderr


@pytest.mark.parametrize("name", ["python3.11", "python3.12", "python3.13", "python3", "python"])
def test_any_python_that_is_new_enough_is_found(name: str, tmp_path: Path) -> None:
    assert (0, "") == set_up(tmp_path, {name: NEW, **({"python3": OLD} if name != "python3" else {})})
    assert (tmp_path / "stamp").exists()


def test_where_no_python_is_new_enough_the_version_and_the_option_are_named(tmp_path: Path) -> None:
    status, told = set_up(tmp_path, {"python3": OLD, "python": OLD})
    assert (1, 1) == (status, told.count("\n"))
    assert "Python 3.11 or newer" in told
    assert "make html PYTHON=" in told


def test_a_python_that_was_asked_for_and_is_too_old_is_named(tmp_path: Path) -> None:
    status, told = set_up(tmp_path, {"python3.12": NEW, "python3.9": OLD}, asked="python3.9")
    assert (1, True) == (status, told.startswith("python3.9 will not do: "))


def test_a_missing_venv_module_is_named_and_leaves_nothing_half_made(tmp_path: Path) -> None:
    status, told = set_up(tmp_path, {"python3": WITHOUT_VENV})
    assert (1, True) == (status, "python3-venv" in told)
    assert not (tmp_path / ".venv").exists()


def test_an_installation_that_failed_is_tried_again_the_next_time(tmp_path: Path) -> None:
    status, told = set_up(tmp_path, {"python3": OFFLINE})
    assert (1, True) == (status, "needs the network" in told)
    assert not (tmp_path / "stamp").exists()
