"""What news-digest can be asked for, and how it explains itself."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from .feeds import NAME as FEEDS
from .fetch import DELAY, PATIENCE
from .names import FOLDER

LONGEST = 3600.0  # seconds between two requests, or for one

EPILOG = """\
Each command ends with one line that sums it up, and with status 0 if all went well, 1 if something needs you (it is
named, with the remedy), 2 if the command could not be carried out at all. Fetching is polite: robots.txt is obeyed, one
request is made at a time and none sooner than --delay after the last one to the same host, redirects are checked like
addresses that you type, and nothing is fetched from a private network unless you say so.

examples:
  news-digest add https://example.org/news/flood-report
  news-digest import-opml subscriptions.opml && news-digest collect
  news-digest check --json | jq '.reports[] | select(.published == null) | .file'
  news-digest forget harbour/flood-report.txt
"""


def command_parser(about: str) -> argparse.ArgumentParser:
    shared = _shared()
    fetching = _fetching()
    parser = argparse.ArgumentParser(
        "news-digest", description=about, epilog=EPILOG, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def command(name: str, does: str, *parents: argparse.ArgumentParser) -> argparse.ArgumentParser:
        return commands.add_parser(name, help=does, description=f"{does}.", parents=[shared, *parents])

    does = f"save the pages of addresses as reports in SEEDS/{FOLDER}"
    command("add", does, fetching).add_argument("url", nargs="+", help="http or https address of a report")
    command("collect", f"fetch what is new in the feeds that SEEDS/{FEEDS} lists", fetching)
    command("check", "list the reports with outlet, date and its evidence, language, length; and every problem")
    removing = command("forget", "remove a report, and say which facts fall with it")
    removing.add_argument("report", help="its id or its file")
    removing.add_argument("--yes", action="store_true", help="remove it without asking")
    removing.add_argument("--content", type=Path, default=Path("content"), help="folder with the editors' files")
    taking = command("import-opml", f"add the feeds of a feed reader's export to SEEDS/{FEEDS}")
    taking.add_argument("file", type=Path, help="the OPML file")
    return parser


def _shared() -> argparse.ArgumentParser:
    shared = argparse.ArgumentParser(add_help=False)
    folder = Path(os.environ.get("SEEDS", "seeds"))
    shared.add_argument("--seeds", type=Path, default=folder, help="folder of reports (default: %(default)s)")
    shared.add_argument("--quiet", action="store_true", help="print problems only")
    shared.add_argument(
        "--json", action="store_true", help="print the outcome as JSON, and problems as lines beside it"
    )
    return shared


def _fetching() -> argparse.ArgumentParser:
    fetching = argparse.ArgumentParser(add_help=False)
    fetching.add_argument("--allow-private", action="store_true", help="fetch from this machine and private networks")
    fetching.add_argument("--contact", default="", help="address or link that servers' logs show for you")
    fetching.add_argument(
        "--delay", type=_seconds, default=DELAY, help="seconds between requests to a host (default: %(default)s)"
    )
    fetching.add_argument(
        "--patience", type=_seconds, default=PATIENCE, help="seconds for one request (default: %(default)s)"
    )
    return fetching


def _seconds(value: str) -> float:
    seconds = float(value)
    if not 0 <= seconds <= LONGEST:
        raise ValueError(value)
    return seconds
