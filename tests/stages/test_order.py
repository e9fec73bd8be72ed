"""The facts read as an account: the event first, background last."""

from __future__ import annotations

from itertools import permutations

from news_digest.model import Fact, Passage, Status
from news_digest.stages.order import order_facts


def fact(name: str, start: int, *, status: Status = Status.AGREED, origins: int = 2) -> Fact:
    support = (Passage("a", start, start + 5), Passage("b", start, start + 5))
    return Fact(name, status, support[0], support, origins)


def names(facts) -> list[str]:
    return [fact.id for fact in facts]


def test_what_the_reports_open_with_comes_before_what_they_close_with(story) -> None:
    articles = story("x" * 100, "y" * 100)
    assert ["event", "background"] == names(order_facts([fact("background", 80), fact("event", 0)], articles))


def test_what_more_origins_tell_comes_first_of_two_in_one_place(story) -> None:
    articles = story("x" * 100, "y" * 100)
    facts = [fact("two", 10, origins=2), fact("three", 10, origins=3)]
    assert ["three", "two"] == names(order_facts(facts, articles))


def test_what_one_origin_alone_tells_comes_after_what_is_agreed(story) -> None:
    articles = story("x" * 100, "y" * 100)
    facts = [fact("copied", 10, status=Status.SINGLE_ORIGIN, origins=1), fact("agreed", 12)]
    assert ["agreed", "copied"] == names(order_facts(facts, articles))


def test_the_order_does_not_hang_on_how_the_facts_came(story) -> None:
    articles = story("x" * 100, "y" * 100)
    facts = [fact("one", 0), fact("two", 30), fact("three", 60)]
    assert {("one", "two", "three")} == {tuple(names(order_facts(way, articles))) for way in permutations(facts)}


def test_no_facts_have_no_order() -> None:
    assert () == order_facts([], [])
