"""Articles about one running event are one story, also beside others on the same country or person."""

from __future__ import annotations

from pathlib import Path

from news_digest.doors import read_seeds
from news_digest.model import Article, Block, BlockKind, Outlet, Passage
from news_digest.stages.cluster import cluster, near_misses

ROOT = Path(__file__).parents[2]
BESIDE = ROOT / "tests/stories/beside/reports.txt"


def article(name: str, headline: str, body: str) -> Article:
    text = f"{headline}\n{body}"
    title = Block(BlockKind.HEADLINE, Passage(name, 0, len(headline)))
    paragraph = Block(BlockKind.PARAGRAPH, Passage(name, len(headline) + 1, len(text)))
    return Article(name, f"{name}.txt", "", text, Outlet(name, known=True), (title, paragraph))


def beside() -> list[Article]:
    """`== story/outlet`, headline, body: reports with the same word before the stroke are one story."""
    parts = BESIDE.read_text(encoding="utf-8").split("== ")[1:]
    return [article(*part.strip().split("\n", 2)) for part in parts]


def test_the_seeds_are_one_story_alone_and_beside_others_on_the_same_country_and_person() -> None:
    seeds = read_seeds(ROOT / "seeds").articles
    expected = {article.id for article in seeds}
    assert [expected] == [set(group.articles) for group in cluster(seeds)]
    assert expected in [set(group.articles) for group in cluster([*seeds, *beside()])]


def test_the_reports_beside_the_seeds_form_their_own_stories_or_stand_alone() -> None:
    reports = beside()
    expected: dict[str, set[str]] = {}
    for report in reports:
        expected.setdefault(report.id.split("/")[0], set()).add(report.id)
    seeds = read_seeds(ROOT / "seeds").articles
    groups = [set(group.articles) for group in cluster([*reports, *seeds])]
    assert sorted(map(sorted, expected.values())) == sorted(
        sorted(group) for group in groups if group < {r.id for r in reports}
    )


def test_a_story_says_what_holds_it_together_and_what_was_left_out() -> None:
    reports = beside()
    groups = cluster(reports)
    told = next(group for group in groups if len(group.articles) > 1)
    assert any(line.startswith("rare words shared: ") for line in told.why)
    assert all(miss.likeness < miss.needed for miss in near_misses(reports, groups))


def test_no_articles_are_no_stories() -> None:
    assert cluster([]) == ()
