"""Stories form within one language; what no word lists are there for is listed only."""

from __future__ import annotations

from news_digest.model import Article, Outlet
from news_digest.stages.languages import in_one_language, main_language, part_by_language


def report(name: str, language: str | None) -> Article:
    return Article(name, f"{name}.txt", "", "", Outlet("", False), (), language=language)


def names(articles: tuple[Article, ...]) -> list[str]:
    return [article.id for article in articles]


def test_reports_are_parted_by_language_and_regions_of_one_language_stay_together() -> None:
    parts, listed = part_by_language([report("a", "de"), report("b", "en-GB"), report("c", "de-AT"), report("d", "pt")])
    assert [("en", ["b"]), ("de", ["a", "c"])] == [(language, names(part)) for language, part in parts]
    assert ["d"] == names(listed)


def test_a_report_of_unknown_language_is_read_in_that_of_most_others() -> None:
    parts, _ = part_by_language([report("a", "fr"), report("b", None), report("c", "fr"), report("d", "en")])
    assert {"en": ["d"], "fr": ["a", "b", "c"]} == {language: names(part) for language, part in parts}


def test_where_no_language_is_known_english_is_read() -> None:
    assert main_language([report("a", None), report("b", "ja")]) == "en"


def test_of_a_story_that_an_editor_joined_across_languages_the_commoner_one_is_compared() -> None:
    language, compared = in_one_language([report("a", "es"), report("b", "en"), report("c", "es")])
    assert (language, names(compared)) == ("es", ["a", "c"])
