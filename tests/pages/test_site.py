"""The front page, the outlets and what search looks through."""

from dataclasses import replace

from news_digest.model import Article, Block, BlockKind, Outlet, Passage
from news_digest.pages import site_view
from news_digest.pages.site import FRONT, FULL, LEADS
from news_digest.strings import Strings

SAY = Strings("en")


def test_outlets_that_are_named_have_a_page_and_placeholders_have_none(story):
    site = site_view([story], (), SAY)
    assert [outlet.name for outlet in site.outlets] == ["Der Bote", "Oster Gazette", "The <Post> & Co"]
    assert [outlet.page for outlet in site.outlets] == [
        "outlets/der-bote.html",
        "outlets/oster-gazette.html",
        "outlets/the-post-co.html",
    ]


def test_the_front_page_is_bounded_and_says_that_there_is_more(story):
    stories = [replace(story, slug=f"s{number}") for number in range(FRONT + 1)]
    site = site_view(stories, (), SAY)
    assert sum(len(day.cards) for day in site.days) == FRONT
    assert site.has_more
    assert len(site.stories) == FRONT + 1


def test_older_stories_on_the_front_page_show_their_first_fact_alone(story):
    stories = [replace(story, slug=f"s{number:02}") for number in range(FULL + 1)]
    cards = [card for day in site_view(stories, (), SAY).days for card in day.cards]
    assert [len(card.leads) for card in cards] == [LEADS] * FULL + [1]


def test_of_one_day_the_story_that_most_origins_tell_comes_first(story):
    weaker = replace(story, slug="a-first-by-name", origins=story.origins[:1])
    (day,) = site_view([weaker, story], (), SAY).days
    assert [card.story.slug for card in day.cards] == [story.slug, weaker.slug]


def test_a_report_that_stands_alone_names_where_its_copies_stand():
    text = "Dam bursts"
    title = Block(BlockKind.HEADLINE, Passage("a", 0, len(text)))
    copy = Article("b", "b.md", "", text, Outlet("The <Post>", known=True), (), url="https://example.org/dam")
    alone = Article("a", "a.md", "", text, Outlet("Mail", known=True), (title,), copies=(copy,))
    (report,) = site_view([], [alone], SAY).alone
    assert [("The <Post>", "https://example.org/dam")] == [(view.name, view.address) for view in report.copies]


def test_a_card_names_the_first_conflict(story):
    (day,) = site_view([story], (), SAY).days
    assert day.cards[0].clash.ways == ("At least 12 people", "Fifteen people")


def test_newer_days_come_first_and_undated_stories_last(story):
    old = replace(story, slug="old", day=story.day.replace(year=2001), day_label="long ago")
    undated = replace(story, slug="undated", day=None, day_label="undated")
    site = site_view([undated, old, story], (), SAY)
    assert [day.label for day in site.days] == ["6 March 2024", "long ago", "undated"]


def test_search_looks_through_stories_facts_and_sources(story):
    site = site_view([story], (), SAY)
    rows = [entry.row for entry in site.search]
    assert ("story", story.headline.text, story.page, story.days) in rows
    assert ("fact", "The bridge reopens on Thursday", f"{story.page}#freopens", story.headline.text) in rows
    assert any(kind == "source" and text.startswith("Der Bote: ") for kind, text, *_ in rows)


def test_as_many_choices_are_styled_as_any_story_offers(story):
    assert site_view([story], (), SAY).choices == (1, 2, 3, 4, 5)


def headline(text: str, language: str | None) -> Article:
    block = Block(BlockKind.HEADLINE, Passage("a", 0, len(text)))
    return Article("a", "a.txt", "", text, Outlet("Jornal", True), (block,), language=language)


def test_a_report_in_a_language_that_is_not_read_is_listed_apart_under_the_name_of_its_language():
    reports = [headline("A ponte reabre", "pt-BR"), headline("The bridge reopens", "en"), headline("Bridge", None)]
    site = site_view((), reports, SAY)
    assert [(one.title.text, one.language) for one in site.listed] == [("A ponte reabre", "Portuguese")]
    assert [one.title.text for one in site.alone] == ["The bridge reopens", "Bridge"]


def test_a_headline_that_runs_from_right_to_left_says_so():
    (report,) = site_view((), [headline("إعادة فتح الجسر", "ar")], SAY).listed
    assert (report.title.lang, report.title.dir) == ("ar", "rtl")
