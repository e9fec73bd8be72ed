"""The editor's hand: what an editor's files say of the stories, and what was published under which id."""

from .editing import Editing, open_editing
from .entries import NO_HAND, Hand
from .groups import amend, arrange
from .keep import keep_stories
from .origins import declare_origins

__all__ = [
    "NO_HAND",
    "Editing",
    "Hand",
    "amend",
    "arrange",
    "declare_origins",
    "keep_stories",
    "open_editing",
]
