"""What every part of a story's pages is made with: the digest, its sources' numbers, the printer and the strings."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from ..language.slugs import slug_of
from ..model import Article, Digest, Fact, Passage, Status
from ..reproduce import Allowance
from ..strings import Strings
from ..visible import name_line, one_line
from .passages import Printer, tongue

ISO_DAY = re.compile(r"(?<![\w-])\d{4}-(?:0[1-9]|1[0-2])-\d\d(?![\w-])")


@dataclass(frozen=True, slots=True)
class SourceRef:
    """What a chip on the page needs. `shared` is True where another source of the story has the same origin.

    A source whose outlet nobody names is called by its number, so that a story has one way of counting its sources.
    """

    article: str
    number: int
    name: str
    page: str
    origin: int
    shared: bool


@dataclass(frozen=True)
class Desk:
    digest: Digest
    allowance: Allowance
    say: Strings

    @cached_property
    def printer(self) -> Printer:
        return Printer(self.digest.story.articles, self.allowance, self.say.language)

    @cached_property
    def lang(self) -> str | None:
        """The language of words that belong to no single source, where all sources have it and the page has another."""
        languages = {tongue(article.language, self.say.language)[0] for article in self.digest.story.articles}
        return languages.pop() if len(languages) == 1 else None

    @cached_property
    def refs(self) -> dict[str, SourceRef]:
        """Numbers follow the order of the story's articles."""
        articles = self.digest.story.articles
        slugs = unique_slugs(tuple(article.id for article in articles), "source")
        order = {origin.id: number for number, origin in enumerate(self.digest.origins, 1)}
        return {
            article.id: SourceRef(
                article.id,
                number,
                self._name(article, number),
                f"sources/{slug}.html",
                order[self.digest.origin_of[article.id].id],
                len(self.digest.origin_of[article.id].articles) > 1,
            )
            for number, (article, slug) in enumerate(zip(articles, slugs, strict=True), 1)
        }

    def _name(self, article: Article, number: int) -> str:
        return name_line(article.outlet.name) if article.outlet.known else self.say("sources.unnamed", number=number)

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """In the order of the page: what one text alone bears out stands behind what several do, wherever the account
        has it, unless an editor put it first; and there what the same sources tell stands together."""
        leading = [fact for fact in self.digest.facts if not self.is_secondary(fact)]
        by_tellers: dict[frozenset[str], list[Fact]] = {}
        for fact in self.digest.facts:
            if self.is_secondary(fact):
                by_tellers.setdefault(frozenset(tellers(fact)), []).append(fact)
        return (*leading, *(fact for facts in by_tellers.values() for fact in facts))

    def is_secondary(self, fact: Fact) -> bool:
        return fact.status is Status.SINGLE_ORIGIN and fact.id not in self.digest.pinned

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The number of each fact on the page, by its id."""
        return {fact.id: number for number, fact in enumerate(self.facts, 1)}

    @cached_property
    def _numbers_by_name(self) -> dict[str, int]:
        """How a stage names a source, by its id or by a placeholder, and its number."""
        unnamed = [article for article in self.digest.story.articles if not article.outlet.known]
        ids = {name: ref.number for name, ref in self.refs.items()}
        return ids | {article.outlet.name: self.refs[article.id].number for article in unnamed}

    @cached_property
    def _names(self) -> re.Pattern[str]:
        longest_first = sorted(self._numbers_by_name, key=lambda name: (-len(name), name))
        return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w)")

    def remark(self, line: str) -> str:
        """What an editor remarked on a fact or a difference; "" where nothing."""
        return " ".join(one_line(note.text) for note in self.digest.remarks if note.about == line)

    def reason(self, text: str) -> str:
        """A stage's reason as a reader reads it: where it names an article by its id, the source's number stands, and
        days are written out."""
        numbered = self._names.sub(
            lambda found: self.say("sources.number", number=self._numbers_by_name[found[0]]),
            self.say.rule(one_line(text)),
        )
        return ISO_DAY.sub(lambda found: self.say.day(found[0]), numbered)

    def in_order(self, passages: tuple[Passage, ...]) -> list[Passage]:
        """By source, and within a source as they stand."""
        return sorted(passages, key=lambda passage: (self.refs[passage.article].number, passage))


def tellers(fact: Fact) -> tuple[str, ...]:
    """The articles that state the fact, the lead's first."""
    return tuple(dict.fromkeys((fact.lead.article, *(passage.article for passage in fact.support))))


def unique_slugs(texts: tuple[str, ...], default: str) -> tuple[str, ...]:
    """A slug for each text, in order; a second one of the same name gets -2, the next -3."""
    taken: set[str] = set()
    slugs = []
    for text in texts:
        base = slug_of(text, default)
        slug, count = base, 1
        while slug in taken:
            count += 1
            slug = f"{base}-{count}"
        taken.add(slug)
        slugs.append(slug)
    return tuple(slugs)
