"""python -m news_digest.record: note what is published, so that ids stay and later changes are told as corrections."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from .edit import folders_parser
from .hand.register import PUBLISHED, state_of, to_json
from .hand.save import save
from .pipeline import build_digests


def main(arguments: Sequence[str] | None = None) -> int:
    """One file a story. States of stories that have ended stay: their addresses lead on. Exit status 1, and nothing is
    written, where an editor must put something right first."""
    options = folders_parser("news_digest.record", __doc__ or "").parse_args(arguments)
    edition = build_digests(options.seeds, options.content)
    wrong = [refusal for refusal in edition.editors if refusal.fatal]
    if wrong:
        print(*wrong, sep="\n", file=sys.stderr)
        return 1
    for digest in edition.digests:
        save(options.content / PUBLISHED / f"{digest.story.id}.json", to_json(state_of(digest)))
    print(f"{options.content / PUBLISHED}: {len(edition.digests)} stories noted as they are published")
    return 0


if __name__ == "__main__":
    sys.exit(main())
