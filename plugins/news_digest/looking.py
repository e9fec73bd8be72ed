"""Look at what a stage sees, and at why a story is as it is.

python -m news_digest.stages.claims seeds/a.txt seeds/b.txt
python -m news_digest.looking [STORY] [--seeds DIR]
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from .doors import read_seeds
from .edit import story_parser
from .hand import amend, open_editing
from .hand.find import NoStoryError, find_story, list_stories
from .language.tongue import reading
from .model import Alignment, Article, Claim, Difference, Digest, Fact, Passage, Story, Written
from .pipeline import build_digests, digest_story, originals
from .stages.align import align_claims
from .stages.claims import find_claims
from .stages.cluster import NearMiss, cluster, near_misses
from .stages.copies import set_copies_aside
from .stages.headline import choose_headline
from .stages.languages import main_language, part_by_language
from .stages.origins import find_origins
from .stages.timeline import find_timeline

Articles = Sequence[Article]
BOLD, DIM, RED, GREEN, BLUE = "1", "2", "31", "32", "34"
STATUS_INK = {"agreed": GREEN, "disputed": RED, "single-origin": DIM}
VERDICT_INK = {"conflict": RED, "compatible": BLUE, "variant": DIM}


def main(stage: str, arguments: Sequence[str] | None = None) -> int:
    """Print what `stage` makes of the files and folders named on the command line."""
    paths = [Path(name) for name in (sys.argv[1:] if arguments is None else arguments)]
    articles = [article for path in paths for article in _articles(path)]
    if not articles:
        print(f"usage: python -m news_digest.stages.{stage} FILE…  (reports, or folders of them)", file=sys.stderr)
        return 2
    with reading(main_language(articles)):
        print("\n".join(LOOKS[stage](articles)))
    return 0


def explain(name: str, seeds: Path, content: Path | None = None) -> int:
    """Print why the articles of a story were grouped, what was left out, and what holds each fact and difference, as
    the editors' files in `content` want it; without a name, the stories there are."""
    digests = build_digests(seeds, content).digests
    if not name:
        print("\n".join(list_stories(digests)))
        return 0
    try:
        digest = find_story(digests, name)
    except NoStoryError as error:
        print(error, file=sys.stderr)
        return 2
    editing = open_editing(content)
    reports = originals(amend(read_seeds(seeds).articles, editing.hands), editing.articles)
    with reading(main_language(digest.story.articles)):
        print("\n".join(_explanation(digest, reports)))
    return 0


def _articles(path: Path) -> tuple[Article, ...]:
    if path.is_dir():
        return read_seeds(path).articles
    return tuple(article for article in read_seeds(path.parent).articles if article.file == path.name)


def _explanation(digest: Digest, articles: Articles) -> Iterator[str]:
    yield ink(digest.story.title.text, BOLD)
    yield from (f"  {reason}" for reason in digest.story.why)
    yield from (_miss(miss) for miss in _left_out(digest.story, articles))
    for origin in digest.origins:
        yield f"  one text: {', '.join(origin.articles)}: {origin.why}"
    yield from _facts(digest)
    yield from _differences(digest)


def _left_out(story: Story, articles: Articles) -> list[NearMiss]:
    """Of the reports in the story's own language: others are never near."""
    mine = {article.id for article in story.articles}
    own = dict(part_by_language(articles)[0]).get(main_language(story.articles), ())
    return [miss for miss in near_misses(own, cluster(own)) if mine == set(miss.group.articles)]


def _miss(miss: NearMiss) -> str:
    apart = f"alike by {miss.likeness:.2f}, {miss.needed:.2f} is needed"
    return f"  left out: {', '.join(miss.other.articles)} ({apart}; shared: {', '.join(miss.shared)})"


def _look_at_groups(articles: Articles) -> Iterator[str]:
    groups = cluster(articles)
    for group in groups:
        yield ink(", ".join(group.articles), BOLD)
        yield from (f"  {reason}" for reason in group.why)
    yield from map(_miss, near_misses(articles, groups))


def _look_at_copies(articles: Articles) -> Iterator[str]:
    for article in set_copies_aside(articles):
        yield ink(article.id, BOLD)
        yield from (f"  {copy.id}" for copy in article.copies)


def _look_at_languages(articles: Articles) -> Iterator[str]:
    parts, listed = part_by_language(articles)
    yield from (f"{ink(language, BOLD)}  {', '.join(article.id for article in part)}" for language, part in parts)
    yield from (f"{ink('listed only', BOLD)}  {article.id}: {article.language}" for article in listed)


def _look_at_origins(articles: Articles) -> Iterator[str]:
    words = _reader(articles)
    for origin in find_origins(articles):
        yield f"{ink(', '.join(origin.articles), BOLD)}  {origin.why}"
        yield from (f"  credit: {words(passage)}" for passage in origin.credits)


