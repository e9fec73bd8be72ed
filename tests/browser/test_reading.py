"""What a reader can do with a story's page, in a real browser."""

from itertools import pairwise

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


def test_the_page_reads_whole_without_a_script(open_page):
    page = open_page(javascript=False)
    assert page.locator(".fact .lead").first.is_visible()
    assert page.locator(".matrix").first.is_visible()
    page.locator(".fact summary").first.click()
    assert page.locator(".fact dd").first.is_visible()


def test_the_keyboard_opens_the_passages_of_every_source(open_page):
    page = open_page(javascript=False)
    page.locator(".fact summary").first.focus()
    page.keyboard.press("Enter")
    assert page.locator(".fact").first.locator("dd").last.is_visible()


def test_resting_on_a_line_shows_its_passages_after_a_moment(open_page):
    page = open_page()
    passages = page.locator(".fact dd").first
    page.locator(".fact summary").first.hover()
    assert not passages.is_visible()
    page.wait_for_timeout(700)
    assert passages.is_visible()


def test_leaving_out_a_source_strikes_what_no_longer_stands(open_page):
    page = open_page(javascript=False)
    row = page.locator(".matrix [data-falls]").first
    number = row.get_attribute("data-falls").split()[0]
    assert decoration(row) == "none"
    page.locator(f'.without [value="{number}"]').check()
    assert decoration(row) == "line-through"
    page.locator('.without [value="0"]').check()
    assert decoration(row) == "none"


def test_the_page_says_how_many_facts_a_choice_leaves(open_page):
    page = open_page(javascript=False)
    for choice in page.locator(".without label:has(.stands)").all():
        number = choice.locator("input").get_attribute("value")
        stands, count = choice.locator(".stands").text_content().split(" of ")
        fallen = page.locator(f'.matrix [data-falls~="{number}"] th a').count()
        assert int(stands) == int(count.split()[0]) - fallen


def test_own_reporting_and_a_shared_origin_differ_in_shape(open_page):
    page = open_page()
    shape = "e => getComputedStyle(e, '::before').borderRadius"
    own, shared = (page.locator(f".shape.{name}").evaluate(shape) for name in ("own", "shared"))
    assert own != shared


def test_the_first_stop_of_the_keyboard_skips_to_the_text(open_page):
    page = open_page()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "text"


def test_a_permanent_link_brings_its_fact_into_view(open_page, site):
    page = open_page()
    last = page.locator(".fact").last.get_attribute("id")
    page.goto(f"{page.url}#{last}")
    assert page.locator(f"#{last}").evaluate("e => e.getBoundingClientRect().top < innerHeight")


def test_a_link_to_what_is_folded_away_opens_it(open_page):
    page = open_page(javascript=False)
    for line in (page.locator(".told-by .fact").first, page.locator(".row .difference").last):
        assert not line.is_visible()
        page.goto(f"{page.url.partition('#')[0]}#{line.get_attribute('id')}")
        assert line.is_visible()


def test_what_one_text_alone_tells_stands_behind_what_several_origins_tell(open_page):
    page = open_page(javascript=False)
    assert page.locator(".facts > .fact.single-origin:visible").count() == 0
    assert page.locator(".facts > .fact.agreed:visible").count() > 5


def test_a_sources_number_leads_to_the_very_passage_on_its_page(open_page):
    page = open_page(javascript=False)
    page.locator(".fact summary").first.click()
    telling = page.locator(".fact dd").first.locator("[data-source]:not(.around)")
    words = telling.inner_text()
    page.locator(".fact dt a").first.click()
    assert page.locator(":target").inner_text() == words


def test_the_headings_step_down_one_at_a_time(open_page):
    levels = open_page().evaluate("[...document.querySelectorAll('h1,h2,h3,h4')].map(h => +h.tagName[1])")
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(below <= above + 1 for above, below in pairwise(levels))


def test_dark_and_light_have_grounds_of_their_own(open_page):
    ground = "getComputedStyle(document.documentElement).backgroundColor"
    assert open_page(scheme="dark").evaluate(ground) != open_page(scheme="light").evaluate(ground)


def test_nothing_moves(open_page):
    page = open_page()
    page.locator(".fact summary").first.hover()
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
    moving = "[...document.querySelectorAll('*')].filter(e => getComputedStyle(e).transitionDuration !== '0s').length"
    assert page.evaluate(moving) == 0


def test_shapes_and_marks_stay_in_forced_colours(open_page):
    page = open_page(forced_colors="active")
    assert (
        page.locator(".shape.own").evaluate("e => getComputedStyle(e, '::before').backgroundColor")
        != "rgba(0, 0, 0, 0)"
    )


def test_a_story_prints_as_a_brief_of_two_pages_with_numbered_sources(open_page):
    page = open_page()
    page.emulate_media(media="print")
    assert not page.locator(".menu").is_visible()
    assert not page.locator(".matrix").first.is_visible()
    assert page.locator(".sources").is_visible()
    assert page.pdf(format="A4").count(b"/Type /Page\n") <= 2


def decoration(row):
    return row.locator("th").evaluate("e => getComputedStyle(e).textDecorationLine")
