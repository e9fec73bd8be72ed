"""`add` saves the page of an address as a report: whole, once, and over nothing else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from news_digest.doors import read_seeds
from news_digest.doors.card import plain_address
from news_digest.gather.add import add
from news_digest.gather.command import main
from news_digest.gather.fetch import Fetcher
from news_digest.gather.names import name_of
from news_digest.gather.refused import NotDoneError
from news_digest.gather.shelf import Shelf
from news_digest.model import Article, Evidence

from .conftest import Site, body, report


def added(url: str, seeds: Path, fetcher: Fetcher) -> Article:
    add(url, Shelf(seeds), fetcher)
    (article,) = read_seeds(seeds).articles
    return article


def refusal(url: str, seeds: Path, fetcher: Fetcher) -> str:
    with pytest.raises(NotDoneError) as caught:
        add(url, Shelf(seeds), fetcher)
    return str(caught.value)


def files(seeds: Path) -> list[str]:
    return sorted(path.relative_to(seeds).as_posix() for path in seeds.rglob("*") if path.is_file())


def test_a_page_becomes_a_report_with_what_it_says_of_itself(site: Site, seeds: Path, fetcher: Fetcher) -> None:
    article = added(site.put("/2024/weir-rebuilt.html", report()), seeds, fetcher)
    assert article.file.startswith("fetched/127-0-0-1/weir-rebuilt-")
    assert (article.outlet.name, article.url) == ("Ostrand Weekly", f"{site.url}/2024/weir-rebuilt.html")
    assert (article.published.value, article.published.evidence) == ("2024-04-02T08:00:00Z", Evidence.METADATA)
    assert "Boats will pass by a canal that was dug in 1911" in article.text


def test_the_address_kept_is_the_canonical_one_or_else_the_last(site: Site, seeds: Path, fetcher: Fetcher) -> None:
    moved = site.put("/new/weir", report())
    assert added(site.lead("/old", "/new/weir"), seeds, fetcher).url == moved
    canonical = report().replace("<head>", "<head><link rel='canonical' href='/weir'>")
    add(site.put("/weir?from=feed", canonical), Shelf(seeds), fetcher)
    assert f"{name_of(f'{site.url}/weir')}.html" in files(seeds)


def test_a_page_that_claims_to_be_another_sites_is_filed_under_its_own(
    site: Site, seeds: Path, fetcher: Fetcher
) -> None:
    claims = report().replace("<head>", "<head><link rel='canonical' href='https://other.example/story'>")
    article = added(site.put("/copied", claims), seeds, fetcher)
    assert article.file.startswith("fetched/127-0-0-1/copied-")


def test_a_report_that_stands_there_is_neither_fetched_nor_touched(site: Site, seeds: Path, fetcher: Fetcher) -> None:
    url = site.put("/weir", report())
    article = added(url, seeds, fetcher)
    standing = (seeds / article.file).read_bytes()
    site.put("/weir", report(count=99))
    for spelling in (url, f"{url}?utm_source=mail", f"{url}/", f"{url}#end"):
        assert not add(spelling, Shelf(seeds), fetcher).new
    site.lead("/short", "/weir")
    assert not add(f"{site.url}/short", Shelf(seeds), fetcher).new
    assert (seeds / article.file).read_bytes() == standing
    assert site.asked.count("/weir") == 2


def test_a_write_that_fails_leaves_nothing(
    site: Site, seeds: Path, fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space left"):
        add(site.put("/weir", report()), Shelf(seeds), fetcher)
    assert files(seeds) == []


def test_letters_are_read_as_the_server_says_and_kept_as_utf_8(site: Site, seeds: Path, fetcher: Fetcher) -> None:
    page = report("Wehr in Östrand wird neu gebaut").replace("Tilda Moen", "Tilda Möen")
    url = site.put("/wehr", page.encode("cp1252"), "text/html; charset=iso-8859-1")
    article = added(url, seeds, fetcher)
    assert "Tilda Möen" in article.text
    assert b"\xc3\xb6en" in (seeds / article.file).read_bytes()


def test_a_plain_text_keeps_its_address_too(site: Site, seeds: Path, fetcher: Fetcher) -> None:
    text = body().replace("<p>", "").replace("</p>", "\n\n")
    article = added(site.put("/weir.txt", f"Weir to be rebuilt\n\n{text}", "text/plain"), seeds, fetcher)
    assert article.url == f"{site.url}/weir.txt"
    assert article.title is not None
    assert article.words(article.title) == "Weir to be rebuilt"


@pytest.mark.parametrize(
    ("kind", "content", "problem"),
    [
        ("application/pdf", b"%PDF", "application/pdf is no page"),
        ("application/rss+xml", b"<rss/>", "it is a feed; put it into feeds.yml"),
        ("text/html", b"", "the file is empty"),
        ("text/html", b"<html><body><p>Please enable JavaScript.</p></body></html>", "no report"),
        ("text/html", b"<html>\0</html>", "NUL bytes"),
    ],
)
def test_what_holds_no_report_is_not_saved(
    site: Site, seeds: Path, fetcher: Fetcher, kind: str, content: bytes, problem: str
) -> None:
    assert problem in refusal(site.put("/a", content, kind), seeds, fetcher)
    assert files(seeds) == []


def test_no_address_leads_out_of_the_seeds() -> None:
    for path in (
        "/../../etc/passwd",
        "/%2e%2e/%2e%2e/x",
        "/a/..%5c..%5cx",
        "/\u202eevil",
        "/x" * 300,
        "/.hidden",
        "/~",
    ):
        name = name_of(f"http://../{path}" if path == "/~" else f"https://a.example{path}")
        folder, site, last = name.split("/")
        assert (folder, ".." in name, last.startswith((".", "-"))) == ("fetched", False, False)
        assert site
        assert name.isascii()
        assert len(name) < 200


def test_a_host_that_ends_like_a_format_gets_a_folder_that_is_read(seeds: Path) -> None:
    path = seeds / f"{name_of('https://ziarul.md/pod')}.html"
    path.parent.mkdir(parents=True)
    path.write_text(report(), encoding="utf-8")
    assert len(read_seeds(seeds).articles) == 1


def test_a_folder_that_is_a_link_is_not_written_through(
    site: Site, seeds: Path, fetcher: Fetcher, tmp_path: Path
) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (seeds / "fetched").symlink_to(outside)
    assert "may lead out of the seeds" in refusal(site.put("/weir", report()), seeds, fetcher)
    assert list(outside.rglob("*")) == []


def test_what_only_tells_how_a_reader_came_is_no_part_of_an_address() -> None:
    assert plain_address("https://a.example/x?id=4&utm_medium=rss&fbclid=1") == "https://a.example/x?id=4"
    assert (
        name_of("HTTP://www.A.example/x#top") == name_of("https://a.example/x/") != name_of("https://a.example/x?id=4")
    )


def test_the_command_names_what_it_could_not_have_and_goes_on(
    site: Site, seeds: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good, gone = site.put("/weir", report()), f"{site.url}/gone"
    options = ["--seeds", str(seeds), "--allow-private", "--delay", "0"]
    assert main(["add", gone, good, *options]) == 1
    out, err = capsys.readouterr()
    assert out == "1 report added, 0 there before, 1 not to be had\n"
    assert f"{gone}: the server answers with status 404; check the address\n" in err
    assert ".html: Weir at Ostrand to be rebuilt, Ostrand Weekly, 2024-04-02T08:00:00Z (metadata)\n" in err
    assert main(["add", good, *options, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [(one["new"], one["outlet"]) for one in told["added"]] == [(False, "Ostrand Weekly")]
    assert main(["add", good, *options, "--quiet"]) == 0
    assert capsys.readouterr() == ("", "")


def test_private_networks_are_refused_unless_asked(site: Site, seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["add", site.put("/weir", report()), "--seeds", str(seeds)]) == 1
    assert "127.0.0.1 is on a private network; say --allow-private if that is meant" in capsys.readouterr().err
    assert site.asked == []
