"""Read a folder of reports: each file by the door of its format, with what sources.yml knows of it."""

from __future__ import annotations

import hashlib
import posixpath
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from ..model import Article, Dated, Evidence, Outlet, Refusal
from ..remember import Memory, between_builds, remembered
from .draft import SeedError
from .folder import find_files, no_reports
from .formats import DOORS
from .houses import House, read_houses
from .making import id_of, make_article
from .outlets import name_outlets
from .sources import NAME, Source, read_sources
from .stamps import stamps_of

Progress = Callable[[int, int], None]  # files read so far, files in all


@dataclass(frozen=True)
class Reading:
    """The reports of a folder in order of their ids, the files that were refused or need a word, and what is known of
    the outlets themselves."""

    articles: tuple[Article, ...]
    refusals: tuple[Refusal, ...]
    houses: tuple[House, ...] = ()


def read_seeds(folder: Path, progress: Progress | None = None, without: Collection[str] = ()) -> Reading:
    """Every report below `folder`, as if the files `without` were not there. Raises nothing for what stands in it: each
    bad file is a refusal.

    Where no file has changed since the last build of this process, the same reports are given again.
    """
    key = (str(folder), tuple(sorted(without)), tuple(stamps_of((folder,))))
    known: Reading = _readings.recall(key, lambda: _read_all(folder, progress, without))
    return known


_readings = Memory()


def _read_all(folder: Path, progress: Progress | None, without: Collection[str]) -> Reading:
    found = [entry for entry in find_files(folder, DOORS) if entry not in without]
    files = [entry for entry in found if isinstance(entry, str)]
    sources, problems = read_sources(folder, frozenset(files))
    houses, doubts = read_houses(folder)
    outcomes: list[Article | Refusal] = []
    for number, file in enumerate(files, 1):
        outcomes += (_known(outcome, sources.get(file)) for outcome in _read_file(folder, file))
        if progress:
            progress(number, len(files))
    articles, refusals = _told_apart(outcomes)
    refused = [entry for entry in found if isinstance(entry, Refusal)] if found else [no_reports(folder)]
    named = {article.id for article in articles if (source := sources.get(article.file)) and source.outlet}
    return Reading(name_outlets(articles, houses, named), (*refused, *refusals, *problems, *doubts), houses)


def _read_file(folder: Path, file: str) -> list[Article | Refusal]:
    path = folder / file
    try:
        found = path.stat()
        return _read_as_it_is(str(path), file, found.st_mtime_ns, found.st_size)
    except OSError as error:
        return [Refusal(file, f"cannot be opened ({error.strerror})", "give yourself the right to read it")]


@between_builds
def _read_as_it_is(path: str, file: str, changed: int, size: int) -> list[Article | Refusal]:
    """The reports of a file that was `changed` at that moment. Raises OSError."""
    return read_report(file, Path(path).read_bytes())


@remembered
def read_report(file: str, data: bytes) -> list[Article | Refusal]:
    """The reports of one file; their outlets and days may yet be named by others."""
    try:
        drafts = DOORS[posixpath.splitext(file)[1].lower()](data)
    except SeedError as error:
        return [_refusal(file, error)]
    digest = hashlib.sha256(data).hexdigest()
    return [
        _refusal(file, draft) if isinstance(draft, SeedError) else make_article(id_of(file), file, digest, draft)
        for draft in drafts
    ]


def _refusal(file: str, error: SeedError) -> Refusal:
    place = f"{file}:{error.line}" if error.line else file
    return Refusal(place, error.problem, error.remedy, error.fatal, error.kept)


def _known(outcome: Article | Refusal, source: Source | None) -> Article | Refusal:
    """What an editor writes stands above what the file says."""
    if isinstance(outcome, Refusal) or source is None:
        return outcome
    published, page_date = outcome.published, outcome.page_date
    if source.published:
        published = Dated(source.published, Evidence.EDITOR, why=f"{NAME} says so")
        page_date = page_date if page_date and page_date.value != source.published[:10] else None
    return replace(
        outcome,
        outlet=Outlet(source.outlet, known=True) if source.outlet else outcome.outlet,
        published=published,
        page_date=page_date,
        url=source.url or outcome.url,
        author=source.author or outcome.author,
        language=source.language or outcome.language,
    )


def _told_apart(outcomes: Iterable[Article | Refusal]) -> tuple[list[Article], list[Refusal]]:
    """Articles in order of their ids, each id and each report once: one text of one outlet, or one address, is one."""
    articles: dict[str, Article] = {}
    reports: dict[tuple[str, str] | str, Article] = {}
    refusals: list[Refusal] = []
    for outcome in outcomes:
        if isinstance(outcome, Refusal):
            refusals.append(outcome)
        elif taken := articles.get(outcome.id.casefold()):
            refusals.append(Refusal(outcome.file, f"{taken.file} has the same name", "rename one of them"))
        elif copied := next((reports[key] for key in _report_keys(outcome) if key in reports), None):
            what = f"the same report as {copied.file}, which is shown"
            refusals.append(Refusal(outcome.file, what, "remove one of them, or name its outlet", fatal=False))
        else:
            articles[outcome.id.casefold()] = outcome
            reports.update(dict.fromkeys(_report_keys(outcome), outcome))
    return sorted(articles.values(), key=lambda article: article.id), refusals


def _report_keys(article: Article) -> list[tuple[str, str] | str]:
    text = (article.text, article.outlet.name)
    return [text, article.url] if article.url else [text]
