"""Read a folder of reports: each file by the door of its format, with what sources.yml knows of it."""

from __future__ import annotations

import hashlib
import posixpath
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from ..model import Article, Block, Dated, Evidence, Outlet, Passage, Refusal
from .draft import Draft, SeedError
from .folder import find_files
from .outlets import unnamed_outlets
from .page_dates import date_article
from .sources import NAME, Source, read_sources
from .text import read_text

DOORS: Mapping[str, Callable[[bytes], tuple[Draft, ...]]] = {".txt": read_text, ".text": read_text}


@dataclass(frozen=True)
class Reading:
    """The reports of a folder in order of their ids, and the files that were refused or need a word."""

    articles: tuple[Article, ...]
    refusals: tuple[Refusal, ...]


def read_seeds(folder: Path) -> Reading:
    """Every report below `folder`. Raises nothing for what stands in it: each bad file is a refusal."""
    found = list(find_files(folder, DOORS))
    refusals = [entry for entry in found if isinstance(entry, Refusal)]
    files = [entry for entry in found if isinstance(entry, str)]
    sources, problems = read_sources(folder, frozenset(files))
    articles: dict[str, Article] = {}
    for file in files:
        for outcome in _read_file(folder, file):
            taken = articles.get(outcome.id.casefold()) if isinstance(outcome, Article) else None
            if isinstance(outcome, Refusal):
                refusals.append(outcome)
            elif taken:
                refusals.append(Refusal(file, f"{taken.file} has the same name", "rename one of them"))
            else:
                articles[outcome.id.casefold()] = _known(outcome, sources.get(file, Source()))
    named = _with_outlets(articles.values())
    return Reading(tuple(sorted(named, key=lambda article: article.id)), (*refusals, *problems))


def _read_file(folder: Path, file: str) -> list[Article | Refusal]:
    stem, ending = posixpath.splitext(posixpath.basename(file))
    try:
        data = (folder / file).read_bytes()
        drafts = DOORS[ending.lower()](data)
    except SeedError as error:
        return [Refusal(file, error.problem, error.remedy)]
    except OSError as error:
        return [Refusal(file, f"cannot be opened ({error.strerror})", "give yourself the right to read it")]
    digest = hashlib.sha256(data).hexdigest()
    return [_article(stem + draft.suffix, file, digest, draft) for draft in drafts]


def _article(name: str, file: str, digest: str, draft: Draft) -> Article:
    article = Article(
        id=name,
        file=file,
        sha256=digest,
        text=draft.text,
        outlet=Outlet(draft.outlet or "", known=bool(draft.outlet)),
        blocks=tuple(Block(run.kind, Passage(name, run.start, run.end)) for run in draft.runs),
        published=draft.published,
        url=draft.url,
        author=draft.author,
        language=draft.language,
    )
    return date_article(article)


def _known(article: Article, source: Source) -> Article:
    """What an editor writes stands above what the file says."""
    published, page_date = article.published, article.page_date
    if source.published:
        published = Dated(source.published, Evidence.EDITOR, why=f"{NAME} says so")
        page_date = page_date if page_date and page_date.value != source.published[:10] else None
    return replace(
        article,
        page_date=page_date,
        outlet=Outlet(source.outlet, known=True) if source.outlet else article.outlet,
        published=published,
        url=source.url or article.url,
        author=source.author or article.author,
        language=source.language or article.language,
    )


def _with_outlets(articles: Iterable[Article]) -> list[Article]:
    articles = list(articles)
    unnamed = unnamed_outlets(article.id for article in articles)
    return [article if article.outlet.known else replace(article, outlet=unnamed[article.id]) for article in articles]
