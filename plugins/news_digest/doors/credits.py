"""Recognise who a report or a picture is credited to, and the lines that describe pictures."""

from __future__ import annotations

import re

from .day_lines import full_days, is_dated_byline
from .lines import Line
from .phrases import phrases

LONGEST_CREDIT_WORDS = 30  # "Reporting by A, B and C; editing by D and E" takes most of it
LONGEST_BYLINE_WORDS = 16
LONGEST_CAPTION_WORDS = 70
LONGEST_UNMARKED_CAPTION_WORDS = 30
SHORT_CAPTION_WORDS = 12

_AGENCY = phrases("agencies")
_NAME = r"(?:[A-Z][\w’'.-]*|[Vv]an|[Vv]on|de[lr]?|la|le|bin|al|ibn)"
_NAMES = rf"{_NAME}(?: {_NAME}){{0,4}}"
_FULL_NAME = r"[A-Z][\w’'.-]+(?: (?:van|von|de|del|der|la|le|bin|al|ibn))*(?: [A-Z][\w’'.-]*){1,3}"
_POST = (
    r"\b(?:reporter|correspondent|editor|writer|journalist|staff|columnist|newsroom|desk|bureau|producer|contributor)s?"
)
_MEDIUM = r"(?:photo(?:graph(?:s|y)?|s)?|pictures?|images?|pics?|video|graphic|illustration|screen ?(?:shot|grab))"

_BY = (
    r"(?:by|von|par|por|author|reporter"
    r"|(?:words(?: and pictures)?|story|report(?:ed)?|written|compiled|posted|published|edited) by)"
)
_BYLINES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_BY}\s?:?\s+(?-i:{_NAMES}|our\b|the\b|staff\b|newsroom|web desk).*",
        rf"{_NAMES}(?:,\s?|\s?[|–—]\s?|\s-\s|\sin\s).{{0,40}}{_POST}\b.{{0,30}}",
        rf"(?-i:{_FULL_NAME} (?:in {_NAMES}|\(\w+\))(?:(?:,| and|, and) {_FULL_NAME} (?:in {_NAMES}|\(\w+\))){{1,3}})",
        rf"(?:(?:our|a|the|by)\s)?(?:[\w’-]+\s){{0,3}}(?:staff )?{_POST}(?: reports?)?",
    )
)
_AUTHORS = re.compile(
    rf"(?i:{_BY}\s?:?\s+(?:(?:our|the) [\w ]{{0,40}}?)?)"
    rf"(?P<people>{_FULL_NAME}(?:(?:, | and | & ){_FULL_NAME}){{0,4}})"
)
_CONTRIBUTORS = re.compile(
    r"[(\[—–-]*\s?(?:(?:additional )?report(?:ing|age) (?:by|from)|editing by|writing by|edited by|contributors?:"
    r"|with (?:files|inputs?|reporting|assistance|additional reporting|agenc(?:y|ies)|material|contributions)\b"
    r"|translat(?:ed|ion) by|.{3,60} contributed (?:reporting|research|to this (?:report|story|article))\b"
    rf"|(?-i:{_NAMES}) (?:reported|contributed) from (?-i:{_NAME}).{{0,80}}$"
    r"|mit (?:material|informationen) (?:von|der)\b|con (?:información|datos) de\b"
    rf"|avec (?:l[’'])?{_AGENCY}"
    r"|this (?:story|report|article) (?:was )?(?:produced|written|reported|compiled) by)",
    re.IGNORECASE,
)
_SOURCES = (
    re.compile(
        r"[(\[]?(?:news |story |article |text )?"
        r"(?:sources?|credits?|courtesy|agency|agencies|via|quelle|agentur|fuente|agencia|agence)\s?[:–—/-]"
        r"\s?\S.{0,100}",
        re.IGNORECASE,
    ),
    re.compile(rf"[(\[—–-]*\s?{_AGENCY}(?:\s?[/,&|+]\s?(?:and )?{_AGENCY})*[)\]]?[.]?"),
    re.compile(r"[(\[—–-]\s?[A-Z]{2,6}[)\]]?"),  # (MPA)
)
_INITIALS = re.compile(r"[A-Z]{2,6}")
_PICTURE_CREDIT = re.compile(
    rf"[(\[]?(?:(?:file|main|cover|lead|stock|top|inset|handout|featured?)\s)?{_MEDIUM}"
    r"(?:\s(?:credits?|source|copyright|courtesy(?: of)?|by|from|via|supplied by|provided by))?"
    r"(?:\s?[:/,–—]|(?<=by|of|om|ia))\s?"
    rf"(?-i:{_NAMES}(?:\s?(?:[/|,&–—-]|and|via|for)\s?{_NAMES}){{0,3}})[)\].]?",
    re.IGNORECASE,
)
_BARS = re.compile(r"[^|/]{2,40}(?:\s?[|/]\s?[^|/]{2,40}){1,4}")
_HAS_AGENCY = re.compile(rf"(?:^|[|/,(]|\bvia |\bfrom )\s?{_AGENCY}\s?(?=$|[|/,);.])")
_PERSON_AND_HOUSE = re.compile(rf"{_NAME} {_NAME}(?: {_NAME})?\s?[/|]\s?{_NAMES}")
_CAPTION_MARKS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"^\[?\d{1,2} ?(?:/|of) ?\d{1,2}(?:\]| ?\|)\s?\S",
        r"\bpurchase licensing rights\b|\| ?(?:bild|foto)s?: ?\S.{0,60}$",
        r"[.!?][”\"»]? (?:bild|foto|fotos|imagen|crédit|crédits) ?:? ?(?-i:[A-Z(])\S.{0,60}$",
        r"(?-i:[A-ZÀ-Þ][A-ZÀ-Þ.-]+(?: [A-ZÀ-Þ.-]+){1,3} / [A-Z]{2,6}(?: [A-ZÀ-Þ]+){0,3})$",
        r"^[(\[]?file(?: (?:photo|picture|image|pic))?\s?[:–—-]",
        rf"^(?:in this|this) (?:\w+ ){{0,3}}{_MEDIUM}\b",
        rf"^(?:pictured|above|below|left|right|caption|{_MEDIUM}(?: caption)?)\s?[:,]",
        r"[;(\[–—|]\s?(?:image|photo|picture|file|pic|photograph|credit)s?\b.{0,80}$",
        rf"\([^()]{{0,40}} {_MEDIUM}(?:(?:[/,] ?| by )[^()]{{1,60}})?\)\.?$",
        rf"[.!?][”\"]? {_MEDIUM} (?:by|from|courtesy of) (?-i:{_NAMES}).{{0,60}}$",
        r"\((?:ap|afp|reuters|epa|pa|getty)(?:[ /][^()]{0,80})?\)\.?$",
        r"[(\[](?-i:[A-Z])[^()\[\]/\d]{1,60}/(?-i:[A-Z])[^()\[\]\d]{1,60}[)\]]\.?$",
        r"(?-i:[A-Z.]{2,}(?: [A-Z.]{2,}){1,3} ?/ ?[A-Z.]{2,}(?: [A-Z.]{2,}){0,4})$",
        r"(?:photo|photograph|image|picture|credit)(?: by| credit)?\s?(?::|\.\.\.|…)\s?\S.{0,80}$",
        r"\bgetty images\b.{0,20}$|\(file\)\.?$|\bfile photo\.?$",
    )
)
_PICTURE_WORDS = re.compile(
    r"\((?:left|right|centre|center|top|bottom|front|back|pictured|file|c|l|r)\b"
    r"|\b(?:pictured|seen here|file photo|poses?|attends?|speaks|arrives?|looks? on|walks?|sits?|shakes?|gestures?"
    r"|celebrates?|addresses|waves|meets?|listens|gathers?)\b"
)


