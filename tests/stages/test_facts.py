"""A fact has its status by rule, a lead that can be read alone, and no passage that another fact leads with."""

from __future__ import annotations

import pytest

from news_digest.model import Alignment, Difference, Kind, Origin, Passage, Side, Status, Verdict
from news_digest.stages.claims import find_claims
from news_digest.stages.facts import state_facts, status_of


def difference(verdict: Verdict) -> Difference:
    return Difference("d1", Kind.NUMBER, verdict, "houses", (), "by hand", "f1")


@pytest.mark.parametrize(
    ("expected", "origins", "verdicts"),
    [
        (Status.AGREED, 2, []),
        (Status.AGREED, 2, [Verdict.COMPATIBLE, Verdict.VARIANT]),
        (Status.DISPUTED, 2, [Verdict.CONFLICT]),
        (Status.DISPUTED, 3, [Verdict.VARIANT, Verdict.CONFLICT]),
        (Status.SINGLE_ORIGIN, 1, []),
        (Status.SINGLE_ORIGIN, 1, [Verdict.CONFLICT]),
    ],
)
def test_status_follows_from_origins_and_conflicts(expected, origins, verdicts) -> None:
    assert expected == status_of(origins, [difference(verdict) for verdict in verdicts])


def facts_of(aligned, articles, *, one_origin: bool = False, differences=()):
    names = [article.id for article in articles]
    groups = [names] if one_origin else [[name] for name in names]
    origins = [Origin(f"o{at}", tuple(group), "by hand") for at, group in enumerate(groups)]
    return state_facts([aligned(articles)], differences, articles, origins)


def test_two_reports_of_one_text_agree_with_nobody(story, aligned) -> None:
    (fact,) = facts_of(aligned, story("The dam burst above Lenn.", "The dam burst above Lenn."), one_origin=True)
    assert (Status.SINGLE_ORIGIN, 1) == (fact.status, fact.origins)


def test_only_a_conflict_about_the_fact_itself_disputes_it(story, aligned) -> None:
    articles = story("The dam burst above Lenn.", "The dam burst above Lenn.")
    other = Difference("d2", Kind.NUMBER, Verdict.CONFLICT, "houses", (), "by hand", "another")
    (fact,) = facts_of(aligned, articles, differences=[other])
    assert (Status.AGREED, ()) == (fact.status, fact.differences)


def test_a_passage_that_points_back_does_not_lead_where_another_can_be_read_alone(story, aligned) -> None:
    articles = story("He burst into tears above the ruined dam.", "Moss Keller burst into tears above the ruined dam.")
    (fact,) = facts_of(aligned, articles)
    assert "b" == fact.lead.article


def test_what_no_other_report_bears_out_is_marked_in_the_lead(story, aligned) -> None:
    articles = story("The dam burst above Lenn at dawn.", "The dam burst above Lenn in thick fog.")
    (fact,) = facts_of(aligned, articles)
    by_id = {article.id: article for article in articles}
    marked = " ".join(by_id[passage.article].words(passage) for passage in fact.unsupported)
    assert ("dawn" in marked) or ("fog" in marked)
    assert "dam" not in marked
    assert all(fact.lead.contains(passage) for passage in fact.unsupported)


def test_who_said_it_stands_beside_a_lead_that_does_not_say_so(story, aligned) -> None:
    told = "The coast guard said the ferry had carried eighty passengers."
    articles = story(told, told)
    (fact,) = facts_of(aligned, articles)
    by_id = {article.id: article for article in articles}
    named = fact.speaker and by_id[fact.speaker.article].words(fact.speaker)
    assert named == "The coast guard" or "The coast guard" in by_id[fact.lead.article].words(fact.lead)


def test_every_report_that_states_a_fact_supports_it(story, aligned) -> None:
    articles = story(*["The dam burst above Lenn on Sunday."] * 3)
    (fact,) = facts_of(aligned, articles)
    assert ["a", "b", "c"] == [passage.article for passage in fact.support]
    assert fact.lead in fact.support


def test_the_lead_states_something_where_one_report_only_mentions_it(story) -> None:
    articles = story(
        "Anna Lopez, who has run the port of Lenn since 2009, left without a word.",
        "Anna Lopez has run the port of Lenn since 2009.",
    )
    claims = [claim for article in articles for claim in find_claims(article)]
    told = tuple(claim for claim in claims if "2009" in words_of(articles, claim.core))
    origins = [Origin(f"o{at}", (article.id,), "by hand") for at, article in enumerate(articles)]
    (fact,) = state_facts([Alignment("f1", told)], (), articles, origins)
    assert "b" == fact.lead.article


def words_of(articles, passage: Passage) -> str:
    return next(article for article in articles if article.id == passage.article).words(passage)


def test_the_lead_takes_the_word_that_most_reports_use(story, aligned) -> None:
    articles = story(
        "Rebels murdered 40 people in Lenn on Sunday.",
        "Rebels killed 40 people in Lenn on Sunday.",
        "Rebels killed 40 people in Lenn on Sunday.",
    )
    few, *most = (
        passage_of(article, word) for article, word in zip(articles, ("murdered", "killed", "killed"), strict=True)
    )
    sides = (Side((few,), marks=(few,)), Side(tuple(most), marks=tuple(most)))
    wording = Difference("d1", Kind.WORDING, Verdict.VARIANT, "Rebels", sides, "by hand", "f1")
    (fact,) = facts_of(aligned, articles, differences=[wording])
    assert "a" != fact.lead.article


def passage_of(article, word: str) -> Passage:
    start = article.text.index(word)
    return Passage(article.id, start, start + len(word))
