"""python -m news_digest.edit [STORY]: make the editor's file on a story, with all its facts listed."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from .hand.find import NoStoryError, list_stories
from .hand.new import edit_story
from .pipeline import build_digests


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the path of the file; without a name, the stories there are. Exit status 2 where no such story is."""
    options = story_parser("news_digest.edit", __doc__ or "").parse_args(arguments)
    digests = build_digests(options.seeds, options.content).digests
    try:
        print(
            edit_story(digests, options.content, options.story) if options.story else "\n".join(list_stories(digests))
        )
    except NoStoryError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


def story_parser(name: str, description: str) -> argparse.ArgumentParser:
    parser = folders_parser(name, description)
    parser.add_argument("story", nargs="?", default="", help="address or id of the story; none lists those there are")
    return parser


def folders_parser(name: str, description: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog=name, description=description)
    parser.add_argument("--seeds", type=Path, default=Path(os.environ.get("SEEDS", "seeds")), help="folder of reports")
    parser.add_argument("--content", type=Path, default=Path("content"), help="folder that holds the editors' files")
    return parser


if __name__ == "__main__":
    sys.exit(main())
