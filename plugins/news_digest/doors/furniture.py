"""Tell what a saved page says for its own sake from what the report says, one line at a time.

Every rule goes by words that sites share and by shape; none names a site. Where a line stands is `layout`'s matter.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from .lines import Line
from .phrases import phrases

LONGEST_LABEL = 120  # characters; no button or heading of a page is longer
LONGEST_NOTICE = 500  # a consent notice runs to three sentences, none to more
LONGEST_PROMPT = 300
FEWEST_ITEMS, LONGEST_ITEM = 3, 40  # of a menu in one line; characters
LONGEST_LINK_WORDS = 20  # a headline that a pointer leads to

_EDGE = r"[\s.:!?»>›…→▼▾|+-]*"
_LABEL = re.compile(rf"{_EDGE}{phrases('labels')}{_EDGE}", re.IGNORECASE)
_TAIL = re.compile(rf"{_EDGE}{phrases('tails')}{_EDGE}", re.IGNORECASE)
_END = re.compile(rf"{_EDGE}{phrases('ends')}{_EDGE}", re.IGNORECASE)
_CLOSED = re.compile(r"(?:# ?){3,}|[-–—] ?30 ?[-–—]|\[?ENDS?\]?")  # how agencies and press offices end a text
_FORM = re.compile(rf"{_EDGE}{phrases('forms')}{_EDGE}", re.IGNORECASE)
_RECENT = re.compile(
    r"(?:\d{1,2} ?(?:s|m|min|h|d)|an? (?:minute|hour|day)|\d{1,2} (?:minute|hour|day)s?) ago\b", re.IGNORECASE
)
_COMMENTS = re.compile(rf"{_EDGE}{phrases('comments')}{_EDGE}", re.IGNORECASE)
_POINTER = re.compile(rf"[\s>»›→▶►|\[(*-]*{phrases('pointers')}(?:\s?[:»›→|]\s?|\s[–—-]\s)\S", re.IGNORECASE)
_NOTICE = re.compile(rf"(?<!\w){phrases('notices')}(?!\w)", re.IGNORECASE)
_PROMPT_VERB = re.compile(rf"{phrases('prompt_verbs')}\b", re.IGNORECASE)
_PROMPT_NOUN = re.compile(rf"\b{phrases('prompt_nouns')}\b|\bwww\.\w|\w@\w", re.IGNORECASE)
_REPORTS = re.compile(r"[“”«»\"]|\b(?:said|told|says|saying|added|according to|announced)\b", re.IGNORECASE)
_SITES = re.compile(
    r"(?:(?:share|follow|on|us|facebook|twitter|x|instagram|whatsapp|linkedin|telegram|pinterest|reddit|messenger"
    r"|comments|bluesky|mastodon|threads|tiktok|youtube|flipboard|pocket|tumblr|e-?mail|print|copy|link|rss|sms|more|save|tweet|url)"
    r"(?:[\s|,/•·&+:]+|$))+",
    re.IGNORECASE,
)
_WEATHER = re.compile(
    r"(?:\w[\w .,'’-]{0,30}[ ,:|])?[-+−]?\d{1,3}(?:[.,]\d)? ?(?:°[CF]?|º[CF]?|[CF]\b)[ ,:|]?(?:[\w .,'’-]{0,30})|"
    r"(?:humidity|wind|feels like|sunrise|sunset|uv index)[: ].{1,25}",
    re.IGNORECASE,
)
_TICKER = re.compile(r"[\w .&/-]{0,25}[ :]?[▲▼↑↓+−-]? ?\d[\d.,]*%?(?: ?[▲▼↑↓+−(-]+ ?\d[\d.,]*%?\)?)+")
_CLOCK = re.compile(r"(?:\d{1,2}[:.h]\d{2}(?: ?[ap]\.?m\.?)?|\d{1,2} ?[ap]\.?m\.?)(?: [A-Z]{2,4})?", re.IGNORECASE)
_MARKS_ONLY = re.compile(r"[\W\d_]+")
_TRAIL = re.compile(r"[^>»›/|•·\n]{1,40}(?:\s[>»›/|•·]+\s?[^>»›/|•·\n]{1,80}){1,15}")
_WIDE = re.compile(r"[ \u00a0]{2,}|\t+")
_HASHTAGS = re.compile(r"(?:#\w+[\s,]*)+")
_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|[\w.-]+\.(?:com|org|net|co\.\w\w|info|news|ca|uk|in|au|ie|eu)(?:/\S*)?", re.IGNORECASE
)
_COPYRIGHT = re.compile(r"(?:©|\(c\) ?(?:19|20)\d\d|copyright\b)", re.IGNORECASE)
_TRIMMED_TAIL = re.compile(
    r"(?<=[.!?”’\"])\s+(?:(?:learn|read|show|see|find out|view) more(?: (?:here|below))?|continue reading|click here"
    r"|read (?:the )?full (?:story|article))[\s.…»>→]*$",
    re.IGNORECASE,
)
_TRIMMED_POINTER = re.compile(
    r"(?<=[.!?”’\"])\s+(?:also read|read also|read more|see also|related|also see)\s?:\s(?=\S)", re.IGNORECASE
)


def furniture_rule(line: Line) -> str | None:
    """Why the line belongs to the page wherever it stands, in a word or two; None where it may be the report's."""
    return next((name for name, holds in RULES if holds(line)), None)


