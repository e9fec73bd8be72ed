"""Articles about one running event are one story, also beside others on the same country or person."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from news_digest.doors import read_seeds
from news_digest.model import Article, Block, BlockKind, Dated, Evidence, Outlet, Passage
from news_digest.stages.cluster import cluster, near_misses

ROOT = Path(__file__).parents[2]
BESIDE = ROOT / "tests/stories/beside/reports.txt"
QUARREL = ROOT / "tests/stories/beside/quarrel.txt"
AS_TOLD = 26  # days between the last report of the first act and the first of the second


def article(name: str, headline: str, body: str) -> Article:
    text = f"{headline}\n{body}"
    title = Block(BlockKind.HEADLINE, Passage(name, 0, len(headline)))
    paragraph = Block(BlockKind.PARAGRAPH, Passage(name, len(headline) + 1, len(text)))
    return Article(name, f"{name}.txt", "", text, Outlet(name, known=True), (title, paragraph))


def beside() -> list[Article]:
    """`== story/outlet`, headline, body: reports with the same word before the stroke are one story."""
    parts = BESIDE.read_text(encoding="utf-8").split("== ")[1:]
    return [article(*part.strip().split("\n", 2)) for part in parts]


def quarrel(days_between: int) -> list[Article]:
    """Two acts of one quarrel, three reports each: `== act/outlet`, date, headline, body."""
    found: list[Article] = []
    for part in QUARREL.read_text(encoding="utf-8").split("== ")[1:]:
        name, told, headline, body = part.strip().split("\n", 3)
        moved = days_between - AS_TOLD if name.startswith("emergency/") else 0
        day = date.fromisoformat(told) + timedelta(moved)
        found.append(replace(article(name, headline, body), published=Dated(day.isoformat(), Evidence.METADATA)))
    return found


def acts(articles: list[Article]) -> list[set[str]]:
    return [{name.split("/")[0] for name in group.articles} for group in cluster(articles)]


def test_the_seeds_are_one_story_alone_and_beside_others_on_the_same_country_and_person(example: Path) -> None:
    seeds = read_seeds(example).articles
    expected = {article.id for article in seeds}
    assert [expected] == [set(group.articles) for group in cluster(seeds)]
    assert expected in [set(group.articles) for group in cluster([*seeds, *beside()])]


def test_the_reports_beside_the_seeds_form_their_own_stories_or_stand_alone(example: Path) -> None:
    reports = beside()
    expected: dict[str, set[str]] = {}
    for report in reports:
        expected.setdefault(report.id.split("/")[0], set()).add(report.id)
    seeds = read_seeds(example).articles
    groups = [set(group.articles) for group in cluster([*reports, *seeds])]
    assert sorted(map(sorted, expected.values())) == sorted(
        sorted(group) for group in groups if group < {r.id for r in reports}
    )


def test_the_next_act_of_a_quarrel_is_a_story_of_its_own_when_it_follows_after_weeks() -> None:
    assert [{"offer"}, {"emergency"}] == acts(quarrel(days_between=AS_TOLD))


def test_the_next_act_of_a_quarrel_is_the_same_story_when_reports_went_on_in_between() -> None:
    assert [{"offer", "emergency"}] == acts(quarrel(days_between=2))


def test_a_story_says_what_holds_it_together_and_what_was_left_out() -> None:
    reports = beside()
    groups = cluster(reports)
    told = next(group for group in groups if len(group.articles) > 1)
    assert any(line.startswith("rare words shared: ") for line in told.why)
    assert all(miss.likeness < miss.needed for miss in near_misses(reports, groups))


def test_no_articles_are_no_stories() -> None:
    assert cluster([]) == ()
