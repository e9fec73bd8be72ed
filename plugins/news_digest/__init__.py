"""News Digest: from a folder of news reports to pages that show what the outlets agree on, and where they differ."""

from __future__ import annotations


def register() -> None:
    """What Pelican calls. The engine itself needs no Pelican, so it is imported here and not above."""
    from .plugin import connect

    connect()
