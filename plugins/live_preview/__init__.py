"""Live preview of a Pelican site: watch, rebuild, serve, reload. Run it with `python -m live_preview`.

Usable on any site. It is no plugin that a build needs; `register` is there because Pelican loads every package that
is installed among its plugins.
"""

from __future__ import annotations


def register() -> None:
    """Nothing to do in a build."""
