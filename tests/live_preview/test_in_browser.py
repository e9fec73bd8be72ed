"""What a reader of the open page sees after a save."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

pytestmark = [pytest.mark.site, pytest.mark.browser, pytest.mark.slow]

# The document as a browser has it, but for what the preview adds and for what depends on how it came about.
DOCUMENT = """() => {
  const page = document.documentElement.cloneNode(true);
  page.querySelectorAll("[data-live-preview]").forEach((own) => own.remove());
  page.querySelectorAll("link").forEach((link) => link.setAttribute("href", new URL(link.href).pathname));
  return page.outerHTML;
}"""
LINES = "".join(f"<p id='p{number}'>Line {number}.</p>" for number in range(200))
Open = Callable[[str], Any]
Write = Callable[[int, str], Path]


@pytest.fixture
def open_page(browser: Any, running: Any) -> Iterator[Open]:
    """Opens a page of the site; `page.loads` counts how often it was loaded."""
    context = browser.new_context()

    def opened(name: str) -> Any:
        page = context.new_page()
        page.loads = []
        page.on("load", lambda _: page.loads.append(1))
        page.goto(f"http://127.0.0.1:{running.port}/harbour/{name}")
        return page

    yield opened
    context.close()


def sees(page: Any, text: str) -> None:
    page.wait_for_function("text => document.body.innerText.includes(text)", arg=text)


def test_a_save_is_seen_without_a_load_and_the_reader_keeps_the_place_and_what_stands_open(
    write_story: Write, open_page: Open
) -> None:
    details = "<details><summary>More</summary>Within</details>"
    write_story(1, f"{LINES}{details}")
    page = open_page("story-1.html")
    sees(page, "Line 199.")
    page.locator("summary").click()
    page.evaluate("scrollTo(0, 900)")
    write_story(1, f"{LINES.replace('Line 90.', 'Line ninety.')}{details}")
    sees(page, "Line ninety.")
    assert (900, True) == (page.evaluate("scrollY"), page.locator("details").evaluate("it => it.open"))
    assert 1 == len(page.loads)


def test_a_page_with_scripts_of_its_own_is_loaded_anew_at_its_place(write_story: Write, open_page: Open) -> None:
    script = "<script>document.title = 'Run'</script>"
    write_story(1, f"{LINES}{script}")
    page = open_page("story-1.html")
    sees(page, "Line 199.")
    page.evaluate("scrollTo(0, 900)")
    write_story(1, f"{LINES.replace('Line 90.', 'Line ninety.')}{script}")
    sees(page, "Line ninety.")
    page.wait_for_function("scrollY === 900")
    assert (2, "Run") == (len(page.loads), page.title())


def test_a_style_is_swapped_in_without_a_load(site: Path, open_page: Open) -> None:
    page = open_page("story-1.html")
    page.evaluate("document.body.mark = 'same page'")
    for colour in ("rgb(1, 2, 3)", "rgb(4, 5, 6)"):
        (site / "theme/static/main.css").write_text(f"body {{ color: {colour} }}")
        page.wait_for_function("colour => getComputedStyle(document.body).color === colour", arg=colour)
    assert (1, "same page") == (len(page.loads), page.evaluate("document.body.mark"))
    assert 1 == page.locator("link[rel=stylesheet]").count()


def test_text_and_style_saved_together_are_both_seen(site: Path, write_story: Write, open_page: Open) -> None:
    page = open_page("story-1.html")
    (site / "theme/static/main.css").write_text("body { color: rgb(7, 8, 9) }")
    write_story(1, "Both at once.")
    sees(page, "Both at once.")
    page.wait_for_function("getComputedStyle(document.body).color === 'rgb(7, 8, 9)'")


def test_several_tabs_are_all_kept_up_to_date(write_story: Write, open_page: Open) -> None:
    tabs = [open_page("story-1.html") for _ in range(8)]
    tabs.append(open_page("story-2.html"))
    for text in ("The first save.", "The second save."):
        write_story(1, text)
        write_story(2, text)
        for tab in tabs:
            sees(tab, text)
    tabs.pop(0).close()  # the one that listened for all
    write_story(1, "After one was closed.")
    for tab in tabs[:-1]:
        sees(tab, "After one was closed.")


def test_after_many_saves_the_open_page_is_what_a_new_one_is(site: Path, write_story: Write, open_page: Open) -> None:
    chance = random.Random(11)
    page = open_page("story-1.html")
    for step in range(25):
        write_story(1, _some_body(chance) + f"<p>Step {step}.</p>")
        if chance.random() < 0.2:
            (site / "theme/static/main.css").write_text(f"body {{ margin: {step}px }}")
        sees(page, f"Step {step}.")
        assert open_page("story-1.html").evaluate(DOCUMENT) == page.evaluate(DOCUMENT)
    assert 1 == len(page.loads)


def _some_body(chance: random.Random) -> str:
    """Paragraphs and lists, named and nameless, in any order, and some of them nested."""
    names = chance.sample(range(12), chance.randrange(1, 10))
    parts = [chance.choice(SHAPES).format(name=name, word=chance.choice(["calm", "rough", "fog"])) for name in names]
    return "".join(parts)


SHAPES = (
    "<p id='n{name}'>The sea is {word}.</p>",
    "<p>Off Port Ellery: {word} {name}.</p>",
    "<section id='n{name}' class='{word}'><h2>Part {name}</h2><ul><li>{word}</li><li>{name}</li></ul></section>",
    "<!-- {word} --><figure><svg viewBox='0 0 1 1'><use xlink:href='#n{name}'/></svg>{word}</figure>",
)


def test_an_error_stands_over_the_last_good_page_until_it_is_mended(site: Path, open_page: Open) -> None:
    page = open_page("story-1.html")
    template = site / "theme/templates/article.html"
    good = template.read_text()
    template.write_text(good.replace("{{ article.title }}", "<p>\n{% for %}"))
    overlay = page.locator("live-preview-problems")
    overlay.locator("[role=alert]").wait_for()
    assert "theme/templates/article.html:2" in overlay.locator("section").inner_text()
    assert "Shown is the last good page" in overlay.locator("summary").inner_text()
    assert "The ferry ran aground." in page.locator("body").inner_text()
    page.reload()
    overlay.locator("[role=alert]").wait_for()
    assert "The ferry ran aground." in page.locator("body").inner_text()
    template.write_text(good)
    overlay.wait_for(state="detached")


def test_a_page_that_goes_and_comes_back_is_followed(site: Path, write_story: Write, open_page: Open) -> None:
    page = open_page("story-1.html")
    (site / "content/story-1.html").unlink()
    sees(page, "Not found")
    write_story(1, "It is back.")
    sees(page, "It is back.")
