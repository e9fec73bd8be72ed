"""What a word does in a sentence, as far as it is needed to see where a clause ends."""

from __future__ import annotations

import pytest

from news_digest.language.grammar import has_finite_verb, tag_words


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (True, "The dam burst above Lenn"),
        (True, "Officials say the dam was safe"),
        (True, "The mine will close"),
        (False, "The old dam above Lenn"),
        (False, "burning for three days"),
    ],
)
def test_a_verb_that_says_something_is_told_from_the_rest(expected: bool, text: str) -> None:
    assert expected == has_finite_verb(text)


@pytest.mark.parametrize(
    ("expected", "word", "text"),
    [
        ("D", "opened", "The governor opened the bridge."),
        ("N", "opened", "The bridge was opened on Sunday."),
        ("G", "fleeing", "Families were fleeing the valley."),
        ("p", "Lenn", "The dam above Lenn burst."),
        ("DT", "the", "Water filled the valley."),
        ("CC", "and", "Boats and nets were lost."),
        ("CD", "40", "Some 40 boats were lost."),
        ("WH", "which", "The dam, which burst, was old."),
    ],
)
def test_a_word_is_tagged_by_what_it_does(expected: str, word: str, text: str) -> None:
    assert expected == next(found.tag for found in tag_words(text) if text[found.start : found.end] == word)


def test_every_tagged_word_stands_where_it_says() -> None:
    text = "“It’s over,” Keller said: 1,200 sheep — half the flock — drowned."
    words = tag_words(text)
    assert all(text[word.start : word.end].strip() for word in words)
    assert [word.start for word in words] == sorted(word.start for word in words)
