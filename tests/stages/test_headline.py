"""The headline over a story is a source's own, the one that the other reports bear out most."""

from __future__ import annotations

from news_digest.stages.headline import choose_headline


def test_the_headline_that_the_others_bear_out_stands_over_the_story(story) -> None:
    articles = story(
        "# Our readers write in\nThe dam burst above Lenn.",
        "# Dam bursts above Lenn\nWater filled the valley.",
        "# Valley under water\nThe dam above Lenn burst on Sunday.",
    )
    assert "Dam bursts above Lenn" == choose_headline(articles).text


def test_a_headline_is_a_passage_of_its_report(story) -> None:
    articles = story("# Dam bursts above Lenn\nWater came.", "# Dam bursts\nWater filled the valley.")
    chosen = choose_headline(articles)
    by_id = {article.id: article for article in articles}
    assert chosen.passage
    assert chosen.text == by_id[chosen.passage.article].words(chosen.passage)


def test_of_two_alike_the_first_report_gives_the_headline(story) -> None:
    chosen = choose_headline(story("# Dam bursts\nWater came.", "# Dam bursts\nWater came."))
    assert chosen.passage
    assert "a" == chosen.passage.article


def test_a_story_without_headlines_is_named_after_its_first_file(story) -> None:
    chosen = choose_headline(story("Water came.", "Water went."))
    assert ("a.txt", None) == (chosen.text, chosen.passage)
