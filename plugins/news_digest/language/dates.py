"""Find the dates and clock times that a text names."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .ahead import lies_ahead, lies_behind
from .date_words import ago_length, date_at, value_of
from .figures import LONGEST_APPROXIMATOR, approximator_before
from .numbers import read_number, starts_number
from .scan import Token, scan
from .spoken_clock import FIRST_WORDS as SPOKEN_FIRST
from .spoken_clock import read_spoken_clock
from .tongue import ENGLISH, by_language, language_read

MONTHS: Mapping[str, int] = {
    name: number
    for number, names in enumerate(
        "january jan,february feb,march mar,april apr,may,june jun,july jul,august aug,september sept sep,october oct,"
        "november nov,december dec".split(","),
        start=1,
    )
    for name in names.split()
}
WEEKDAYS: Mapping[str, int] = {
    name: number
    for number, names in enumerate(
        "monday mon,tuesday tue tues,wednesday wed,thursday thu thur thurs,friday fri,saturday sat,sunday sun".split(
            ","
        )
    )
    for name in names.split()
}
SEASONS: Mapping[str, int] = {
    "spring": 3,
    "summer": 6,
    "autumn": 9,
    "fall": 9,
    "winter": 12,
}  # first month, in the north

_MONTH = (
    r"(?P<month>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.|(?= \d))|Apr(?:il|\.)?|May|June?\b\.?|July?\b\.?"
    r"|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DAY = r"(?P<day>[0-3]?\d)(?!\d|[:.,]\d|%)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>1[6-9]\d\d|20\d\d)(?![\d’']|s\b|,\d|\.\d|-year)"
_WEEKDAY = (
    r"(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tue|Tues|Wed|Thu|Thurs|Fri|Sat|Sun)\.(?=,? ))"
)
_EDGE = r"(?:[Ee]nd|[Ss]tart|[Bb]eginning|[Mm]iddle) of"
_PART = rf"(?:(?P<part>[Ee]arly|[Mm]id|[Ll]ate|{_EDGE})[ -](?:in )?(?:the )?)?"
_WHEN = r"(?P<when>[Ll]ast|[Nn]ext|[Tt]his|[Pp]revious|[Cc]oming|[Ff]ollowing)"
_SEASON = r"(?P<season>spring|summer|autumn|fall|winter)"
_CLOCK = (
    r"(?P<hour>[012]?\d)(?:(?:[:.](?P<minute>[0-5]\d))? ?(?P<half>[apAP]\.?[mM]\b\.?)|:(?P<minute_>[0-5]\d)(?![\d:]))"
    r"(?: ?(?P<zone>GMT|UTC|ET|EST|EDT|BST|CET|PT|local time))?"
)


def _compile(*patterns: tuple[str, str]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((kind, re.compile(rf"{pattern}(?!\w)")) for kind, pattern in patterns)


_QUARTER = r"(?P<quarter>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth) quarter of"
QUARTERS = ("first", "second", "third", "fourth")
# Days and spans with names of their own: month and day of the first and the last.
FEASTS: Mapping[str, tuple[tuple[int, int], tuple[int, int]]] = {
    "christmas": ((12, 24), (12, 26)),
    "new year": ((12, 31), (1, 1)),
}
_FEAST = r"(?P<feast>Christmas|New Year)(?:[’']s)?(?: Day| Eve)?"

# Tried in order at a word that can begin a date, by what that word is.
_AT_NAME = _compile(
    ("day", rf"(?:{_WEEKDAY},? )?{_MONTH} {_DAY}(?:,? {_YEAR})?"),
    ("day", rf"{_WEEKDAY},? (?:the )?{_DAY} (?:of )?{_MONTH}(?:,? {_YEAR})?"),
    ("month", rf"{_MONTH},? (?:of )?{_YEAR}"),
    ("weekday", rf"{_WEEKDAY}"),
    ("season", rf"(?:{_SEASON}) (?:of )?{_YEAR}"),
    ("month", rf"{_MONTH}"),
)
_AT_DIGIT = _compile(
    ("day", rf"{_YEAR}-(?P<month>[01]\d)-(?P<day>[0-3]\d)"),
    ("day", rf"(?P<day>[0-3]?\d)\.(?P<month>[01]?\d)\.{_YEAR}"),
    ("day", rf"{_DAY} (?:of )?{_MONTH}(?:,? {_YEAR})?"),
    ("clock", _CLOCK),
    ("decade", r"(?P<decade>(?:1[6-9]|20)\d0)['’]?s"),
    ("year", _YEAR),
)
_AT_FEAST = _compile(("feast", rf"{_FEAST}(?: {_YEAR})?"))
_AT_WHEN = _compile(
    ("quarter", rf"{_QUARTER} {_YEAR}"),
    ("quarter", rf"{_QUARTER} {_WHEN} year"),
    ("relative", rf"{_PART}{_WHEN} (?P<unit>week|month|year|decade|century|weekend)"),
    ("season", rf"{_PART}{_WHEN} {_SEASON}"),
    ("weekday", rf"{_WHEN} {_WEEKDAY}"),
    ("month", rf"{_PART}{_WHEN} {_MONTH}"),
    ("relative", r"(?P<part>[Ee]arlier|[Ll]ater) (?P<when>this) (?P<unit>week|month|year)"),
    ("relative", rf"(?P<part>{_EDGE}) (?:the|this) (?P<unit>week|month|year)"),
    ("month", rf"{_PART}{_MONTH}(?:,? {_YEAR})?"),
    ("season", rf"{_PART}{_SEASON}(?: of)? {_YEAR}"),
    ("decade", rf"{_PART}(?P<decade>(?:1[6-9]|20)\d0)['’]?s"),
    ("year", rf"{_PART}{_YEAR}"),
    (
        "today",
        r"(?P<today>(?:[Tt]he )?day (?:before yesterday|after tomorrow)|[Yy]esterday|[Tt]oday|[Tt]onight|[Tt]omorrow)",
    ),
)
_WHEN_WORDS = frozenset(
    "first second third fourth early mid late end start beginning middle earlier later last next this previous coming "
    "following yesterday today tonight tomorrow day the".split()
)
_CARDINAL_UNITS = frozenset("day week month year decade hour minute".split())
# A bare "May" or "March" is a month only where a preposition, or a year or day, says so.
_BEFORE_BARE_MONTH = frozenset(
    "in since by until from of during last next this early mid late before after to through".split()
)


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date or time as a text names it; what it does not name is None.

    `kind` is day, weekday, month, quarter, season, feast, year, decade, relative ("next month"), ago, today or clock.
    `part` is early, mid, late, end, start, beginning, middle, earlier or later; `when` is last, next or this. `amount`
    counts `unit`s back (negative) or ahead. `minutes` are after midnight; where not `whole`, or as well after noon.
    `ahead` is True where the words around it speak of the future, `behind` where they speak of the past.
    """

    start: int
    end: int
    kind: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: str | None = None
    decade: int | None = None
    part: str | None = None
    when: str | None = None
    unit: str | None = None
    amount: float | None = None
    bound: str = ""
    minutes: int | None = None
    whole: bool = False
    ahead: bool = False
    behind: bool = False
    quarter: int | None = None
    feast: str | None = None


