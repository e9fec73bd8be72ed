"""A small invented digest that has every part of a page on it: for the gallery of parts, and for tests."""

from __future__ import annotations

import hashlib

from ..model import (
    Article,
    Block,
    BlockKind,
    Cause,
    Correction,
    Dated,
    Difference,
    Digest,
    Evidence,
    Fact,
    Kind,
    Moment,
    Note,
    Only,
    Origin,
    Outlet,
    Passage,
    Quantity,
    Side,
    Status,
    Story,
    Verdict,
    Written,
)

GAZETTE = """Bridge at Oster closed after crash

At least 12 people were hurt when a barge struck the bridge at Oster on Monday, police said.
“We heard a bang and then the lamps went out,” said Mara Linde.
The bridge was built in 1931.
"""
POST = """Barge hits Oster bridge, 15 hurt

Fifteen people were injured when a barge hit the bridge at Oster on Monday.
“There was a bang, then all the lamps went dark,” said Mara Linde.
The harbour master may have been <b>asleep</b> & {{ 7 * 7 }} <script>alert("no")</script>.
"""
ECHO = """Ship rams bridge in Oster

Fifteen people were injured when a barge hit the bridge at Oster on Monday.
The harbour master was asleep.
The bridge reopens on Thursday.
"""
BOTE = """Brücke bei Oster gesperrt

Die Brücke bleibt bis Donnerstag zu.
"""


def example_digest() -> Digest:
    gazette = _article(
        "gazette", GAZETTE, Outlet("Oster Gazette", True), "2024-03-04", "https://gazette.example/bridge"
    )
    post = _article("post", POST, Outlet("The <Post> & Co", True), "2024-03-05", None)
    echo = _article("echo", ECHO, Outlet("Unnamed outlet (echo)", False), "2024-03-06", None)
    bote = _article("bote", BOTE, Outlet("Der Bote", True), None, None, language="de")
    title = _words(gazette, "Bridge at Oster closed after crash")
    story = Story(
        "0123456789",
        "bridge-at-oster-closed-after-crash",
        Written(gazette.words(title), title),
        (gazette, post, echo, bote),
        ("names shared: Oster, Mara Linde",),
        summary="A barge hit the old bridge; nobody died.",
        closed="2024-03-09",
    )
    return Digest(
        story,
        _origins(post),
        _facts(gazette, post, echo, bote),
        _differences(gazette, post, echo),
        (Only("gazette", (_words(gazette, "The bridge was built in 1931."),)),),
        _timeline(gazette, post, echo),
        ("The harbour office has been asked for a statement.",),
        remarks=(Note("fbang", "Mara Linde lives <beside> the bridge."),),
        pinned=("fhurt",),
        hidden=("fgone",),
        corrections=_corrections(gazette),
    )


def _article(name: str, text: str, outlet: Outlet, day: str | None, url: str | None, language: str = "en") -> Article:
    published = Dated(day, Evidence.METADATA if day else Evidence.NONE)
    stamped = Dated("2030-01-01", Evidence.PAGE, False, None, f"{name} tells of 2024") if day is None else None
    return Article(
        id=name,
        file=f"{name}.txt",
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        text=text,
        outlet=outlet,
        blocks=tuple(_blocks(name, text)),
        published=published,
        page_date=stamped,
        url=url,
        author="A. Writer",
        language=language,
    )


def _blocks(name: str, text: str) -> list[Block]:
    start = 0
    blocks: list[Block] = []
    for line in text.splitlines(keepends=True):
        if line.strip():
            kind = BlockKind.PARAGRAPH if blocks else BlockKind.HEADLINE
            blocks.append(Block(kind, Passage(name, start, start + len(line.rstrip("\n")))))
        start += len(line)
    return blocks


def _words(article: Article, words: str) -> Passage:
    start = article.text.index(words)
    return Passage(article.id, start, start + len(words))


def _origins(post: Article) -> tuple[Origin, ...]:
    return (
        Origin("o1", ("gazette",), "no other report shares its wording"),
        Origin("o2", ("post", "echo"), "post and echo share a sentence", "Harbour Wire", (_words(post, "Mara Linde"),)),
        Origin("o3", ("bote",), "no other report shares its wording"),
    )


