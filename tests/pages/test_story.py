"""What stands at the head of a story, and how it is named elsewhere."""

from dataclasses import replace
from datetime import date

from news_digest.model import Dated, Evidence
from news_digest.pages import story_view
from news_digest.pages.story import page_title, story_day
from news_digest.reproduce import Allowance
from news_digest.strings import Strings


def test_the_head_counts_sources_origins_what_is_agreed_and_what_conflicts(story):
    assert [(count.number, count.label) for count in story.counted] == [
        (4, "sources"),
        (3, "independent origins"),
        (2, "agreed facts"),
        (1, "conflict"),
    ]


def test_a_story_is_of_the_latest_whole_day_on_which_a_source_was_published(digest, story):
    assert date(2024, 3, 6) == story_day(digest)
    assert story.day_label == "6 March 2024"


def test_a_year_alone_does_not_make_a_story_younger(digest):
    assert date(2024, 3, 6) == story_day(dated(digest, "2025"))


def test_a_date_that_is_not_trusted_is_no_day_of_the_story(digest):
    assert date(2024, 3, 6) == story_day(dated(digest, "2030-01-01", trusted=False))


def test_a_story_that_only_a_month_is_known_of_is_printed_with_the_month(digest):
    only = replace(digest.story, articles=tuple(replace(a, published=month) for a in digest.story.articles))
    told = replace(digest, story=only, timeline=())
    assert story_view(told, Allowance(told, 1), Strings("en")).day_label == "March 2024"


def test_the_page_says_where_each_of_its_sections_is(story):
    assert [link.section for link in story.contents] == [
        "facts",
        "differences",
        "who",
        "headlines",
        "timeline",
        "only",
        "sources",
        "why",
        "corrections",
    ]


def test_an_untrusted_page_date_is_shown_with_its_reason_and_the_source_stays_undated(story):
    bote = story.sources[3]
    assert bote.published.label == "undated"
    assert (bote.page_date.trusted, bote.page_date.why) == (False, "source 4 tells of 2024")


def test_reasons_name_sources_by_their_number(story):
    assert story.sources[1].origin.why == "source 2 and source 3 share a sentence"


def test_a_source_says_which_others_share_its_origin(story):
    assert [other.name for other in story.sources[1].others] == ["Unnamed outlet 3"]
    assert story.sources[0].others == ()


def test_a_source_whose_outlet_nobody_names_goes_by_its_number_everywhere(digest, story):
    assert story.sources[2].ref.name == "Unnamed outlet 3"
    doubted = replace(digest.origins[0], why="unlike Unnamed outlet (echo)")
    told = replace(digest, origins=(doubted, *digest.origins[1:]))
    assert story_view(told, Allowance(told, 1), Strings("en")).origins[0].why == "unlike source 3"


def test_reasons_write_days_out(digest):
    doubted = replace(digest.origins[0], why="“19” on 2025-03-11")
    told = replace(digest, origins=(doubted, *digest.origins[1:]))
    assert story_view(told, Allowance(told, 1), Strings("de")).origins[0].why == "“19” on 11. März 2025"


def test_the_conflicts_stand_at_the_head_with_their_ways_of_telling(story):
    assert [(clash.id, clash.ways) for clash in story.clashes] == [("dhurt", ("At least 12 people", "Fifteen people"))]


def test_a_conflict_that_no_fact_ties_together_is_shown_with_a_caution_and_not_at_the_head(digest, story):
    """Both figures may be of two things; the section shows it all the same, and the head counts it."""
    alone = replace(digest, differences=tuple(replace(one, fact=None) for one in digest.differences))
    view = story_view(alone, Allowance(alone, 1), Strings("en"))
    shown = {one.id: one.caution for group in view.verdicts for one in group.differences}

    assert (view.clashes, view.more_clashes) == ((), "1 more conflict")
    assert "see for yourself" in shown["dhurt"]
    assert not any(one.caution for group in story.verdicts for one in group.differences if one.id == "dhurt")


def test_outlets_that_nobody_names_are_counted(story):
    assert story.outlets == ("Oster Gazette", "The <Post> & Co", "Der Bote", "1 unnamed outlet")


def test_sources_of_one_text_stand_together(story):
    assert [[ref.number for ref in family.sources] for family in story.families] == [[1], [2, 3], [4]]


def test_words_over_the_share_are_withheld(digest):
    story = story_view(digest, Allowance(digest, 0.3), Strings("en"))
    assert any(telling.passage.withheld for fact in story.facts for telling in fact.support)


def test_a_long_headline_is_cut_in_the_title_and_not_on_the_page():
    assert len(page_title("word " * 40)) <= 70
    assert page_title("word " * 40).endswith("…")


month = Dated("2024-03", Evidence.METADATA)


def dated(digest, value, *, trusted=True):
    """The digest with this date on its undated report."""
    *others, last = digest.story.articles
    given = replace(last, published=Dated(value, Evidence.METADATA, trusted))
    return replace(digest, story=replace(digest.story, articles=(*others, given)))


def test_what_one_report_alone_tells_has_its_place_on_the_page_of_that_report(story):
    takes = [take for only in story.only_in for take in only.first]
    assert takes
    assert all(take.at == f"p{take.passage.start}-{take.passage.end}" for take in takes)
