"""Answer the clustering sets with the grouping of the stage."""

from __future__ import annotations

import hashlib
from datetime import date
from typing import Any

from inputs import Answer, Inputs

from news_digest.model import UNDATED, Article, Block, BlockKind, Dated, Evidence, Outlet, Passage
from news_digest.stages.cluster import cluster


def predict(inputs: Inputs) -> Answer:
    """One call for the whole set: the articles of all its stories lie in one folder."""
    groups = cluster([article_of(row) for row in inputs.rows])
    return Answer({article: str(number) for number, group in enumerate(groups) for article in group.articles})


def article_of(row: dict[str, Any]) -> Article:
    """A labelled row as the doors would hand it on: headline, then one paragraph a line."""
    body = [(BlockKind.PARAGRAPH, line) for line in row["text"].split("\n")]
    lines = [(BlockKind.HEADLINE, row["title"] or ""), *body]
    text, blocks = "", []
    for kind, line in lines:
        if line.strip():
            blocks.append(Block(kind, Passage(row["id"], len(text), len(text) + len(line))))
            text += line + "\n\n"
    return Article(
        id=row["id"],
        file=f"{row['id']}.txt",
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        text=text,
        outlet=Outlet(row["outlet"] or "unnamed", known=bool(row["outlet"])),
        blocks=tuple(blocks),
        published=dated(row["date"]),
    )


def dated(value: str | None) -> Dated:
    """The doors refuse impossible dates; some labelled rows hold them."""
    try:
        date.fromisoformat(value or "")
    except ValueError:
        return UNDATED
    return Dated(value, Evidence.METADATA)
