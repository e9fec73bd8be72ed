"""Lines come as a reader sees them: wrapped ones joined, bullets and blank lines told, no character changed."""

from __future__ import annotations

from news_digest.doors.lines import split_lines

WRAPPED = """Ferry runs aground off the Quill Islands

The ferry Alma ran aground off the Quill Islands on Monday with
80 people aboard, the coast guard said. All of them were brought
ashore by fishing boats within two hours.

"We were all very calm," said Ada Wynn, who was on her way to a
wedding on the largest of the islands and had her dress with her
in a bag.
"""


def test_hard_wrapped_lines_of_one_paragraph_are_one_line() -> None:
    lines = split_lines(WRAPPED)
    assert [len(line.text.splitlines()) for line in lines] == [1, 3, 3]
    assert all(WRAPPED[line.start : line.end] == line.text for line in lines)


def test_short_lines_one_below_the_other_stay_apart() -> None:
    assert [line.text for line in split_lines("Home\nNews\nSport\nWeather")] == ["Home", "News", "Sport", "Weather"]


def test_bullets_are_told_and_stand_outside_of_the_line() -> None:
    lines = split_lines("• one\n– two\n3. three\n-four")
    assert [(line.text, line.bullet) for line in lines] == [
        ("one", True),
        ("two", True),
        ("three", True),
        ("-four", False),
    ]


def test_every_kind_of_line_break_parts_lines() -> None:
    assert [line.text for line in split_lines("a\rb\r\nc\u2028d\n\n e ")] == ["a", "b", "c", "d", "e"]


def test_a_line_that_shows_nothing_is_none() -> None:
    assert split_lines("\u200b\n \t\n\x07") == ()


def test_prose_is_told_from_labels_and_questions_that_head_a_text() -> None:
    (prose, label, question) = split_lines("He declined to comment.\nMore on this story\nWhat happened in the north?")
    assert (prose.prose, label.prose, question.prose) == (True, False, False)
