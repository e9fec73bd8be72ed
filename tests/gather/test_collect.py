"""`collect` fetches what is new in the feeds, each report once, morning after morning."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from news_digest.doors import read_seeds
from news_digest.gather.collect import Harvest, collect
from news_digest.gather.command import main
from news_digest.gather.feeds import Feed, read_feeds
from news_digest.gather.fetch import Fetcher
from news_digest.gather.memory import FILE
from news_digest.gather.refused import NotDoneError

from .conftest import Site, body, feed, item, report

MORNING = datetime(2024, 4, 3, 6, tzinfo=UTC)
RSS = "application/rss+xml"


def run(seeds: Path, *feeds: Feed, now: datetime = MORNING) -> list[Harvest]:
    """A new fetcher each time, as on another morning."""
    return collect(seeds, feeds, Fetcher(allow_private=True, delay=0), now, lambda *_: None)


def reports(seeds: Path) -> list[str]:
    return [article.file for article in read_seeds(seeds).articles]


LEFT_OUT = "; until then this feed is left out"


def test_full_text_is_taken_from_the_feed_and_teasers_from_their_pages(site: Site, seeds: Path) -> None:
    whole, teaser = f"{site.url}/whole", site.put("/teaser", report("Weir to cost more", 55))
    address = site.put("/feed", feed(item(whole, body()), item(teaser)), RSS)
    (harvest,) = run(seeds, Feed("Ostrand Weekly", address))
    assert len(harvest.files) == 2
    assert "/whole" not in site.asked
    assert "/teaser" in site.asked
    articles = {article.url: article for article in read_seeds(seeds).articles}
    assert articles[whole].published.value == "2024-04-02T08:00:00+00:00"
    assert [article.outlet.name for article in articles.values()] == ["Ostrand Weekly"] * 2


def test_what_the_feed_says_of_a_bare_page_is_kept_with_it(site: Site, seeds: Path) -> None:
    bare = f"<html><head><title>Weir to be rebuilt</title></head><body><article>{body()}</article></body></html>"
    page = site.put("/bare", bare)
    address = site.put("/feed", feed(item(page)), RSS)
    run(seeds, Feed("weekly", address, outlet="Ostrand --> Weekly"))
    (article,) = read_seeds(seeds).articles
    assert (article.outlet.name, article.published.value) == ("Ostrand --> Weekly", "2024-04-02T08:00:00+00:00")
    assert article.published.why == "the feed that lists the page says so"
    assert "Ostrand -->" not in article.text


@pytest.mark.parametrize(("pages", "asked", "files"), [("always", True, 1), ("missing", False, 1), ("never", False, 1)])
def test_a_feed_says_whether_pages_are_fetched(site: Site, seeds: Path, pages: str, asked: bool, files: int) -> None:
    page = site.put("/page", report())
    address = site.put("/feed", feed(item(page, body())), RSS)
    (harvest,) = run(seeds, Feed("f", address, pages=pages))
    assert (("/page" in site.asked), len(harvest.files)) == (asked, files)


def test_a_feed_of_teasers_whose_pages_are_never_fetched_gives_nothing(site: Site, seeds: Path) -> None:
    address = site.put("/feed", feed(item(site.put("/page", report()))), RSS)
    (harvest,) = run(seeds, Feed("f", address, pages="never"))
    assert (harvest.files, harvest.problems, harvest.waiting) == ([], [], 0)


def test_the_next_morning_fetches_only_what_is_new(site: Site, seeds: Path) -> None:
    first, second = site.put("/a", report("Weir to be rebuilt")), site.put("/b", report("Bridge closed", 7))
    address = site.put("/feed", feed(item(first)), RSS, ETag='"1"')
    run(seeds, Feed("f", address))
    (unchanged,) = run(seeds, Feed("f", address))
    assert (unchanged.unchanged, unchanged.files) == (True, [])
    site.put("/feed", feed(item(second), item(first)), RSS, ETag='"2"')
    (harvest,) = run(seeds, Feed("f", address))
    assert [file.split("/")[2][:2] for file in harvest.files] == ["b-"]
    assert (site.asked.count("/a"), site.asked.count("/b")) == (1, 1)


def test_a_report_that_was_forgotten_does_not_come_back(site: Site, seeds: Path) -> None:
    address = site.put("/feed", feed(item(site.put("/a", report()))), RSS)
    (harvest,) = run(seeds, Feed("f", address))
    (seeds / harvest.files[0]).unlink()
    run(seeds, Feed("f", address))
    assert reports(seeds) == []


def test_one_bad_feed_does_not_stop_the_others(site: Site, seeds: Path) -> None:
    good = site.put("/good", feed(item(site.put("/a", report()))), RSS)
    bad = [
        site.put("/page", report()),
        site.put("/bomb", '<!DOCTYPE x [<!ENTITY a "b">]><rss version="2.0"/>', RSS),
        site.put("/json", b'{"items": [', "application/feed+json"),
        f"{site.url}/gone",
    ]
    harvests = run(seeds, *(Feed(address, address) for address in [*bad, good]))
    assert [bool(harvest.failed) for harvest in harvests] == [True, True, True, True, False]
    assert len(reports(seeds)) == 1


def test_a_page_that_fails_for_now_is_tried_again_and_one_that_is_gone_is_not(site: Site, seeds: Path) -> None:
    later, gone = site.put("/later", "", status=502), f"{site.url}/gone"
    address = site.put("/feed", feed(item(later), item(gone)), RSS, ETag='"1"')
    (harvest,) = run(seeds, Feed("f", address))
    assert (len(harvest.problems), harvest.waiting) == (2, 1)
    site.put("/later", report())
    (harvest,) = run(seeds, Feed("f", address))
    assert (len(harvest.files), harvest.problems) == (1, [])
    assert site.asked.count("/gone") == 1


def test_a_first_morning_takes_no_more_than_asked_and_the_rest_waits(site: Site, seeds: Path) -> None:
    items = [item(site.put(f"/{n}", report(f"Weir number {n} of Ostrand to be rebuilt", n))) for n in range(5)]
    address = site.put("/feed", feed(*items), RSS, ETag='"1"')
    taken = [(len(one.files), one.waiting) for _ in range(3) for one in run(seeds, Feed("f", address, most=2))]
    assert taken == [(2, 3), (2, 1), (1, 0)]
    assert len(reports(seeds)) == 5


def test_a_server_that_asks_for_rest_gets_it_on_other_mornings_too(site: Site, seeds: Path) -> None:
    address = site.put("/feed", "", RSS, status=429, Retry_After="7200")
    other = site.put("/other", feed(), RSS)
    first, second = run(seeds, Feed("f", address), Feed("g", other))
    assert "is busy" in (first.failed or "")
    assert "asked for 7200 seconds of rest" in (second.failed or "")
    site.put("/feed", feed(item(site.put("/a", report()))), RSS)
    (early,) = run(seeds, Feed("f", address), now=MORNING + timedelta(hours=1))
    assert early.failed == "the server asked for rest until 2024-04-03 08:00"
    (late,) = run(seeds, Feed("f", address), now=MORNING + timedelta(hours=3))
    assert len(late.files) == 1


def test_a_run_that_is_cut_short_keeps_what_it_had(site: Site, seeds: Path) -> None:
    first, second = (site.put(f"/{n}", report(f"Weir number {n} to be rebuilt", n)) for n in (1, 2))
    feeds = [Feed("f", site.put("/f", feed(item(first)), RSS)), Feed("g", site.put("/g", feed(item(second)), RSS))]

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        collect(seeds, feeds, Fetcher(allow_private=True, delay=0), MORNING, stop)
    assert len(reports(seeds)) == 1
    run(seeds, *feeds)
    assert (len(reports(seeds)), site.asked.count("/1")) == (2, 1)
    assert [path.name for path in seeds.rglob("*.tmp")] == []


def test_atom_and_json_feed_are_collected_too(site: Site, seeds: Path) -> None:
    escaped = body().replace("<", "&lt;")
    atom = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>Weekly</title><entry><title>Weir to be rebuilt</title>'
        f'<id>tag:a</id><link href="{site.url}/a"/><updated>2024-04-02T08:00:00Z</updated>'
        f'<content type="html">{escaped}</content></entry></feed>'
    )
    listed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Weekly",
        "items": [{"id": "1", "url": f"{site.url}/j", "title": "Weir dearer", "content_html": body(88)}],
    }
    atom_url = site.put("/atom", atom, "application/atom+xml")
    json_url = site.put("/json", json.dumps(listed), "application/json")
    harvests = run(seeds, Feed("a", atom_url), Feed("j", json_url))
    assert [len(harvest.files) for harvest in harvests] == [1, 1]
    assert len(reports(seeds)) == 2


def test_a_memory_that_cannot_be_read_is_named(seeds: Path) -> None:
    (seeds / FILE).parent.mkdir()
    for content in ("{", "[]", '{"feeds": 4}', '{"feeds": {"a": {"keys": [], "x": 1}}}'):
        (seeds / FILE).write_text(content, encoding="utf-8")
        with pytest.raises(NotDoneError, match="cannot be read; remove it"):
            run(seeds)


def test_the_command_shows_each_feed_and_ends_with_a_sum(
    site: Site, seeds: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    address = site.put("/feed", feed(item(site.put("/a", report()))), RSS)
    (seeds / "feeds.yml").write_text(f"Weekly: {{url: {address}}}\nGone: {{url: {site.url}/x}}\n", encoding="utf-8")
    assert main(["collect", "--seeds", str(seeds), "--allow-private", "--delay", "0"]) == 1
    out, err = capsys.readouterr()
    assert out == "1 new report from 2 feeds, 1 feed failed, 0 reports not to be had, 0 wait for the next run\n"
    assert err.splitlines() == [
        "[1/2] Weekly: 1 new",
        "[2/2] Gone: the server answers with status 404; check the address",
    ]


def test_no_feeds_is_one_clear_line(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["collect", "--seeds", str(seeds)]) == 2
    assert "no feed in" in capsys.readouterr().err


def test_feeds_that_are_all_left_out_are_not_called_none(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (seeds / "feeds.yml").write_text("A: {url: https://a.example/f, langage: en}\n", encoding="utf-8")
    assert main(["collect", "--seeds", str(seeds)]) == 2
    err = capsys.readouterr().err
    assert "did you mean `language`?" in err
    assert "feeds.yml can be used; the lines above say why" in err


def test_a_wrong_field_is_named_with_the_nearest_and_the_other_feeds_stand(seeds: Path) -> None:
    (seeds / "feeds.yml").write_text(
        "A: {url: https://a.example/f, page: always}\nB: {url: https://b.example/f, pages: sometimes}\n"
        "C: {outlet: C}\nD: {url: https://d.example/f, most: 9, outlet: Dee}\nE: {url: https://d.example/f}\n",
        encoding="utf-8",
    )
    feeds, problems = read_feeds(seeds)
    assert feeds == (Feed("D", "https://d.example/f", outlet="Dee", most=9),)
    assert [str(problem) for problem in problems] == [
        "feeds.yml:1: A: no field is called page; did you mean `pages`?"
        f" The fields are url, outlet, language, pages, most{LEFT_OUT}",
        f"feeds.yml:2: B: `pages` cannot be sometimes; write one of missing, always, never{LEFT_OUT}",
        f"feeds.yml: C: has no address; add `url: https://…`{LEFT_OUT}",
        "feeds.yml: E: has the address of D; keep one of them",
    ]
