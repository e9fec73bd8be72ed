"""Reports in several languages: each language has its own stories; what is not read is listed, and nothing breaks."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from news_digest.doors import read_seeds
from news_digest.model import Story, Written
from news_digest.pages import story_view
from news_digest.pipeline import build_digests, digest_story
from news_digest.reproduce import Allowance
from news_digest.strings import Strings

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "scripts"))

from judging.key import read_key  # noqa: E402
from judging.produced import from_digest, joined  # noqa: E402
from judging.report import judge  # noqa: E402

STORIES = HERE / "stories"
LANGUAGE_OF = {"brand": "de", "deraillement": "fr", "derrumbe": "es", "storm": "en"}
# One fact in eighteen that is right in part alone is a precision of 0.94.
FLOORS = {"fact_precision": 0.94, "fact_recall": 0.75, "difference_precision": 0.9, "difference_recall": 0.8}
NOT_READ = ("ar", "pt", "ru", "zh")


@pytest.fixture
def mixed(tmp_path: Path) -> Path:
    """The stories of four languages and one report each of four others, in one folder."""
    for name in LANGUAGE_OF:
        shutil.copytree(STORIES / name, tmp_path / name, ignore=shutil.ignore_patterns("*.yml"))
    add_unread(tmp_path)
    return tmp_path


def add_unread(folder: Path) -> None:
    for language in NOT_READ:
        text = (HERE / "passages" / f"{language}.txt").read_text(encoding="utf-8")
        (folder / f"{language}.txt").write_text(f"Sellwick\n\n{text}", encoding="utf-8")


@pytest.mark.slow
@pytest.mark.parametrize("name", ["brand", "deraillement", "derrumbe"])
def test_a_story_that_is_not_english_is_held_to_its_key(name: str) -> None:
    folder = STORIES / name
    produced = joined([from_digest(digest) for digest in build_digests(folder).digests], 0.0)
    figures = judge(name, read_key(folder / "key.yml", folder), produced).figures
    assert figures["one_story"] == 1
    assert figures["origin_precision"] == figures["origin_recall"] == 1
    assert figures["forbidden_conflicts"] == 0
    assert {key: floor for key, floor in FLOORS.items() if figures[key] < floor} == {}


@pytest.mark.slow
def test_in_a_mixed_folder_stories_form_within_a_language_only(mixed: Path) -> None:
    stories = [
        {(article.file.partition("/")[0], article.language) for article in digest.story.articles}
        for digest in build_digests(mixed).digests
    ]
    assert sorted(stories) == sorted({(name, language)} for name, language in LANGUAGE_OF.items())


@pytest.mark.slow
def test_a_story_is_told_alike_alone_and_in_a_folder_of_many_languages(mixed: Path, tmp_path_factory) -> None:
    alone = tmp_path_factory.mktemp("alone")
    shutil.copytree(mixed / "brand", alone / "brand")
    (told,) = build_digests(alone).digests
    among = next(digest for digest in build_digests(mixed).digests if digest.story.id == told.story.id)
    assert [fact.lead for fact in told.facts] == [fact.lead for fact in among.facts]
    assert told.differences == among.differences


def test_reports_in_languages_that_are_not_read_make_no_story(tmp_path: Path) -> None:
    add_unread(tmp_path)
    words = (tmp_path / "pt.txt").read_text(encoding="utf-8")
    (tmp_path / "pt-2.txt").write_text(words.replace("Sellwick", "Tarrow"), encoding="utf-8")
    edition = build_digests(tmp_path)
    assert edition.digests == ()
    assert [article.language for article in edition.alone] == ["ar", "pt", "pt", "ru", "zh"]


def joined_by_hand(*folders: Path) -> Story:
    """A story as an editor may join it, of all reports of the folders."""
    articles = [article for folder in folders for article in read_seeds(folder).articles]
    return Story("joined", "joined", Written("Joined"), tuple(articles))


@pytest.mark.slow
def test_of_a_story_joined_across_languages_only_the_commoner_one_is_compared(tmp_path: Path) -> None:
    add_unread(tmp_path)
    digest = digest_story(joined_by_hand(STORIES / "derrumbe", tmp_path))
    compared = {passage.article for fact in digest.facts for passage in fact.support}
    assert compared == {"el-faro-de-luzara", "noticias-al-paso", "canal-sierra"}
    assert {only.article for only in digest.only_in} <= compared
    assert len(digest.story.articles) == len(compared) + len(NOT_READ)


def test_a_story_joined_of_reports_that_are_not_read_has_a_page_without_facts(tmp_path: Path) -> None:
    add_unread(tmp_path)
    digest = digest_story(joined_by_hand(tmp_path))
    assert (digest.facts, digest.differences, digest.only_in) == ((), (), ())
    view = story_view(digest, Allowance(digest, 1), Strings("en"))
    assert len(view.sources) == len(NOT_READ)


@pytest.mark.slow
def test_words_that_sources_share_are_shaded_by_the_forms_of_their_language() -> None:
    (digest,) = build_digests(STORIES / "deraillement").digests
    view = story_view(digest, Allowance(digest, 1), Strings("en"))
    shaded = {piece.text for fact in view.facts for one in fact.support for piece in one.passage.pieces if piece.mark}
    assert any("accident" in words and "L’" not in words for words in shaded), "l’accident is two words"
