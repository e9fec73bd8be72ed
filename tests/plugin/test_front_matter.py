"""Front matter that Pelican could misuse is refused with its reason."""

from __future__ import annotations

import pytest

from news_digest.plugin.front_matter import ProseError, split


def file(fields: str) -> str:
    return f"---\ntitle: Floods\n{fields}\n---\nText.\n"


def test_fields_stay_as_they_are_written():
    fields, body = split(file("date: 2024-03-04\ntags: [quill, flood]\nsummary: yes"))
    assert fields == {"title": "Floods", "date": "2024-03-04", "tags": ["quill", "flood"], "summary": "yes"}
    assert body == "Text.\n"


def test_three_dashes_in_the_text_end_no_front_matter():
    _, body = split(file("date: 2024-03-04") + "\n---\nMore.\n")
    assert body.endswith("---\nMore.\n")


@pytest.mark.parametrize("value", ["a", "notes/first.html", "2024/flood"])
def test_paths_below_the_site_are_taken(value):
    assert split(file(f"save_as: {value}"))[0]["save_as"] == value


@pytest.mark.parametrize("value", ["../x", "a/../../x", "/etc/x", "a\\..\\x", "a//b", ".git/config", '"a\\nb"', "[a]"])
@pytest.mark.parametrize("name", ["save_as", "url", "slug"])
def test_paths_that_could_lead_elsewhere_are_refused(name, value):
    with pytest.raises(ProseError, match=f"`{name}`"):
        split(file(f"{name}: {value}"))


@pytest.mark.parametrize("value", ["today", "2024", "2024-13-01", "4 March"])
def test_a_date_that_the_clock_would_fill_up_is_refused(value):
    with pytest.raises(ProseError, match="write a date as 2021-12-23"):
        split(file(f"date: {value}"))


def test_yaml_that_explodes_is_refused():
    with pytest.raises(ProseError, match="alias"):
        split(file("a: &a [x, x]\nb: [*a, *a]"))
