"""The style sheet is one file, calls for nothing else, and can be read in both schemes."""

import re
from itertools import product

import pytest


def test_it_calls_for_no_other_file_than_the_font_that_is_shipped_and_waits_for_none(style):
    assert "@import" not in style
    assert re.findall(r"url\((.*?)\)", style) == ["newsreader.woff2"]
    assert "font-display:swap" in style


def test_it_is_whole(style):
    assert style.count("{") == style.count("}")
    assert "{%" not in style
    assert "{{" not in style


def test_it_has_a_rule_for_each_source_and_origin_that_can_be_left_out(style):
    for number in (1, 2, 3, 4, 5):
        assert f'.who:has([value="{number}"]:checked) [data-falls~="{number}"]' in style


def test_it_says_in_the_readers_language_what_falls(style):
    assert "no longer told by two sources" in style or "nicht mehr von zwei Quellen erzählt" in style


@pytest.mark.parametrize("need", ["(forced-colors:active)", "@media print"])
def test_it_cares_for(style, need):
    assert need in style


WRITTEN = ["ink", "faint", "link", "agreed", "conflict", "alone"]
PAIRS = [*product(WRITTEN, ["paper", "sheet"]), ("ink", "mark")]


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("name", "ground"), PAIRS)
def test_what_is_written_stands_out_from_its_ground(style, name, ground, scheme):
    assert contrast(colour(style, name, scheme), colour(style, ground, scheme)) >= 4.5


def colour(style, name, scheme):
    """Red, green and blue from 0 to 1; scheme 0 is light, 1 is dark."""
    found = re.search(rf"--{name}: ?light-dark\((#\w+),\s*(#\w+)\)", style)
    digits = found[1 + scheme][1:]
    return [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]


def contrast(one, other):
    """The contrast ratio of WCAG 2.2, from 1 to 21."""
    dark, light = sorted(luminance(rgb) for rgb in (one, other))
    return (light + 0.05) / (dark + 0.05)


def luminance(rgb):
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in rgb)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
