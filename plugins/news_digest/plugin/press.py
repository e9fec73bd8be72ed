"""What one build of the site knows: the digests, how they are printed, and what an editor must put right."""

from __future__ import annotations

import logging
import os
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..model import Digest, Refusal
from ..pages import SiteView, StoryView, site_view, story_view
from ..pipeline import Edition, build_digests
from ..reproduce import Allowance
from ..strings import Strings

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
    problems: list[str] = field(default_factory=list)
    began: float = field(default_factory=time.monotonic)

    def object_to(self, file: str, problem: str, remedy: str) -> None:
        """Tell the editor of something to put right, on one line."""
        self.problems.append(f"{file}: {problem}; {remedy}")
        logger.warning("%s", self.problems[-1])


def start_press(settings: Settings) -> Press:
    """Read the reports and make the digests. Every refused file costs one line."""
    began = time.monotonic()
    say = Strings(settings["DEFAULT_LANG"])
    folder = Path(settings.get("SEEDS", SEEDS))
    edition = build_digests(folder)
    share = float(settings.get("REPRODUCED_SHARE", WHOLE))
    stories = tuple(_told(digest, share, say) for digest in edition.digests)
    site = site_view([told.view for told in stories], edition.alone, say)
    press = Press(say, edition, stories, site, began=began)
    for refusal in edition.refusals:
        _tell(press, folder, refusal)
    return press


def press_of(settings: Settings) -> Press:
    press = settings[KEY]
    assert isinstance(press, Press)
    return press


def _told(digest: Digest, share: float, say: Strings) -> Told:
    allowance = Allowance(digest, share)
    return Told(digest, allowance, story_view(digest, allowance, say))


def _tell(press: Press, folder: Path, refusal: Refusal) -> None:
    file = refusal.file if refusal.file == str(folder) else os.path.join(folder, refusal.file)
    if refusal.fatal:
        press.object_to(file, refusal.problem, refusal.remedy)
    else:
        logger.warning("%s: %s; %s", file, refusal.problem, refusal.remedy)
