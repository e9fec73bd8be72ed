"""From a folder of reports to digests: the verbs in order. The only place where order is written."""

from __future__ import annotations

import hashlib
import traceback
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from .collector import collector_at_rest
from .doors import read_seeds
from .hand import NO_HAND, Hand, amend, arrange, declare_origins, keep_stories, open_editing
from .language.slugs import slug_of
from .language.tongue import reading
from .model import Article, Digest, Group, Origin, Refusal, Story
from .progress import Tell, counted, tell_nobody
from .remember import begin_build, remembered, same
from .stages.align import align_claims
from .stages.claims import find_claims
from .stages.cluster import cluster
from .stages.compare import compare
from .stages.copies import set_copies_aside
from .stages.dating import date_story, reading_order
from .stages.facts import state_facts
from .stages.headline import choose_headline
from .stages.languages import in_one_language, main_language, part_by_language
from .stages.order import order_facts
from .stages.origins import find_origins
from .stages.remainder import find_remainder
from .stages.timeline import find_timeline

ID_DIGITS = 10  # of a SHA-256 in hex: a clash among a million stories has odds of one in two million


@dataclass(frozen=True)
class Edition:
    """Everything that one build knows: the stories, the reports that no story shares, the files refused, what editors
    must put right or should know, and the addresses of published stories none of whose reports is here any more."""

    digests: tuple[Digest, ...]
    alone: tuple[Article, ...]
    refusals: tuple[Refusal, ...]
    editors: tuple[Refusal, ...] = ()
    withdrawn: tuple[str, ...] = ()


@collector_at_rest()
def build_digests(
    folder: Path, content: Path | None = None, tell: Tell = tell_nobody, without: Collection[str] = ()
) -> Edition:
    """Read a folder of reports and make the digest of each story in it, as the editors' files in `content` want it;
    `without` are files to leave out."""
    begin_build()
    reading, editing = read_seeds(folder, partial(tell, "reports"), without), open_editing(content)
    articles = originals(amend(reading.articles, editing.hands), editing.articles)
    by_id = {article.id: article for article in articles}
    groups = group_reports(articles)
    stories = name_stories([group for group in groups if len(group.articles) > 1], by_id)
    stories = keep_stories(stories, editing.grown)
    alone = [by_id[group.articles[0]] for group in groups if len(group.articles) == 1]
    arranged = arrange(stories, alone, editing.hands)
    faults: list[Refusal] = []
    stories_told = counted(arranged.stories, "stories", tell)
    read = tuple(editing.keep(_digest_or_list(story, editing.hand_of(story), folder, faults)) for story in stories_told)
    problems = editing.problems(reading.articles, (*stories, *arranged.stories), read)
    told, edited = (*arranged.refusals, *faults, *problems), tuple(map(editing.edit, read))
    withdrawn = editing.withdrawn(digest.story for digest in edited)
    return Edition(edited, arranged.alone, reading.refusals, told, withdrawn)


def _digest_or_list(story: Story, hand: Hand, folder: Path, faults: list[Refusal]) -> Digest:
    """The digest; where comparing the reports fails, which is a fault of ours, they are listed and the fault is told:
    the other stories are published all the same."""
    try:
        return digest_story(story, hand)
    except Exception as fault:  # noqa: BLE001  # whatever it is, it is told, and the site stands
        where = traceback.extract_tb(fault.__traceback__)[-1]
        problem = f"its story “{story.title.text}” could not be compared: {type(fault).__name__}: {fault}"
        remedy = (
            f"a fault of News Digest ({Path(where.filename).name}, line {where.lineno}): please report it, with the "
        )
        remedy += f"{len(story.articles)} files of the story; until then its reports are listed without facts"
        first = (folder / story.articles[0].file).as_posix()
        faults.append(Refusal(first, " ".join(problem.split()), remedy))
        alone = tuple(Origin(article.id, (article.id,), "not compared") for article in story.articles)
        return Digest(story, alone, (), (), (), notes=("These reports could not be compared.",))


def originals(articles: tuple[Article, ...], first: Collection[str] = ()) -> tuple[Article, ...]:
    """The articles that repeat no other, each with its copies; `first` are those that have none before them."""
    articles = tuple(same(article, article.print) for article in articles)
    parts, listed = part_by_language(articles)
    found = list(listed)
    for language, part in parts:
        with reading(language):
            found += _without_copies(tuple(part), tuple(article.id for article in part if article.id in first))
    place = {article.id: at for at, article in enumerate(articles)}
    return tuple(same(a, a.print) for a in sorted(found, key=lambda article: place[article.id]))


_without_copies = remembered(set_copies_aside)


def group_reports(articles: tuple[Article, ...]) -> tuple[Group, ...]:
    """Stories within each language, and reports that stand alone, in the order of their first articles."""
    parts, listed = part_by_language(articles)
    groups = [Group((article.id,)) for article in listed]
    for language, part in parts:
        with reading(language):
            groups += remembered_groups(part)
    place = {article.id: at for at, article in enumerate(articles)}
    return tuple(sorted(groups, key=lambda group: place[group.articles[0]]))


def digest_story(story: Story, hand: Hand = NO_HAND) -> Digest:
    """What the articles of one story agree on, where they differ, and what only one of them says."""
    with reading(main_language(story.articles)):
        found = remembered_origins(story.articles)
        one, two = hand.groups("one-origin"), hand.groups("two-origins")
        return _digest(story, declare_origins(found, story.articles, one, two))


remembered_origins = remembered(find_origins)
remembered_claims = remembered(find_claims)
remembered_groups = remembered(cluster)


@remembered
def _digest(story: Story, origins: tuple[Origin, ...]) -> Digest:
    _, articles = in_one_language(story.articles)
    claims = tuple(claim for article in articles for claim in remembered_claims(article))
    alignments = align_claims(claims, articles)
    differences = compare(alignments, articles, origins)
    facts = order_facts(state_facts(alignments, differences, articles, origins), articles)
    only_in = find_remainder(claims, alignments, articles)
    return Digest(story, origins, facts, differences, only_in, find_timeline(articles))


def name_stories(groups: Sequence[Group], by_id: dict[str, Article]) -> tuple[Story, ...]:
    """A story is named after its first report: what joins later changes neither its id nor its address."""
    stories: list[Story] = []
    taken: set[str] = set()
    for group in groups:
        story = _name(tuple(by_id[name] for name in group.articles), group.why)
        story = story if story.slug not in taken else replace(story, slug=f"{story.slug}-{story.id}")
        taken.add(story.slug)
        stories.append(story)
    return tuple(stories)


@remembered
def _name(members: tuple[Article, ...], why: tuple[str, ...]) -> Story:
    with reading(main_language(members)):
        dated = (same(article, article.print) for article in date_story(members))
        articles = tuple(sorted(dated, key=reading_order))
        title = choose_headline(articles)
    founder = articles[0]
    story_id = hashlib.sha256(f"story {founder.id}".encode()).hexdigest()[:ID_DIGITS]
    slug = slug_of(founder.words(founder.title) if founder.title else founder.id)
    return Story(story_id, slug, title, articles, why)
