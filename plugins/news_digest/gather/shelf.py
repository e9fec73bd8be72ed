"""Put what was fetched into the seeds: each report in a file of its own, whole or not at all, over no other."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ..doors.formats import DOORS
from ..doors.reading import read_report
from ..hand.save import save_bytes
from ..model import Article
from .names import name_of, same_site
from .refused import NotDoneError


@dataclass(frozen=True)
class Shelved:
    """Where a report stands, and what the doors read there; `new` is False where it stood there before."""

    file: str
    article: Article
    new: bool = True


class Shelf:
    """The seeds folder, as fetched reports are put into it."""

    def __init__(self, seeds: Path) -> None:
        self.seeds = seeds

    def find(self, url: str) -> Shelved | None:
        """The report of an address that stands there already."""
        name = name_of(url)
        for ending in DOORS:
            path = self.seeds / f"{name}{ending}"
            if path.is_file():
                return Shelved(name + ending, _read(name + ending, path.read_bytes()), new=False)
        return None

    def put(self, url: str, ending: str, data: bytes) -> Shelved:
        """Under the address that the report itself gives, where that is of the same site. Raises NotDoneError where no
        report is found in it."""
        article = _read(name_of(url) + ending, data)
        if article.url and same_site(article.url, url):
            url = article.url
        if standing := self.find(url):
            return standing
        file = name_of(url) + ending
        self._check_folders(self.seeds / file)
        save_bytes(self.seeds / file, data)
        return Shelved(file, _read(file, data))

    def _check_folders(self, path: Path) -> None:
        for folder in (path.parent, path.parent.parent):
            if folder.is_symlink():
                raise NotDoneError(f"{folder} is a link, which may lead out of the seeds", "put a folder there")


def _read(file: str, data: bytes) -> Article:
    outcome = next(iter(read_report(file, data)))
    if isinstance(outcome, Article):
        return outcome
    raise NotDoneError(outcome.problem, outcome.remedy)
