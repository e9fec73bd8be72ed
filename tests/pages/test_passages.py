"""Passages are printed as they stand, and lead to where they stand."""

from dataclasses import replace

import pytest

from news_digest.model import Article, Block, BlockKind, Outlet, Passage
from news_digest.pages.passages import Printer, beginning, jump, web_address

TEXT = "The mayor said “no” twice.\nHe left early, and nobody followed him out of the hall or into the street below."


def article(language=None, text=TEXT):
    return Article("a", "a.txt", "", text, Outlet("A", True), (Block(BlockKind.PARAGRAPH, Passage("a", 0, len(text))),))


def test_the_pieces_of_a_passage_are_its_words_whatever_is_marked():
    view = Printer([article()], None, "en").show(Passage("a", 4, 26), [(Passage("a", 10, 14), "shared")])
    assert TEXT[4:26] == view.text
    assert [(piece.text, piece.mark) for piece in view.pieces if piece.mark] == [("said", "shared")]


def test_a_control_character_is_shown_as_a_replacement_sign():
    view = Printer([article(text="a\x00b")], None, "en").show(Passage("a", 0, 3))
    assert view.text == "a\N{REPLACEMENT CHARACTER}b"


@pytest.mark.parametrize(
    ("language", "marked"),
    [("en", (None, None)), (None, (None, None)), ("de", ("de", "ltr")), ("ar", ("ar", "rtl")), ("en-GB", (None, None))],
)
def test_a_passage_in_another_language_says_so_and_which_way_it_runs(language, marked):
    foreign = Article("a", "a.txt", "", TEXT, Outlet("A", True), (), language=language)
    view = Printer([foreign], None, "en").show(Passage("a", 0, 3))
    assert marked == (view.lang, view.dir)


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", None, "/relative"])
def test_an_address_that_a_browser_must_not_follow_is_no_address(url):
    assert web_address(url) is None


def test_a_text_fragment_escapes_what_would_end_it():
    assert (
        jump("https://x.example/a", "semi-final, won & lost")
        == "https://x.example/a#:~:text=semi%2Dfinal%2C%20won%20%26%20lost"
    )


def test_the_address_of_withheld_words_carries_three_at_either_end():
    class Nothing:
        def grants(self, passage):
            return False

    linked = replace(article(), url="https://x.example/a")
    address = Printer([linked], Nothing(), "en").address(Passage("a", 27, len(TEXT)))
    assert address == "https://x.example/a#:~:text=He%20left%20early%2C,the%20street%20below."


def test_a_long_passage_is_shortened_between_words_for_a_table():
    text = "word " * 40
    cut = beginning(article(text=text), Passage("a", 0, len(text)))
    assert cut.end <= 70
    assert text[cut.end] == " "


def test_a_passage_that_is_hardly_longer_stays_whole():
    text = "word " * 16
    assert Passage("a", 0, len(text)) == beginning(article(text=text), Passage("a", 0, len(text)))


def test_text_without_spaces_is_not_cut():
    assert Passage("a", 0, 300) == beginning(article(text="x" * 300), Passage("a", 0, 300))
