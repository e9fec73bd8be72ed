"""Part the reports by language: a story forms within one language, and only those with word lists are compared."""

from __future__ import annotations

from collections.abc import Sequence

from ..language.tongue import READ, base_of, commonest
from ..model import Article

Part = tuple[str, tuple[Article, ...]]


def part_by_language(articles: Sequence[Article]) -> tuple[tuple[Part, ...], tuple[Article, ...]]:
    """The reports of each language that is read, and those of others, which can be listed only.

    A report too short to tell its language is read in the one that most of the others are written in.
    """
    main = main_language(articles)
    read = {language: tuple(a for a in articles if (base_of(a.language) or main) == language) for language in READ}
    listed = tuple(article for article in articles if (base_of(article.language) or main) not in READ)
    return tuple((language, part) for language, part in read.items() if part), listed


def main_language(articles: Sequence[Article]) -> str:
    """The language that is read in which most of the reports are written; English where none is known."""
    return commonest(article.language for article in articles)


def in_one_language(articles: Sequence[Article]) -> Part:
    """The reports of a story that can be compared: an editor may have joined others to them."""
    language = main_language(articles)
    parts, _ = part_by_language(articles)
    return language, dict(parts).get(language, ())


if __name__ == "__main__":
    from ..looking import main

    raise SystemExit(main("languages"))
