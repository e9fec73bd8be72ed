"""Look at the differences that this stage sees: python -m news_digest.stages.compare FILES."""

from __future__ import annotations

from ...looking import main

raise SystemExit(main("compare"))
