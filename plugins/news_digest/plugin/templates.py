"""What every theme's templates get: escaping, and pages for digests where a theme has none."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jinja2 import FileSystemLoader, TemplateNotFound

FALLBACKS = Path(__file__).parent.parent / "templates"


def prepare_templates(generator: Any) -> None:
    """Strangers' words stand on the pages, so they are escaped whatever the settings say. Our templates come behind the
    theme's own and before Pelican's simple ones."""
    generator.env.autoescape = True
    generator.env.loader.loaders.insert(1, FileSystemLoader(FALLBACKS))


def has_template(generator: Any, name: str) -> bool:
    try:
        generator.env.get_template(name)
    except TemplateNotFound:
        return False
    return True
