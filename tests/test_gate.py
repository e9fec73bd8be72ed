"""A page that prints words its source does not hold is found."""

from __future__ import annotations

import pytest

from news_digest.gate import RUN, Sources, faults, misquotes, read_page

TEXT = (
    "Seven people were hurt, the harbour master said.\n\n"
    "The ferry had left Port Ellery at noon with eighty people aboard and no lifeboats on its upper deck.\n"
)
SOURCES = Sources({"courier": TEXT})
SENTENCE = "The ferry had left Port Ellery at noon with eighty people aboard and no lifeboats"


def passage(words: str, source: str = "courier", start: object = 0, end: object = 23) -> str:
    return f'<p><span data-source="{source}" data-start="{start}" data-end="{end}">{words}</span></p>'


def test_a_passage_that_is_the_slice_passes():
    assert list(faults(passage("Seven people were hurt,"), SOURCES)) == []


def test_marks_inside_a_passage_change_nothing():
    assert list(faults(passage("<b>Seven</b> <mark>people <u>were</u></mark> hurt,"), SOURCES)) == []


@pytest.mark.parametrize(
    ("html", "problem"),
    [
        (passage("Eight people were hurt,"), "are not what stands in"),
        (passage("Seven people were hurt"), "are not what stands in"),
        (passage("Seven  people were hurt,"), "are not what stands in"),
        (passage("Seven people were hurt,", source="herald"), "which is no source"),
        (passage("Seven people were hurt,", end=""), "without bounds"),
        (passage("Seven people were hurt,", start="x"), "without bounds"),
        (passage("Seven people were hurt,", end=9999), "not inside its"),
        ('<span data-source="courier" data-start="0" data-end="23">Seven people were', "are not what stands in"),
    ],
)
def test_a_passage_that_is_not_the_slice_is_named(html, problem):
    (fault,) = faults(html, SOURCES)
    assert problem in fault


def test_an_end_tag_that_goes_unsaid_does_not_move_words_into_a_passage():
    assert list(faults(f"<ul><li>One<li>{passage('Seven people were hurt,')}</ul><p>Two</p>", SOURCES)) == []


def test_a_sentence_of_a_source_that_does_not_point_is_found():
    (fault,) = faults(f"<p>{SENTENCE}.</p>", SOURCES)
    assert "the ferry had left port ellery" in fault


def test_a_sentence_is_found_across_inline_markup():
    words = SENTENCE.replace("ferry", "<i>fer</i>ry").replace("noon", "<a href='#'>noon</a>")
    assert len(list(faults(f"<p>{words}</p>", SOURCES))) == 1


def test_a_few_words_in_a_row_are_a_name_and_no_sentence():
    few = " ".join(SENTENCE.split()[: RUN - 1])
    assert list(faults(f"<h4>{few}</h4><p>so it was told</p>", SOURCES)) == []


def test_labels_that_stand_beside_each_other_make_no_sentence():
    words = SENTENCE.split()
    label, other = " ".join(words[:6]), " ".join(words[6:])
    assert list(faults(f"<table><tr><td>{label}</td><td>{other}</td></tr></table>", SOURCES)) == []
    assert list(faults(f"<ul><li>{label}<li>{other}</ul>", SOURCES)) == []


def test_a_story_may_be_called_by_its_headline_and_by_no_part_of_it():
    named = Sources({"courier": TEXT}, names=[SENTENCE])
    assert list(faults(f"<a href='story'>{SENTENCE}</a>", named)) == []
    (fault,) = faults(f"<a href='story'>{SENTENCE.removesuffix(' lifeboats')}</a>", named)
    assert "the ferry had left" in fault


def test_what_an_editor_answers_for_may_stand_without_pointing():
    assert list(faults(f'<aside data-by="editor"><p>{SENTENCE}</p></aside>', SOURCES)) == []
    assert list(misquotes(f"<p>{SENTENCE}</p>", SOURCES)) == []


def test_what_an_editor_says_a_source_says_must_be_the_slice():
    assert len(list(misquotes(passage("Eight people were hurt,"), SOURCES))) == 1


def test_titles_and_scripts_are_not_on_the_page():
    assert list(faults(f"<title>{SENTENCE}</title><script>'{SENTENCE}'</script>", SOURCES)) == []


def test_control_characters_are_compared_as_they_are_shown():
    sources = Sources({"bell": "A \x07 bell rang.\r\nTwice."})
    html = '<span data-source="bell" data-start="0" data-end="22">A � bell rang.\nTwice.</span>'
    assert list(faults(html, sources)) == []


def test_passages_are_read_with_their_lines():
    (found,), _ = read_page(f"\n\n{passage('Seven people were hurt,')}")
    assert (found.line, found.text) == (3, "Seven people were hurt,")
