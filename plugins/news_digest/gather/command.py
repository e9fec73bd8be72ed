"""news-digest: fetch reports, list them, and remove them."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, datetime

from .add import add
from .check import check, table
from .collect import Harvest, collect
from .desk import Desk, count, plain, verb
from .feeds import NAME as FEEDS
from .feeds import read_feeds
from .fetch import Fetcher
from .forget import forget, weigh
from .opml import import_opml
from .options import command_parser
from .refused import NotDoneError
from .shelf import Shelf, Shelved


def main(arguments: Sequence[str] | None = None) -> int:
    options = command_parser(__doc__ or "").parse_args(arguments)
    desk = Desk(quiet=options.quiet, as_json=options.json)
    try:
        return RUNS[options.command](options, desk)
    except NotDoneError as error:
        desk.complain(f"news-digest {options.command}: {error}")
        return 2
    except KeyboardInterrupt:
        desk.complain("stopped; what was fetched until now is kept")
        return 130


def _add(options: argparse.Namespace, desk: Desk) -> int:
    shelf, fetcher = Shelf(options.seeds), _fetcher(options)
    added: list[Shelved] = []
    problems: list[str] = []
    for url in options.url:
        try:
            added.append(add(url, shelf, fetcher))
            desk.say(_told(added[-1]))
        except NotDoneError as error:
            problems.append(f"{url}: {error}")
            desk.complain(problems[-1])
    new = sum(shelved.new for shelved in added)
    summary = f"{count(new, 'report')} added, {len(added) - new} there before, {len(problems)} not to be had"
    desk.end(summary, {"added": [_fields(shelved) for shelved in added], "problems": problems})
    return 1 if problems else 0


def _collect(options: argparse.Namespace, desk: Desk) -> int:
    feeds, problems = read_feeds(options.seeds)
    for problem in problems:
        desk.complain(str(problem))
    if not feeds:
        if problems:
            raise NotDoneError(f"no feed of {options.seeds / FEEDS} can be used", "the lines above say why")
        raise NotDoneError(f"no feed in {options.seeds / FEEDS}", "list some: `name:` and below it `url: https://…`")

    def tell(number: int, harvest: Harvest) -> None:
        desk.say(f"[{number}/{len(feeds)}] {harvest.feed.name}: {_outcome(harvest)}")
        for line in harvest.problems:
            desk.complain(f"  {line}")

    harvests = collect(options.seeds, feeds, _fetcher(options), datetime.now(UTC), tell)
    new = [file for harvest in harvests for file in harvest.files]
    failed = [harvest for harvest in harvests if harvest.failed]
    missed = sum(len(harvest.problems) for harvest in harvests)
    waiting = sum(harvest.waiting for harvest in harvests)
    summary = f"{count(len(new), 'new report')} from {count(len(feeds), 'feed')}, {count(len(failed), 'feed')} failed"
    summary += f", {missed} reports not to be had, {waiting} wait for the next run"
    desk.end(summary, {"feeds": [asdict(harvest) for harvest in harvests], "problems": list(map(str, problems))})
    return 1 if failed or problems else 0


def _outcome(harvest: Harvest) -> str:
    if harvest.failed:
        return harvest.failed
    if harvest.unchanged:
        return "nothing new since the last visit"
    parts = [f"{len(harvest.files)} new"]
    parts += [f"{len(harvest.problems)} not to be had"] if harvest.problems else []
    parts += [f"{harvest.waiting} wait for the next run"] if harvest.waiting else []
    return ", ".join(parts)


def _check(options: argparse.Namespace, desk: Desk) -> int:
    checked = check(options.seeds)
    if not (options.json or options.quiet):
        print("\n".join(map(plain, table(checked.rows))))
    for problem in checked.problems:
        desk.complain(str(problem))
    rows = checked.rows
    fatal = [problem for problem in checked.problems if problem.fatal]
    summary = f"{count(len(rows), 'report')}, {sum(row.known for row in rows)} with a named outlet"
    summary += f", {sum(row.published is not None for row in rows)} dated, {count(len(fatal), 'problem')} to put right"
    problems = [asdict(problem) for problem in checked.problems]
    desk.end(summary, {"reports": [asdict(row) for row in rows], "problems": problems})
    return 1 if fatal else 0


def _forget(options: argparse.Namespace, desk: Desk) -> int:
    loss = weigh(options.report, options.seeds, options.content)
    for heading, lines in (("falls", loss.fallen), ("changes", loss.changed), ("is no story any more", loss.stories)):
        for line in lines:
            desk.say(f"{heading}: {line}")
    falls = f"{count(len(loss.fallen), 'fact')} {verb(len(loss.fallen), 'falls', 'fall')}, {len(loss.changed)} changed"
    if not options.yes and not _agreed(f"remove {options.seeds / loss.file}? {falls}"):
        how = "--yes removes it, with make YES=1"
        desk.end(f"nothing removed; {falls} if {loss.file} goes ({how})", {"removed": None, "loss": falls})
        return 0
    if left := forget(loss, options.seeds):
        desk.complain(left)
    found = {"removed": loss.file, "fallen": loss.fallen, "changed": loss.changed, "stories": loss.stories}
    desk.end(f"{loss.file} removed; {falls}", found)
    return 0


def _agreed(question: str) -> bool:
    """Asked at a terminal only: a program that waits for nobody would wait for ever."""
    return sys.stdin.isatty() and input(f"{plain(question)} [y/N] ").strip().lower() in ("y", "yes")


def _import_opml(options: argparse.Namespace, desk: Desk) -> int:
    added = import_opml(options.seeds, options.file)
    for feed in added:
        desk.say(f"{feed.name}: {feed.url}")
    summary = f"{count(len(added), 'feed')} added to {options.seeds / FEEDS}"
    desk.end(summary, {"added": [asdict(feed) for feed in added]})
    return 0


def _told(shelved: Shelved) -> str:
    if not shelved.new:
        return f"{shelved.file}: there before, and not fetched again"
    told = _fields(shelved)
    return f"{shelved.file}: {', '.join(str(told[name]) for name in ('headline', 'outlet', 'published') if told[name])}"


def _fields(shelved: Shelved) -> dict[str, object]:
    article = shelved.article
    title = " ".join(article.words(article.title).split()) if article.title else None
    dated = f"{article.published.value} ({article.published.evidence})" if article.published.value else "undated"
    return {
        "file": shelved.file,
        "headline": title,
        "outlet": article.outlet.name or "no outlet named",
        "published": dated,
        "url": article.url,
        "new": shelved.new,
    }


def _fetcher(options: argparse.Namespace) -> Fetcher:
    return Fetcher(
        allow_private=options.allow_private, contact=options.contact, delay=options.delay, patience=options.patience
    )


RUNS: Mapping[str, Callable[[argparse.Namespace, Desk], int]] = {
    "add": _add,
    "collect": _collect,
    "check": _check,
    "forget": _forget,
    "import-opml": _import_opml,
}

if __name__ == "__main__":
    raise SystemExit(main())
