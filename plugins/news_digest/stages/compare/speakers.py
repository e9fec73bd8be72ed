"""Attribution: into whose mouth the reports put the same words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from ...language.lexicons import words
from ...language.sentences import split_sentences
from ...language.speech import reported_speech
from ...language.words import Run, runs_of
from ...model import Alignment, Article, Difference, Kind, Passage, Verdict
from ...remember import between_builds
from .names import BESIDE_THE_NAME, NAME, full_name, is_office, one_person, plain_name
from .quotes import prints_of
from .tellings import Telling, Version, fact_of_all
from .utterances import RUN, Line
from .written import write_down

SAME_WORDS = 0.3  # of the runs of words of a quotation that a report without quotation marks has too
TWO_PEOPLE = "the same words are put into the mouths of two people"
PERSON_AND_BODY = "one report names a person, another a body, and none says that they are one voice"

Said = tuple[frozenset[Run], Version]


@dataclass(frozen=True)
class Person:
    name: str


@dataclass(frozen=True)
class Body:
    noun: str


def differing_speakers(
    utterances: Sequence[Sequence[Line]],
    lines: Sequence[Line],
    sentences: Sequence[Telling],
    alignments: Sequence[Alignment],
) -> Iterator[Difference]:
    """Who says what is quoted, and who says it where another report tells the same words without marks."""
    grouped = {line.words for group in utterances for line in group}
    alone = [[line] for line in lines if line.words not in grouped]
    reports = [said for telling in sentences if (said := _report(telling))]
    for group in [*utterances, *alone]:
        runs = frozenset(run for line in group for run in runs_of(line.text, RUN))
        quoted = [version for one in prints_of(group) if (version := _version(_in_sentence(one.telling)))]
        articles = {version.telling.article.id for version in quoted}
        told = [
            version
            for theirs, version in reports
            if len(theirs & runs) > SAME_WORDS * len(runs) and version.telling.article.id not in articles
        ]
        if quoted:
            yield from _difference([*quoted, *told], sentences, alignments)


def _difference(
    versions: Sequence[Version], sentences: Sequence[Telling], alignments: Sequence[Alignment]
) -> Iterator[Difference]:
    people = {version.key.name for version in versions if isinstance(version.key, Person)}
    bodies = {version.key.noun for version in versions if isinstance(version.key, Body)}
    fact = fact_of_all(versions, alignments)
    if any(not one_person(a, b) and not _named_together(a, b, versions) for a, b in combinations(sorted(people), 2)):
        yield write_down(fact, Kind.ATTRIBUTION, Verdict.CONFLICT, TWO_PEOPLE, versions)
    elif people and bodies and not _one_voice(people | bodies, sentences):
        yield write_down(fact, Kind.ATTRIBUTION, Verdict.COMPATIBLE, PERSON_AND_BODY, versions)


def _named_together(name: str, other: str, versions: Sequence[Version]) -> bool:
    """A statement of both."""
    surnames = {one.split()[-1] for one in (name, other)}
    said_by = (set(re.findall(r"[\w’'-]+", version.telling.text)) for version in versions)
    return len(surnames) > 1 and any(surnames <= found for found in said_by)


def _one_voice(names: set[str], sentences: Sequence[Telling]) -> bool:
    """A sentence that names both ties the person to the body."""
    return any(all(re.search(rf"\b{re.escape(name)}", telling.text) for name in names) for telling in sentences)


def _in_sentence(telling: Telling) -> Telling:
    """The quotation with all that its sentence says of the speaker: `said Osterkamp, who chairs the works council`."""
    passage, article = telling.claim.passage, telling.article
    block = next(block.passage for block in article.body if block.passage.contains(passage))
    spans = [(block.start + start, block.start + end) for start, end in split_sentences(article.words(block))]
    last = next((end for start, end in spans if start < passage.end <= end), passage.end)
    whole = Passage(article.id, passage.start, last)
    return Telling(replace(telling.claim, passage=whole), article)


@between_builds
def _report(telling: Telling) -> Said | None:
    """What a sentence says that somebody said, outside of quotation marks."""
    speech = reported_speech(telling.text)
    if speech is None:
        return None
    claim = replace(telling.claim, speaker=telling.passage(speech.speaker))
    version = _version(Telling(claim, telling.article))
    runs = runs_of(telling.text, RUN, without=telling.quoted)
    return (runs, version) if version and runs else None


def _version(telling: Telling) -> Version | None:
    speaker = telling.claim.speaker
    if speaker is None:
        return None
    named = _person(telling.article, speaker) or _body(telling.article, speaker)
    if named is None or not telling.claim.passage.contains(named[1]):
        return None
    return Version(telling, telling.span_of(named[1]), key=named[0])


def _person(article: Article, speaker: Passage) -> tuple[Person | Body, Passage] | None:
    """The name that closes the words for the speaker, where the article gives it in full anywhere."""
    text = article.words(speaker)
    beside = BESIDE_THE_NAME.search(text)
    end = beside.start() if beside else len(text)
    named = list(NAME.finditer(text, 0, end))
    if not named or named[-1].end() < len(text[:end].rstrip()) or text[: named[-1].start()].lower().endswith("the "):
        return None
    parts = [word for word in named[-1].group().split() if not is_office(word)]
    full = full_name(article, parts) if parts else None
    if full is None:
        return None
    start = text.index(parts[0], named[-1].start())
    return Person(plain_name(full)), Passage(article.id, speaker.start + start, speaker.start + named[-1].end())


def _body(article: Article, speaker: Passage) -> tuple[Person | Body, Passage] | None:
    text = article.words(speaker)
    beside = BESIDE_THE_NAME.search(text)
    head = text[: beside.start() if beside else None].rstrip().split()[-1:]
    return (Body(head[0]), speaker) if head and head[0].lower() in words("bodies") else None
