"""Read a date by the patterns of a language: `am 23. Dezember 2021`, `mardi dernier`, `el 5 de mayo`.

English has patterns of its own in `dates`; these are German, French and Spanish, kept beside the code as tables.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from .lexicons import table, words
from .scan import Token
from .tongue import GERMAN, by_language, language_read

YEAR = r"(?P<year>1[6-9]\d\d|20\d\d)(?!\d|[.,]\d)"
_GROUP = re.compile(r"\(\?P<\w+>")
NAMES = ("month", "weekday", "season", "part", "when", "unit", "today")


class Named(NamedTuple):
    """A date as it is named. `fields` are those of `dates.DateMention`."""

    kind: str
    start: int
    end: int
    fields: Mapping[str, object]


@by_language()
def _values() -> dict[tuple[str, str], str]:
    return {(kind, form): value for kind, value, forms in table("date_words") for form in forms.split("|")}


@by_language()
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    parts = {"{YEAR}": YEAR} | {f"{{{name.upper()}}}": _any_of(name) for name in NAMES}
    return tuple((kind, re.compile(rf"{_filled(pattern, parts)}(?!\w)")) for kind, pattern in table("date_patterns"))


@by_language()
def _any_date() -> re.Pattern[str]:
    """Matches where one of the patterns does: at most words none does, and one look tells."""
    return re.compile("|".join(f"(?:{_GROUP.sub('(?:', pattern.pattern)})" for _, pattern in _patterns()))


def _any_of(name: str) -> str:
    forms = sorted((form for kind, form in _values() if kind == name), key=lambda form: (-len(form), form))
    return f"(?P<{name}>(?i:{'|'.join(re.escape(form).replace(chr(39), '[’' + chr(39) + ']') for form in forms)}))"


def _filled(pattern: str, parts: Mapping[str, str]) -> str:
    for place, part in parts.items():
        pattern = pattern.replace(place, part)
    return pattern


_DONE = re.compile(r"\s(?:ge|er|be|ver|ent)\w*(?:t|en)(?=[.,;]|\s(?:und|worden|wurde|ist|hat)\b|\s[a-zäöü]|$)")
_DONE_TO = re.compile(r"\s(?:ge|er|be|ver|ent|ein|auf)\w*t(?:e|en|er|es|em)\s[A-ZÄÖÜ]")


def date_at(text: str, tokens: Sequence[Token], at: int) -> Named | None:
    """The date that begins with the token at `at`."""
    if not _any_date().match(text, tokens[at].start):
        return None
    for kind, pattern in _patterns():
        match = pattern.match(text, tokens[at].start)
        if match and _believable(kind, match, tokens, at):
            fields = {name: value for name, value in match.groupdict().items() if value is not None}
            return Named(kind, match.start(), match.end(), _fields(kind, fields))
    return None


def _is_bare_year(match: re.Match[str], before: str) -> bool:
    """`wurde 2008 eröffnet`, `in dem 2006 gegründeten Lager`; not `2006 Häuser`, whose noun is a capital."""
    after = match.string[match.end() :]
    if before in words("before_bare_year"):
        return bool(_DONE.match(after))
    return before in words("articles") and bool(_DONE_TO.match(after))


def _believable(kind: str, match: re.Match[str], tokens: Sequence[Token], at: int) -> bool:
    """Guards against `2014 voix`, `mars` the planet and `3 heures` that something took."""
    groups, before = match.groupdict(), tokens[at - 1].word if at else ""
    if kind == "year" and not groups.get("part"):
        told = before in words("before_year") or before in words("months")
        return told or (language_read() == GERMAN and _is_bare_year(match, before))
    if kind == "month" and not (groups.get("year") or groups.get("when") or groups.get("part")):
        return before in words("before_month")
    if kind == "clock":
        return int(groups["hour"]) < 24 and (bool(groups.get("minute")) or before in words("before_clock"))
    if groups.get("tomorrow"):
        return before not in {"la", "am", "jeden", "esta", "guten"}
    month = int(groups.get("number") or 1)
    return 1 <= int(groups.get("day") or 1) <= 31 and 1 <= month <= 12


def _fields(kind: str, groups: Mapping[str, str]) -> dict[str, object]:
    named = {name: value_of(name, groups[name]) for name in NAMES if name in groups}
    fields: dict[str, object] = {name: named[name] for name in ("season", "part", "when", "unit") if name in named}
    fields |= {name: int(named[name] or 0) for name in ("month", "weekday") if name in named}
    fields |= {name: int(groups[name]) for name in ("year", "day", "decade") if name in groups}
    if "number" in groups:
        fields["month"] = int(groups["number"])
    if kind == "today":
        fields |= {"unit": "day", "amount": float(named.get("today") or 1)}
    if kind == "clock":
        fields["minutes"] = 60 * int(groups["hour"]) + int(groups.get("minute") or 0)
    return fields


def value_of(kind: str, form: str) -> str | None:
    """What a form stands for: (`month`, `März`) gives 3; None for no such word."""
    return _values().get((kind, form.lower().replace("’", "'")))


def ago_length(tokens: Sequence[Token], at: int) -> int:
    """How many tokens `vor`, `il y a` or `hace` takes at `at`; 0 where none stands."""
    for phrase in _ago_phrases().get(tokens[at].word, ()):
        if [token.word for token in tokens[at : at + len(phrase)]] == phrase:
            return len(phrase)
    return 0


@by_language()
def _ago_phrases() -> dict[str, list[list[str]]]:
    """By their first word, in the order of the table."""
    found: dict[str, list[list[str]]] = {}
    for phrase in (form.split() for kind, form in _values() if kind == "ago"):
        found.setdefault(phrase[0], []).append(phrase)
    return found
