"""An address is made of plain letters, is short, and is never empty."""

from __future__ import annotations

import pytest

from news_digest.language.slugs import LONGEST, slug_of


@pytest.mark.parametrize(
    ("expected", "headline"),
    [
        ("dam-bursts-above-lenn", "Dam bursts above Lenn"),
        ("keller-it-wasnt-safe", "Keller: “It wasn’t safe”"),
        ("cafe-in-malmo-reopens", "Café in Malmö reopens"),
        ("grossbrand-in-hallstedt", "Großbrand in Hallstedt"),
        ("us-and-eu-talk", "U.S. and E.U. talk"),
        ("story", "Дамба"),
        ("story", ""),
        ("output", "../../output"),
    ],
)
def test_a_headline_becomes_an_address(expected: str, headline: str) -> None:
    assert expected == slug_of(headline)


def test_a_long_headline_is_cut_at_a_word() -> None:
    slug = slug_of("flood " * 40)
    assert len(slug) <= LONGEST
    assert {"flood"} == set(slug.split("-"))


def test_one_endless_word_is_cut() -> None:
    assert "a" * LONGEST == slug_of("a" * 500)
