"""Small invented stories, made by hand from plain paragraphs."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from news_digest.model import (
    UNDATED,
    Alignment,
    Article,
    Block,
    BlockKind,
    Claim,
    Dated,
    Difference,
    Digest,
    Evidence,
    Outlet,
    Passage,
    Story,
    Written,
)
from news_digest.pipeline import digest_story
from news_digest.stages.claims import find_claims
from news_digest.stages.compare import compare

NAMES = "abcdefgh"


def make_article(name: str, text: str, day: str | None = None) -> Article:
    """Paragraphs stand on lines of their own; a line that begins with `# ` is the headline."""
    blocks, start = [], 0
    for line in text.splitlines(keepends=True):
        begin = start + 2 if line.startswith("# ") else start
        kind = BlockKind.HEADLINE if begin > start else BlockKind.PARAGRAPH
        end = start + len(line.rstrip())
        blocks += [Block(kind, Passage(name, begin, end))] if end > begin else []
        start += len(line)
    published = Dated(day, Evidence.EDITOR) if day else UNDATED
    return Article(name, f"{name}.txt", "", text, Outlet(f"The {name.upper()}", known=True), tuple(blocks), published)


def make_story(*texts: str, days: Sequence[str | None] = ()) -> tuple[Article, ...]:
    """Articles `a`, `b`, …, each with its day where `days` gives one."""
    dated = [*days, *[None] * (len(texts) - len(days))]
    return tuple(make_article(NAMES[at], text, dated[at]) for at, text in enumerate(texts))


def make_digest(*texts: str, days: Sequence[str | None] = ()) -> Digest:
    articles = make_story(*texts, days=days)
    return digest_story(Story("s", "s", Written("s"), articles))


def compare_as_one(*texts: str, days: Sequence[str | None] = ()) -> tuple[Difference, ...]:
    """The differences between the first claims of the texts, which are held to state one thing."""
    articles = make_story(*texts, days=days)
    return compare([one_thing(articles)], articles)


def one_thing(articles: Sequence[Article]) -> Alignment:
    return Alignment("f1", tuple(first_claim(article) for article in articles))


def first_claim(article: Article) -> Claim:
    return find_claims(article)[0]


@pytest.fixture
def story() -> Callable[..., tuple[Article, ...]]:
    return make_story


@pytest.fixture
def digest() -> Callable[..., Digest]:
    return make_digest


@pytest.fixture
def aligned() -> Callable[[Sequence[Article]], Alignment]:
    return one_thing


@pytest.fixture
def differences() -> Callable[..., tuple[Difference, ...]]:
    return compare_as_one