@by_language(2048)  # several stages ask of the same passage
def find_dates(text: str) -> tuple[DateMention, ...]:
    """Dates and clock times in order, none inside another."""
    tokens = scan(text)
    found: list[DateMention] = []
    end = 0
    for at, token in enumerate(tokens):
        if token.start < end:
            continue
        mention = _mention_at(text, tokens, at)
        if mention:
            found.append(mention)
            end = mention.end
    return tuple(found)


def _mention_at(text: str, tokens: Sequence[Token], at: int) -> DateMention | None:
    if language_read() != ENGLISH:
        return _named_at(text, tokens, at) or _long_ago(tokens, at)
    word, start = tokens[at].word, tokens[at].start
    for kind, pattern in _AT_DIGIT if word[0].isdigit() else _PATTERNS.get(word, ()):
        match = pattern.match(text, start) or (_in_capitals(text, start) and pattern.match(text.title(), start))
        if match and _believable(kind, match, tokens, at):
            return _mention(kind, match, tokens, at)
    return _spoken(text, tokens[at]) or _ago(tokens, at)


def _in_capitals(text: str, start: int) -> bool:
    """`SEPTEMBER 16, 2013`; not `ß`, which two letters stand for in capitals."""
    return text[start : start + 3].isupper() and len(text.title()) == len(text)


def _spoken(text: str, token: Token) -> DateMention | None:
    """`ten past four`, `six in the evening`"""
    if not (token.word in SPOKEN_FIRST or token.word.isdigit()):
        return None
    told = read_spoken_clock(text, token.start)
    return DateMention(token.start, told.end, "clock", minutes=told.minutes, whole=told.is_whole) if told else None


def _named_at(text: str, tokens: Sequence[Token], at: int) -> DateMention | None:
    named = date_at(text, tokens, at)
    if named is None:
        return None
    ahead = bool(lies_ahead(text, tokens, at, named.end))
    return DateMention(named.start, named.end, named.kind, ahead=ahead, **named.fields)  # type: ignore[arg-type]


def _long_ago(tokens: Sequence[Token], at: int) -> DateMention | None:
    """`vor mehr als sieben Jahren`, `il y a deux ans`, `hace tres meses`."""
    begin = at + ago_length(tokens, at)
    for place in range(begin, min(begin + LONGEST_APPROXIMATOR, len(tokens)) if begin > at else begin):
        number = read_number(tokens, place) if starts_number(tokens[place]) else None
        if number is None:
            continue
        first, bound = approximator_before(tokens, place)
        unit = value_of("unit", tokens[number.next].word) if number.next < len(tokens) else None
        if first > begin or unit is None:
            return None
        end = tokens[number.next].end
        return DateMention(tokens[at].start, end, "ago", unit=unit, amount=-number.low, bound=bound)
    return None


