"""The mail door: a newsletter as .eml, and a page that a browser saved as .mht or .mhtml."""

from __future__ import annotations

import re
from dataclasses import replace
from email import policy
from email.message import EmailMessage, MIMEPart
from email.parser import BytesParser
from email.utils import parseaddr

from .card import address_of, dated, first, line_of
from .draft import Card, Draft, SeedError
from .html import read_html
from .markup import lines_of, parse
from .reports import write_draft

MOST_PARTS = 200  # of one message; each opens with a boundary line
# `View this post on the web at https://…`, and links that plain text writes behind their words.
_ONLINE = re.compile(
    r"\b(?:view|read)\b[^\n]{0,60}\b(?:web|browser|online)\b[^\n]{0,20}?(https?://[^\s<>\]]{1,2000})", re.I
)
_LINK = re.compile(r"[ \t]?(?:\[\s?https?://[^\s\]]{1,2000}\s?\]|<https?://[^\s>]{1,2000}>)")
REMEDY = "save the newsletter's page as .html instead"


def read_mail(data: bytes) -> tuple[Draft, ...]:
    """The one report of a message: its plain text, or else its HTML. Raises SeedError."""
    try:
        message = _parse(data)
        body = message.get_body(preferencelist=("plain", "html"))
        if body is None:
            raise SeedError("a message without text", REMEDY)
        content, card = _content(body), _card(message)
    except RecursionError:
        raise SeedError("headers or parts nested too deep", REMEDY) from None
    if body.get_content_type() == "text/html":
        return (write_draft(card, lines_of(parse(content))),)
    online = _ONLINE.search(content)
    card = replace(card, url=address_of(online[1]) if online else None)
    return (write_draft(card, _LINK.sub("", content).splitlines()),)


def read_saved_archive(data: bytes) -> tuple[Draft, ...]:
    """The page of a web archive; its pictures and scripts are not looked at. Raises SeedError."""
    try:
        body = _parse(data).get_body(preferencelist=("html",))
        if body is None:
            raise SeedError("an archive without a page", "save the page as .html")
        page = _content(body)
    except RecursionError:
        raise SeedError("parts nested too deep", "save the page as .html") from None
    return read_html(page.encode("utf-8", "replace"))


def _parse(data: bytes) -> EmailMessage:
    if not data.strip():
        raise SeedError("the file is empty", "save the message again, or remove the file")
    if data.count(b"\n--") > MOST_PARTS:
        raise SeedError(f"more than {MOST_PARTS} parts", REMEDY)
    return BytesParser(_class=EmailMessage, policy=policy.default).parsebytes(data)


def _content(part: MIMEPart) -> str:
    try:
        content = part.get_content()
    except (LookupError, ValueError) as error:
        raise SeedError(f"text that cannot be decoded ({error})", REMEDY) from None
    return str(content)


def _card(message: EmailMessage) -> Card:
    name, address = parseaddr(str(message.get("from", "")))
    author, parted, house = name.partition(" from ")  # `Imogen Tarr from The Weir Letter`
    return Card(
        title=line_of(str(message.get("subject", ""))),
        outlet=first(line_of(house if parted else name), line_of(address.rpartition("@")[2])),
        author=line_of(author) if parted else None,
        published=dated(str(message.get("date", "")), "the message's Date header says so"),
    )
