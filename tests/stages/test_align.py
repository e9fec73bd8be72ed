"""The same thing in other words is found; the near miss, the other number and the mere name are not."""

from __future__ import annotations

import pytest

from news_digest.language.tongue import reading
from news_digest.stages.align import align_claims
from news_digest.stages.align.evidence import other_days
from news_digest.stages.claims import find_claims


def shared(articles) -> list[set[str]]:
    """What each alignment holds, as the words asserted."""
    by_id = {article.id: article for article in articles}
    claims = [claim for article in articles for claim in find_claims(article)]
    return [
        {by_id[claim.core.article].words(claim.core) for claim in alignment.claims}
        for alignment in align_claims(claims, articles)
    ]


def test_a_thing_told_in_other_words_is_one_fact(story) -> None:
    articles = story(
        "The union submitted a draft contract on Friday urging higher pay for welders.\nRain fell in Tarrow.",
        "The union filed a draft contract on Friday demanding higher pay for welders.\nThe museum of clocks reopened.",
    )
    assert [
        {
            "The union submitted a draft contract on Friday urging higher pay for welders",
            "The union filed a draft contract on Friday demanding higher pay for welders",
        }
    ] == shared(articles)


def test_a_name_that_two_reports_share_makes_no_fact(story) -> None:
    articles = story(
        "Prime Minister Anna Storhaug praised the harbour workers of Lenn.",
        "Prime Minister Anna Storhaug attacked a court ruling on mining.",
    )
    assert [] == shared(articles)


def test_two_claims_of_one_report_make_no_fact(story) -> None:
    articles = story("The dam burst above Lenn on Sunday.\nThe dam burst above Lenn on Sunday.", "Rain fell in Tarrow.")
    assert [] == shared(articles)


def test_the_dead_and_the_injured_are_not_one_count(story) -> None:
    articles = story("The quake in Lenn killed 14 people.", "The quake in Lenn injured 14 people.")
    assert [] == shared(articles)


def test_a_claim_stands_in_one_fact_at_most(story) -> None:
    text = "The dam burst above Lenn on Sunday.\nThe dam above Lenn burst late on Sunday evening."
    articles = story(text, text, text)
    claims = [claim for article in articles for claim in find_claims(article)]
    held = [claim for alignment in align_claims(claims, articles) for claim in alignment.claims]
    assert len(set(held)) == len(held)


@pytest.mark.parametrize("count", [0, 1])
def test_too_few_claims_to_compare_make_no_fact(story, count: int) -> None:
    articles = story("The dam burst above Lenn on Sunday.")
    assert () == align_claims(find_claims(articles[0])[:count], articles)


def test_one_shared_word_makes_no_fact(story) -> None:
    articles = story(
        "The alarms at the museum in Lenn worked.\nRain fell in Tarrow.",
        "Staff unions say they have been sounding the alarm for years.\nThe market of Orrin reopened.",
    )
    assert [] == shared(articles)


def test_an_offer_is_rejected_or_turned_down_in_one_fact(story) -> None:
    articles = story(
        "The board of Lenn Bank rejected the offer as too low on Monday.\nRain fell in Tarrow.",
        "The board of Lenn Bank turned down the approach as too low.\nThe market of Orrin reopened.",
    )
    assert 1 == len(shared(articles))


def test_what_was_ruled_out_will_not_be_done(story) -> None:
    articles = story(
        "Health Secretary Joss Averill ruled out paying the ransom to the gang.\nRain fell in Tarrow.",
        "Health Secretary Joss Averill said nothing will be paid to the ransom gang.\nThe market of Orrin reopened.",
    )
    assert 1 == len(shared(articles))


def test_german_nouns_are_no_names(story) -> None:
    articles = story(
        "Sie kamen in der Turnhalle des Gymnasiums unter.\nDer Regen fiel in Tarrow.",
        "Untergebracht wurden sie in der Turnhalle des Gymnasiums.\nDer Markt von Orrin wurde eröffnet.",
    )
    with reading("de"):
        assert 1 == len(shared(articles))


def test_a_claim_that_was_rejected_is_not_the_claim(story) -> None:
    articles = story(
        "The railway rejected the claim that its signals had failed near Lenn.\nRain fell in Tarrow.",
        "Signals of the railway had failed near Lenn.\nThe market of Orrin reopened.",
    )
    assert [] == shared(articles)


def test_what_cannot_be_read_without_another_fact_is_told_with_it(story) -> None:
    articles = story(
        "Fighting has killed over 14,000 people and devastated the mining heartland of Varona.",
        "The fighting has killed more than 14,000 people and devastated the mining heart of Varona.",
        "Over 14,000 people have been killed in the conflict, which has devastated the mining heartland of Varona.",
    )
    (told,) = shared(articles)
    assert any("14,000" in words and "devastated" in words for words in told)


def test_what_forecasters_expected_is_not_what_came(story) -> None:
    articles = story(
        "The jobless rate in Lenn rose to 6.1 percent in April, the labour office said.",
        "Economists had forecast that the jobless rate in Lenn would rise to 6.1 percent in April.",
    )
    claims = [claim for article in articles for claim in find_claims(article)]
    assert () == align_claims(claims, articles)


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("The drivers stopped work on Monday", "They went back to work on Friday", True),
        ("The camp was bombed on Thursday, Nov. 10", "The camp was bombed on Thursday", False),
        ("The body was found on April 9", "The phone rang on April 8", True),
        ("The union will vote on May 3", "Talks began on Monday", False),
    ],
)
def test_days_are_other_days_where_both_are_named_alike(one: str, other: str, apart: bool) -> None:
    assert apart is bool(other_days([one, other])[0, 1])
