"""Keep from one run to the next what each feed was last seen to hold."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from ..hand.save import save
from .names import FOLDER
from .refused import NotDoneError

FILE = f"{FOLDER}/.collected.json"  # below the seeds; hidden, so no report
MOST_SEEN = 5_000  # keys of one feed; feeds list a few hundred at most


@dataclass
class Seen:
    """What is known of one feed: what its server wants to hear at the next visit, and the keys of its reports, oldest
    first. `until` is when a server that asked for rest may be asked again, in ISO 8601."""

    etag: str | None = None
    modified: str | None = None
    until: str | None = None
    keys: list[str] = field(default_factory=list)


class Memory:
    """Written after each feed, so that a run that is cut short loses nothing."""

    def __init__(self, seeds: Path) -> None:
        """Raises NotDoneError where the file is none of ours."""
        self._path = seeds / FILE
        self._feeds = _load(self._path)

    def of(self, url: str) -> Seen:
        return self._feeds.setdefault(url, Seen())

    def save(self) -> None:
        for seen in self._feeds.values():
            del seen.keys[:-MOST_SEEN]
        feeds = {url: asdict(seen) for url, seen in sorted(self._feeds.items())}
        save(self._path, json.dumps({"feeds": feeds}, indent=1, ensure_ascii=False) + "\n")


def _load(path: Path) -> dict[str, Seen]:
    if not path.exists():
        return {}
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        return {url: _seen(fields) for url, fields in found["feeds"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        problem = f"{path} cannot be read"
        raise NotDoneError(problem, "remove it: what stands in the seeds is not fetched again") from None


def _seen(fields: dict[str, Any]) -> Seen:
    return Seen(**{**fields, "keys": [str(key) for key in fields["keys"]]})
