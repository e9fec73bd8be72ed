"""Read the word lists that stand beside the code, one small file a subject and a language."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from .tongue import by_language, language_read

FOLDER = Path(__file__).with_name("lexicon")
Rows = tuple[tuple[str, ...], ...]


def table(name: str, language: str | None = None) -> Rows:
    """Rows of `lexicon/<language>/<name>.tsv`, in the file's order, of the language being read unless one is given.

    `#` opens a comment line. A language may do without a list that another one has; a name that no language has
    raises FileNotFoundError.
    """
    return _rows(name, language or language_read())


@cache
def _rows(name: str, language: str) -> Rows:
    file = FOLDER / language / f"{name}.tsv"
    if not file.exists() and any(FOLDER.glob(f"*/{name}.tsv")):
        return ()
    lines = file.read_text(encoding="utf-8").splitlines()
    return tuple(tuple(line.split("\t")) for line in lines if line.strip() and not line.startswith("#"))


@by_language()
def words(name: str) -> frozenset[str]:
    """The words of a list in the language being read, several a line allowed."""
    return frozenset(word for row in table(name) for cell in row for word in cell.split())
