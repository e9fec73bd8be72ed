"""Check what a file says of its report, field by field: what cannot be true is left out."""

from __future__ import annotations

import html
import re
from datetime import datetime
from email.utils import parsedate_to_datetime
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from ..model import UNDATED, Dated, Evidence
from .sources import is_address, is_date, is_language

LONGEST_FIELD = 300  # characters: titles and names; what is longer is something else
EARLIEST_YEAR = 1600  # newspapers are no older; 0001 and 1900-01-01 stand for "no date"
TRACKING = ("utm_", "fbclid", "gclid", "mc_cid", "mc_eid", "at_medium", "at_campaign", "ocid", "cmpid", "ref_src")
EMPTY_DATES = ("1970-01-01", "1900-01-01", "0001-01-01")  # what systems write that know none
_LOOSE_TIME = re.compile(r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d)?)(?:\.\d+)? ?(Z|[+-]\d\d:?\d\d)?.*")


def line_of(value: object) -> str | None:
    """A field as one line of text; None for what is no text, empty, or too long."""
    if not isinstance(value, str):
        return None
    line = " ".join(html.unescape(value).split())
    return line if line and len(line) <= LONGEST_FIELD and line.isprintable() else None


def address_of(value: object) -> str | None:
    return plain_address(value.strip()) if isinstance(value, str) and is_address(value.strip()) else None


def plain_address(url: str) -> str:
    """The address without what only says how a reader came there."""
    parts = urlsplit(url)
    asked = parse_qsl(parts.query, keep_blank_values=True)
    kept = [(name, value) for name, value in asked if not name.lower().startswith(TRACKING)]
    return url if kept == asked else urlunsplit(parts._replace(query=urlencode(kept)))


def language_of(value: object) -> str | None:
    code = value.strip().replace("_", "-") if isinstance(value, str) else ""
    return code if is_language(code) else None


def dated(value: object, why: str) -> Dated:
    """A date that metadata gives in ISO 8601 or as e-mail writes it; UNDATED where it cannot be one."""
    iso = _iso(" ".join(str(value).split())[:LONGEST_FIELD]) if isinstance(value, str | datetime) else None
    if iso is None or int(iso[:4]) < EARLIEST_YEAR or iso.startswith(EMPTY_DATES):
        return UNDATED
    return Dated(iso, Evidence.METADATA, why=why)


def _iso(value: str) -> str | None:
    if is_date(value):
        return value
    if match := _LOOSE_TIME.fullmatch(value):
        plain = f"{match[1]}T{match[2]}{match[3] or ''}"
        return plain if is_date(plain) else None
    try:
        return parsedate_to_datetime(value).isoformat()
    except (ValueError, TypeError, OverflowError):
        return None


def first(*values: str | None) -> str | None:
    """The first that says anything."""
    return next((value for value in values if value), None)


def names_of(value: object) -> str | None:
    """`Ada Wynn, Bo Reeve` of a name, an object with a name, or a list of these."""
    entries = value if isinstance(value, list) else [value]
    names = [line_of(entry.get("name") if isinstance(entry, dict) else entry) for entry in entries]
    return ", ".join(dict.fromkeys(name for name in names if name)) or None