def opens_box(line: Line) -> bool:
    """Whether the line heads what pages put beside or below a report: other stories, forms, the page's foot."""
    return len(line.text) <= LONGEST_LABEL and bool(_TAIL.fullmatch(line.text))


def opens_end(line: Line) -> bool:
    """Whether the line heads what stands below a report, never inside it but for a box of links."""
    return len(line.text) <= LONGEST_LABEL and bool(_END.fullmatch(line.text) or _CLOSED.fullmatch(line.text))


def opens_form(line: Line) -> bool:
    """Whether the line heads a form inside a report: a line or two and a button follow."""
    return len(line.text) <= LONGEST_LABEL and not line.ended and bool(_FORM.fullmatch(line.text))


def is_request(line: Line) -> bool:
    """Whether a line between a form's heading and its button may be the form's own."""
    return len(line.text) <= LONGEST_PROMPT and not _REPORTS.search(line.text)


def opens_comments(line: Line) -> bool:
    return len(line.text) <= LONGEST_LABEL and bool(_COMMENTS.fullmatch(line.text))


def kept_length(text: str) -> int:
    """How much of a paragraph is the report's where a link or button is glued to its end."""
    if button := _TRIMMED_TAIL.search(text, max(0, len(text) - LONGEST_LABEL)):
        return button.start()
    for pointer in _TRIMMED_POINTER.finditer(text, max(0, len(text) - 2 * LONGEST_LABEL)):
        if not re.search(r"[.!?] ", text[pointer.end() :]):
            return pointer.start()
    return len(text)


def is_trail(line: Line) -> bool:
    """Breadcrumbs and menus in one line: `Home > News > Local`, `News | Sport | Weather`, `News   Sport   Weather`."""
    return not line.prose and (bool(_TRAIL.fullmatch(line.text)) or _is_row(line.text))


def _is_row(text: str) -> bool:
    """Three items or more, wide spaces between them."""
    items = _WIDE.split(text)
    return len(items) >= FEWEST_ITEMS and all(len(item) <= LONGEST_ITEM for item in items)


def _is_label(line: Line) -> bool:
    return len(line.text) <= LONGEST_LABEL and bool(_LABEL.fullmatch(line.text) or _SITES.fullmatch(line.text))


def _is_pointer(line: Line) -> bool:
    return len(line.words) <= LONGEST_LINK_WORDS and bool(_POINTER.match(line.text))


def _is_notice(line: Line) -> bool:
    return len(line.text) <= LONGEST_NOTICE and not _REPORTS.search(line.text) and bool(_NOTICE.search(line.text))


def _is_prompt(line: Line) -> bool:
    if len(line.text) > LONGEST_PROMPT or _REPORTS.search(line.text):
        return False
    return bool(_PROMPT_VERB.match(line.text) and _PROMPT_NOUN.search(line.text))


def _is_gauge(line: Line) -> bool:
    return len(line.text) <= LONGEST_LABEL and any(rule.fullmatch(line.text) for rule in (_WEATHER, _TICKER, _CLOCK))


def _is_mark(line: Line) -> bool:
    return bool(_MARKS_ONLY.fullmatch(line.text) or _HASHTAGS.fullmatch(line.text) or _ADDRESS.fullmatch(line.text))


RULES: tuple[tuple[str, Callable[[Line], bool]], ...] = (
    ("a button or label", _is_label),
    ("a link to another page", _is_pointer),
    ("a notice", _is_notice),
    ("a request to the reader", _is_prompt),
    ("a reading of weather, markets or the clock", _is_gauge),
    ("marks without words", _is_mark),
    ("a link with its age", lambda line: bool(_RECENT.match(line.text)) and not line.ended),
    ("copyright", lambda line: len(line.text) <= LONGEST_NOTICE and bool(_COPYRIGHT.match(line.text))),
)
