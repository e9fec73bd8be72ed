"""Read the word lists that stand beside the code, one small file a subject and a language."""

from __future__ import annotations

from functools import cache
from pathlib import Path

FOLDER = Path(__file__).with_name("lexicon")


@cache
def table(name: str, language: str = "en") -> tuple[tuple[str, ...], ...]:
    """Rows of `lexicon/<language>/<name>.tsv`, in the file's order; `#` opens a comment line.

    Raises FileNotFoundError where the language has no such list.
    """
    lines = (FOLDER / language / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    return tuple(tuple(line.split("\t")) for line in lines if line.strip() and not line.startswith("#"))


@cache
def words(name: str, language: str = "en") -> frozenset[str]:
    """The words of a one-column list, several a line allowed."""
    return frozenset(word for row in table(name, language) for cell in row for word in cell.split())
