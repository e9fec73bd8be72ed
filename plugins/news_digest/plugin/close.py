"""A build ends: every page is read back, the folder is listed, and the last line says what an editor must do."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ..gate import Sources, faults, misquotes
from ..model import Refusal
from ..pages import draw_picture
from ..remember import remembered
from .ending import Ending
from .output import leave_list
from .press import Press, press_of
from .sitemap import write_sitemap
from .summary import last_line, tell_figures


def close_build(pelican: Any) -> None:
    """Raises Ending where a page fails or is lost, or where an editor must act. The rest of the site is written."""
    output, press = Path(pelican.output_path), press_of(pelican.settings)
    for told in press.stories:
        if not (output / told.view.page).is_file():
            press.object_to(Refusal(told.view.page, "the story was not written", "see that no plugin removes it"))
        else:  # Pelican's writer knows text alone; the pictures are drawn when all of it is there.
            (output / told.view.picture).write_bytes(_picture(told.view, pelican.settings["SITENAME"]))
    for name, fault in _faulty(output, press):
        press.object_to(Refusal(name, fault, "the page is withheld until the template that prints it is mended"))
        (output / name).unlink(missing_ok=True)
    write_sitemap(output, press, pelican.settings)
    leave_list(output)
    tell_figures(press, pelican.settings.get("SUMMARY", "line"))
    if press.problems:
        raise Ending(last_line(press), press.problems[0])


_picture = remembered(draw_picture)


def _faulty(output: Path, press: Press) -> Iterator[tuple[str, str]]:
    """A page that fails is not published."""
    names = [told.view.headline.text for told in press.stories]
    sources = Sources({article.id: article.text for article in press.reports}, names)
    for path in sorted(output.rglob("*.html")):
        page = path.relative_to(output).as_posix()
        check = misquotes if page in press.handwritten else faults
        for fault in check(path.read_text(encoding="utf-8"), sources):
            yield page, fault
