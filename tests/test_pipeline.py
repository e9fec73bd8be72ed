"""The whole line from a folder of reports to digests: every line points, and the same reports give the same digest."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from news_digest import pipeline
from news_digest.model import Article, Block, BlockKind, Dated, Digest, Evidence, Group, Outlet, Passage
from news_digest.pipeline import build_digests, name_stories

STORIES = Path(__file__).parent / "stories"
FOLDERS = sorted(key.parent for key in STORIES.glob("*/key.yml"))
ONE_AT_A_COMMIT = "storm"  # the others take seconds each
EXPORT = (
    "import sys; from pathlib import Path\n"
    "from news_digest.export import story_json, to_json\n"
    "from news_digest.pipeline import build_digests\n"
    "from news_digest.reproduce import Allowance\n"
    "for digest in build_digests(Path(sys.argv[1])).digests:\n"
    "    print(to_json(story_json(digest, Allowance(digest, 1))))\n"
)


def article(name: str, title: str, day: str) -> Article:
    blocks = (Block(BlockKind.HEADLINE, Passage(name, 0, len(title))),)
    published = Dated(day, Evidence.EDITOR)
    return Article(name, f"{name}.txt", "", title, Outlet(name, known=True), blocks, published)


def named(*groups: tuple[Article, ...]):
    by_id = {article.id: article for group in groups for article in group}
    return name_stories([Group(tuple(article.id for article in group)) for group in groups], by_id)


def test_a_story_is_named_after_its_first_report_in_whatever_order_they_came() -> None:
    first, later = article("b", "Dam bursts", "2025-03-02"), article("a", "Toll rises", "2025-03-03")
    stories = [*named((first, later)), *named((later, first))]
    assert ["dam-bursts"] * 2 == [story.slug for story in stories]
    assert 1 == len({story.id for story in stories})


def test_a_report_that_joins_later_changes_neither_id_nor_address() -> None:
    first, later = article("b", "Dam bursts", "2025-03-02"), article("a", "Toll rises", "2025-03-03")
    (before,), (after,) = named((first,)), named((first, later))
    assert (before.id, before.slug) == (after.id, after.slug)


def test_two_stories_of_one_headline_have_two_addresses() -> None:
    one, other = article("a", "Dam bursts", "2025-03-02"), article("b", "Dam bursts", "2025-06-09")
    first, second = named((one,), (other,))
    assert "dam-bursts" == first.slug
    assert f"dam-bursts-{second.id}" == second.slug


def param(folder: Path) -> object:
    return pytest.param(folder, id=folder.name, marks=[pytest.mark.slow] if folder.name != ONE_AT_A_COMMIT else [])


@pytest.fixture(scope="module", params=map(param, FOLDERS))
def invented(request) -> tuple[Digest, ...]:
    return build_digests(request.param).digests


def test_every_passage_shown_lies_in_its_report(invented) -> None:
    for digest in invented:
        sides = [side for difference in digest.differences for side in difference.sides]
        shown = [passage for fact in digest.facts for passage in (fact.lead, *fact.support, *fact.unsupported)]
        shown += [passage for side in sides for passage in (*side.passages, *side.marks)]
        shown += [passage for only in digest.only_in for passage in only.passages]
        shown += [passage for moment in digest.timeline for passage in moment.passages]
        assert all(digest.story.words(passage).strip() for passage in shown)


def test_the_words_marked_in_a_difference_lie_in_its_passages(invented) -> None:
    for side in (side for digest in invented for difference in digest.differences for side in difference.sides):
        assert all(any(passage.contains(mark) for passage in side.passages) for mark in side.marks)


def test_a_fact_is_told_by_two_reports_and_led_by_one_of_its_passages(invented) -> None:
    for fact in (fact for digest in invented for fact in digest.facts):
        assert fact.lead in fact.support
        assert len({passage.article for passage in fact.support}) > 1


def test_no_id_is_given_twice(invented) -> None:
    for digest in invented:
        ids = [thing.id for thing in (*digest.facts, *digest.differences)]
        assert len(set(ids)) == len(ids)


def test_no_passage_leads_two_facts(invented) -> None:
    for digest in invented:
        leads = [fact.lead for fact in digest.facts]
        assert len(set(leads)) == len(leads)


def exported(folder: Path, seed: str) -> str:
    package = Path(__file__).parents[1] / "plugins"
    env = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(package)}
    command = [sys.executable, "-c", EXPORT, str(folder)]
    return subprocess.run(command, env=env, check=True, capture_output=True, text=True).stdout


@pytest.mark.slow
def test_the_same_reports_give_the_same_bytes_under_any_hash_seed(tmp_path) -> None:
    folder = tmp_path / "storm"
    shutil.copytree(STORIES / "storm", folder, ignore=shutil.ignore_patterns("key.yml"))
    first, second = exported(folder, "1"), exported(folder, "2")
    assert first.strip()
    assert first == second


def test_a_story_that_cannot_be_compared_is_listed_and_told_and_stops_no_other(tmp_path, monkeypatch) -> None:
    for name in ("storm", "ruling"):
        shutil.copytree(STORIES / name, tmp_path / name, ignore=shutil.ignore_patterns("key.yml", "sources.yml"))
    compare = pipeline.compare

    def fail_on_storms(alignments, articles, origins):
        if "storm" in articles[0].file:
            raise IndexError("tuple index out of range")
        return compare(alignments, articles, origins)

    monkeypatch.setattr(pipeline, "compare", fail_on_storms)
    edition = build_digests(tmp_path)
    broken = [digest for digest in edition.digests if "storm" in digest.story.articles[0].file]
    (fault,) = [refusal for refusal in edition.editors if "could not be compared" in refusal.problem]

    assert [((), ())] == [(digest.facts, digest.differences) for digest in broken]
    assert all(digest.facts for digest in edition.digests if digest not in broken)
    assert fault.fatal
    assert "/storm/" in fault.file
    assert "report it" in fault.remedy
