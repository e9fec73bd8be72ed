"""A source's page: what it alone says and what it shares, in its own order."""

from dataclasses import replace

import pytest

from news_digest.model import Only, Passage
from news_digest.pages import source_page_views
from news_digest.pages.nested import nests
from news_digest.pages.passages import Printer
from news_digest.reproduce import Allowance
from news_digest.strings import Strings


@pytest.fixture
def post(digest):
    return source_page_views(digest, Allowance(digest, 1), Strings("en"))[1]


def test_passages_stand_in_the_reports_own_order(post):
    starts = [entry.nested.passage.start for entry in post.entries]
    assert starts == sorted(starts)


def test_a_passage_says_what_the_digest_uses_it_for(post):
    bang = next(entry for entry in post.entries if entry.passage.text.startswith("There was a bang"))
    assert [(use.id, use.label) for use in bang.uses] == [("fbang", "fact 2"), ("dbang", "in other words")]
    assert bang.is_shared


def test_what_a_source_alone_says_is_told_from_what_it_shares(digest):
    gazette = source_page_views(digest, Allowance(digest, 1), Strings("en"))[0]
    (alone,) = (entry for entry in gazette.entries if any(use.kind == "only" for use in entry.uses))
    assert alone.passage.text == "The bridge was built in 1931."
    assert not alone.is_shared


def test_the_whole_report_marks_what_it_shares(post):
    marked = [piece.text for block in post.text for piece in block.passage.pieces if piece.mark == "shared"]
    assert "There was a bang, then all the lamps went dark" in marked
    assert not any("said Mara Linde" in words for words in marked)


def test_a_site_that_may_print_little_has_no_whole_report(digest):
    pages = source_page_views(digest, Allowance(digest, 0.3), Strings("en"))
    assert all(len(page.text) < 3 for page in pages)


def test_a_passage_inside_another_stands_inside_it_with_an_anchor_of_its_own(digest):
    whole = digest.facts[0].lead
    inside = Passage(whole.article, whole.end - len("on Monday"), whole.end)
    only = Only(whole.article, (inside,))
    told = replace(digest, only_in=(only,))
    (entry, *_) = source_page_views(told, Allowance(told, 1), Strings("en"))[0].entries
    *_, before, inner = entry.nested.parts
    assert (before[-10:], inner.parts) == (" at Oster ", ("on Monday",))
    assert inner.at == f"p{inside.start}-{inside.end}"
    assert "only here" in [use.label for use in entry.uses]


def test_passages_that_overlap_stand_apart(digest):
    lead = digest.facts[0].lead
    passages = [
        lead,
        Passage(lead.article, lead.start + 30, lead.end + 3),
        Passage(lead.article, lead.start, lead.start + 5),
    ]
    printer = Printer(digest.story.articles, None, "en")
    assert [len(list(nest.members())) for nest in nests(passages, printer)] == [2, 1]


def test_nothing_stands_inside_words_that_are_withheld(digest):
    allowance = Allowance(digest, 0.3)
    printer = Printer(digest.story.articles, allowance, "en")
    withheld = next(p for fact in digest.facts for p in fact.support if not allowance.grants(p))
    inner = Passage(withheld.article, withheld.start, withheld.end - 1)
    assert len(nests([withheld, inner], printer)) == 2
