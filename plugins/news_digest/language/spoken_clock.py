"""Clock times in words, in English: `ten past four`, `a quarter to six`, `three in the morning`, `eight o’clock`."""

from __future__ import annotations

import re
from typing import NamedTuple

HOURS = "one two three four five six seven eight nine ten eleven twelve".split()
PARTS = {"five": 5, "ten": 10, "quarter": 15, "twenty": 20, "twenty-five": 25, "half": 30}
FIRST_WORDS = frozenset({*HOURS, *PARTS, "a"})
HALF_DAY = 12 * 60  # minutes
MIDDAY = 12

_HOUR = rf"(?P<hour>{'|'.join(HOURS)}|1[0-2]|[1-9])(?![-:.,]?\d)"
_PART = rf"(?:a )?(?P<part>{'|'.join(sorted(PARTS, key=len, reverse=True))}|[1-5]?\d)(?: minutes?)? (?P<way>past|to)"
_DAYTIME = r"(?: (?:in the|that) (?P<daytime>morning|afternoon|evening)|(?P<night> at night))"
_DAY_AFTER = r"(?= on (?:the )?\w+day (?P<on_day>morning|afternoon|evening))"  # the day is a date of its own
_CLOCK = re.compile(rf"(?:{_PART} )?{_HOUR}(?P<oclock> o[’']clock)?(?:{_DAYTIME}|{_DAY_AFTER})?(?!\w)", re.IGNORECASE)
_SAYS_WHEN = re.compile(r"\b(?:at|about|around|before|after|until|till|by|from|since|was|is|just)\s+$", re.IGNORECASE)


class SpokenClock(NamedTuple):
    """`end` is where the words end; `minutes` after midnight, or after noon as well where `is_whole` is False."""

    end: int
    minutes: int
    is_whole: bool


def read_spoken_clock(text: str, start: int) -> SpokenClock | None:
    """The time that the words at `start` tell, None where they tell none: `ten to four` may be a range."""
    match = _CLOCK.match(text, start)
    if not match:
        return None
    part, way, daytime, night = match["part"], match["way"], match["daytime"] or match["on_day"], match["night"]
    sure = match["oclock"] or daytime or night or way == "past" or (part or "").lower() == "quarter"
    if not sure and not (way and _SAYS_WHEN.search(text[:start])):
        return None
    hour = HOURS.index(match["hour"].lower()) + 1 if match["hour"].isalpha() else int(match["hour"])
    beside = (PARTS.get(part.lower()) or int(part)) if part else 0
    minutes = 60 * (hour % MIDDAY) + (beside if way == "past" else -beside)
    afternoon = (daytime or "").lower() in {"afternoon", "evening"} or bool(night and hour >= MIDDAY // 2)
    return SpokenClock(match.end(), (minutes + HALF_DAY * afternoon) % (2 * HALF_DAY), bool(daytime or night))
