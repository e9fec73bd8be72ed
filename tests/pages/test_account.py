"""What a reader sees of the facts at once, and what is a step away."""

from dataclasses import replace

from news_digest.model import Status
from news_digest.pages import story_view
from news_digest.pages.account import FEW, OPEN
from news_digest.reproduce import Allowance
from news_digest.strings import Strings


def test_what_one_text_alone_bears_out_is_folded_away_behind_what_several_origins_tell(story):
    leading, secondary = story.account
    assert [fact.id for fact in leading.first] == ["fhurt", "fbang", "freopens"]
    assert [[fact.id for fact in told.facts] for told in secondary.told] == [["fasleep"]]
    assert secondary.more == "1 line that several outlets print, all from one text"


def test_what_the_same_sources_tell_from_one_text_stands_together_and_names_them_once(digest):
    other = replace(digest.facts[2], id="fother", support=digest.facts[0].support)
    again = replace(digest.facts[2], id="fagain")
    told = page(replace(digest, facts=(digest.facts[2], other, again))).account[0]
    assert [fact.id for fact in told.first] == ["fasleep", "fagain", "fother"]


def test_facts_are_numbered_as_the_page_has_them(story):
    assert [(fact.number, fact.id) for fact in story.facts] == [
        (1, "fhurt"),
        (2, "fbang"),
        (3, "freopens"),
        (4, "fasleep"),
    ]


def test_what_an_editor_put_first_stays_first_whatever_it_rests_on(digest):
    assert (
        page(replace(digest, facts=(digest.facts[2], *digest.facts[:2]), pinned=("fasleep",))).facts[0].id == "fasleep"
    )


def test_where_one_text_is_all_there_is_it_stands_open(digest):
    alone = tuple(replace(fact, status=Status.SINGLE_ORIGIN) for fact in digest.facts)
    (group,) = page(replace(digest, facts=alone, pinned=())).account
    assert [len(group.first), len(group.rest)] == [4, 0]


def test_a_long_account_is_folded_and_a_few_lines_more_are_not_worth_it(digest):
    assert shown(digest, OPEN + FEW) == (OPEN + FEW, 0)
    assert shown(digest, OPEN + FEW + 1) == (OPEN, FEW + 1)


def shown(digest, count):
    facts = tuple(replace(digest.facts[1], id=f"f{number}") for number in range(count))
    (group,) = page(replace(digest, facts=facts)).account
    return len(group.first), len(group.rest)


def page(digest):
    return story_view(digest, Allowance(digest, 1), Strings("en"))
