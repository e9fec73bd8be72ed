"""The gallery: every part of the theme with an example."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts"))

from gallery import write_gallery  # noqa: E402


@pytest.fixture(scope="session", params=["en", "de"])
def gallery(request, tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("gallery")
    write_gallery(folder, request.param)
    return folder


@pytest.fixture(scope="session")
def page(gallery) -> str:
    return (gallery / "gallery.html").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def style(gallery) -> str:
    return (gallery / "theme/style.css").read_text(encoding="utf-8")
