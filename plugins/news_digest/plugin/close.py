"""A build ends: every page is read back, the folder is listed, and the last line says what an editor must do."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pelican.log import console

from ..gate import Sources, faults, misquotes
from ..model import Refusal
from .ending import Ending
from .output import leave_list
from .press import Press, press_of
from .sitemap import write_sitemap


def close_build(pelican: Any) -> None:
    """Raises Ending where a page fails or is lost, or where an editor must act. The rest of the site is written."""
    output, press = Path(pelican.output_path), press_of(pelican.settings)
    for told in press.stories:
        if not (output / told.view.page).is_file():
            press.object_to(Refusal(told.view.page, "the story was not written", "see that no plugin removes it"))
    for name, fault in _faulty(output, press):
        press.object_to(Refusal(name, fault, "the page is withheld until the template that prints it is mended"))
        (output / name).unlink(missing_ok=True)
    write_sitemap(output, press, pelican.settings)
    leave_list(output)
    console.print(_summary(press), highlight=False, soft_wrap=True)
    if press.problems:
        raise Ending(_last_line(press), press.problems[0])


def _faulty(output: Path, press: Press) -> Iterator[tuple[str, str]]:
    """A page that fails is not published."""
    sources = Sources({article.id: article.text for article in press.reports})
    for path in sorted(output.rglob("*.html")):
        page = path.relative_to(output).as_posix()
        check = misquotes if page in press.handwritten else faults
        for fault in check(path.read_text(encoding="utf-8"), sources):
            yield page, fault


def _summary(press: Press) -> str:
    digests = [told.digest for told in press.stories]
    parts = (
        _count(len(press.reports), "report", "reports") + " in",
        f"{len(press.edition.refusals)} refused",
        _count(len(digests), "story", "stories"),
        _count(sum(len(digest.facts) for digest in digests), "fact", "facts"),
        _count(sum(len(digest.differences) for digest in digests), "difference", "differences"),
        f"{time.monotonic() - press.began:.1f} seconds",
    )
    return ", ".join(parts)


def _count(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"


def _last_line(press: Press) -> str:
    needs = _count(len(press.problems), "thing needs", "things need")
    what = press.problems[0] if len(press.problems) == 1 else "see the lines above"
    return f"the site is written, but {needs} an editor: {what}"
