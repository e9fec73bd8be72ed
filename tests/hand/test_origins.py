"""An editor says which reports descend from one text: what is not named stays as the wording shows it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from news_digest.hand.effect import idle
from news_digest.hand.origins import declare_origins
from news_digest.model import Article, Block, BlockKind, Digest, Origin, Outlet, Passage, Story, Written
from news_digest.stages.origins import find_origins

from .conftest import Write

WIRE = (
    "A ferry with forty people on board sank off Quill harbour on Tuesday night. Divers reached the wreck at dawn and"
    " found the captain alive in the engine room. The harbour master closed the port until the oil has been pumped out."
    " An inquiry into the loading of the ship opens on Monday in the county court."
)
OWN = (
    "Nobody on the quay slept. Families of the passengers sat in the fish market, wrapped in blankets, and waited for"
    " names. The town council will meet tomorrow about money for the bereaved, and the school stays shut."
)

Groups = Sequence[tuple[str, ...]]


def report(name: str, text: str) -> Article:
    whole = Block(BlockKind.PARAGRAPH, Passage(name, 0, len(text)))
    return Article(name, f"{name}.txt", f"sha-{name}", text, Outlet(name.title(), known=True), (whole,))


@pytest.fixture
def reprints() -> tuple[Article, ...]:
    """Three reports with one text, and one that nobody else has."""
    return (*(report(name, WIRE) for name in ("gazette", "herald", "mail")), report("star", OWN))


def declared(articles: tuple[Article, ...], one: Groups = (), two: Groups = ()) -> list[tuple[str, ...]]:
    return [origin.articles for origin in declare_origins(found(articles), articles, tuple(one), tuple(two))]


def found(articles: tuple[Article, ...]) -> tuple[Origin, ...]:
    return find_origins(articles)


def test_two_reports_kept_apart_from_a_third_stay_one_origin(reprints: tuple[Article, ...]) -> None:
    apart = declared(reprints, two=[("gazette", "herald"), ("gazette", "mail")])
    assert [("gazette",), ("herald", "mail"), ("star",)] == apart


def test_a_list_of_three_keeps_each_apart_from_each(reprints: tuple[Article, ...]) -> None:
    assert 4 == len(declared(reprints, two=[("gazette", "herald", "mail")]))


def test_the_first_named_stays_with_the_reports_that_are_not_named(reprints: tuple[Article, ...]) -> None:
    assert [("gazette", "mail"), ("herald",), ("star",)] == declared(reprints, two=[("mail", "herald")])


def test_reports_that_the_editor_calls_one_origin_leave_a_third_together(reprints: tuple[Article, ...]) -> None:
    apart = declared(reprints, one=[("herald", "star")], two=[("gazette", "herald")])
    assert [("gazette", "mail"), ("herald", "star")] == apart


def test_reports_that_only_a_third_tied_together_part_with_it(reprints: tuple[Article, ...]) -> None:
    half = WIRE.split(". ")
    ties = (report("gazette", WIRE), report("herald", ". ".join(half[:2])), report("mail", ". ".join(half[2:])))
    assert [("gazette", "herald", "mail")] == [origin.articles for origin in found(ties)]
    assert 3 == len(declared(ties, two=[("gazette", "herald"), ("gazette", "mail")]))


def test_each_origin_says_who_parted_it_and_what_else_holds_it_together(reprints: tuple[Article, ...]) -> None:
    two = (("gazette", "herald"), ("gazette", "mail"))
    alone, pair, _ = declare_origins(found(reprints), reprints, (), two)
    assert "the editor counts another report as an origin of its own" == alone.why
    assert pair.why.startswith("the editor counts it as an origin of its own; herald and mail: ")


def test_reports_called_one_origin_and_two_are_told(reprints: tuple[Article, ...], write: Write) -> None:
    hand = write("one-origin:\n  - [mail, herald, star]\ntwo-origins:\n  - [herald, gazette]\n  - [herald, mail]\n")
    story = Story("0123456789", "ferry-sinks", Written("Ferry sinks"), reprints)
    (told,) = idle(hand, Digest(story, found(reprints), (), (), ()))
    assert "content/stories/ferry-sinks.md:6" == told.file
    assert "herald and mail stand under one-origin and under two-origins; two-origins counts" == told.problem
