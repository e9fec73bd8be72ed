"""A story that grows over five days keeps its address, and its facts and differences keep their ids."""

from __future__ import annotations

from pathlib import Path

import pytest

from news_digest import record
from news_digest.language.words import compare_form
from news_digest.model import Cause, Digest, Fact
from news_digest.pipeline import build_digests

pytestmark = pytest.mark.slow

REPORTS = Path(__file__).parents[1] / "growing"
FIRST_DAY = ("tarrow-post", "lenn-courier")


class Newsroom:
    """A folder of reports and a folder of what was published; one day after another."""

    def __init__(self, root: Path) -> None:
        self.seeds, self.content = root / "seeds", root / "content"
        self.seeds.mkdir()
        self.content.mkdir()
        self.days: dict[str, str] = {}

    def receive(self, *names: str) -> None:
        for name in names:
            head, _, text = (REPORTS / f"{name}.txt").read_text(encoding="utf-8").partition("\n")
            (self.seeds / f"{name}.txt").write_text(text, encoding="utf-8")
            outlet, _, day = head.rpartition(", ")
            self.days[f"{name}.txt"] = f"{{outlet: {outlet}, published: {day}}}"
        (self.seeds / "sources.yml").write_text("".join(f"{file}: {said}\n" for file, said in self.days.items()))

    def change(self, name: str, old: str, new: str) -> None:
        path = self.seeds / f"{name}.txt"
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    def write(self, slug: str, fields: str) -> None:
        path = self.content / "stories" / f"{slug}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"---\n{fields}---\n", encoding="utf-8")

    def print(self) -> Digest:
        edition = build_digests(self.seeds, self.content)
        assert len(edition.digests) == 1, [digest.story.title.text for digest in edition.digests]
        return edition.digests[0]

    def publish(self) -> Digest:
        digest = self.print()
        assert record.main(["--seeds", str(self.seeds), "--content", str(self.content)]) == 0
        return digest


@pytest.fixture
def newsroom(tmp_path: Path) -> Newsroom:
    return Newsroom(tmp_path)


def told(digest: Digest, *words: str) -> str:
    """The id of the fact that says this: most of its passages hold all of these words, and little besides."""

    def fit(fact: Fact) -> tuple[int, int]:
        texts = [compare_form(digest.story.words(passage)) for passage in fact.support]
        hits = [text for text in texts if all(compare_form(word) in text for word in words)]
        return len(hits), -sum(map(len, hits))

    best = max(digest.facts, key=fit)
    assert fit(best)[0] > 1, words
    return best.id


@pytest.mark.slow
def test_a_story_keeps_its_ids_and_address_over_five_days(newsroom: Newsroom) -> None:
    newsroom.receive(*FIRST_DAY)
    first = newsroom.publish()
    crossing, crack, traffic = told(first, "forty"), told(first, "gunshot"), told(first, "6,000")

    newsroom.receive("varona-radio")
    second = newsroom.publish()
    assert crossing == told(second, "forty")

    newsroom.receive("harbour-gazette")  # older than every report that was there
    third = newsroom.publish()
    assert "harbour-gazette" == third.story.articles[0].id
    hangers = told(third, "inspectors", "asked", "replace the hangers")

    newsroom.receive("northern-mail")
    newsroom.change("tarrow-post", "About forty people were crossing", "About forty people were walking across it")
    fourth = newsroom.publish()
    assert hangers == told(fourth, "inspectors", "asked", "replace the hangers")

    newsroom.receive("evening-star")
    fifth = newsroom.publish()
    for digest in (second, third, fourth, fifth):
        assert (first.story.id, first.story.slug) == (digest.story.id, digest.story.slug)
        assert crossing == told(digest, "forty")
        assert crack == told(digest, "gunshot")
        assert traffic == told(digest, "6,000")
    assert hangers == told(fifth, "inspectors", "asked", "replace the hangers")


@pytest.mark.slow
def test_no_id_is_given_to_another_line(newsroom: Newsroom) -> None:
    newsroom.receive(*FIRST_DAY)
    first = newsroom.publish()
    newsroom.receive("varona-radio", "harbour-gazette", "northern-mail", "evening-star")
    last = newsroom.print()
    was = {fact.id: {first.story.words(passage) for passage in fact.support} for fact in first.facts}
    for fact in last.facts:
        if fact.id in was:
            assert was[fact.id] & {last.story.words(passage) for passage in fact.support}
    ids = [line.id for line in (*last.facts, *last.differences)]
    assert len(ids) == len(set(ids))


