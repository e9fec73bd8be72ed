"""The published state of each story: a file in the repository that says what stood on the page under which id."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..model import Article, Cause, Correction, Difference, Digest, Fact, Passage, Refusal, Written
from ..remember import remembered

PUBLISHED = "published"  # the folder of these files, below the content folder
REMEDY = "restore it from the repository's history; nothing but `make record` writes it"
FACT = "fact"

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Words:
    """Words of an article as they stood when they were published."""

    article: str
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """A published fact or difference. `kind` is FACT or the difference's; `standing` its status or verdict; `lead` is
    what it said, in a source's words; `passages` are all that stood behind it."""

    id: str
    kind: str
    standing: str
    lead: Words
    passages: tuple[Words, ...]


@dataclass(frozen=True)
class State:
    """A story as it was published. `articles` gives the SHA-256 of each one's text."""

    story: str
    slug: str
    former: tuple[str, ...]
    articles: Mapping[str, str]
    lines: tuple[Line, ...]
    corrections: tuple[Correction, ...] = ()


def read_register(content: Path) -> tuple[tuple[State, ...], tuple[Refusal, ...]]:
    """All published states, by the id of the story. A file that cannot be read is refused."""
    states, refusals = [], []
    for path in sorted((content / PUBLISHED).glob("*.json")):
        try:
            states.append(_parse(path.read_text(encoding="utf-8")))
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            refusals.append(Refusal(path.as_posix(), f"the published state cannot be read ({error})", REMEDY))
    return tuple(states), tuple(refusals)


def state_of(digest: Digest) -> State:
    """What is to be remembered of a digest once it is published."""
    story = digest.story
    lines = (
        *(fact_line(fact, digest) for fact in digest.facts),
        *(difference_line(d, digest) for d in digest.differences),
    )
    articles = {article.id: text_print(article) for article in story.articles}
    return State(story.id, story.slug, story.former, articles, lines, digest.corrections)


def text_print(article: Article) -> str:
    """SHA-256 of the article's own text: a feed's file also changes where another of its items does."""
    return hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest()


def fact_line(fact: Fact, digest: Digest) -> Line:
    support = dict.fromkeys((fact.lead, *fact.support))
    return Line(fact.id, FACT, str(fact.status), _words(fact.lead, digest), _all_words(support, digest))


def difference_line(difference: Difference, digest: Digest) -> Line:
    passages = [passage for side in difference.sides for passage in side.passages]
    lead = difference.sides[0].passages[0]
    kind, standing = str(difference.kind), str(difference.verdict)
    return Line(difference.id, kind, standing, _words(lead, digest), _all_words(passages, digest))


def _words(passage: Passage, digest: Digest) -> Words:
    return Words(passage.article, digest.story.words(passage))


def _all_words(passages: Iterable[Passage], digest: Digest) -> tuple[Words, ...]:
    return tuple(_words(passage, digest) for passage in passages)


def to_json(state: State) -> str:
    """One field a line, so that a history shows what changed."""
    written: Json = {
        "story": state.story,
        "slug": state.slug,
        "former": list(state.former),
        "articles": dict(sorted(state.articles.items())),
        "lines": [_write_line(line) for line in state.lines],
        "corrections": [_write_correction(correction) for correction in state.corrections],
    }
    return json.dumps(written, ensure_ascii=False, indent=1) + "\n"


def _write_line(line: Line) -> Json:
    return {
        "id": line.id,
        "kind": line.kind,
        "standing": line.standing,
        "lead": _write_words(line.lead),
        "passages": [_write_words(words) for words in line.passages],
    }


def _write_words(words: Words) -> Json:
    return {"article": words.article, "text": words.text}


def _write_correction(correction: Correction) -> Json:
    return {
        "about": correction.about,
        "said": correction.said.text,
        "stood": correction.stood,
        "says": correction.says.text if correction.says else None,
        "stands": correction.stands,
        "cause": str(correction.cause),
        "why": correction.why,
        "day": correction.day,
    }


@remembered
def _parse(text: str) -> State:
    return _state(json.loads(text))


def _state(read: Json) -> State:
    return State(
        str(read["story"]),
        str(read["slug"]),
        tuple(map(str, read["former"])),
        {str(name): str(sha256) for name, sha256 in read["articles"].items()},
        tuple(_line(line) for line in read["lines"]),
        tuple(_correction(correction) for correction in read["corrections"]),
    )


def _line(read: Json) -> Line:
    passages = tuple(_read_words(words) for words in read["passages"])
    return Line(str(read["id"]), str(read["kind"]), str(read["standing"]), _read_words(read["lead"]), passages)


def _read_words(read: Json) -> Words:
    return Words(str(read["article"]), str(read["text"]))


def _correction(read: Json) -> Correction:
    """Without passages: where its words stand, if they still stand anywhere, is looked up when it is shown."""
    says = Written(str(read["says"])) if read["says"] is not None else None
    stands = None if read["stands"] is None else str(read["stands"])
    day = None if read["day"] is None else str(read["day"])
    cause, why = Cause(read["cause"]), str(read["why"])
    return Correction(str(read["about"]), Written(str(read["said"])), str(read["stood"]), says, stands, cause, why, day)