# By the word that begins a date.
_PATTERNS = {
    **dict.fromkeys(_WHEN_WORDS, _AT_WHEN),
    **dict.fromkeys(("christmas", "new"), _AT_FEAST),
    **dict.fromkeys((*MONTHS, *WEEKDAYS, *SEASONS), _AT_NAME),
}


def _believable(kind: str, match: re.Match[str], tokens: Sequence[Token], at: int) -> bool:
    """Guards against 2014 votes, `May` the verb, and `March` on its own."""
    before = tokens[at - 1] if at else None
    if before and before.end == tokens[at].start and before.word[-1] in "$£€#/.@-" and kind in {"year", "day", "clock"}:
        return False
    groups = match.groupdict()
    if kind == "year" and before and not groups.get("part"):
        return not approximator_before(tokens, at)[1] or before.word in {"around", "about", "circa"}
    if kind == "clock" and not groups.get("half"):
        return int(groups["hour"]) < 24
    if kind == "month" and not groups.get("year") and not groups.get("when"):
        return groups.get("part") is not None or (before is not None and before.word in _BEFORE_BARE_MONTH)
    day = int(groups.get("day") or 1)
    return 1 <= day <= 31 and 1 <= _month(groups.get("month") or "jan") <= 12


def _mention(kind: str, match: re.Match[str], tokens: Sequence[Token], at: int) -> DateMention:
    groups = match.groupdict()
    stop = match.group().endswith(".") and not _ABBREVIATED.search(match.group())  # `in June.` ends a sentence
    end = match.end() - stop
    weekday = groups.get("weekday")
    return DateMention(
        match.start(),
        end,
        kind,
        year=_int(groups.get("year")),
        month=_month(groups["month"]) if groups.get("month") else None,
        day=_int(groups.get("day")),
        weekday=WEEKDAYS[weekday.lower().rstrip(".")] if weekday else None,
        season=groups.get("season"),
        decade=_int(groups.get("decade")),
        part=(_lower(groups.get("part")) or "").removesuffix(" of") or None,
        when=_WHEN_FORM.get(_lower(groups.get("when")) or ""),
        unit=groups.get("unit") or ("day" if kind == "today" else None),
        amount=_TODAY.get((_lower(groups.get("today")) or "").removeprefix("the ")),
        minutes=_minutes(groups) if kind == "clock" else None,
        whole=bool(groups.get("half")),
        ahead=_speaks_of_the_future(match.string, tokens, at, end),
        behind=lies_behind(match.string, tokens, at, end),
        quarter=QUARTERS.index(groups["quarter"].lower()) + 1 if groups.get("quarter") else None,
        feast=_lower(groups.get("feast")),
    )


_ABBREVIATED = re.compile(
    r"\b(?:[ap]\.m|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thu(?:rs)?|Fri|Sat|Sun)\.$"
)


def _speaks_of_the_future(text: str, tokens: Sequence[Token], at: int, end: int) -> bool:
    """`will meet on Friday`, `by Friday`, `this Friday`; but `had met by Friday`, `met this Friday`."""
    told = lies_ahead(text, tokens, at, end)
    if told is not None:
        return told
    return tokens[at].word == "this" or (at > 0 and tokens[at - 1].word == "by")


_WHEN_FORM = {"last": "last", "previous": "last", "this": "this", "next": "next", "coming": "next", "following": "next"}
_TODAY = {
    "day before yesterday": -2.0,
    "yesterday": -1.0,
    "today": 0.0,
    "tonight": 0.0,
    "tomorrow": 1.0,
    "day after tomorrow": 2.0,
}


def _ago(tokens: Sequence[Token], at: int) -> DateMention | None:
    """`more than seven years ago`, `two days earlier`, `a week later`, `a decade ago`."""
    if not starts_number(tokens[at]) or at + 2 >= len(tokens):
        return None
    number = read_number(tokens, at)
    unit_at = number.next if number else at + 1
    if (number is None and tokens[at].word != "a") or unit_at + 1 >= len(tokens):
        return None
    unit, way = tokens[unit_at].word.rstrip("s"), tokens[unit_at + 1].word
    if unit not in _CARDINAL_UNITS or way not in {"ago", "earlier", "later", "before"}:
        return None
    amount = number.low if number else 1.0
    first, bound = approximator_before(tokens, at)
    signed = amount if way == "later" else -amount
    kind = "ago" if way == "ago" else "offset"  # an offset counts from another event, not from the report's day
    return DateMention(tokens[first].start, tokens[unit_at + 1].end, kind, unit=unit, amount=signed, bound=bound)


def _minutes(groups: Mapping[str, str | None]) -> int:
    hour, half = int(groups["hour"] or 0), (groups.get("half") or "").lower()
    if half.startswith("p") and hour < 12:
        hour += 12
    if half.startswith("a") and hour == 12:
        hour = 0
    return 60 * hour + int(groups.get("minute") or groups.get("minute_") or 0)


def _month(name: str) -> int:
    return int(name) if name.isdigit() else MONTHS[name.lower().rstrip(".")]


def _int(digits: str | None) -> int | None:
    return int(digits) if digits else None


def _lower(word: str | None) -> str | None:
    return word.lower() if word else None
