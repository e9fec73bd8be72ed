"""Results as data: story.json after its published schema, CSV of facts and differences, and JSON-LD."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from .model import (
    Article,
    Correction,
    Dated,
    Difference,
    Digest,
    Fact,
    Moment,
    Only,
    Origin,
    Outlet,
    Passage,
    Quantity,
    Side,
    Written,
)
from .reproduce import Allowance
from .strings import Strings
from .visible import one_line

SCHEMA = "news-digest/story/1"
Json = dict[str, Any]


def to_json(value: Json | Sequence[Json]) -> str:
    """The same value gives the same bytes: keys keep the order they are written in, and a line feed ends the file."""
    return json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def story_json(digest: Digest, allowance: Allowance) -> Json:
    """What story.json holds. A passage that the site may not reproduce is cut to its first word, and `until` says
    where it ends in full."""
    return _Writer(digest, allowance).story()


class _Writer:
    def __init__(self, digest: Digest, allowance: Allowance) -> None:
        self.digest = digest
        self.allowance = allowance

    def story(self) -> Json:
        digest = self.digest
        return {
            "schema": SCHEMA,
            "id": digest.story.id,
            "slug": digest.story.slug,
            "title": self.written(digest.story.title),
            "articles": [self.article(article) for article in digest.story.articles],
            "origins": [self.origin(origin) for origin in digest.origins],
            "facts": [self.fact(fact) for fact in digest.facts],
            "differences": [self.difference(difference) for difference in digest.differences],
            "only_in": [self.only(only) for only in digest.only_in],
            "timeline": [self.moment(moment) for moment in digest.timeline],
            "notes": list(digest.notes),
            "why": list(digest.story.why),
            "topic": digest.story.topic,
            "closed": digest.story.closed,
            "former": list(digest.story.former),
            "remarks": [{"about": remark.about, "text": remark.text} for remark in digest.remarks],
            "corrections": [self.correction(correction) for correction in digest.corrections],
        }

    def passage(self, passage: Passage) -> Json:
        words = self.digest.story.words(passage)
        if self.allowance.grants(passage):
            return {"article": passage.article, "start": passage.start, "end": passage.end, "text": words}
        first = len(words) - len(words.lstrip()) + len(words.split(maxsplit=1)[0])
        end = passage.start + first
        return {
            "article": passage.article,
            "start": passage.start,
            "end": end,
            "text": words[:first],
            "until": passage.end,
        }

    def passages(self, passages: Iterable[Passage]) -> list[Json]:
        return [self.passage(passage) for passage in passages]

    def written(self, written: Written) -> Json:
        if written.passage is None:
            return {"text": written.text, "by": "editor"}
        passage = self.passage(written.passage)
        text = passage["text"] if "until" in passage else written.text
        return {"text": text, "by": "source", "passage": passage}

    def dated(self, dated: Dated) -> Json:
        found: Json = {"value": dated.value, "evidence": str(dated.evidence), "trusted": dated.trusted}
        if dated.passage:
            found["passage"] = self.passage(dated.passage)
        if dated.why:
            found["why"] = dated.why
        return found

    def article(self, article: Article) -> Json:
        found: Json = {
            "id": article.id,
            "file": article.file,
            "sha256": article.sha256,
            "outlet": outlet_json(article.outlet),
            "title": article.words(article.title) if article.title else None,
            "url": article.url,
            "language": article.language,
            "author": article.author,
            "published": self.dated(article.published),
            "origin": self.digest.origin_of[article.id].id,
        }
        if article.copies:
            found["copies"] = [self.copy(copy) for copy in article.copies]
        if article.page_date:
            found["page_date"] = self.dated(article.page_date)
        return found

    def copy(self, article: Article) -> Json:
        return {
            "id": article.id,
            "file": article.file,
            "outlet": {"name": article.outlet.name, "known": article.outlet.known},
            "url": article.url,
            "published": self.dated(replace(article.published, passage=None)),
        }

    def origin(self, origin: Origin) -> Json:
        return {
            "id": origin.id,
            "articles": list(origin.articles),
            "why": origin.why,
            "name": origin.name,
            "credits": self.passages(origin.credits),
        }

    def fact(self, fact: Fact) -> Json:
        found: Json = {
            "id": fact.id,
            "status": str(fact.status),
            "lead": self.passage(fact.lead),
            "support": self.passages(fact.support),
            "articles": len(articles_of(fact)),
            "origins": fact.origins,
            "unsupported": self.passages(fact.unsupported),
            "differences": list(fact.differences),
            "why": list(fact.why),
        }
        if fact.speaker:
            found["speaker"] = self.passage(fact.speaker)
        return found

    def difference(self, difference: Difference) -> Json:
        return {
            "id": difference.id,
            "kind": str(difference.kind),
            "verdict": str(difference.verdict),
            "about": difference.about,
            "rule": difference.rule,
            "sides": [self.side(side) for side in difference.sides],
            "fact": difference.fact,
        }

    def side(self, side: Side) -> Json:
        value = quantity(side.value) if isinstance(side.value, Quantity) else side.value
        found: Json = {"label": side.label, "value": value, "passages": self.passages(side.passages)}
        if side.marks:
            found["marks"] = self.passages(side.marks)
        if side.speakers:
            found["speakers"] = self.passages(side.speakers)
        return found

    def only(self, only: Only) -> Json:
        return {"article": only.article, "passages": self.passages(only.passages)}

    def correction(self, correction: Correction) -> Json:
        return {
            "about": correction.about,
            "said": self.written(correction.said),
            "stood": correction.stood,
            "says": self.written(correction.says) if correction.says else None,
            "stands": correction.stands,
            "cause": str(correction.cause),
            "why": correction.why,
            "day": correction.day,
        }

    def moment(self, moment: Moment) -> Json:
        return {
            "date": self.dated(moment.date),
            "passages": self.passages(moment.passages),
            "reports": moment.reports,
        }


def quantity(value: Quantity) -> Json:
    return {"low": value.low, "high": value.high, "unit": value.unit, "approximation": value.approximation}


def articles_of(fact: Fact) -> tuple[str, ...]:
    return tuple(dict.fromkeys((fact.lead.article, *(passage.article for passage in fact.support))))


FACT_COLUMNS = ("story", "fact", "status", "articles", "origins", "role", "article", "outlet", "start", "end", "text")
DIFFERENCE_COLUMNS = (
    "story", "difference", "kind", "verdict", "about", "side", "label", "value",
    "article", "outlet", "start", "end", "text",
)  # fmt: skip


def facts_csv(digest: Digest, allowance: Allowance) -> str:
    """One row for each passage of each fact; the lead first."""
    rows = []
    for fact in digest.facts:
        counts = (str(fact.status), len(articles_of(fact)), fact.origins)
        roles = [("lead", fact.lead), *(("support", passage) for passage in fact.support if passage != fact.lead)]
        for role, passage in roles:
            rows.append((digest.story.slug, fact.id, *counts, role, *_cells(digest, passage, allowance)))
    return _csv(FACT_COLUMNS, rows)


def differences_csv(digest: Digest, allowance: Allowance) -> str:
    """One row for each passage of each side."""
    rows = []
    for difference in digest.differences:
        head = (digest.story.slug, difference.id, str(difference.kind), str(difference.verdict), difference.about)
        for number, side in enumerate(difference.sides, 1):
            for passage in side.passages:
                rows.append((*head, number, side.label, _flat(side.value), *_cells(digest, passage, allowance)))
    return _csv(DIFFERENCE_COLUMNS, rows)


def _cells(digest: Digest, passage: Passage, allowance: Allowance) -> tuple[str | int, ...]:
    article = digest.story.by_id[passage.article]
    words = article.words(passage) if allowance.grants(passage) else ""
    return article.id, article.outlet.name, passage.start, passage.end, words


def _flat(value: Quantity | str | None) -> str:
    if isinstance(value, Quantity):
        return " ".join(
            str(part) for part in (value.approximation, value.low, value.high, value.unit) if part is not None
        )
    return value or ""


def _csv(columns: Sequence[str], rows: Iterable[Sequence[str | int]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return out.getvalue()


def _harmless(cell: str | int) -> str | int:
    """A spreadsheet runs a cell that begins like a formula; an apostrophe in front keeps it text."""
    if isinstance(cell, str) and cell.lstrip()[:1] in ("=", "+", "-", "@"):
        return f"'{cell}"
    return cell


def outlet_json(outlet: Outlet) -> Json:
    """Name, whether it is known, and what outlets.yml says besides."""
    said = {
        "owner": outlet.owner,
        "country": outlet.country,
        "agencies": list(outlet.agencies),
        "source": outlet.source,
    }
    return {"name": outlet.name, "known": outlet.known} | {name: value for name, value in said.items() if value}


def linked_data(digest: Digest, address: str, day: str | None, language: str) -> Json:
    """schema.org JSON-LD of the story's page: a report that is based on other reports, each named with its date."""
    found: Json = {
        "@context": "https://schema.org",
        "@type": "ReportageNewsArticle",
        "headline": one_line(digest.story.title.text),
        "url": address,
        "mainEntityOfPage": address,
        "inLanguage": language,
        "isBasedOn": [_cited(article) for article in digest.story.articles],
    }
    if day:
        found["datePublished"] = day
    if digest.corrections:
        say = Strings(language)
        found["correction"] = [_corrected(correction, say) for correction in digest.corrections]
    return found


def _corrected(correction: Correction, say: Strings) -> Json:
    """What it said, what it says, and why."""
    says = one_line(correction.says.text) if correction.says else say("correction.withdrawn")
    told = (f"{one_line(correction.said.text)} → {says}", one_line(correction.why))
    found: Json = {"@type": "CorrectionComment", "text": " – ".join(filter(None, told))}
    if correction.day:
        found["datePublished"] = correction.day
    return found


def _cited(article: Article) -> Json:
    found: Json = {"@type": "NewsArticle", "identifier": article.id}
    if article.title:
        found["headline"] = one_line(article.words(article.title))
    if article.url:
        found["url"] = article.url
    if article.outlet.known:
        found["publisher"] = {"@type": "Organization", "name": article.outlet.name}
    if article.published.value and article.published.trusted:
        found["datePublished"] = article.published.value
    return found