def credit_rule(line: Line) -> str | None:
    """What kind of credit the line is, in a word or two; None where it is none."""
    if len(line.words) > LONGEST_CREDIT_WORDS:
        return None
    if _CONTRIBUTORS.match(line.text):
        return "contributors"
    if any(source.fullmatch(line.text) for source in _SOURCES) or (line.bullet and is_initials(line)):
        return "source"
    if is_photo_credit(line):
        return "photo credit"
    return "byline" if _is_byline(line) else None


def is_photo_credit(line: Line) -> bool:
    """`Photo: Jane Doe`, `Jane Doe | Agency`, `Jane Doe / House`: who made the picture, not what it shows."""
    if len(line.words) > LONGEST_BYLINE_WORDS:
        return False
    if _PICTURE_CREDIT.fullmatch(line.text) or _PERSON_AND_HOUSE.fullmatch(line.text):
        return True
    return bool(_BARS.fullmatch(line.text) and _HAS_AGENCY.search(line.text))


def is_marked_caption(line: Line) -> bool:
    """Whether the line itself says that it describes a picture."""
    end = line.text[-400:]
    return len(line.words) <= LONGEST_CAPTION_WORDS and any(mark.search(end) for mark in _CAPTION_MARKS)


def may_describe_picture(line: Line) -> bool:
    """Whether a line above a photo credit is of the kind that captions are: one sentence, in the present or dated."""
    one_sentence = not re.search(r"[.!?][”\"’]? [A-Z“\"]", line.text[:-1])
    if not one_sentence or len(line.words) > LONGEST_UNMARKED_CAPTION_WORDS:
        return False
    dated = bool(full_days(line.text)) or bool(_PICTURE_WORDS.search(line.text))
    return dated or len(line.words) <= SHORT_CAPTION_WORDS


def author_of(byline: str) -> str | None:
    """The people whom a byline names: `By Jane Doe and Tom Roe in Dorn` gives `Jane Doe and Tom Roe`."""
    match = _AUTHORS.match(byline)
    return match["people"] if match else None


def is_person(line: Line) -> bool:
    """A name and nothing else: `Jane Doe`, `JANE DOE and Tom Roe`."""
    return 2 <= len(line.words) <= 8 and bool(re.fullmatch(rf"{_NAMES}(?:(?:,| and| &) {_NAMES}){{0,3}}", line.text))


def is_initials(line: Line) -> bool:
    """`MPA`: an agency, where it stands in a byline's place or behind a dash."""
    return bool(_INITIALS.fullmatch(line.text))


def _is_byline(line: Line) -> bool:
    if is_dated_byline(line.text):
        return True
    if len(line.words) > LONGEST_BYLINE_WORDS or (line.prose and not line.text.lower().startswith("by ")):
        return False
    if line.ended and len(line.words) > 6:  # "By Friday the river had risen." reports
        return False
    return any(rule.fullmatch(line.text) for rule in _BYLINES)
