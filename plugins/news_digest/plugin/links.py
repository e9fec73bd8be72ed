"""Links of hand-written text into the content folder: none may lead out of it, or to nothing."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from html import escape

INSIDE = re.compile(r"[{|](filename|static|attach|index|tag|category|author)[|}](.*)", re.DOTALL)
OF_FILES = ("filename", "static", "attach")


def inside(links: Iterable[str], content: str) -> set[str]:
    """Of the paths that Pelican is about to publish, those that are files below the content folder."""
    return {link for link in links if _is_below(os.path.join(content, link), content)}


def fault_of(address: str, source: str, content: str) -> str | None:
    """What is wrong with an address in the file `source`; None for a good one, and for those that lead elsewhere."""
    match = INSIDE.match(address)
    if match is None or match[1] not in OF_FILES:
        return None
    name = re.split(r"[?#]", match[2])[0].replace("%20", " ")  # as Pelican reads it
    if escape(name) != name:
        return f"the link {address} holds a character that Pelican cannot find"
    folder = content if name.startswith("/") else os.path.dirname(source)
    if not _is_below(os.path.join(folder, name.lstrip("/")), content):
        return f"the link {address} leads to no file in the content folder"
    return None


def _is_below(path: str, folder: str) -> bool:
    real = os.path.realpath(path)
    return real.startswith(os.path.join(os.path.realpath(folder), "")) and os.path.isfile(real)
