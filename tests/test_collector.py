"""The collector of cycles rests while a build runs, and only then."""

from __future__ import annotations

import gc

import pytest

from news_digest.collector import collector_at_rest


def test_it_rests_inside_and_works_again_after() -> None:
    with collector_at_rest():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_works_again_where_a_build_fails() -> None:
    with pytest.raises(ValueError, match="no report"), collector_at_rest():
        raise ValueError("no report")
    assert gc.isenabled()


def test_who_had_switched_it_off_finds_it_off() -> None:
    gc.disable()
    try:
        with collector_at_rest():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
