"""What the engine sees in two texts that may contradict each other: the typed comparison as a row of numbers."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from clustering import article_of

from news_digest.language.certainty import find_cues, opposites
from news_digest.language.similarity import Evidence, Field, Matched
from news_digest.language.terms import neutral_forms, reporting_verb
from news_digest.language.words import tokens
from news_digest.model import Article
from news_digest.stages.compare.counted import Counted, compare_counted, counted_in
from news_digest.stages.compare.dates import Dating, compare_datings, dated_in
from news_digest.stages.compare.tellings import sentences_of

Row = dict[str, float]
LABELS = ("negated", "denied", "doubted", "claimed", "possible", "expected", "confirmed")
AGAINST = frozenset({"negated", "denied", "doubted"})
IMPERATIVE = re.compile(r"(?:don['’]t|do not|no wonder)\b", re.IGNORECASE)


def as_article(name: str, text: str) -> Article:
    """A text that stands alone, as the doors would hand it on."""
    return article_of({"id": name, "title": None, "text": text.strip() or "-", "outlet": None, "date": None})


def evidence_of(first: str, second: str, field: Field, places: tuple[int, int]) -> Row:
    """Features of a pair; `field` holds all texts of the story, `places` says which two."""
    left, right = list(sentences_of(as_article("a", first))), list(sentences_of(as_article("b", second)))
    seen = field.evidence(*places)
    return {
        **{name: float(value[0, 0]) for name, value in field.word_cues([places[0]], [places[1]]).items()},
        **_likeness(seen),
        **_words(field, *places),
        **_figures(list(counted_in(left)), list(counted_in(right))),
        **_dates(list(dated_in(left)), list(dated_in(right))),
        **_stances(first, second),
        **_claims(first, second),
        **_overlap(first, second),
        **_missing(seen),
    }


def _words(field: Field, first: int, second: int) -> Row:
    cues = field.word_cues([first], [second])
    names = {"low": "cover_least", "high": "cover_most", "matched": "matched", "negated": "negated"}
    return {name: float(cues[cue][0, 0]) for name, cue in names.items()}


def _likeness(seen: Evidence) -> Row:
    loose = (_weight(seen.only_first), _weight(seen.only_second))
    return {
        "likeness": seen.likeness,
        "loose_less": min(loose),
        "loose_more": max(loose),
        "loose_names": _weight([match for match in (*seen.only_first, *seen.only_second) if _is_name(match)]),
        "loose_numbers_less": min(_numbers(seen.only_first), _numbers(seen.only_second)),
        "loose_numbers_more": max(_numbers(seen.only_first), _numbers(seen.only_second)),
        "shared_numbers": _numbers(seen.shared),
    }


def _weight(matches: Sequence[Matched]) -> float:
    return math.log1p(sum(match.weight for match in matches))


def _is_name(match: Matched) -> bool:
    return match.token.surface[0].isupper()


def _numbers(matches: Sequence[Matched]) -> float:
    return math.log1p(sum(match.token.is_number for match in matches))


def _figures(left: Sequence[Counted], right: Sequence[Counted]) -> Row:
    """How many figures answer each other, and how."""
    verdicts = [_best(count, right) for count in left] + [_best(count, left) for count in right]
    row = {f"figures_{verdict}": math.log1p(verdicts.count(verdict)) for verdict in ("same", "compatible", "conflict")}
    alone = [sum(_best(count, others) == "alone" for count in mine) for mine, others in ((left, right), (right, left))]
    return {**row, "figures_alone_less": float(min(alone)), "figures_alone_more": math.log1p(max(alone))}


def _best(count: Counted, others: Sequence[Counted]) -> str:
    """Of the figures of one unit, the one that agrees best; `alone` where none counts the same."""
    ranks = ("same", "compatible", "conflict")
    found = [compare_counted(count, other).verdict for other in others if other.unit == count.unit]
    return min((verdict for verdict in found if verdict in ranks), key=ranks.index, default="alone")


def _dates(left: Sequence[Dating], right: Sequence[Dating]) -> Row:
    verdicts = [compare_datings(mine, theirs) for mine in left for theirs in right]
    agree = sum(verdict in {"same", "compatible"} for verdict in verdicts)
    return {
        "dates_agree": float(min(agree, 2)),
        "dates_conflict": float("conflict" in verdicts and not agree),
        "dates_alone": float(abs(len(left) - len(right))),
    }


def is_against(text: str) -> bool:
    """Whether it says that something is not so; `Don’t forget to tip` says nothing of the kind."""
    return any(cue.label in AGAINST for cue in find_cues(text)) and not IMPERATIVE.match(text)


def _stances(first: str, second: str) -> Row:
    """Cues of each kind that one text has more of, and how many both have."""
    found = [[cue.label for cue in find_cues(text)] for text in (first, second)]
    row: Row = {}
    for label in LABELS:
        mine, theirs = (labels.count(label) for labels in found)
        row[f"{label}_apart"], row[f"{label}_both"] = float(abs(mine - theirs) > 0), float(min(mine, theirs) > 0)
    against = [is_against(text) for text in (first, second)]
    row["against_one"], row["against_both"] = float(against[0] != against[1]), float(all(against))
    row["opposites"] = float(opposites(first, second) is not None)
    row["question"] = float(("?" in first) != ("?" in second))
    return row


def _claims(first: str, second: str) -> Row:
    """How loaded each is, how many verbs of speech it has, and how long it is."""
    words = [tokens(text) for text in (first, second)]
    loaded = [sum(bool(neutral_forms(token.form)) for token in found) for found in words]
    spoken = [sum(reporting_verb(token.surface) is not None for token in found) for found in words]
    length = [math.log1p(len(found)) for found in words]
    return {
        "loaded": float(min(sum(loaded), 3)),
        "spoken": float(min(sum(spoken), 3)),
        "spoken_apart": float(abs(spoken[0] - spoken[1]) > 0),
        "quoted": float(("“" in first or '"' in first) != ("“" in second or '"' in second)),
        "length": sum(length),
        "length_apart": abs(length[0] - length[1]),
    }


def _overlap(first: str, second: str) -> Row:
    """Runs of words that the two have in common, and what lies between them."""
    mine, theirs = ([token.form for token in tokens(text)] for text in (first, second))
    shorter, longer = sorted((len(mine), len(theirs)))
    blocks = SequenceMatcher(None, mine, theirs, autojunk=False).get_opcodes()
    same = max((b - a for kind, a, b, _, _ in blocks if kind == "equal"), default=0)
    other = sorted(max((op[at + 1] - op[at] for op in blocks if op[0] != "equal"), default=0) for at in (1, 3))
    row: Row = {
        "blocks": math.log1p(sum(kind != "equal" for kind, *_ in blocks)),
        "same_run": math.log1p(same),
        "same_run_share": same / max(1, shorter),
        "other_run_less": math.log1p(other[0]),
        "other_run_more": math.log1p(other[1]),
        "length_ratio": shorter / max(1, longer),
        "letters": SequenceMatcher(None, first, second, autojunk=False).ratio(),
        "begins_alike": float(mine[:1] == theirs[:1]),
        "ends_alike": float(mine[-2:] == theirs[-2:]),
    }
    content = [[token.form for token in tokens(text) if not token.is_empty] for text in (first, second)]
    for name, left, right, size in (("one", mine, theirs, 1), ("two", mine, theirs, 2), ("three", mine, theirs, 3),
                                    ("told", *content, 2)):  # fmt: skip
        runs = [set(zip(*(words[at:] for at in range(size)), strict=False)) for words in (left, right)]
        shared, sizes = len(runs[0] & runs[1]), sorted(len(found) for found in runs)
        row[f"{name}_of_less"], row[f"{name}_of_more"] = shared / max(1, sizes[0]), shared / max(1, sizes[1])
    return {**row, **_sets(first, second, content)}


def _sets(first: str, second: str, content: Sequence[Sequence[str]]) -> Row:
    numbers, names = (
        [{t.form for t in tokens(text) if keep(t)} for text in (first, second)]
        for keep in (lambda token: token.is_number, lambda token: token.surface[0].isupper() and token.start > 0)
    )
    only = sorted(len(set(content[at]) - set(content[1 - at])) for at in (0, 1))
    lengths = [len(words) for words in content]
    return {
        "numbers_equal": float(numbers[0] == numbers[1]),
        "numbers_inside": float(numbers[0] <= numbers[1] or numbers[1] <= numbers[0]),
        "numbers_other": math.log1p(len(numbers[0] ^ numbers[1])),
        "names_shared": len(names[0] & names[1]) / max(1, len(names[0] | names[1])),
        "names_other": math.log1p(len(names[0] ^ names[1])),
        "only_less": float(only[0]),
        "only_more": float(only[1]),
        "content_apart": abs(lengths[0] - lengths[1]) / max(1, *lengths),
    }


def _missing(seen: Evidence) -> Row:
    """The three weightiest words that the other does not bear out, on the side that misses less and on the other."""
    sides = [
        sorted((match.weight * (1 - match.credit) for match in only), reverse=True) + [0.0] * 3
        for only in (seen.only_first, seen.only_second)
    ]
    row: Row = {}
    for place in range(3):
        row[f"missing{place}_less"], row[f"missing{place}_more"] = sorted(side[place] for side in sides)
    return row
