"""A fact is printed with every source behind it."""

import pytest

from news_digest.pages.facts import shared_runs


def test_a_fact_names_each_of_its_sources_once_in_the_order_of_the_story(story):
    hurt = story.facts[0]
    assert [source.number for source in hurt.sources] == [1, 2, 3]
    assert hurt.origins == 2


def test_every_source_has_its_own_words_behind_the_fact(story):
    hurt = story.facts[0]
    assert [support.passage.text for support in hurt.support] == [
        "At least 12 people were hurt when a barge struck the bridge at Oster on Monday",
        "Fifteen people were injured when a barge hit the bridge at Oster on Monday",
        "Fifteen people were injured when a barge hit the bridge at Oster on Monday",
    ]


def test_words_that_the_line_shares_are_marked_in_the_other_sources(story):
    other = story.facts[0].support[1].passage
    shared = [piece.text for piece in other.pieces if piece.mark == "shared"]
    assert "barge" in shared
    assert "Fifteen" not in " ".join(shared)


def test_what_no_other_source_bears_out_is_marked_in_the_line_and_in_its_own_source(story):
    hurt = story.facts[0]
    for printed in (hurt.lead, hurt.support[0].passage):
        assert [piece.text for piece in printed.pieces if piece.mark == "unsupported"] == ["struck"]


def test_a_short_passage_has_a_little_of_what_stands_around_it(story):
    bang = next(support for support in story.facts[1].support if support.source.article == "gazette")
    assert bang.after.text.startswith(",” said Mara Linde")


def test_a_fact_leads_to_the_very_words_on_the_outlets_own_page(story):
    gazette, post, _ = story.facts[0].support
    assert gazette.address.startswith("https://gazette.example/bridge#:~:text=At%20least%2012%20people%20were,")
    assert post.address is None


def test_a_fact_says_which_differences_were_found_on_it(story):
    assert [(found.id, found.verdict_label) for found in story.facts[0].differences] == [("dhurt", "conflict")]


def test_the_speaker_is_named_where_the_line_alone_does_not_say_who(story):
    assert story.facts[1].speaker.text == "Mara Linde"
    assert story.facts[0].speaker is None


@pytest.mark.parametrize(
    ("lead", "text", "shared"),
    [
        ("the barge hit the bridge", "a barge hit the old bridge", ["barge hit", "bridge"]),
        ("talks begin in Geneva", "in May, talks will begin in Geneva", ["talks", "begin in Geneva"]),
        ("the bridge", "of the", []),
    ],
)
def test_words_that_follow_each_other_are_marked_as_one_and_little_words_never_alone(lead, text, shared):
    assert [text[start:end] for start, end in shared_runs(lead, text)] == shared
