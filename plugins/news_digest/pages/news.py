"""What was new on each day of a story that runs over several."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from ..language.sentences import split_sentences
from ..language.tongue import commonest, reading
from ..language.words import Token, tokens
from ..model import Article
from ..strings import Strings
from .facts import FactView
from .timeline import is_day

WORDED = 4  # facts: enough to say what the day brought
KNOWN = 0.7  # share of a fact's words in one sentence from which on the sentence already tells it


@dataclass(frozen=True, slots=True)
class NewsView:
    """The facts that a report of this day told first; the first of them in words, the others by their numbers."""

    iso: str
    label: str
    facts: tuple[FactView, ...]
    others: tuple[FactView, ...]


def news_views(facts: tuple[FactView, ...], articles: Mapping[str, Article], say: Strings) -> tuple[NewsView, ...]:
    """Newest day first, and without the first day of all, on which everything was new.

    Left out is what nobody can call new: a fact that rests on a report with no trusted day of its own, and one that an
    earlier report of the story already tells, though in words that did not make it one of the fact's sources.
    """
    days = sorted({day for article in articles.values() if (day := _day(article))})
    dated = sorted((day, fact.number, fact) for fact in facts if (day := _first_told(fact, articles)) in days[1:])
    new = [(day, fact) for day, _, fact in dated if not _known_before(day, fact, articles.values())]
    runs = [(day, tuple(fact for _, fact in run)) for day, run in groupby(new, lambda told: told[0])]
    return tuple(NewsView(day, say.day(day), run[:WORDED], run[WORDED:]) for day, run in reversed(runs))


def _day(article: Article) -> str | None:
    date = article.published
    return date.value[:10] if date.value and date.trusted and is_day(date.value) else None


def _first_told(fact: FactView, articles: Mapping[str, Article]) -> str | None:
    days = [_day(articles[source.article]) for source in fact.sources]
    known = [day for day in days if day]
    return min(known) if len(known) == len(days) else None


def _known_before(day: str, fact: FactView, articles: Iterable[Article]) -> bool:
    lead = next(article for article in articles if article.id == fact.lead.article)
    with reading(commonest([lead.language])):
        told = _news_words(lead.text[fact.lead.start : fact.lead.end])
        earlier = [article for article in articles if (its := _day(article)) and its < day]
        return any(_tells(told, article.words(block.passage)) for article in earlier for block in article.body)


def _news_words(text: str) -> frozenset[Token]:
    return frozenset(token for token in tokens(text) if not token.is_empty)


def _tells(told: frozenset[Token], text: str) -> bool:
    """Whether a sentence has every number and most words of what is told: a higher toll is news."""
    return any(_has(told, {token.form for token in tokens(text[start:end])}) for start, end in split_sentences(text))


def _has(told: frozenset[Token], forms: set[str]) -> bool:
    held = [token for token in told if token.form in forms]
    all_numbers = all(token in held for token in told if token.is_number)
    return bool(told) and all_numbers and len(held) >= KNOWN * len(told)
