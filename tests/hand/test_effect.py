"""What is named rightly and changes nothing is told, and is no mistake."""

from __future__ import annotations

from news_digest.hand.effect import idle
from news_digest.hand.lines import edit_digest
from news_digest.model import Digest

from .conftest import Write

ONE, TWO, THREE = "f1111111111", "f2222222222", "f3333333333"


def told(digest: Digest, write: Write, fields: str) -> list[str]:
    refusals = list(idle(write(fields), digest))
    assert not any(refusal.fatal for refusal in refusals)
    return [refusal.problem for refusal in refusals]


def test_an_article_that_no_longer_tells_a_fact_cannot_be_parted_from_it(digest: Digest, write: Write) -> None:
    assert [f"article herald does not tell fact {TWO}"] == told(digest, write, f"two:\n  {TWO}: [herald]\n")
    assert [] == told(digest, write, f"two:\n  {TWO}: [mail]\n")


def test_an_article_of_a_fact_that_was_joined_can_be_parted_from_the_whole(digest: Digest, write: Write) -> None:
    assert [] == told(digest, write, f"same:\n  - [{TWO}, {THREE}]\ntwo:\n  {TWO}: [herald]\n")


def test_an_article_of_another_story_has_no_origin_in_this_one(digest: Digest, write: Write) -> None:
    assert ["article star is not in this story"] == told(digest, write, "one-origin:\n  - [gazette, star]\n")


def test_a_fact_that_is_the_same_as_itself_stays(digest: Digest, write: Write) -> None:
    assert digest.facts == edit_digest(digest, write(f"same:\n  - [{ONE}, {ONE}]\n")).facts
