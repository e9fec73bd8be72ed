"""python -m news_digest.edit STORY: make the editor's file on a story, with all its facts listed."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from .hand.new import NoStoryError, edit_story
from .pipeline import build_digests


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the path of the file. Exit status 2 where no such story is."""
    parser = folders_parser("news_digest.edit", __doc__ or "")
    parser.add_argument("story", help="address or id of the story")
    options = parser.parse_args(arguments)
    try:
        print(edit_story(build_digests(options.seeds, options.content).digests, options.content, options.story))
    except NoStoryError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


def folders_parser(name: str, description: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog=name, description=description)
    parser.add_argument("--seeds", type=Path, default=Path(os.environ.get("SEEDS", "seeds")), help="folder of reports")
    parser.add_argument("--content", type=Path, default=Path("content"), help="folder that holds the editors' files")
    return parser


if __name__ == "__main__":
    sys.exit(main())
