"""What the commands of the README run."""

from __future__ import annotations

import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]


def make(*options: str) -> subprocess.CompletedProcess[str]:
    """What `make` would do: nothing is run."""
    return subprocess.run(["make", "--dry-run", *options], cwd=ROOT, capture_output=True, text=True, check=False)


def test_publishing_forgives_what_building_forgives() -> None:
    built, published = make("html").stdout, make("publish", "SITEURL=https://a.example/d").stdout
    assert "-s pelicanconf.py --fatal errors" in built
    assert "-s publishconf.py --fatal errors" in published


def test_publishing_without_an_address_is_one_line() -> None:
    done = make("publish", "SITEURL=")
    assert (2, 1) == (done.returncode, len(done.stderr.splitlines()))
    assert "make publish SITEURL=https://" in done.stderr
