"""outlets.yml names outlets by their domains; what is wrong in it costs a line each."""

from __future__ import annotations

from pathlib import Path

import pytest

from news_digest.doors import read_seeds
from news_digest.doors.houses import by_domain, house_of, read_houses

KNOWN = """
Brackwater Gazette:
  domains: brackwater.example, gazette.example
  country: GB
  language: en
  owner: Coast Media Group
  agencies: MPA
  source: https://register.example/coast-media
"""
REPORT = """Brackwater council closes two libraries

The council voted on Wednesday to close two of its five libraries, and the mayor said that it would save money.
"""


def read(folder: Path, text: str) -> tuple[list[str], list[str]]:
    (folder / "outlets.yml").write_text(text, encoding="utf-8")
    houses, refusals = read_houses(folder)
    return [house.name for house in houses], [str(refusal) for refusal in refusals]


def test_all_that_is_known_of_an_outlet_is_read(tmp_path: Path) -> None:
    assert read(tmp_path, KNOWN) == (["Brackwater Gazette"], [])
    (house,), _ = read_houses(tmp_path)
    assert (house.domains, house.owner, house.agencies) == (
        ("brackwater.example", "gazette.example"),
        "Coast Media Group",
        ("MPA",),
    )


def test_what_there_are_several_of_may_be_a_list(tmp_path: Path) -> None:
    told = "Brackwater Gazette:\n  domains: [brackwater.example, gazette.example]\n  names: [The Gazette]\n"
    assert read(tmp_path, told) == (["Brackwater Gazette"], [])
    (house,), _ = read_houses(tmp_path)
    assert (house.domains, house.names) == (("brackwater.example", "gazette.example"), ("The Gazette",))


@pytest.mark.parametrize("host", ["brackwater.example", "www.brackwater.example", "news.gazette.example"])
def test_a_host_belongs_to_the_outlet_of_its_domain(tmp_path: Path, host: str) -> None:
    read(tmp_path, KNOWN)
    house = house_of(host, by_domain(read_houses(tmp_path)[0]))
    assert house is not None
    assert house.name == "Brackwater Gazette"


def test_another_host_belongs_to_none(tmp_path: Path) -> None:
    read(tmp_path, KNOWN)
    assert house_of("notbrackwater.example", by_domain(read_houses(tmp_path)[0])) is None


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("A:\n  domain: a.example\n", "no field is called domain; did you mean `domains`?"),
        ("A:\n  domains: https://a.example\n", "`domains` cannot be https://a.example"),
        ("A:\n  country: Britain\n", "`country` cannot be Britain"),
        ("A:\n  lean: left\n", "no field is called lean"),
        ("A:\n  owner: Coast Media Group\n", "A: owner or agencies without a source"),
        ("A:\n  domains: a.example\nB:\n  domains: a.example\n", "B: a.example is a domain of A too"),
    ],
)
def test_each_mistake_is_one_clear_line(tmp_path: Path, text: str, problem: str) -> None:
    _, refusals = read(tmp_path, text)
    assert len(refusals) == 1
    assert problem in refusals[0]


def reports(folder: Path, files: dict[str, str]) -> list[tuple[str, str | None]]:
    for name, content in {"outlets.yml": KNOWN + "  names: The Gazette, Gazette Online\n", **files}.items():
        (folder / name).write_text(content, encoding="utf-8")
    return [(article.outlet.name, article.outlet.owner) for article in read_seeds(folder).articles]


def test_the_domain_of_the_address_goes_before_what_a_page_calls_itself(tmp_path: Path) -> None:
    front = "---\noutlet: Libraries in peril\nurl: https://gazette.example/libraries\n---\n"
    assert reports(tmp_path, {"a.md": front + REPORT}) == [("Brackwater Gazette", "Coast Media Group")]


def test_what_an_editor_calls_the_outlet_goes_before_its_domain(tmp_path: Path) -> None:
    sources = "a.txt: {outlet: Coast Wire, url: https://gazette.example/libraries}\n"
    assert reports(tmp_path, {"a.txt": REPORT, "sources.yml": sources}) == [("Coast Wire", None)]


def test_an_outlet_is_known_by_any_of_its_names(tmp_path: Path) -> None:
    sources = "a.txt: {outlet: gazette online}\n"
    assert reports(tmp_path, {"a.txt": REPORT, "sources.yml": sources}) == [("Brackwater Gazette", "Coast Media Group")]


def test_an_outlet_that_is_not_listed_is_named_from_its_domain_or_not_at_all(tmp_path: Path) -> None:
    sources = "a.txt: {url: https://www.mail.example/x}\n"
    files = {"a.txt": REPORT, "b.txt": REPORT.replace("two", "three"), "sources.yml": sources}
    assert reports(tmp_path, files) == [("mail.example", None), ("Unnamed outlet (b)", None)]


def test_a_report_is_named_by_the_outlet_of_its_address(tmp_path: Path) -> None:
    read(tmp_path, KNOWN)
    (tmp_path / "a.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "sources.yml").write_text("a.txt:\n  url: https://www.gazette.example/libraries\n", encoding="utf-8")
    reading = read_seeds(tmp_path)
    assert [article.outlet.name for article in reading.articles] == ["Brackwater Gazette"]
    assert reading.refusals == ()
