"""Look at the alignments that this stage sees: python -m news_digest.stages.align FILES."""

from __future__ import annotations

from ...looking import main

raise SystemExit(main("align"))
