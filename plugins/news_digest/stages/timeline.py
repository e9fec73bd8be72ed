"""Find the dated moments that the reports tell, and the days of the reports themselves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from ..language.calendar_days import When, resolve
from ..language.dates import find_dates
from ..language.sentences import split_sentences
from ..model import Article, Dated, Evidence, Moment, Passage

DAY = len("2021-12-23")
NO_MOMENTS = frozenset({"clock", "offset", "ago"})  # counted from elsewhere, or too vague to set on a line


def find_timeline(articles: Sequence[Article]) -> tuple[Moment, ...]:
    """The moments in order of time, each with every sentence that dates something to it."""
    told: defaultdict[str, list[Passage]] = defaultdict(list)
    for article in articles:
        for value, passage in _mentions(article):
            if passage not in told[value]:
                told[value].append(passage)
    moments = [
        Moment(Dated(value, Evidence.TEXT, passage=passages[0]), tuple(passages)) for value, passages in told.items()
    ]
    return tuple(sorted([*moments, *_reports(articles)], key=lambda moment: (moment.date.value or "", moment.reports)))


def _mentions(article: Article) -> Iterator[tuple[str, Passage]]:
    anchor = report_day(article)
    for block in article.body:
        text = article.words(block.passage)
        for start, end in split_sentences(text):
            for mention in find_dates(text[start:end]):
                when = resolve(mention, anchor) if mention.kind not in NO_MOMENTS else None
                if when:
                    place = block.passage.start + start
                    yield iso_of(when), Passage(article.id, place, place + end - start)


def iso_of(when: When) -> str:
    """ISO 8601 at the precision of the words; a decade or season is an interval: 1990/1999."""
    if when.precision in {"decade", "century"}:
        return f"{when.start:%Y}/{when.end:%Y}"
    return when.iso


def report_day(article: Article) -> date | None:
    """The day of a report where it is known to the day; None where it is not, or where nobody vouches for it."""
    value = article.published.value
    return date.fromisoformat(value[:DAY]) if value and len(value) >= DAY and article.published.trusted else None


def _reports(articles: Sequence[Article]) -> Iterator[Moment]:
    """The days on which the reports themselves came out."""
    days: defaultdict[str, list[Article]] = defaultdict(list)
    for article in articles:
        day = report_day(article)
        if day:
            days[day.isoformat()].append(article)
    for value, published in days.items():
        passages = [place for article in published if (place := _came_out(article))]
        if not passages:
            continue
        first = published[0].published
        yield Moment(Dated(value, first.evidence, passage=first.passage, why=first.why), tuple(passages), reports=True)


def _came_out(article: Article) -> Passage | None:
    """Where a report prints its day; else its headline: a day can come from an editor, metadata or another report."""
    printed = article.published.passage
    return printed if printed and printed.article == article.id else article.title


if __name__ == "__main__":
    from ..looking import main

    raise SystemExit(main("timeline"))
