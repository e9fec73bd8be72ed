"""Ages: one person’s age as different outlets give it, by name or, in sentences alike, by description."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ...language.figures import find_figures
from ...language.tongue import ENGLISH, language_read
from ...model import Alignment, Article, Difference, Kind, Quantity, Verdict
from ...remember import between_builds
from .beside import shared_beside
from .names import NAME, full_name, is_office, one_person, plain_name
from .tellings import Span, Telling, Version, fact_of, fact_of_all, sentences_of, slots_of
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
_BACK = re.compile(
    rf"\b[Tt]he {_AGE}-year-old(?=[,.]| (?:was|is|has|had|will|who|said|told|on|in|of|for|at|by|after)\b| [a-z]+ed\b)"
)
# What speaks for two descriptions being of one person, in the weight of shared words beside them (see beside.py).
ENOUGH = 5.0
MOST_BESIDE = 9.0
ONE_FACT = 2.0
SAME_AGE = 1000  # the same age is matched before any other
NEAR_AGE = 3  # years between a boy and a suspect who may be one; a father and a son are further apart
ANYONE, MALE, FEMALE = "", "male", "female"
ROLES = frozenset("driver pilot captain gunman attacker suspect defendant cyclist motorcyclist pedestrian".split())
IN_ONE_ROLE = 1.0  # enough for two drivers, where each report gives the age of one
DESCRIBED = {
    **dict.fromkeys(ROLES, ANYONE),
    **dict.fromkeys("teenager teen youth youngster child pupil student pensioner".split(), ANYONE),
    **dict.fromkeys("victim passenger worker local resident".split(), ANYONE),
    **dict.fromkeys("boy man schoolboy father son brother".split(), MALE),
    **dict.fromkeys("girl woman schoolgirl mother daughter sister".split(), FEMALE),
}
_NOUN = rf"(?P<noun>{'|'.join(DESCRIBED)})\b"
_DESCRIPTIONS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<![\d,.])(?P<told>{_AGE}-year-old) (?:[a-z-]+ ){{0,2}}?{_NOUN}(?! [A-Z])",
        rf"\b(?:[Aa]|[Tt]he|[Oo]ne) (?:[a-z-]+ ){{0,2}}?{_NOUN}(?:,? who (?:is|was)|,| of)? (?P<told>(?:aged )?{_AGE})"
        r"(?=[,.;]|$| (?:was|is|has|died|who)\b)",
    )
)


def differing_ages(articles: Sequence[Article]) -> Iterator[Difference]:
    """Whatever the sentences say beside: the same name with two ages is a contradiction."""
    people: defaultdict[str, dict[str, Version]] = defaultdict(dict)
    for article in articles:
        for name, version in _ages_in(article):
            known = next((other for other in people if one_person(name, other)), name)  # Miller Jonas Prell
            people[known].setdefault(article.id, version)
    for name, versions in sorted(people.items()):
        found = list(versions.values())
        if len({version.key for version in found}) > 1:
            yield write_down("", Kind.NUMBER, Verdict.CONFLICT, RULE, found, about=name)


@between_builds
def _ages_in(article: Article) -> tuple[tuple[str, Version], ...]:
    return tuple(_ages(article))


def _ages(article: Article) -> Iterator[tuple[str, Version]]:
    before = ""
    for telling in sentences_of(article):
        yield from _ages_of_the_named(telling, before)
        before = telling.text
        for pattern in _PATTERNS:
            for match in pattern.finditer(telling.text):
                name, age = full_name(article, match["name"].split()), int(match["age"])
                if name and age <= OLDEST:
                    yield plain_name(name), Version(telling, match.span("age"), Quantity(age, age, "age"), age)


def _ages_of_the_named(telling: Telling, before: str) -> Iterator[tuple[str, Version]]:
    """`The 24-year-old`, `convicted the 58-year-old`, after a sentence that names one person in full and speaks of no
    boy or driver beside."""
    match = None if re.search(rf"\b{_NOUN}", before) else _BACK.search(telling.text)
    named = {" ".join(name) for found in NAME.findall(before) if (name := _without_offices(found))[1:]}
    if match and len(named) == 1 and int(match["age"]) <= OLDEST:
        age = int(match["age"])
        yield plain_name(named.pop()), Version(telling, match.span("age"), Quantity(age, age, "age"), age)


def _without_offices(name: str) -> list[str]:
    return [part for part in name.split() if not is_office(part)]


@dataclass(frozen=True)
class Described:
    """Somebody without a name whose age is given: `a 17-year-old boy`."""

    telling: Telling
    span: Span
    noun: str
    age: int

    @property
    def version(self) -> Version:
        return Version(self.telling, self.span, Quantity(self.age, self.age, "age"), self.age)


def differing_described_ages(sentences: Sequence[Telling], alignments: Sequence[Alignment]) -> Iterator[Difference]:
    """`A 17-year-old boy was arrested` beside `a boy aged 16 has been arrested`, where the words around are alike."""
    described = _told_apart([one for telling in sentences for one in _described(telling)])
    if not described:
        return
    beside = shared_beside([(one.telling, one.span) for one in described])
    facts = [fact_of(one.telling.passage(one.span), alignments) for one in described]

    def rank(a: int, b: int) -> int | None:
        weight = min(float(beside[a, b]), MOST_BESIDE) + ONE_FACT * (bool(facts[a]) and facts[a] == facts[b])
        enough = IN_ONE_ROLE if _in_one_role(described[a], described[b]) else ENOUGH
        if weight < enough or not _may_be_one(described[a], described[b]):
            return None
        return -round(10 * weight) - SAME_AGE * (described[a].age == described[b].age)

    for slot in slots_of([(one.telling.article.id, one) for one in described], rank):
        versions = [described[place].version for place in slot]
        if len({version.key for version in versions}) > 1:
            yield write_down(fact_of_all(versions, alignments), Kind.NUMBER, Verdict.CONFLICT, RULE, versions)


def differing_ages_of_facts(told: Iterable[Sequence[Telling]], alignments: Sequence[Alignment]) -> Iterator[Difference]:
    """`Ein 34-jähriger Mann wurde festgenommen` beside `ein 36-Jähriger, der festgenommen worden war`: where one fact
    holds both, and each claim gives one age. English has its descriptions."""
    for claims in told if language_read() != ENGLISH else ():
        found = [(telling, [one for one in find_figures(telling.text) if one.unit == "age"]) for telling in claims]
        ages = [(telling, one[0]) for telling, one in found if len(one) == 1 and one[0].low == one[0].high]
        versions = [
            Version(telling, (age.start, age.end), Quantity(age.low, age.high, "age"), age.low) for telling, age in ages
        ]
        if len({version.key for version in versions}) > 1:
            yield write_down(fact_of_all(versions, alignments), Kind.NUMBER, Verdict.CONFLICT, RULE, versions)


def _told_apart(described: Sequence[Described]) -> list[Described]:
    """Without those of whom a report tells several: a girl of 12 and one of 15."""
    ages: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
    for one in described:
        ages[one.telling.article.id, one.noun].add(one.age)
    return [one for one in described if len(ages[one.telling.article.id, one.noun]) == 1]


@between_builds
def _described(telling: Telling) -> tuple[Described, ...]:
    return tuple(_described_in(telling))


def _described_in(telling: Telling) -> Iterator[Described]:
    for pattern in _DESCRIPTIONS:
        for match in pattern.finditer(telling.text):
            if int(match["age"]) <= OLDEST:
                yield Described(telling, match.span("told"), match["noun"], int(match["age"]))


def _in_one_role(one: Described, other: Described) -> bool:
    """There is one driver; there may be many women."""
    return one.noun == other.noun and one.noun in ROLES and abs(one.age - other.age) <= NEAR_AGE


def _may_be_one(one: Described, other: Described) -> bool:
    """A boy may be a man and a suspect, no girl; a driver is no pedestrian."""
    here, there = DESCRIBED[one.noun], DESCRIBED[other.noun]
    if one.noun == other.noun:
        return True
    alike = here != there if ANYONE in {here, there} else here == there
    return alike and abs(one.age - other.age) <= NEAR_AGE
