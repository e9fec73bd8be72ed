"""The picture of a story shows its headline and who reports what."""

import struct
import zlib
from dataclasses import replace

import pytest

from news_digest.pages.letters import letters
from news_digest.pages.picture import FOOT, HEADLINE, HEIGHT, INK, LINE, LINES, MARGIN, PAPER, WIDTH, draw_picture

CYRILLIC = "\u041c\u043e\u0441\u0442"


def test_it_is_a_png_of_the_size_that_networks_ask_for(story):
    assert struct.unpack(">II", draw_picture(story, "Oster")[16:24]) == (1200, 630)


def test_every_row_of_it_is_there(story):
    assert len(pixels(draw_picture(story, "Oster"))) == HEIGHT * (1 + 3 * WIDTH)


def test_own_and_shared_differ_in_shape(story):
    drawn = pixels(draw_picture(named(story, CYRILLIC), "Oster"))
    first = HEADLINE + 24
    assert colour(drawn, MARGIN + 15, first + 15) == INK  # the middle of a disc
    assert colour(drawn, MARGIN + 15, first + 90 + 15) == PAPER  # the middle of a ring


def test_the_headline_is_written_above_the_signs(story):
    drawn = pixels(draw_picture(named(story, "Bridge"), "Oster"))
    assert dark(drawn, HEADLINE, HEADLINE + LINE) > 1000


def test_a_headline_in_other_letters_is_left_out(story):
    drawn = pixels(draw_picture(named(story, CYRILLIC), "Oster"))
    assert dark(drawn, HEADLINE, HEADLINE + 20) == 0


@pytest.mark.parametrize("text", ["word " * 200, "W" * 400])
def test_a_headline_of_any_length_leaves_room_for_the_foot(story, text):
    drawn = pixels(draw_picture(named(story, text.strip()), "Oster"))
    assert HEADLINE + LINE * LINES < FOOT
    assert dark(drawn, FOOT - 4, FOOT) == 0


def test_lines_are_wrapped_by_the_width_of_their_letters():
    lines = letters().wrap("iiii iiii WWWW WWWW", letters().width("WWWW iiii"))
    assert lines == ["iiii iiii", "WWWW", "WWWW"]


def test_the_same_story_gives_the_same_picture(story):
    assert draw_picture(story, "Oster") == draw_picture(story, "Oster")


def named(story, text):
    return replace(story, headline=replace(story.headline, text=text))


def pixels(png):
    return zlib.decompress(png[png.index(b"IDAT") + 4 : png.index(b"IEND") - 8])


def colour(drawn, x, y):
    at = y * (1 + 3 * WIDTH) + 1 + 3 * x
    return tuple(drawn[at : at + 3])


def dark(drawn, top, bottom):
    """How many pixels between two rows are nearly ink, the margins left out."""
    rows = (drawn[y * (1 + 3 * WIDTH) + 1 :][: 3 * WIDTH] for y in range(top, bottom))
    return sum(row[3 * x] < 60 for row in rows for x in range(WIDTH))
