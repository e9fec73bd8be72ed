"""What a build tells at its end: how much went in and came out, and what an editor must do."""

from __future__ import annotations

import json
import re
import time

from pelican.log import console

from ..doors.folder import OURS
from .press import Press

FORMS = ("line", "json", "none")

_LINE = re.compile(r":\d+$")  # of a file, behind its name

Figures = dict[str, int | float]


def figures(press: Press) -> Figures:
    digests = [told.digest for told in press.stories]
    copies = sum(len(report.copies) for report in press.reports)
    return {
        "reports": len(press.reports) + copies,
        "copies": copies,
        "refused": len(_refused(press)),
        "stories": len(digests),
        "facts": sum(len(digest.facts) for digest in digests),
        "differences": sum(len(digest.differences) for digest in digests),
        "seconds": round(time.monotonic() - press.began, 1),
    }


def _refused(press: Press) -> set[str]:
    """The files that gave no report, each with its line. A slip in a list of ours refuses none, nor does a note on
    a file that was read."""
    told = {_LINE.sub("", refusal.file) for refusal in press.edition.refusals if not refusal.kept}
    read = {article.file for report in press.reports for article in (report, *report.copies)}
    return {file for file in told - read if not file.endswith(OURS)}


def tell_figures(press: Press, form: str) -> None:
    """`form` is one of FORMS. Whoever wants JSON or silence does not want Pelican's own last lines either."""
    if form not in FORMS:
        raise ValueError(f"SUMMARY is one of {', '.join(FORMS)}, not {form!r}")
    if form == "line":
        console.print(as_line(figures(press)), highlight=False, soft_wrap=True)
        return
    if form == "json":
        console.print(json.dumps(figures(press)), highlight=False, soft_wrap=True)
    console.quiet = True


def as_line(found: Figures) -> str:
    return ", ".join(
        (
            _count(found["reports"], "report", "reports") + " in",
            *([_count(found["copies"], "copy", "copies") + " of others"] if found["copies"] else []),
            f"{found['refused']:,} refused",
            _count(found["stories"], "story", "stories"),
            _count(found["facts"], "fact", "facts"),
            _count(found["differences"], "difference", "differences"),
            f"{found['seconds']} seconds",
        )
    )


def last_line(press: Press) -> str:
    needs = _count(len(press.problems), "thing needs", "things need")
    where = f"see the line on {press.problems[0].file}" if len(press.problems) == 1 else "see the lines above"
    return f"the site is written, but {needs} an editor: {where}"


def _count(number: float, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"
