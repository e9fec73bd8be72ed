"""The picture of a story shows who reports what."""

import struct
import zlib

from news_digest.pages.picture import HEIGHT, INK, PAPER, WIDTH, draw_picture


def test_it_is_a_png_of_the_size_that_networks_ask_for(story):
    assert struct.unpack(">II", draw_picture(story.matrix)[16:24]) == (1200, 630)


def test_every_row_of_it_is_there(story):
    assert len(pixels(draw_picture(story.matrix))) == HEIGHT * (1 + 3 * WIDTH)


def test_own_and_shared_differ_in_shape(story):
    drawn = pixels(draw_picture(story.matrix))
    assert colour(drawn, 60 + 15, 130 + 15) == INK  # the middle of a disc
    assert colour(drawn, 60 + 15, 130 + 90 + 15) == PAPER  # the middle of a ring


def test_the_same_story_gives_the_same_picture(story):
    assert draw_picture(story.matrix) == draw_picture(story.matrix)


def pixels(png):
    return zlib.decompress(png[png.index(b"IDAT") + 4 : png.index(b"IEND") - 8])


def colour(drawn, x, y):
    at = y * (1 + 3 * WIDTH) + 1 + 3 * x
    return tuple(drawn[at : at + 3])
