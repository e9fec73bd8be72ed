"""What the engine made of a folder, in the few words that judging needs; from its results or from a story.json."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from judging.key import Span


@dataclass(frozen=True)
class Fact:
    id: str
    status: str
    support: tuple[Span, ...]


@dataclass(frozen=True)
class Side:
    spans: tuple[Span, ...]
    marks: tuple[Span, ...] = ()  # the differing words inside the passages


@dataclass(frozen=True)
class Difference:
    id: str
    kind: str
    verdict: str
    about: str
    sides: tuple[Side, ...]


@dataclass(frozen=True)
class Produced:
    stories: tuple[tuple[str, ...], ...] = ()
    origins: tuple[tuple[str, ...], ...] = ()
    credits: tuple[Span, ...] = ()
    facts: tuple[Fact, ...] = ()
    differences: tuple[Difference, ...] = ()
    seconds: float = field(default=0.0, compare=False)


def joined(parts: list[Produced], seconds: float = 0.0) -> Produced:
    """Several stories of one folder read as one: a folder split in two loses facts, not the judge."""
    return Produced(
        stories=tuple(story for part in parts for story in part.stories),
        origins=tuple(origin for part in parts for origin in part.origins),
        credits=tuple(credit for part in parts for credit in part.credits),
        facts=tuple(fact for part in parts for fact in part.facts),
        differences=tuple(difference for part in parts for difference in part.differences),
        seconds=seconds,
    )


def from_digest(digest: Any) -> Produced:
    """`digest` is a `news_digest.model.Digest`."""
    return Produced(
        stories=(tuple(article.id for article in digest.story.articles),),
        origins=tuple(tuple(origin.articles) for origin in digest.origins),
        credits=spans(credit for origin in digest.origins for credit in origin.credits),
        facts=tuple(Fact(fact.id, str(fact.status), spans(fact.support)) for fact in digest.facts),
        differences=tuple(
            Difference(
                one.id, str(one.kind), str(one.verdict), one.about,
                tuple(Side(spans(side.passages), spans(side.marks)) for side in one.sides),
            )
            for one in digest.differences
        ),
    )  # fmt: skip


def spans(passages: Any) -> tuple[Span, ...]:
    return tuple(Span(passage.article, passage.start, passage.end) for passage in passages)


def from_story_json(path: Path) -> Produced:
    story = json.loads(path.read_text(encoding="utf-8"))
    return Produced(
        stories=(tuple(article["id"] for article in story["articles"]),),
        origins=tuple(tuple(origin["articles"]) for origin in story["origins"]),
        credits=points(credit for origin in story["origins"] for credit in origin.get("credits", ())),
        facts=tuple(Fact(fact["id"], fact["status"], points(fact["support"])) for fact in story["facts"]),
        differences=tuple(
            Difference(
                one["id"], one["kind"], one["verdict"], one.get("about", ""),
                tuple(Side(points(side["passages"]), points(side.get("marks", ()))) for side in one["sides"]),
            )
            for one in story["differences"]
        ),
    )  # fmt: skip


def points(passages: Any) -> tuple[Span, ...]:
    """A passage that the site may not print in full says where it ends in `until`."""
    return tuple(Span(one["article"], one["start"], one.get("until", one["end"])) for one in passages)
