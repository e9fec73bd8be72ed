"""A report that repeats another word for word, or nearly, is set aside with its address; a corrected one is not."""

from __future__ import annotations

import pytest

from news_digest.language import copies
from news_digest.language.copies import find_copies
from news_digest.stages.copies import set_copies_aside

pytestmark = pytest.mark.slow

REPORT = " ".join(
    """
The council of Ostermoor closed the swing bridge on Friday after a barge had struck its eastern pier. Divers found a
crack as long as a hand. The bridge carries the only road to the island, where ninety families live. A ferry will run
every half hour until the pier is mended, harbour master Ilka Thoms said. She could not say how long the work would
take, because the firm that built the bridge no longer exists and its drawings were lost in the flood of the last
century. The skipper of the barge was not hurt. He told the police that a gust had turned his vessel.
""".split()
)


def test_the_older_of_two_copies_is_kept_and_names_the_other(story) -> None:
    later, older = story(f"# Bridge closed\n{REPORT}", f"# Island cut off\n{REPORT}", days=["2025-03-04", "2025-03-03"])
    (kept,) = set_copies_aside([later, older])
    assert ("b", ["a"]) == (kept.id, [copy.id for copy in kept.copies])


def test_a_published_copy_stays_the_one_that_is_compared(story) -> None:
    later, older = story(REPORT, REPORT, days=["2025-03-04", "2025-03-03"])
    assert ["a"] == [kept.id for kept in set_copies_aside([later, older], first={"a"})]


def test_two_copies_that_an_editor_names_both_stay(story) -> None:
    assert ["a", "b"] == [kept.id for kept in set_copies_aside(story(REPORT, REPORT), first={"a", "b"})]


@pytest.mark.parametrize(
    "edited",
    [
        REPORT + " Read more in our Saturday edition.",
        REPORT.replace("The council of Ostermoor", "Ostermoor’s council"),
        REPORT.replace(" until the pier is mended", ""),
    ],
    ids=["a line more", "an opening in other words", "a clause less"],
)
def test_a_copy_may_be_edited_lightly(edited: str) -> None:
    assert [0, 0] == find_copies([REPORT, edited])


@pytest.mark.parametrize(
    ("was", "now"),
    [("ninety", "eighty"), ("was not hurt", "was hurt"), ("on Friday", "on Friday 7 March")],
    ids=["another number", "a denial gone", "a day added"],
)
def test_a_corrected_report_is_no_copy(was: str, now: str) -> None:
    assert [0, 1] == find_copies([REPORT, REPORT.replace(was, now)])


def test_texts_that_end_alike_are_no_copies() -> None:
    ending = "All rights reserved by the Ostermoor Mail and its partners, who thank you for reading this report today."
    texts = [" ".join(f"word{n}of{text}" for n in range(60)) + ending for text in range(50)]
    assert list(range(50)) == find_copies(texts)


def test_a_text_of_a_few_words_is_nobodys() -> None:
    assert [0, 1] == find_copies(["No comment."] * 2)


def test_of_a_thousand_versions_that_differ_in_a_number_twenty_are_told_apart() -> None:
    found = find_copies([f"{REPORT} This is page {number}." for number in range(1000)])
    assert [*range(copies.VERSIONS), *[0] * (1000 - copies.VERSIONS)] == found


def test_each_of_a_thousand_copies_is_compared_with_one_text(monkeypatch) -> None:
    compared = []
    monkeypatch.setattr(copies, "_share", lambda one, other: compared.append(one) or 1.0)
    assert [0] * 1000 == find_copies([REPORT] * 1000)
    assert 999 == len(compared)


def test_a_line_under_every_report_of_a_site_makes_few_comparisons(monkeypatch) -> None:
    compared = []
    monkeypatch.setattr(copies, "_share", lambda one, other: compared.append(one) or 0.0)
    find_copies([REPORT] * 1000)
    assert len(compared) <= 1000 * copies.SKETCH * copies.LOOKED_AT