def test_a_number_that_its_sources_change_is_told_as_a_correction(newsroom: Newsroom) -> None:
    newsroom.receive(*FIRST_DAY)
    crossing = told(newsroom.publish(), "forty")
    newsroom.change("tarrow-post", "About forty", "About sixty")
    newsroom.change("lenn-courier", "about forty", "about sixty")
    corrected = newsroom.print()
    correction = next(one for one in corrected.corrections if one.about == crossing)
    assert crossing == told(corrected, "sixty")
    assert "forty" in correction.said.text
    assert correction.said.passage is None
    assert correction.says is not None
    assert "sixty" in correction.says.text
    assert (Cause.SOURCE, None) == (correction.cause, correction.day)
    assert "Lenn Courier" in correction.why


def test_what_one_source_changes_on_its_side_of_a_difference_is_told(newsroom: Newsroom) -> None:
    newsroom.receive(*FIRST_DAY, "northern-mail", "evening-star")
    newsroom.publish()
    newsroom.change("evening-star", "13 July", "20 July")
    said = [(one.said.text, one.says.text if one.says else "") for one in newsroom.print().corrections]
    assert [("13 July" in was, "20 July" in now) for was, now in said] == [(True, True)]


def test_a_correction_stays_when_the_page_is_published_again(newsroom: Newsroom) -> None:
    newsroom.receive(*FIRST_DAY)
    digest = newsroom.publish()
    crack = told(digest, "gunshot")
    newsroom.write(digest.story.slug, f"wrong:\n  {crack}: 2025-05-07 The witness was elsewhere.\n")
    newsroom.publish()
    again = newsroom.publish()
    assert [crack] == [one.about for one in again.corrections]
    assert ("2025-05-07", "The witness was elsewhere.") == (again.corrections[0].day, again.corrections[0].why)
    assert again.corrections[0].says is None


def test_what_an_added_report_confirms_is_no_correction(newsroom: Newsroom) -> None:
    newsroom.receive(*FIRST_DAY)
    newsroom.publish()
    assert () == newsroom.print().corrections


def test_a_renamed_story_leads_on_from_its_old_address(newsroom: Newsroom) -> None:
    newsroom.receive(*FIRST_DAY)
    old = newsroom.publish().story.slug
    newsroom.write(old, "slug: lenn-bridge\n")
    newsroom.publish()
    renamed = newsroom.publish().story
    assert ("lenn-bridge", (old,)) == (renamed.slug, renamed.former)


def test_the_address_of_a_story_whose_reports_are_gone_is_known(newsroom: Newsroom) -> None:
    newsroom.receive(*FIRST_DAY)
    slug = newsroom.publish().story.slug
    assert () == build_digests(newsroom.seeds, newsroom.content).withdrawn
    (newsroom.seeds / f"{FIRST_DAY[0]}.txt").unlink()
    assert (slug,) == build_digests(newsroom.seeds, newsroom.content).withdrawn


@pytest.mark.slow
def test_the_second_half_of_a_parted_fact_can_be_named(newsroom: Newsroom) -> None:
    newsroom.receive(*FIRST_DAY, "varona-radio", "northern-mail")
    digest = newsroom.print()
    known = {fact.id for fact in digest.facts}
    whole = max(digest.facts, key=lambda fact: len({passage.article for passage in fact.support}))
    half = sorted({passage.article for passage in whole.support})[:2]
    parted = f"two:\n  {whole.id}: [{', '.join(half)}]\n"
    newsroom.write(digest.story.slug, parted)
    (second,) = (fact.id for fact in newsroom.print().facts if fact.id not in known)
    newsroom.write(digest.story.slug, f"{parted}pin: [{second}]\n")
    edition = build_digests(newsroom.seeds, newsroom.content)
    assert ((), second) == (edition.editors, edition.digests[0].facts[0].id)


def test_a_story_whose_articles_an_editor_took_away_is_told_and_no_mistake(newsroom: Newsroom) -> None:
    newsroom.receive(*FIRST_DAY)
    newsroom.write(newsroom.print().story.slug, f"exclude: [{FIRST_DAY[0]}]\n")
    (told,) = build_digests(newsroom.seeds, newsroom.content).editors
    assert (False, True) == (told.fatal, "no longer there" in told.problem)


def test_a_file_that_names_an_unknown_story_is_refused_whatever_it_is_called(newsroom: Newsroom) -> None:
    newsroom.receive(*FIRST_DAY)
    newsroom.write(newsroom.print().story.slug, "story: 0000000000\ntitle: The bridge\n")
    (told,) = build_digests(newsroom.seeds, newsroom.content).editors
    assert (True, "no story is called 0000000000") == (told.fatal, told.problem)


def test_an_edit_outlives_the_report_that_gave_the_story_its_name(newsroom: Newsroom) -> None:
    newsroom.receive(*FIRST_DAY)
    old = newsroom.publish().story.slug
    newsroom.write(old, "title: The bridge at Tarrowmouth\n")
    newsroom.receive("harbour-gazette")
    grown = newsroom.print().story
    assert "The bridge at Tarrowmouth" == grown.title.text
    assert old == grown.slug
