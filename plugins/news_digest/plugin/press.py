"""What one build of the site knows: the digests, how they are printed, and what an editor must put right."""

from __future__ import annotations

import logging
import os
import time
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from ..doors.folder import OURS, no_folder
from ..doors.stamps import Stamp, stamps_of
from ..hand.file import STORIES
from ..hand.register import PUBLISHED
from ..model import Article, Digest, Refusal
from ..pages import SiteView, StoryView, site_view, story_view
from ..pipeline import Edition, build_digests
from ..remember import expect_more_builds, remembered
from ..reproduce import Allowance
from ..strings import Strings
from .ending import Ending, carried
from .waiting import Waiting

logger = logging.getLogger(__name__)

KEY = "NEWS_DIGEST_PRESS"  # where the settings of a running build hold its press
SEEDS = "seeds"
WHOLE = 1.0  # share of an article's words that may be printed where the settings set no bound

Settings = dict[str, Any]


@dataclass(frozen=True)
class Told:
    """A digest, and the page that is made of it."""

    digest: Digest
    allowance: Allowance
    view: StoryView


@dataclass
class Press:
    """`problems` are for the editor to put right: the site is written, but the build ends non-zero."""

    say: Strings
    edition: Edition
    stories: tuple[Told, ...]
    site: SiteView
    unread: tuple[Refusal, ...] = ()  # what is wrong with reports, rather than with a list of ours
    began: float = 0.0  # on the monotonic clock, which no page depends on
    problems: list[Refusal] = field(default_factory=list)
    handwritten: set[str] = field(default_factory=set)  # the pages that editors wrote whole

    def is_undated(self, page: str) -> bool:
        """Whether a story stands at this address to which no source gives a day."""
        return page in self.by_page and self.by_page[page].view.day is None

    def object_to(self, refusal: Refusal) -> None:
        """Tell the editor, on one line."""
        logger.warning("%s", refusal, extra=carried(refusal) if refusal.fatal else None)
        if refusal.fatal:
            self.problems.append(refusal)

    @cached_property
    def reports(self) -> tuple[Article, ...]:
        """Every report that was read, in a story or alone."""
        told = [article for told in self.stories for article in told.digest.story.articles]
        return (*told, *self.edition.alone)

    @cached_property
    def by_page(self) -> dict[str, Told]:
        return {told.view.page: told for told in self.stories}


def check_folder(settings: Settings) -> None:
    """Raises Ending where there is no folder of reports: an empty site in place of the last one serves nobody."""
    folder = _folder(settings)
    if not folder.is_dir():
        missing = no_folder(folder)
        raise Ending(f"nothing is built: {missing}", missing)


def _folder(settings: Settings) -> Path:
    return Path(settings.get("SEEDS", SEEDS))


def start_press(settings: Settings) -> Press:
    """Read the reports and make the digests. Every refused file costs one line."""
    began = time.monotonic()
    if settings.get("LIVE_PREVIEW"):
        expect_more_builds()
    folder, content = _folder(settings), Path(os.path.relpath(settings["PATH"]))
    share = float(settings.get("REPRODUCED_SHARE", WHOLE))
    stamps = tuple(stamps_of((folder, content / STORIES, content / PUBLISHED)))
    set_up = _set_up(folder, content, share, settings["DEFAULT_LANG"], stamps)
    refusals = [_placed(refusal, folder) for refusal in set_up.edition.refusals]
    unread = tuple(refusal for refusal in refusals if _is_of_a_report(refusal))
    press = replace(set_up, unread=unread, began=began, problems=[], handwritten=set())
    for refusal in refusals:
        press.object_to(refusal)
    for refusal in press.edition.editors:
        press.object_to(refusal)
    return press


_standing: list[frozenset[Refusal]] = []  # what was wrong in the last build that this process of a preview showed


def refuse_what_is_new(generators: list[Any]) -> None:
    """In a preview the last good page stays while an editor breaks something, however much of the site could be built.

    What was broken when the preview began is no reason to show nothing, nor is a report that cannot be read: the others
    are what a clean build makes of them. Everything has been read when this is asked.
    """
    settings = generators[0].settings
    if not settings.get("LIVE_PREVIEW"):
        return
    press = press_of(settings)
    own = [problem for problem in press.problems if problem not in press.unread]
    new = [problem for problem in own if _standing and problem not in _standing[0]]
    if new:
        raise Ending(str(new[0]), new[0])
    _standing[:] = [frozenset(own)]


@lru_cache(maxsize=1)
def _set_up(folder: Path, content: Path, share: float, language: str, stamps: tuple[Stamp, ...]) -> Press:
    """Remembered, because the preview builds many times on the same reports; what it read is told by the stamps."""
    say = Strings(language)
    edition = build_digests(folder, content, Waiting().tell)
    stories = tuple(_told(digest, share, language) for digest in edition.digests)
    return Press(say, edition, stories, site_view([told.view for told in stories], edition.alone, say))


def press_of(settings: Settings) -> Press:
    press = settings[KEY]
    assert isinstance(press, Press)
    return press


def former_page(slug: str) -> str:
    """Where a story stood before it was renamed, merged or withdrawn: a stub leads on from there."""
    return f"stories/{slug}/index.html"


@remembered
def _told(digest: Digest, share: float, language: str) -> Told:
    allowance = Allowance(digest, share)
    return Told(digest, allowance, story_view(digest, allowance, Strings(language)))


def _is_of_a_report(refusal: Refusal) -> bool:
    """Rather than of a list of ours, such as sources.yml: that touches every page."""
    return refusal.fatal and not refusal.file.partition(":")[0].endswith(OURS)


def _placed(refusal: Refusal, folder: Path) -> Refusal:
    """The doors name a file as it lies below the folder; an editor needs the whole way."""
    return refusal if refusal.file == str(folder) else replace(refusal, file=(folder / refusal.file).as_posix())
