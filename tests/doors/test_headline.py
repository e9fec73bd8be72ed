"""The headline is the line that says what the report says; a report without one keeps its first sentence."""

from __future__ import annotations

import pytest

from news_digest.doors.layout import lay_out
from news_digest.model import BlockKind as K

BODY = (
    "The ferry Alma ran aground off Quill Island on Monday with 80 people aboard, Port Ellery’s coast guard said.\n\n"
    "All of them were brought ashore by fishing boats within two hours, and the ferry was towed to Port Ellery.\n"
)


def headline(text: str) -> str | None:
    return next((text[run.start : run.end] for run in lay_out(text) if run.kind is K.HEADLINE), None)


@pytest.mark.parametrize(
    ("above", "expected"),
    [
        (
            "Port Ellery Courier\nPort Ellery\nFerry Alma runs aground off Quill Island",
            "Ferry Alma runs aground off Quill Island",
        ),
        ("Ferry Alma runs aground | Port Ellery Courier\nHome\nFerry Alma runs aground", "Ferry Alma runs aground"),
        ("Ferry with 80 aboard runs aground.", "Ferry with 80 aboard runs aground."),
        (
            "Council raises fees for dogs\nFerry Alma runs aground with 80 aboard",
            "Ferry Alma runs aground with 80 aboard",
        ),
        (
            "The Port Ellery Coast\nFront page   Debate   Sport   Weather\nEighty people and one rock",
            "Eighty people and one rock",
        ),
        (
            "Sign in   News   Sport   Weather   Live\nFerry Alma runs aground off Quill Island",
            "Ferry Alma runs aground off Quill Island",
        ),
        ("Coast Now\nEssay\nWhat the Captain Knew\nA man, a boat and a very low tide.", "What the Captain Knew"),
    ],
)
def test_the_headline_is_found_among_the_lines_above_a_report(above: str, expected: str) -> None:
    assert headline(f"{above}\n\n{BODY}") == expected


@pytest.mark.parametrize(
    "first",
    [
        "",
        "The ferry was late.\n\n",
        "A ferry ran aground on Monday.\n\n",
        "PORT ELLERY — The boat is safe.\n\n",
    ],
)
def test_a_report_without_a_headline_loses_no_sentence_to_one(first: str) -> None:
    assert headline(first + BODY) is None
