"""What other people's tools read: story.json, CSV and linked data."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest

from news_digest.export import differences_csv, facts_csv, linked_data, story_json, to_json
from news_digest.model import Passage, Quantity, Side, Written
from news_digest.pages.example import example_digest
from news_digest.reproduce import Allowance

SCHEMA = json.loads((Path(__file__).parents[1] / "plugins/news_digest/story.schema.json").read_text())


@pytest.fixture
def digest():
    return example_digest()


@pytest.mark.parametrize("share", [0, 0.5, 1])
def test_story_json_keeps_to_its_schema_whatever_may_be_reproduced(digest, share):
    jsonschema.validate(json.loads(to_json(story_json(digest, Allowance(digest, share)))), SCHEMA)


def passages_in(value):
    if isinstance(value, dict):
        if {"article", "start", "end", "text"} <= value.keys():
            yield value
        value = list(value.values())
    if isinstance(value, list):
        for inner in value:
            yield from passages_in(inner)


@pytest.mark.parametrize("share", [0, 0.5, 1])
def test_each_passage_holds_the_words_that_it_names(digest, share):
    found = list(passages_in(story_json(digest, Allowance(digest, share))))
    assert found
    for passage in found:
        assert digest.story.by_id[passage["article"]].text[passage["start"] : passage["end"]] == passage["text"]


def test_a_passage_that_may_not_be_reproduced_is_cut_to_its_first_word_and_says_where_it_ends(digest):
    lead = story_json(digest, Allowance(digest, 0))["facts"][0]["lead"]
    assert len(lead["text"].split()) == 1
    assert lead["until"] == digest.facts[0].lead.end


def test_the_same_digest_gives_the_same_bytes(digest):
    assert to_json(story_json(digest, Allowance(digest, 1))) == to_json(
        story_json(example_digest(), Allowance(digest, 1))
    )


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_the_table_of_facts_has_a_row_for_each_passage_with_its_words(digest):
    first = rows(facts_csv(digest, Allowance(digest, 1)))[0]
    lead = digest.facts[0].lead
    assert (first["role"], first["article"], first["text"]) == ("lead", lead.article, digest.story.words(lead))
    assert (int(first["start"]), int(first["end"])) == (lead.start, lead.end)


def test_the_table_of_differences_numbers_the_sides(digest):
    found = rows(differences_csv(digest, Allowance(digest, 1)))
    assert {row["side"] for row in found if row["difference"] == digest.differences[0].id} >= {"1", "2"}


@pytest.mark.parametrize("label", ["=HYPERLINK(1)", "+1", "-1", "@x", " =x", "\t=x"])
def test_no_cell_runs_as_a_formula(digest, label):
    sides = (Side((Passage("post", 0, 5),), label), Side((Passage("echo", 0, 4),), "x", Quantity(1, 2, "m", "about")))
    digest = replace(digest, differences=(replace(digest.differences[0], sides=sides),))
    found = rows(differences_csv(digest, Allowance(digest, 1)))
    assert [row["label"] for row in found] == [f"'{label}", "x"]
    assert found[1]["value"] == "about 1 2 m"


def test_linked_data_says_what_the_story_is_based_on(digest):
    linked = linked_data(digest, "https://news.example/stories/oster/", "2024-03-06", "en")
    assert [report["identifier"] for report in linked["isBasedOn"]] == [article.id for article in digest.story.articles]
    assert "publisher" not in linked["isBasedOn"][2], "a placeholder is no publisher"
    assert linked["datePublished"] == "2024-03-06"


def test_an_undated_story_has_no_date_in_linked_data(digest):
    assert "datePublished" not in linked_data(digest, "x", None, "en")


def test_a_title_by_an_editor_is_marked_as_one(digest):
    titled = replace(digest, story=replace(digest.story, title=Written("What happened at Oster")))
    assert story_json(titled, Allowance(titled, 1))["title"] == {"text": "What happened at Oster", "by": "editor"}
