"""Group the claims that state the same thing."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from ...language.exact import from_log_odds, log_odds
from ...language.grammar import has_finite_verb, tag_words
from ...language.lexicons import words
from ...language.similarity import Evidence, Field
from ...language.tongue import GERMAN, language_read
from ...language.words import Token, compare_form, tokens
from ...model import Alignment, Article, Claim, Passage, Saying
from .evidence import other_days, other_fates, other_states, share_expected, shared_evidence
from .links import Group, alike_on_the_whole, likeliest_first, merge, mutual_links, of_other_articles
from .retelling import join_retellings, link_probability

CONTEXT = 1.0  # log odds that a neighbouring pair of the same content adds
TOGETHER = 0.3  # mean likeness between two groups that may merge
NEVER = 1e-4  # likeness of what is known not to be the same
FAINT = 0.35  # likeness below which a name with its noun is all that is shared
NEARLY_THE_WORDS = 0.8  # likeness of `there was no roof` and `the roof was gone` after ten equal words
SURELY = 0.88  # … and from which three names in common tell of one event: who sold him to whom, who moves from where
SURE_OF_OTHER_DAYS = 0.7  # probability: who stopped work on Monday and went back on Friday did two things
NAMES_OF_ONE_EVENT = 3
UNLIKELY = 0.2  # probability by the model of retellings below which nothing else joins two claims
LEAST_SAID = 1.0  # weight of the shared words that are neither names nor titles
LEAST_SHARED = 1.3  # words that two claims share where no figure joins them, near ones counted in part
SHOWN = 0.36  # likeness, after figures and quotations, that joins what independent reports tell
ID_DIGITS = 10
SHOWN_WORDS = 4

Floats = NDArray[np.float32]

_NAME = re.compile(r"[^\W\d_a-z][\w’'-]+(?:\s(?:of (?:the )?|- )?[^\W\d_a-z][\w’'-]+)*")


def align_claims(claims: Sequence[Claim], articles: Sequence[Article]) -> tuple[Alignment, ...]:
    """Groups of claims from two or more articles that state the same thing, each claim in one group at most."""
    if len(claims) < 2:
        return ()
    by_id = {article.id: article for article in articles}
    texts = [comparable(claim, by_id[claim.passage.article]) for claim in claims]
    field = Field(texts)
    stated = [_states(claim, by_id[claim.passage.article]) for claim in claims]
    expected = [share_expected(claim, by_id[claim.passage.article]) for claim in claims]
    groups = [tuple(place for place in group if stated[place]) for group in _groups(claims, texts, expected, field)]
    found = [
        Alignment(
            _identity(claims[group[0]], texts[group[0]]), tuple(claims[place] for place in group), _why(field, group)
        )
        for group in groups
        if len({claims[place].passage.article for place in group}) > 1
    ]
    return _without_repeats(found, by_id)


def _states(claim: Claim, article: Article) -> bool:
    """Whether the passage says something by itself, as `In his first press conference` does not."""
    return claim.saying is Saying.QUOTED or has_finite_verb(article.words(claim.passage))


def _groups(claims: Sequence[Claim], texts: Sequence[str], expected: Sequence[float], field: Field) -> list[Group]:
    """Three passes, each looser in words and stricter in what else must hold: likeness, figures, retellings."""
    everything = range(len(claims))
    owners = np.array([claim.passage.article for claim in claims])
    plain = field.matrix(everything, everything)
    common = _common_nouns(texts)
    shared = shared_evidence(claims, texts)
    probable = link_probability(field, owners, shared, plain)
    other = other_states(texts, expected) | other_fates(texts)
    other |= other_days(texts) & (probable < SURE_OF_OTHER_DAYS)
    other |= _opposed(field, probable) & (plain < NEARLY_THE_WORDS)
    other |= _only_names(field, common) & (plain < NEARLY_THE_WORDS) & ~_name_the_same(texts, probable)
    other |= _one_place(field, texts, common) & (plain < FAINT)
    other |= _share_one_word(field) & (shared["figures"] == 0)
    model = np.where(other, np.float32(0), probable)
    other |= model < UNLIKELY
    likeness = np.where(other, np.float32(NEVER), _in_context(plain, owners))
    groups = merge(mutual_links(likeness, owners), (), alike_on_the_whole(likeness, TOGETHER))
    groups = _attach(groups, _raised(likeness, shared["figures"] + shared["quoted"]), owners)
    return join_retellings(groups, field, owners, model)


def _without_repeats(alignments: Sequence[Alignment], by_id: Mapping[str, Article]) -> tuple[Alignment, ...]:
    """`cut short a visit` is told by `cut short a visit and declared mourning` where the same articles tell both."""
    kept = {alignment.id: alignment for alignment in alignments}
    for short in alignments:
        others = (long for long in kept.values() if long.id != short.id)
        longer = next((long for long in others if _is_told_by(short, long, by_id)), None)
        if longer:
            kept[longer.id] = replace(longer, claims=tuple(_whole(claim, short.claims) for claim in longer.claims))
            del kept[short.id]
    return tuple(kept.values())


def _is_told_by(short: Alignment, long: Alignment, by_id: Mapping[str, Article]) -> bool:
    """Where both stand in the same sentences, and what is told in the longer one cannot be read without the shorter:
    in half of the articles at least; or what is short is no statement: `known as the Donbas`."""
    articles = [{claim.passage.article for claim in alignment.claims} for alignment in (short, long)]
    if not articles[0] <= articles[1] or not all(_beside(claim, long.claims) for claim in short.claims):
        return False
    contained = sum(any(claim.passage.contains(one.passage) for claim in long.claims) for one in short.claims)
    if articles[0] == articles[1] and 2 * contained >= len(short.claims):
        return True
    return not any(has_finite_verb(by_id[claim.core.article].words(claim.core)) for claim in short.claims)


def _beside(claim: Claim, others: Sequence[Claim]) -> list[Claim]:
    """Those of the same sentence."""
    return [other for other in others if other.sentence == claim.sentence or other.passage.contains(claim.passage)]


def _whole(claim: Claim, told_too: Sequence[Claim]) -> Claim:
    """The claim without the parting from its subject, and with what stands beside it in its sentence."""
    spans = [claim.passage, *(one.passage for one in _beside(claim, told_too))]
    passage = Passage(claim.passage.article, min(s.start for s in spans), max(s.end for s in spans))
    return replace(claim, core=passage, passage=passage, subject=None)


def comparable(claim: Claim, article: Article) -> str:
    """What is compared: the core with the subject of its verb."""
    core = article.words(claim.core)
    return f"{article.words(claim.subject)} {core}" if claim.subject else core


def _only_names(field: Field, common: frozenset[str]) -> NDArray[np.bool_]:
    """True where what two claims share are names and offices, which say who and not what."""
    return np.asarray(_said_alike(field, common) < LEAST_SAID)


def _name_the_same(texts: Sequence[str], probable: Floats) -> NDArray[np.bool_]:
    """True where claims that are surely alike name three of the same: `Rovers have sold Adeyo to Sporting`, `Adeyo is
    moving from Rovers to Sporting`. Not in German, whose nouns are capitals too."""
    found = np.zeros(probable.shape, bool)
    if language_read() == GERMAN:
        return found
    for one, other in np.argwhere(np.triu(probable >= SURELY)).tolist():
        shared = _names_in(texts[one]) & _names_in(texts[other])
        found[one, other] = found[other, one] = len(shared) >= NAMES_OF_ONE_EVENT
    return found


def _names_in(text: str) -> frozenset[str]:
    """The last words of the names in a text, offices apart."""
    found = (name.split()[-1] for name in _NAME.findall(text))
    return frozenset(last for last in found if last.lower() not in words("offices"))


def _one_place(field: Field, texts: Sequence[str], common: frozenset[str]) -> NDArray[np.bool_]:
    """True where it is names with the nouns that end them: `the Harrow Dock fish plant` in both."""
    ended = [_name_endings(text) for text in texts]
    place = {pair: at for at, pair in enumerate(dict.fromkeys(pair for found in ended for pair in found))}
    held = np.zeros((len(texts), len(place)), np.float32)
    for row, found in enumerate(ended):
        held[row, [place[pair] for pair in found]] = 1
    weight = np.array(
        [field.weight[field.places[form]] if form in field.places else 0 for _, form in place], np.float32
    )
    return np.asarray(_said_alike(field, common) - (held * weight) @ held.T < LEAST_SAID)


def _said_alike(field: Field, common: frozenset[str]) -> Floats:
    """Weight of the words besides names and offices of two claims that both have: shape (claims, claims)."""
    said = field.borne_out(lambda token: _says_something(token) or token.surface.lower() in common)
    return np.asarray(np.minimum(said, said.T), dtype=np.float32)


def _name_endings(text: str) -> frozenset[tuple[str, str]]:
    """The forms of each noun that ends a name and of the word before it."""
    tagged = tag_words(text)
    form = {token.start: token.form for token in tokens(text) if not token.is_empty}
    in_name, pairs = False, []
    for before, word in pairwise(tagged):
        in_name = word.tag == "n" and before.end + 1 == word.start and (in_name or before.tag == "p")
        if in_name and before.start in form and word.start in form:
            pairs.append((form[before.start], form[word.start]))
    return frozenset(pairs)


def _common_nouns(texts: Sequence[str]) -> frozenset[str]:
    """The nouns of a German story, which are capitals too: what stands after an article is no name."""
    if language_read() != GERMAN:
        return frozenset()
    nouns = {word.form for text in texts for word in tag_words(text) if word.tag == "n"}
    return frozenset(nouns - words("offices"))


def _share_one_word(field: Field) -> NDArray[np.bool_]:
    """True where two claims share one word: `the alarms worked`, `have been sounding the alarm for years`."""
    shared = field.holds @ field.best.T
    return np.asarray(np.minimum(shared, shared.T) < LEAST_SHARED)


def _opposed(field: Field, probable: Floats) -> NDArray[np.bool_]:
    """True where one of two claims negates or denies and the other does not: `denied that a pump had failed` confirms
    no failed pump. In nearly the same words they are one matter, and what differs is found when they are compared."""
    opposed = np.asarray(field.negated[:, None] != field.negated[None, :])
    for one, other in np.argwhere(np.triu(opposed) & (probable >= UNLIKELY)).tolist():
        if field.negates_of(one, other) == field.negates_of(other, one):
            opposed[one, other] = opposed[other, one] = False
    return opposed


def _says_something(token: Token) -> bool:
    """`Prime Minister Storhaug would respect the ruling`, `the prime minister, Storhaug, attacked it`: these share a
    name and an office, which say who and not what."""
    return not token.surface[0].isupper() and token.surface.lower() not in words("offices")


def _raised(likeness: Floats, odds: NDArray[np.floating]) -> Floats:
    """Likeness after evidence of so many log odds."""
    return from_log_odds(log_odds(likeness) + odds)


def _in_context(likeness: Floats, owners: NDArray[np.str_]) -> Floats:
    """Likeness raised where the claims before or after are alike too: rewriting keeps the order of what it rewrites."""
    same_article = owners[1:] == owners[:-1]
    step = np.zeros_like(likeness)
    step[1:, 1:] = likeness[:-1, :-1] * same_article[:, None] * same_article[None, :]
    back = np.zeros_like(likeness)
    back[:-1, :-1] = likeness[1:, 1:] * same_article[:, None] * same_article[None, :]
    return _raised(likeness, CONTEXT * np.maximum(step, back))


def _attach(groups: Sequence[Group], likeness: Floats, owners: NDArray[np.str_]) -> list[Group]:
    """Add what independent reports tell in words so different that only its numbers show it: a claim or a group joins
    another in which its articles have no claim yet."""
    alike, others = alike_on_the_whole(likeness, SHOWN), of_other_articles(owners)
    links = likeliest_first((likeness >= SHOWN) & (owners[:, None] != owners[None, :]), likeness)
    return merge(links, groups, lambda left, right: others(left, right) and alike(left, right))


def _identity(claim: Claim, text: str) -> str:
    """An id that follows the words of the first claim, wherever it comes to stand in its article."""
    key = f"{claim.passage.article}\n{compare_form(text)}"
    return "f" + hashlib.sha256(key.encode()).hexdigest()[:ID_DIGITS]


def _why(field: Field, group: Sequence[int]) -> tuple[str, ...]:
    return tuple(_reason(field.evidence(group[0], other)) for other in group[1:])


def _reason(evidence: Evidence) -> str:
    shared = ", ".join(match.token.surface for match in evidence.shared[:SHOWN_WORDS])
    missing = ", ".join(match.token.surface for match in evidence.only_first[:SHOWN_WORDS])
    return (
        f"likeness {evidence.likeness:.2f}; shared: {shared or 'nothing rare'}; not borne out: {missing or 'nothing'}"
    )
