"""What an editor decides on facts and differences stands on the page, and no other line is touched."""

from __future__ import annotations

from dataclasses import replace

from news_digest.hand.check import check_names
from news_digest.hand.corrections import correct
from news_digest.hand.fields import Names
from news_digest.hand.lines import edit_digest
from news_digest.hand.origins import declare_origins
from news_digest.hand.register import state_of
from news_digest.model import Cause, Digest, Note, Status

from .conftest import Write

ONE, TWO, THREE, TOLL = "f1111111111", "f2222222222", "f3333333333", "d1111111111"


def ids(digest: Digest) -> list[str]:
    return [fact.id for fact in digest.facts]


def test_pinned_facts_come_first_in_the_order_of_their_names(digest: Digest, write: Write) -> None:
    edited = edit_digest(digest, write(f"pin: [{THREE}, {TWO}]\n"))
    assert [THREE, TWO, ONE] == ids(edited)
    assert (THREE, TWO) == edited.pinned


def test_reordered_facts_change_places_among_themselves(digest: Digest, write: Write) -> None:
    assert [THREE, TWO, ONE] == ids(edit_digest(digest, write(f"order: [{THREE}, {ONE}]\n")))


def test_a_hidden_fact_takes_its_differences_along(digest: Digest, write: Write) -> None:
    edited = edit_digest(digest, write(f"hide: [{TWO}]\n"))
    assert ([ONE, THREE], (), (TWO,)) == (ids(edited), edited.differences, edited.hidden)


def test_a_fact_is_no_longer_disputed_when_the_editor_withdraws_the_conflict(digest: Digest, write: Write) -> None:
    edited = edit_digest(digest, write(f"wrong:\n  {TOLL}: 2021-12-23 Both counted the crew.\n"))
    assert (Status.AGREED, ()) == (edited.facts[1].status, edited.facts[1].differences)


def test_two_facts_that_are_one_have_the_passages_of_both(digest: Digest, write: Write) -> None:
    whole = edit_digest(digest, write(f"same:\n  - [{ONE}, {TWO}]\n"))
    assert [ONE, THREE] == ids(whole)
    assert {*digest.facts[0].support, *digest.facts[1].support} == set(whole.facts[0].support)
    assert (Status.DISPUTED, ONE) == (whole.facts[0].status, whole.differences[0].fact)


def test_one_fact_that_is_two_loses_what_a_single_article_tells(digest: Digest, write: Write) -> None:
    parted = edit_digest(digest, write(f"two:\n  {ONE}: [mail]\n"))
    assert ["gazette", "herald"] == [passage.article for passage in parted.facts[0].support]
    assert ["mail"] == [only.article for only in parted.only_in]
    assert 2 == parted.facts[0].origins


def test_a_note_is_the_editors_and_stands_by_its_line(digest: Digest, write: Write) -> None:
    edited = edit_digest(digest, write(f"notes:\n  {TOLL}: We asked the port.\ntitle: The ferry\ntopic: Sea\n"))
    assert (Note(TOLL, "We asked the port."),) == edited.remarks
    assert ("The ferry", None, "Sea") == (edited.story.title.text, edited.story.title.passage, edited.story.topic)


def test_the_editor_says_which_articles_have_one_origin_and_which_have_two(digest: Digest) -> None:
    one = declare_origins(digest.origins, digest.story.articles, (("gazette", "herald"),), ())
    assert [("gazette", "herald"), ("mail",)] == [origin.articles for origin in one]
    two = declare_origins(one, digest.story.articles, (), (("gazette", "herald"),))
    assert [("gazette",), ("herald",), ("mail",)] == [origin.articles for origin in two]
    assert all("the editor counts" in origin.why and "one origin" not in origin.why for origin in two[:2])


def test_a_misspelt_id_is_refused_with_the_nearest(digest: Digest, write: Write) -> None:
    hand = write("hide: [f1111111112]\n")
    (refusal,) = check_names(hand, (Names.LINE,), dict.fromkeys([ONE, TWO], ""), {})
    assert refusal.fatal
    assert f"did you mean {ONE}?" in refusal.remedy
    assert refusal.file.endswith(":2")


def test_what_has_gone_is_reported_by_its_words_and_kept(digest: Digest, write: Write) -> None:
    hand = write(f"hide: [{THREE}]\n# {THREE} The captain was found.\n")
    (refusal,) = check_names(hand, (Names.LINE,), {ONE: ""}, {})
    assert not refusal.fatal
    assert "The captain was found." in refusal.problem
    assert "kept" in refusal.remedy


def test_a_withdrawn_fact_is_told_once_with_the_editors_day_and_reason(digest: Digest, write: Write) -> None:
    hand = write(f"wrong:\n  {TWO}: 2021-12-23 The port corrected the count.\n")
    (told,) = correct(edit_digest(digest, hand), state_of(digest), hand).corrections
    assert (TWO, "Nine people died.", None) == (told.about, told.said.text, told.says)
    assert (Cause.EDITOR, "2021-12-23", "The port corrected the count.") == (told.cause, told.day, told.why)


def test_pins_and_notes_correct_nothing(digest: Digest, write: Write) -> None:
    hand = write(f"pin: [{TWO}]\nnotes:\n  {TWO}: Seen.\n")
    assert () == correct(edit_digest(digest, hand), state_of(digest), hand).corrections


def changed(digest: Digest, name: str, old: str, new: str) -> Digest:
    """The digest with one report rewritten in its place, word for word of the same length."""
    articles = [
        replace(one, text=one.text.replace(old, new)) if one.id == name else one for one in digest.story.articles
    ]
    return replace(digest, story=replace(digest.story, articles=tuple(articles)))


def test_a_conflict_that_a_source_ended_is_told_by_the_words_that_it_changed(digest: Digest, write: Write) -> None:
    before = changed(digest, "mail", "Nine", "Five")
    now = replace(digest, differences=())
    (told,) = correct(now, state_of(before), write("")).corrections
    assert ("Five people died.", "Nine people died.") == (told.said.text, told.says and told.says.text)
    assert (Cause.SOURCE, "Mail") == (told.cause, told.why)


def test_a_number_that_one_of_two_sources_changed_is_told_by_its_old_and_new_words(
    digest: Digest, write: Write
) -> None:
    agreed = replace(digest, facts=(replace(digest.facts[1], status=Status.AGREED, differences=()),), differences=())
    now = changed(replace(digest, facts=digest.facts[1:2]), "mail", "Nine", "Five")
    (told,) = correct(now, state_of(agreed), write("")).corrections
    assert ("Nine people died.", "Five people died.") == (told.said.text, told.says and told.says.text)
    assert ("agreed", "disputed") == (told.stood, told.stands)


def test_a_source_whose_file_changed_but_not_its_text_is_not_blamed(digest: Digest, write: Write) -> None:
    moved = tuple(replace(one, sha256="another item of its feed changed") for one in digest.story.articles)
    now = replace(digest, story=replace(digest.story, articles=moved), facts=digest.facts[1:])
    (told,) = correct(now, state_of(digest), write("")).corrections
    assert (Cause.READING, "") == (told.cause, told.why)
