"""A build ends: every page is read back, the folder is listed, and the last line says what an editor must do."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pelican.log import console

from ..gate import Sources, faults
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
    articles = [article for told in press.stories for article in told.digest.story.articles]
    sources = Sources({article.id: article.text for article in (*articles, *press.edition.alone)})
    for page in sorted(output.rglob("*.html")):
        for fault in faults(page.read_text(encoding="utf-8"), sources):
            yield page.relative_to(output).as_posix(), fault


def _summary(press: Press) -> str:
    stories = [told.digest for told in press.stories]
    reports = sum(len(digest.story.articles) for digest in stories) + len(press.edition.alone)
    seconds = time.monotonic() - press.began
    return (
        f"{reports} reports in, {len(press.edition.refusals)} refused: {len(stories)} stories, "
        f"{sum(len(digest.facts) for digest in stories)} facts, "
        f"{sum(len(digest.differences) for digest in stories)} differences in {seconds:.1f} seconds"
    )


def _last_line(press: Press) -> str:
    count = len(press.problems)
    return (
        f"the site is written, but {count} {'thing needs' if count == 1 else 'things need'} an editor: "
        f"{press.problems[0] if count == 1 else 'see the lines above'}"
    )
