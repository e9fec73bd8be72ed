"""Digests and editors' files, built by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from news_digest.hand.entries import Hand
from news_digest.hand.file import parse_hand
from news_digest.model import (
    Article,
    Difference,
    Digest,
    Fact,
    Kind,
    Origin,
    Outlet,
    Passage,
    Side,
    Status,
    Story,
    Verdict,
    Written,
)

TEXT = "The ferry sank. Nine people died. The captain was found. The port is closed."
SANK, DIED, FOUND = (0, 15), (16, 33), (34, 56)
Write = Callable[[str], Hand]


def article(name: str) -> Article:
    return Article(name, f"{name}.txt", f"sha-{name}", TEXT, Outlet(name.title(), known=True), ())


def fact(digit: str, place: tuple[int, int], *names: str, differences: tuple[str, ...] = ()) -> Fact:
    passages = tuple(Passage(name, *place) for name in names)
    status = Status.DISPUTED if differences else Status.AGREED
    return Fact("f" + digit * 10, status, passages[0], passages, len(names), differences=differences)


@pytest.fixture
def digest() -> Digest:
    """Three reports of three origins: the ferry sank (1), nine died (2, disputed by d1), the captain was found (3)."""
    articles = tuple(article(name) for name in ("gazette", "herald", "mail"))
    origins = tuple(Origin(f"origin-{one.id}", (one.id,), "") for one in articles)
    sides = (Side((Passage("gazette", *DIED),)), Side((Passage("mail", *DIED),)))
    toll = Difference("d" + "1" * 10, Kind.NUMBER, Verdict.CONFLICT, "died", sides, "", fact="f" + "2" * 10)
    facts = (
        fact("1", SANK, "gazette", "herald", "mail"),
        fact("2", DIED, "gazette", "mail", differences=(toll.id,)),
        fact("3", FOUND, "gazette", "herald"),
    )
    story = Story("0123456789", "ferry-sinks", Written("Ferry sinks"), articles)
    return Digest(story, origins, facts, (toll,), ())


@pytest.fixture
def write() -> Write:
    """An editor's file that must be read without a word."""

    def written(fields: str) -> Hand:
        hand, refusals = parse_hand(f"---\n{fields}---\n", "content/stories/ferry-sinks.md", "ferry-sinks")
        assert not refusals
        assert hand is not None
        return hand

    return written
