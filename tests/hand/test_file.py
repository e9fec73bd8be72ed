"""An editor's file is read field by field; what cannot be meant is refused with file, line and the nearest name."""

from __future__ import annotations

import pytest

from news_digest.hand.entries import Hand
from news_digest.hand.file import parse_hand

FILE = "content/stories/ferry.md"


def read(front: str, body: str = "") -> tuple[Hand | None, list[str]]:
    hand, refusals = parse_hand(f"---\n{front}---\n{body}", FILE, "ferry")
    return hand, [str(refusal) for refusal in refusals]


def test_fields_are_read_in_their_shapes() -> None:
    hand, refusals = read(
        "title: Ferry sinks\npin: [f1111111111]\nhide:\n  - f2222222222\n"
        "same:\n  - [f3333333333, f4444444444]\nnotes:\n  f1111111111: Seen by us.\n"
        "two:\n  f5555555555: [gazette]\nclosed: 2021-12\n",
        "What *we* know.\n",
    )
    assert [] == refusals
    assert hand is not None
    assert ("Ferry sinks", "2021-12") == (hand.line("title"), hand.line("closed"))
    assert (("f1111111111",), ("f2222222222",)) == (hand.items("pin"), hand.items("hide"))
    assert (("f3333333333", "f4444444444"),) == hand.groups("same")
    assert {"f1111111111": "Seen by us."} == hand.lines("notes")
    assert {"f5555555555": ("gazette",)} == hand.lists("two")
    assert "What *we* know." == hand.body


@pytest.mark.parametrize(
    ("front", "line", "words"),
    [
        ("titel: Ferry\n", 2, "did you mean `title`?"),
        ("title: Ferry\nhied: [f1111111111]\n", 3, "did you mean `hide`?"),
        ("closed: yesterday\n", 2, "write a date as 2021-12-23"),
        ("slug: The Ferry\n", 2, "use lower-case letters, digits and single hyphens"),
        ("pin: f1111111111\n", 2, "a list: [one, two]"),
        ("same: [f1111111111, f2222222222]\n", 2, "lists in a list"),
        ("wrong:\n  f1111111111: because\n", 3, "write the date of the correction, then why"),
        ("title: One\ntitle: Two\n", 3, "put both under one"),
        ("notes:\n  f1111111111: One.\n  f1111111111: Two.\n", 4, "make one line of both"),
        ("title: [\n", 3, "check indentation, colons and brackets"),
    ],
)
def test_a_slip_is_refused_with_its_line_and_a_remedy(front: str, line: int, words: str) -> None:
    _, refusals = read(front)
    assert 1 == len(refusals)
    assert words in refusals[0]
    assert refusals[0].startswith(f"{FILE}:{line}: ")


def test_an_alias_which_can_explode_is_refused() -> None:
    assert "the front matter cannot be read" in read("title: &a Ferry\ntopic: *a\n")[1][0]


def test_what_is_right_beside_a_slip_is_kept() -> None:
    hand, refusals = read("titel: Ferry\ntopic: Sea\n")
    assert hand is not None
    assert ("Sea", 1) == (hand.line("topic"), len(refusals))


def test_a_field_with_nothing_behind_it_says_nothing() -> None:
    hand, refusals = read("title:\npin:\n")
    assert hand is not None
    assert ({}, []) == (hand.entries, refusals)


def test_ids_in_comments_are_remembered_with_their_words() -> None:
    hand, _ = read("pin: []\n# f1111111111 The ferry sank. (agreed)\n")
    assert hand is not None
    assert {"f1111111111": "The ferry sank. (agreed)"} == hand.known
