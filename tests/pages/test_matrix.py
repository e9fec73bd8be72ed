"""Who reported what, and what is left without a source or an origin."""

from dataclasses import replace

from news_digest.pages import story_view
from news_digest.reproduce import Allowance
from news_digest.strings import Strings


def test_a_row_tells_own_reporting_from_a_shared_origin_and_from_silence(story):
    row = story.matrix.rows[0]
    assert [cell.shape for cell in row.cells] == ["own", "shared", "shared", ""]
    assert [cell.label for cell in row.cells] == ["own", "shared", "shared", "no"]


def test_each_source_and_each_shared_origin_can_be_left_out(story):
    names = [choice.name for choice in story.matrix.choices]
    assert names == [
        "1 Oster Gazette",
        "2 The <Post> & Co",
        "3 Unnamed outlet 3",
        "4 Der Bote",
        "Sources 2 and 3, which share an origin",
    ]


def test_a_fact_falls_without_a_source_that_leaves_it_fewer_than_two(story):
    (hurt, bang, reopens), (asleep,) = story.matrix.rows, story.matrix.rest
    assert hurt.falls == "5"
    assert bang.falls == "1 2 5"
    assert asleep.falls == "2 3 5"
    assert reopens.falls == "3 4 5"


def test_a_fact_thins_where_one_origin_is_left_of_more(story):
    (hurt, *_), (asleep,) = story.matrix.rows, story.matrix.rest
    assert hurt.thins == "1"
    assert asleep.thins == ""


def test_a_choice_says_how_many_facts_still_stand(story):
    assert [choice.label for choice in story.matrix.choices] == [
        "3 of 4 stand, 1 on two origins or more",
        "2 of 4 stand, 2 on two origins or more",
        "2 of 4 stand, 2 on two origins or more",
        "3 of 4 stand, 2 on two origins or more",
        "0 of 4 stand, 0 on two origins or more",
    ]


def test_a_source_is_out_with_itself_and_with_its_origin(story):
    assert [column.out for column in story.matrix.columns] == ["1", "2 5", "3 5", "4"]


def test_what_one_text_alone_bears_out_has_a_row_for_all_that_the_same_sources_tell(digest):
    twice = replace(digest.facts[2], id="fagain")
    told = replace(digest, facts=(*digest.facts, twice))
    (row,) = story_view(told, Allowance(told, 1), Strings("en")).matrix.rest
    assert [fact.id for fact in row.facts] == ["fasleep", "fagain"]
