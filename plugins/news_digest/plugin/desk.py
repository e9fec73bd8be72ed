"""What the controls of the preview ask for, with the folders that the settings name."""

from __future__ import annotations

import os
from pathlib import Path

from ..hand.request import Json, handle_edit
from .press import Settings

MEMORY = Path("hand")  # below the cache folder: what can be undone


def edit(settings: Settings, body: bytes) -> tuple[int, Json]:
    """HTTP status, and what was done or the problem."""
    memory = Path(settings["CACHE_PATH"]) / MEMORY
    return handle_edit(Path(os.path.relpath(settings["PATH"])), memory, body)
