"""What an editor did to a story is shown as the editor's."""

from dataclasses import replace

from news_digest.pages.corrections import site_corrections


def test_a_remark_stands_with_the_line_it_is_about(story):
    assert [fact.remark for fact in story.facts] == ["", "Mara Linde lives <beside> the bridge.", "", ""]


def test_a_line_that_the_editor_put_first_says_so(story):
    assert [fact.is_pinned for fact in story.facts] == [True, False, False, False]


def test_the_page_says_how_many_lines_the_editor_took_off(story):
    assert story.hidden == "The editor has taken 1 line off this page."


def test_a_story_that_is_closed_says_since_when(story):
    assert story.closed == "Closed on 9 March 2024"


def test_a_correction_says_what_stood_there_what_stands_there_and_why(story):
    changed, withdrawn = story.corrections
    assert (changed.said.text, changed.says.text) == ("Ten people were hurt", "At least 12 people were hurt")
    assert (changed.day, changed.cause) == ("6 March 2024", "a source was changed")
    marked = ["".join(piece.text for piece in one.pieces if piece.mark) for one in (changed.said, changed.says)]
    assert marked == ["Ten", "At least 12"]
    assert withdrawn.says is None
    assert (withdrawn.day, withdrawn.why) == ("undated", "No report says so.")


def test_a_correction_that_two_lines_share_is_one_on_the_page_of_all(story):
    changed, withdrawn = story.corrections
    listed = site_corrections(
        [("The bridge", "stories/bridge/", (changed, replace(changed, at="correction-9"), withdrawn))]
    )
    assert [one.correction for one in listed] == [changed, withdrawn]