def _facts(gazette: Article, post: Article, echo: Article, bote: Article) -> tuple[Fact, ...]:
    hurt = _words(gazette, "At least 12 people were hurt when a barge struck the bridge at Oster on Monday")
    injured = "Fifteen people were injured when a barge hit the bridge at Oster on Monday"
    bang = _words(post, "There was a bang, then all the lamps went dark")
    asleep = _words(echo, "The harbour master was asleep")
    reopens = _words(echo, "The bridge reopens on Thursday")
    return (
        Fact(
            "fhurt",
            Status.DISPUTED,
            hurt,
            (hurt, _words(post, injured), _words(echo, injured)),
            2,
            (_words(gazette, "struck"),),
            ("dhurt",),
        ),
        Fact(
            "fbang",
            Status.AGREED,
            bang,
            (bang, _words(gazette, "We heard a bang and then the lamps went out")),
            2,
            (),
            ("dbang",),
            _words(post, "Mara Linde"),
        ),
        Fact(
            "fasleep",
            Status.SINGLE_ORIGIN,
            asleep,
            (asleep, _words(post, "The harbour master may have been <b>asleep</b>")),
            1,
            (),
            ("dasleep",),
        ),
        Fact("freopens", Status.AGREED, reopens, (reopens, _words(bote, "Die Brücke bleibt bis Donnerstag zu.")), 2),
    )


def _differences(gazette: Article, post: Article, echo: Article) -> tuple[Difference, ...]:
    twelve, fifteen = _words(gazette, "At least 12 people"), _words(post, "Fifteen people")
    return (
        Difference(
            "dhurt",
            Kind.NUMBER,
            Verdict.CONFLICT,
            "people … barge … bridge",
            (
                Side((twelve,), "At least 12 people", Quantity(12, 14, "people", "At least"), (twelve,)),
                Side((fifteen,), "Fifteen people", Quantity(15, 15, "people"), (fifteen,)),
            ),
            "no value satisfies both",
            "fhurt",
        ),
        Difference(
            "dasleep",
            Kind.CERTAINTY,
            Verdict.COMPATIBLE,
            "harbour master … asleep",
            (
                Side(
                    (_words(post, "The harbour master may have been <b>asleep</b>"),),
                    "may",
                    marks=(_words(post, "may"),),
                ),
                Side((_words(echo, "The harbour master was asleep"),), "was", marks=(_words(echo, "was"),)),
            ),
            "one states it, another holds it only possible",
            "fasleep",
        ),
        Difference(
            "dbang",
            Kind.QUOTE,
            Verdict.VARIANT,
            "bang",
            (
                Side(
                    (_words(gazette, "We heard a bang and then the lamps went out"),),
                    marks=(_words(gazette, "went out"),),
                ),
                Side(
                    (_words(post, "There was a bang, then all the lamps went dark"),),
                    marks=(_words(post, "went dark"),),
                ),
            ),
            "one utterance, printed in different words",
            "fbang",
        ),
    )


def _corrections(gazette: Article) -> tuple[Correction, ...]:
    hurt = _words(gazette, "At least 12 people were hurt")
    return (
        Correction("fgone", Written("The ship sank."), "agreed", None, None, Cause.EDITOR, "No report says so."),
        Correction(
            "fhurt",
            Written("Ten people were hurt"),
            "agreed",
            Written(gazette.words(hurt), hurt),
            "disputed",
            Cause.SOURCE,
            "Oster Gazette",
            "2024-03-06",
        ),
    )


def _timeline(gazette: Article, post: Article, echo: Article) -> tuple[Moment, ...]:
    monday = (_words(gazette, "on Monday"), _words(post, "on Monday"))
    return (
        Moment(Dated("1931", Evidence.TEXT), (_words(gazette, "The bridge was built in 1931."),)),
        Moment(Dated("2024-03-04", Evidence.TEXT), monday),
        Moment(Dated("2024-03-05", Evidence.METADATA), (_words(post, "Barge hits Oster bridge"),), reports=True),
        Moment(Dated("2024-03-07/2024-03-08", Evidence.TEXT), (_words(echo, "The bridge reopens on Thursday"),)),
    )
