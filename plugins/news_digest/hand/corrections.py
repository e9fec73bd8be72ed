"""What was published of a story against what its page says now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..language.words import compare_form
from ..model import Cause, Correction, Digest, Passage, Status, Verdict, Written
from .changed import changed_articles, lost_words, words_in_place
from .entries import Hand
from .register import FACT, Line, State, Words, difference_line, fact_line

FIRMNESS = (str(Status.DISPUTED), str(Status.SINGLE_ORIGIN), str(Status.AGREED))
CONFLICT = str(Verdict.CONFLICT)


def correct(digest: Digest, state: State | None, hand: Hand) -> Digest:
    """The digest with the corrections of its story: those told before, then what has changed since."""
    if state is None:
        return digest
    told = [_placed(correction, digest) for correction in state.corrections]
    return replace(digest, corrections=(*told, *_each_once(_changes(digest, state, hand))))


def _each_once(corrections: Iterator[Correction]) -> Iterator[Correction]:
    """A fact and its difference change with the same words: a reader is told once, of the fact."""
    seen: set[tuple[str, str | None]] = set()
    for correction in corrections:
        words = (correction.said.text, correction.says.text if correction.says else None)
        if words not in seen:
            yield correction
        seen.add(words)


def _changes(digest: Digest, state: State, hand: Hand) -> Iterator[Correction]:
    lines = [fact_line(fact, digest) for fact in digest.facts]
    lines += [difference_line(difference, digest) for difference in digest.differences]
    now = {line.id: line for line in lines}
    withdrawn: set[Words] = set()
    told: list[str] = []
    for was in state.lines:  # the facts come first
        present = now.get(was.id) or now.get(_joined_to(was.id, hand))
        if was.kind == FACT and present is None:
            withdrawn.update(was.passages)
        told_with_its_fact = was.kind != FACT and was.lead in withdrawn
        if told_with_its_fact:
            continue
        if _is_other(was, present):
            made = _correction(was, present, digest, state, hand)
            told.append(made.said.text)
            yield made
        elif was.kind != FACT and present is not None:
            for made in _changed_sides(was, present, digest, state, hand):
                if not any(said in made.said.text for said in told):  # the fact in the same sentence told it
                    told.append(made.said.text)
                    yield made


def _is_other(was: Line, now: Line | None) -> bool:
    """Whether a reader of the published line was told what is not told now."""
    if was.kind != FACT:
        return (was.standing == CONFLICT) != (now is not None and now.standing == CONFLICT)
    if now is None or _says_otherwise(was, now):
        return True
    # A fact that gains an origin is news and no correction; one that was joined to another stands with that one.
    return now.id == was.id and FIRMNESS.index(now.standing) < FIRMNESS.index(was.standing)


def _changed_sides(was: Line, now: Line, digest: Digest, state: State, hand: Hand) -> Iterator[Correction]:
    """What each changed source said on a side of a difference, whatever the others say: `nineteen`, `twenty`."""
    for article in changed_articles(was, digest, state.articles):
        if lost_words(was, digest, (article,)):
            yield _correction(was, now, digest, state, hand, (article,))


def _joined_to(name: str, hand: Hand) -> str:
    """The fact that the editor says is the same as this one."""
    return next((group[0] for group in hand.groups("same") if name in group), name)


def _says_otherwise(was: Line, now: Line) -> bool:
    """No passage of the line has the words, more of them or fewer, that stood at its head."""
    said = compare_form(was.lead.text)
    here = [compare_form(words.text) for words in (now.lead, *now.passages) if words.article == was.lead.article]
    return all(said not in words and words not in said for words in here)


def _correction(
    was: Line, now: Line | None, digest: Digest, state: State, hand: Hand, among: tuple[str, ...] = ()
) -> Correction:
    """`among` are the changed sources that it is about, all of them where none is named."""
    given = hand.lines("corrections").get(was.id) or hand.lines("wrong").get(was.id)
    day, _, reason = given.partition(" ") if given else ("", "", "")
    changed = among or changed_articles(was, digest, state.articles)
    cause = _cause(was, changed, digest, state, hand)
    said, says = _old_and_new(was, now, digest, changed if cause is Cause.SOURCE else ())
    return Correction(
        about=was.id,
        said=_written(said, digest),
        stood=was.standing,
        says=_written(says, digest) if says else None,
        stands=now.standing if now else None,
        cause=cause,
        why=reason or ", ".join(_names(changed, digest)),
        day=day or None,
    )


def _old_and_new(was: Line, now: Line | None, digest: Digest, changed: tuple[str, ...]) -> tuple[Words, Words | None]:
    """The words that a source changed, and those in their place; else what stood at the head, and what stands there or
    has joined it."""
    lost = lost_words(was, digest, changed)
    if lost:
        return lost, words_in_place(lost, digest) or (now.lead if now else None)
    if now and now.lead == was.lead:
        return was.lead, next((words for words in now.passages if words not in was.passages), now.lead)
    return was.lead, now.lead if now else None


def _cause(was: Line, changed: tuple[str, ...], digest: Digest, state: State, hand: Hand) -> Cause:
    if _is_edited(was, hand):
        return Cause.EDITOR
    if changed:
        return Cause.SOURCE
    if hand.items("one-origin") or hand.items("two-origins"):
        return Cause.EDITOR
    return Cause.JOINED if digest.story.by_id.keys() - state.articles.keys() else Cause.READING


def _is_edited(was: Line, hand: Hand) -> bool:
    listed = {name for field in ("hide", "same") for name in hand.items(field)}
    listed |= hand.lists("two").keys() | hand.lines("wrong").keys() | hand.lines("corrections").keys()
    left_out = {*hand.items("exclude"), *hand.lines("move")}
    return was.id in listed or any(words.article in left_out for words in was.passages)


def _names(articles: tuple[str, ...], digest: Digest) -> list[str]:
    return [digest.story.by_id[name].outlet.name if name in digest.story.by_id else name for name in articles]


def _written(words: Words, digest: Digest) -> Written:
    """With its passage where the article still has these words."""
    article = digest.story.by_id.get(words.article)
    start = article.text.find(words.text) if article else -1
    return Written(words.text, Passage(words.article, start, start + len(words.text)) if start >= 0 else None)


def _placed(correction: Correction, digest: Digest) -> Correction:
    says = correction.says and _anywhere(correction.says.text, digest)
    return replace(correction, said=_anywhere(correction.said.text, digest), says=says)


def _anywhere(text: str, digest: Digest) -> Written:
    found = (_written(Words(article.id, text), digest) for article in digest.story.articles)
    return next((written for written in found if written.passage), Written(text))
