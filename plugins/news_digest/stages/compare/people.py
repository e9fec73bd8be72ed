"""Ages: one person’s age as different outlets give it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from ...model import Article, Difference, Kind, Quantity, Verdict
from .names import full_name, plain_name
from .tellings import Version, sentences_of
from .written import write_down

OLDEST = 120
RULE = "one person has one age"
_NAME = r"(?P<name>[A-Z][\w’'-]+(?: (?:[A-Z][\w’'-]+|[a-z]{2,3} [A-Z][\w’'-]+)){0,3})"
_AGE = r"(?P<age>\d{1,3})"
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_NAME}, {_AGE}(?=[,.;])",
        rf"{_NAME} \({_AGE}\)",
        rf"{_NAME}, (?:an? )?{_AGE}[- ]year[- ]old",
        rf"{_NAME}, [^.;,]{{0,40}}\baged {_AGE}(?!\d)",
        rf"(?<![\d,.]){_AGE}-year-old (?:[a-z]+ ){{0,3}}{_NAME}",
    )
)


def differing_ages(articles: Sequence[Article]) -> Iterator[Difference]:
    """Whatever the sentences say beside: the same name with two ages is a contradiction."""
    people: defaultdict[str, dict[str, Version]] = defaultdict(dict)
    for article in articles:
        for name, version in _ages(article):
            people[name].setdefault(article.id, version)
    for name, versions in sorted(people.items()):
        found = list(versions.values())
        if len({version.key for version in found}) > 1:
            yield write_down("", Kind.NUMBER, Verdict.CONFLICT, RULE, found, about=name)


def _ages(article: Article) -> Iterator[tuple[str, Version]]:
    for telling in sentences_of(article):
        for pattern in _PATTERNS:
            for match in pattern.finditer(telling.text):
                name, age = full_name(article, match["name"].split()), int(match["age"])
                if name and age <= OLDEST:
                    yield plain_name(name), Version(telling, match.span("age"), Quantity(age, age, "age"), age)
