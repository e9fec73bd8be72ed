"""A newsletter gives its text and what its headers say; a saved web archive gives its page."""

from __future__ import annotations

import time
from email.message import EmailMessage

import pytest

from news_digest.doors.draft import SeedError
from news_digest.doors.eml import read_mail, read_saved_archive
from news_digest.model import BODY

PLAIN = """The ferry Alma ran aground off the Quill Islands on Monday with 80 people aboard, the coast guard said.

All of them were brought ashore by fishing boats within two hours, it said.
"""


def message(plain: str | None = PLAIN, markup: str | None = None) -> EmailMessage:
    mail = EmailMessage()
    mail["Subject"] = "Ferry runs aground, all 80 safe"
    mail["From"] = "Coast Now <news@coast.example>"
    mail["Date"] = "Thu, 16 May 2024 07:30:00 +0100"
    if plain:
        mail.set_content(plain)
    if markup and plain:
        mail.add_alternative(markup, subtype="html")
    elif markup:
        mail.set_content(markup, subtype="html")
    return mail


def test_plain_text_is_preferred_and_the_headers_are_read() -> None:
    (draft,) = read_mail(message(markup="<p>no</p>").as_bytes())
    assert draft.text.startswith("Ferry runs aground, all 80 safe\n\nThe ferry Alma")
    assert (draft.card.outlet, draft.card.published.value) == ("Coast Now", "2024-05-16T07:30:00+01:00")


def test_a_message_in_html_alone_is_read_without_its_scripts() -> None:
    markup = "".join(f"<p>{line}</p>" for line in PLAIN.splitlines()) + "<script>alert(1)</script>"
    (draft,) = read_mail(message(None, markup).as_bytes())
    assert "All of them were brought ashore" in draft.text
    assert "alert" not in draft.text


def test_a_saved_archive_is_read_as_its_page() -> None:
    body = "".join(f"<p>{PLAIN.splitlines()[0]} It was boat number {n}.</p>" for n in range(5))
    mail = message(
        None, f"<html><head><title>Ferry aground</title></head><body><article>{body}</article></body></html>"
    )
    (draft,) = read_saved_archive(mail.as_bytes())
    assert draft.text.startswith("Ferry aground")


NESTED = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(150))


@pytest.mark.slow
@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"Subject: x\n\n",
        b"Content-Type: text/plain; charset=no-such\n\nx",
        b"Content-Type: application/zip\nContent-Transfer-Encoding: base64\n\nUEsDBA==",
        b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\nx\n" * 5_000,
        NESTED + b"x",
        b"From: " + b"(" * 20_000 + b"\nSubject: " + b"=?utf-8?q?" * 5_000 + b"\n\nx",
        b"Date: Thu, 99 Foo 99999 99:99:99 +9999\n\nx",
    ],
    ids=["empty", "no body", "unknown charset", "attachment", "many parts", "deep parts", "headers", "date"],
)
def test_what_is_no_newsletter_is_refused_in_bounded_time(data: bytes) -> None:
    started = time.monotonic()
    with pytest.raises(SeedError):
        read_mail(data)
    assert time.monotonic() - started < 5


NEWSLETTER = """From: "Imogen Tarr from The Weir Letter" <letter@mail.example>
Subject: The flood plan that nobody found
Date: Thu, 07 Mar 2024 06:30:21 +0000

View this post on the web at https://weirletter.example/p/flood-plan

When the Wenn rose on Sunday, it came up Tanner Street first, as a report [ https://weirletter.example/r/1 ] had said.

The report cost the town 86,000 pounds, and no copy of it could be found, the town clerk said on Wednesday.
"""


def test_a_newsletter_tells_its_author_its_house_and_its_address() -> None:
    (draft,) = read_mail(NEWSLETTER.encode())
    card = draft.card
    assert (card.author, card.outlet, card.url) == (
        "Imogen Tarr",
        "The Weir Letter",
        "https://weirletter.example/p/flood-plan",
    )


def test_addresses_behind_words_are_no_words_of_the_report() -> None:
    (draft,) = read_mail(NEWSLETTER.encode())
    assert "Tanner Street first, as a report had said." in draft.text
    assert not any("View this post" in draft.text[run.start : run.end] for run in draft.runs if run.kind in BODY)


def test_what_a_newsletter_hides_for_the_list_of_messages_is_not_read() -> None:
    hidden = "<div style='color:red; display:none'>Preview &zwnj;</div>"
    paragraphs = "".join(f"<p>{line}</p>" for line in NEWSLETTER.splitlines()[-3:] if line)
    head = "Subject: The flood plan\nContent-Type: text/html; charset=utf-8\n\n"
    (draft,) = read_mail(f"{head}<html><body>{hidden}{paragraphs}</body></html>".encode())
    assert "Preview" not in draft.text
