"""Recognise who a report or a picture is credited to, and the lines that describe pictures."""

from __future__ import annotations

import re

from .lines import Line
from .phrases import phrases

LONGEST_CREDIT_WORDS = 30  # "Reporting by A, B and C; editing by D and E" takes most of it
LONGEST_BYLINE_WORDS = 16
LONGEST_CAPTION_WORDS = 70

_AGENCY = phrases("agencies")
_NAME = r"(?:[A-Z][\w’'.-]*|[Vv]an|[Vv]on|de[lr]?|la|le|bin|al|ibn)"
_NAMES = rf"{_NAME}(?: {_NAME}){{0,4}}"
_BYLINE = re.compile(
    r"(?:by|words(?: and pictures)? by|story by|report(?:ed)? by|written by|compiled by|posted by|published by|author:"
    rf"|reporter:)\s+(?-i:{_NAMES}|our\b|the\b|staff\b|newsroom|web desk).*",
    re.IGNORECASE,
)
_ROLE = re.compile(
    rf"{_NAMES}\s?(?:,|\||–|—|-|in\b)\s?.{{0,40}}\b(?:reporter|correspondent|editor|writer|journalist|staff|columnist"
    r"|newsroom|desk|bureau|producer|contributor)s?\b.{0,30}",
    re.IGNORECASE,
)
_STAFF = re.compile(
    r"(?:(?:our|a|the|by)\s)?(?:[\w’-]+\s){0,3}(?:staff(?: reporters?| writers?)?|newsroom|news desk|web desk"
    r"|special correspondent|correspondent|news service|bureau)(?: reports?)?",
    re.IGNORECASE,
)
_CONTRIBUTORS = re.compile(
    r"[(\[—–-]*\s?(?:(?:additional )?report(?:ing|age) (?:by|from)|editing by|writing by|edited by|contributors?:"
    r"|with (?:files|inputs?|reporting|additional reporting|agenc(?:y|ies)|material|contributions)\b|translat(?:ed|ion) by"
    r"|.{3,60} contributed to this (?:report|story|article)"
    r"|this (?:story|report|article) (?:was )?(?:produced|written|reported|compiled) by)",
    re.IGNORECASE,
)
_SOURCE = re.compile(
    r"[(\[]?(?:news |story |article |text )?(?:sources?|credits?|courtesy|agency|agencies|via)\s?[:–—/-]\s?\S.{0,100}",
    re.IGNORECASE,
)
_AGENCY_LINE = re.compile(rf"[(\[—–-]*\s?{_AGENCY}(?:\s?[/,&|+]\s?(?:and )?{_AGENCY})*[)\]]?[.]?")
_PHOTO = re.compile(
    r"[(\[]?(?:(?:file|main|cover|lead|stock|top|inset|handout|featured?)\s)?"
    r"(?:photo(?:graph|graphy|s)?|pictures?|images?|pics?|video|graphic|illustration|screen ?(?:shot|grab))"
    r"(?:\s(?:credits?|source|copyright|courtesy(?: of)?|by|from|via|supplied by|provided by|caption))?"
    r"\s?(?:[:/,–—]|(?<=by|of|om|ia)\s)\s?\S",
    re.IGNORECASE,
)
_BARS = re.compile(r"[^|/]{2,40}(?:\s?[|/]\s?[^|/]{2,40}){1,4}")
_HAS_AGENCY = re.compile(rf"(?:^|[|/,(]|\bvia |\bfrom )\s?{_AGENCY}\s?(?=$|[|/,);.])")
_CAPTION_MARK = re.compile(
    r"^[(\[]?file(?: (?:photo|picture|image|pic))?\s?[:–—-]|^(?:in this|this) (?:\w+ ){0,3}(?:photo|image|picture|video)\b"
    r"|^(?:pictured|above|below|left|right|caption|image caption|photo caption)\s?[:,]"
    r"|[;(\[–—|]\s?(?:image|photo|picture|file|pic|photograph|credit)s?\b.{0,80}$"
    r"|\((?:ap|afp|reuters|epa|pa|getty)[ /)].{0,80}\)?$"
    r"|(?:photo|photograph|image|picture|credit)(?: by| credit)?\s?:\s?\S.{0,80}$|\bgetty images\b.{0,20}$"
    r"|\(file\)\.?$|\bfile photo\.?$",
    re.IGNORECASE,
)
_PICTURE_WORDS = re.compile(
    r"\((?:left|right|centre|center|top|bottom|front|back|pictured|file|c|l|r)\b"
    r"|\b(?:pictured|seen here|file photo|poses?|attends?|speaks|arrives?|looks? on|walks?|stands?|sits?|shakes?|leaves?"
    r"|gestures?|celebrates?|addresses|waves|holds?|meets?|listens|shows?|pass(?:es)?|works?|gather)\b",
)


def credit_rule(line: Line) -> str | None:
    """What kind of credit the line is, in a word or two; None where it is none."""
    if len(line.words) > LONGEST_CREDIT_WORDS:
        return None
    if _CONTRIBUTORS.match(line.text):
        return "contributors"
    if _SOURCE.fullmatch(line.text) or _AGENCY_LINE.fullmatch(line.text):
        return "source"
    if is_photo_credit(line):
        return "photo credit"
    return "byline" if _is_byline(line) else None


def is_photo_credit(line: Line) -> bool:
    """`Photo: Jane Doe`, `Jane Doe | Agency`, `Jane Doe/Agency`: who made the picture, not what it shows."""
    if line.prose and not _HAS_AGENCY.search(line.text):
        return False
    if _PHOTO.match(line.text) and len(line.words) <= LONGEST_BYLINE_WORDS:
        return True
    return bool(_BARS.fullmatch(line.text) and _HAS_AGENCY.search(line.text))


def is_marked_caption(line: Line) -> bool:
    """Whether the line itself says that it describes a picture."""
    return len(line.words) <= LONGEST_CAPTION_WORDS and bool(_CAPTION_MARK.search(line.text[-400:]))


def may_describe_picture(line: Line) -> bool:
    """Whether a sentence above a photo credit is of the kind that captions are: in the present tense, or short."""
    one_sentence = not re.search(r"[.!?][”\"’]? [A-Z“\"]", line.text[:-1])
    return len(line.words) <= LONGEST_CAPTION_WORDS and (
        bool(_PICTURE_WORDS.search(line.text)) or (one_sentence and len(line.words) <= 12)
    )


def is_person(line: Line) -> bool:
    """A name and nothing else: `Jane Doe`, `JANE DOE and Tom Roe`."""
    return 2 <= len(line.words) <= 8 and bool(re.fullmatch(rf"{_NAMES}(?:(?:,| and| &) {_NAMES}){{0,3}}", line.text))


def _is_byline(line: Line) -> bool:
    if len(line.words) > LONGEST_BYLINE_WORDS or (line.prose and not line.text.lower().startswith("by ")):
        return False
    if line.ended and len(line.words) > 6:  # "By Friday the river had risen." reports
        return False
    return any(rule.fullmatch(line.text) for rule in (_BYLINE, _ROLE, _STAFF))
