"""Make an article of what a door read: its id, its author, its language and its dates."""

from __future__ import annotations

import posixpath
from dataclasses import replace

from ..language.detection import detect_language
from ..language.tongue import reading
from ..model import Article, Block, BlockKind, Outlet, Passage
from .credits import author_of
from .day_lines import language_of_dates
from .draft import Draft
from .page_dates import date_article


def id_of(file: str) -> str:
    """An article's id: its path below the folder without the ending. It does not depend on what else is there."""
    return posixpath.splitext(file)[0].replace("/", "-")


def make_article(name: str, file: str, digest: str, draft: Draft) -> Article:
    """The article of one draft of `file`, whose bytes have the SHA-256 `digest`."""
    name += draft.suffix
    article = Article(
        id=name,
        file=file,
        sha256=digest,
        text=draft.text,
        outlet=Outlet(draft.card.outlet or "", known=bool(draft.card.outlet)),
        blocks=tuple(Block(run.kind, Passage(name, run.start, run.end)) for run in draft.runs),
        published=draft.card.published,
        url=draft.card.url,
        author=draft.card.author or _byline(draft),
    )
    language = _language(article, draft.card.language)
    with reading(language_of_dates(language)):
        return date_article(replace(article, language=language))


def _byline(draft: Draft) -> str | None:
    """The people whom the first byline of the report names."""
    credits = (draft.text[run.start : run.end] for run in draft.runs if run.kind is BlockKind.CREDIT)
    return next((author for credit in credits if (author := author_of(credit))), None)


def _language(article: Article, declared: str | None) -> str | None:
    """The language of the words themselves; what a page declares, often its site's, refines it or stands in for it."""
    detected = detect_language("\n".join(article.words(block.passage) for block in article.body))
    refined = declared and declared.partition("-")[0].lower() == detected
    return declared if refined else detected or declared
