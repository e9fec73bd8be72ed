"""A passage points at words that are there, or it is refused."""

from __future__ import annotations

import pytest

from news_digest.model import Article, Block, BlockKind, Outlet, Passage, PassageError

TEXT = "Dam bursts\nWater came."


def article() -> Article:
    kinds = (BlockKind.HEADLINE, BlockKind.PARAGRAPH, BlockKind.FURNITURE)
    spans = ((0, 10), (11, 16), (17, 22))
    blocks = tuple(Block(kind, Passage("a", *span)) for kind, span in zip(kinds, spans, strict=True))
    return Article("a", "a.txt", "", TEXT, Outlet("The A", known=True), blocks)


@pytest.mark.parametrize(("start", "end"), [(-1, 4), (4, 4), (5, 4)])
def test_a_passage_with_wrong_bounds_is_refused(start: int, end: int) -> None:
    with pytest.raises(PassageError, match="no passage"):
        Passage("a", start, end)


@pytest.mark.parametrize("passage", [Passage("b", 0, 3), Passage("a", 0, len(TEXT) + 1)])
def test_words_of_another_report_or_past_the_end_are_refused(passage: Passage) -> None:
    with pytest.raises(PassageError, match="is not in article a"):
        article().words(passage)


def test_a_passage_is_half_open() -> None:
    assert "Dam" == article().words(Passage("a", 0, 3))
    assert not Passage("a", 0, 3).overlaps(Passage("a", 3, 6))


def test_passages_of_two_reports_neither_overlap_nor_contain_each_other() -> None:
    here, there = Passage("a", 0, 9), Passage("b", 2, 4)
    assert not here.overlaps(there)
    assert not here.contains(there)


def test_the_report_itself_is_without_headline_and_furniture() -> None:
    assert ["Water"] == [article().words(block.passage) for block in article().body]
