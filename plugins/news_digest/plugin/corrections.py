"""Corrections as entries of a feed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from markupsafe import Markup

from ..pages import SiteView
from ..pages.corrections import StoryCorrectionView
from ..strings import Strings


@dataclass(frozen=True)
class CorrectionEntry:
    """As much of an article as Pelican's feeds ask for."""

    title: str
    url: str
    date: datetime
    summary: str
    content: Markup

    def get_content(self, siteurl: str) -> Markup:
        return self.content


def corrections_of(site: SiteView, timezone: str, say: Strings) -> list[CorrectionEntry]:
    """Those that an editor dated, latest first: a feed demands a day, and nothing else gives one."""
    return [_entry(found, found.correction.iso, timezone, say) for found in site.corrections if found.correction.iso]


def _entry(found: StoryCorrectionView, day: str, timezone: str, say: Strings) -> CorrectionEntry:
    correction = found.correction
    told = Markup("<ins>{}</ins>").format(correction.says.text) if correction.says else say("correction.withdrawn")
    content = Markup("<p><del>{}</del></p><p>{}</p><p>{}</p>").format(correction.said.text, told, correction.why)
    moment = datetime.combine(date.fromisoformat(day[:10]), time(), ZoneInfo(timezone))
    return CorrectionEntry(found.story, found.address, moment, correction.cause, content)
