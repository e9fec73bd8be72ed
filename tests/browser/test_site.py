"""What holds on every kind of page."""

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

LIMIT = 150_000  # bytes of the seeds' story with all that it loads, before compression


def kinds(site):
    """One page of each kind."""
    found = {path.relative_to(site).parts[0]: path for path in sorted(site.rglob("*.html"), reverse=True)}
    return [*found.values(), next(site.glob("stories/*/index.html")), next(site.glob("stories/*/sources/*.html"))]


@pytest.mark.parametrize("width", [320, 1280])
def test_no_page_scrolls_sideways(open_page, site, width):
    page = open_page(width=width)
    for path in kinds(site):
        page.goto(path.as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path


def test_no_page_complains_and_none_asks_for_anything_outside_the_site(open_page, site):
    page = open_page()
    for path in kinds(site):
        page.goto(path.as_uri())
        assert page.complaints == [], path
    assert all(request.startswith(site.as_uri()) for request in page.requests)


def test_a_page_asks_for_its_style_sheet_and_its_font_and_is_painted_before_the_font_is_there(open_page, site):
    page = open_page(site / "about.html")
    page.route("**/*.woff2", lambda route: None)  # never answered
    page.goto(next(site.glob("stories/*/index.html")).as_uri(), wait_until="commit")
    for _ in range(100):
        page.wait_for_timeout(100)
        painted = page.evaluate("performance.getEntriesByName('first-contentful-paint').length")
        if painted:
            break
    assert painted
    asked = {request.rsplit("/", 1)[1] for request in page.requests} - {"about.html", "index.html", "mark.svg"}
    assert asked == {"style.css", "newsreader.woff2"}


def test_the_story_of_the_seeds_is_light(seed_site):
    (story,) = seed_site.glob("stories/*/index.html")
    loaded = [seed_site / "theme" / name for name in ("style.css", "mark.svg", "newsreader.woff2")]
    assert sum(path.stat().st_size for path in (story, *loaded)) < LIMIT


def test_every_page_has_its_landmarks_and_one_heading_of_the_first_level(open_page, site):
    page = open_page()
    for path in kinds(site):
        page.goto(path.as_uri())
        for landmark in ("header.masthead", "main", "nav.menu", "footer.colophon", "h1"):
            assert page.locator(landmark).count() == 1, (path, landmark)


def test_search_works_from_a_folder_by_keyboard_and_leads_to_the_fact(open_page, site):
    page = open_page(site / "search.html")
    assert page.evaluate("document.activeElement.id") == "query"
    page.keyboard.type("sable delta")
    assert page.locator(".results li").count() > 0
    assert page.locator(".found").inner_text()[0].isdigit()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/stories/**")


def test_arrows_walk_through_what_is_found(open_page, site):
    page = open_page(site / "search.html")
    page.keyboard.type("storm")
    focused = "[...document.querySelectorAll('.results a')].indexOf(document.activeElement)"
    for key, place in [("ArrowDown", 0), ("ArrowDown", 1), ("ArrowUp", 0), ("ArrowUp", -1), ("ArrowDown", 0)]:
        page.keyboard.press(key)
        assert page.evaluate(focused) == place
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "query"


def test_search_that_finds_nothing_says_so(open_page, site):
    page = open_page(site / "search.html")
    page.keyboard.type("xyzzy")
    assert page.locator(".results li").count() == 0
    assert page.locator(".found").inner_text() == "Nothing found."


def test_markup_that_a_reader_types_into_the_search_stays_text(open_page, site):
    page = open_page(site / "search.html")
    page.goto(f"{page.url}?q=<img src=x onerror=alert(1)>")
    assert page.locator("main img").count() == 0


def test_without_a_script_the_search_page_leads_to_everything(open_page, site):
    page = open_page(site / "search.html", javascript=False)
    assert page.locator("noscript").is_visible()
    page.locator('main a[href$="everything.html"]').click()
    assert page.locator(".whole li").count() > 20


def test_the_front_page_shows_what_is_agreed_what_is_disputed_and_who_tells(open_page, site):
    page = open_page(site / "index.html", javascript=False)
    card = page.locator(".card").first
    assert card.locator(".leads li").count() == 3
    assert "agreed facts" in card.locator(".counts").inner_text()
    assert " · " in card.locator(".outlets").inner_text()
