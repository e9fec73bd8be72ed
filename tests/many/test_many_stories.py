"""Hundreds of reports become stories: one event on one page, look-alike events apart, reprints shown once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

import pytest

from news_digest.doors import read_seeds
from news_digest.model import Article
from news_digest.pipeline import build_digests, group_reports, originals

from .invent import invent, invent_twins, write

pytestmark = [pytest.mark.slow]


def event_of(article: str) -> str:
    return article.partition("-")[2]


def read(folder: Path) -> tuple[Article, ...]:
    return originals(read_seeds(folder).articles)


def groups(articles: tuple[Article, ...]) -> set[frozenset[str]]:
    return {frozenset(group.articles) for group in group_reports(articles)}


def by_event(articles: Iterable[Article]) -> set[frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for article in articles:
        found[event_of(article.id)].add(article.id)
    return set(map(frozenset, found.values()))


@pytest.mark.parametrize("seed", range(1, 4))
def test_two_events_of_a_kind_on_the_same_days_are_two_stories_each_whole(tmp_path: Path, seed: int) -> None:
    write(tmp_path, invent_twins(seed))
    articles = read(tmp_path)
    assert by_event(articles) == groups(articles)


@pytest.fixture(scope="module")
def day(tmp_path_factory) -> tuple[Article, ...]:
    folder = tmp_path_factory.mktemp("day")
    write(folder, invent(300))
    return read(folder)


def test_no_event_of_a_crowded_day_is_torn_apart(day) -> None:
    found = groups(day)
    assert all(any(event <= group for group in found) for event in by_event(day))


def test_most_reports_stand_with_their_own_event_alone_though_twenty_others_are_told_in_the_same_phrases(day) -> None:
    shares = []
    for group in groups(day):
        told = Counter(map(event_of, group))
        shares += [told[event_of(article)] / len(group) for article in group]
    assert sum(shares) / len(shares) >= 0.8


def test_each_reprint_is_shown_with_the_report_that_it_repeats(day) -> None:
    invented = invent(300)
    copies = {copy.id: article.id for article in day for copy in article.copies}
    assert sum(report.is_copy for report in invented) <= len(copies)
    assert all(event_of(copy) == event_of(original) for copy, original in copies.items())


@pytest.mark.slow
def test_a_story_keeps_its_address_while_reports_of_later_days_join(tmp_path: Path) -> None:
    twins = sorted(invent_twins(), key=lambda report: report.day)
    write(tmp_path, twins[:30])
    before = {digest.story.id: digest.story for digest in build_digests(tmp_path).digests}
    write(tmp_path, twins)
    after = {digest.story.id: digest.story for digest in build_digests(tmp_path).digests}
    assert before
    for name, story in before.items():
        assert story.slug == after[name].slug
        assert set(story.by_id) <= set(after[name].by_id)
