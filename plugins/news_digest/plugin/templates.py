"""Templates for themes that know nothing of digests."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jinja2 import FileSystemLoader, TemplateNotFound

FALLBACKS = Path(__file__).parent.parent / "templates"


def add_fallbacks(generator: Any) -> None:
    """Behind the theme's own templates, before Pelican's simple ones."""
    generator.env.loader.loaders.insert(1, FileSystemLoader(FALLBACKS))


def has_template(generator: Any, name: str) -> bool:
    try:
        generator.env.get_template(name)
    except TemplateNotFound:
        return False
    return True