def _look_at_claims(articles: Articles) -> Iterator[str]:
    words = _reader(articles)
    for article in articles:
        yield ink(article.id, BOLD)
        yield from (_claim(claim, words) for claim in find_claims(article))


def _claim(claim: Claim, words: Callable[[Passage], str]) -> str:
    subject = f"{ink(words(claim.subject), BLUE)} … " if claim.subject else ""
    speaker = ink(f"  — {words(claim.speaker)}", DIM) if claim.speaker else ""
    return f"  {claim.saying:8}  {subject}{words(claim.core)}{speaker}"


def _look_at_alignments(articles: Articles) -> Iterator[str]:
    words = _reader(articles)
    for alignment in _alignments(articles):
        yield ink(alignment.id, BOLD)
        yield from (f"  {claim.passage.article}: {words(claim.passage)}" for claim in alignment.claims)
        yield from (ink(f"  {reason}", DIM) for reason in alignment.why)


def _alignments(articles: Articles) -> tuple[Alignment, ...]:
    return align_claims([claim for article in articles for claim in find_claims(article)], articles)


def _look_at_remainder(articles: Articles) -> Iterator[str]:
    words = _reader(articles)
    for only in _digest(articles).only_in:
        yield ink(only.article, BOLD)
        yield from (f"  {words(passage)}" for passage in only.passages)


def _look_at_timeline(articles: Articles) -> Iterator[str]:
    words = _reader(articles)
    for moment in find_timeline(articles):
        yield ink(moment.date.value or "undated", BOLD) + ("  (reports)" if moment.reports else "")
        yield from (f"  {passage.article}: {words(passage)}" for passage in moment.passages)


def _look_at_dates(articles: Articles) -> Iterator[str]:
    for article in _digest(articles).story.articles:
        yield f"{article.published.value or 'undated':10}  {article.id}  {article.published.why}"


def _facts(digest: Digest) -> Iterator[str]:
    for fact in digest.facts:
        yield from _fact(fact, digest.story)


def _fact(fact: Fact, story: Story) -> Iterator[str]:
    status = ink(f"{fact.status:13}", STATUS_INK[fact.status])
    yield f"{status} {ink(_line(story.words(fact.lead)), BOLD)}  {ink(fact.id, DIM)}"
    yield from (f"    {passage.article}: {_line(story.words(passage))}" for passage in fact.support)
    yield from (ink(f"    {reason}", DIM) for reason in fact.why)


def _differences(digest: Digest) -> Iterator[str]:
    for difference in digest.differences:
        yield from _difference(difference, digest.story)


def _difference(difference: Difference, story: Story) -> Iterator[str]:
    verdict = ink(f"{difference.verdict:13}", VERDICT_INK[difference.verdict])
    yield f"{verdict} {difference.kind}: {ink(difference.about, BOLD)}  {ink(difference.rule, DIM)}"
    for side in difference.sides:
        marks = " | ".join(_line(story.words(mark)) for mark in side.marks)
        yield f"    {ink(marks or side.label, BLUE)}  ({', '.join(passage.article for passage in side.passages)})"


def _digest(articles: Articles) -> Digest:
    """The digest of the articles as if they were one story."""
    return digest_story(Story("looked-at", "looked-at", Written("looked at"), tuple(articles)))


def _reader(articles: Articles) -> Callable[[Passage], str]:
    by_id = {article.id: article for article in articles}
    return lambda passage: _line(by_id[passage.article].words(passage))


def _line(words: str) -> str:
    return " ".join(words.split())


def ink(text: str, code: str) -> str:
    """Coloured on a terminal, plain where the output goes elsewhere or NO_COLOR asks for it."""
    return f"\033[{code}m{text}\033[0m" if sys.stdout.isatty() and "NO_COLOR" not in os.environ else text


LOOKS: dict[str, Callable[[Articles], Iterable[str]]] = {
    "align": _look_at_alignments,
    "claims": _look_at_claims,
    "cluster": _look_at_groups,
    "compare": lambda articles: _differences(_digest(articles)),
    "copies": _look_at_copies,
    "dating": _look_at_dates,
    "facts": lambda articles: _facts(_digest(articles)),
    "headline": lambda articles: [choose_headline(articles).text],
    "languages": _look_at_languages,
    "order": lambda articles: _facts(_digest(articles)),
    "origins": _look_at_origins,
    "remainder": _look_at_remainder,
    "timeline": _look_at_timeline,
}

if __name__ == "__main__":
    given = story_parser("news_digest.looking", "Say why a story is as it is.").parse_args()
    raise SystemExit(explain(given.story, given.seeds, given.content))
