"""Choose the headline among the lines above a report: the first that says what the report says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ..language.dates import WEEKDAYS
from ..model import BlockKind
from .datelines import dateline_length
from .lines import WORD, Line

LONGEST_HEADLINE_WORDS = 35
LONGEST_SENTENCE_WORDS = 16  # a headline written as a sentence; longer first lines are the report's first paragraph
LONGEST_NAME_WORDS = 4  # of a newspaper; a headline so short seldom stands in capitals
SHORTEST_WORDS = 3  # shorter lines are a site's name, a section, a place beside the weather
COMPARED_PARAGRAPHS = 8
STEM = 5  # letters: "guarantee" and "guarantees" count as one
DOUBT = 8  # words added to each line's count: two common words do not make a site's name the headline
NEAR_BEST = 0.6  # of the best share: below this it loses to its own deck, above it to teasers of other stories
FEWEST_SHARED = 2  # stems; lines above that share less say nothing of the report
SURE_SHARED, SURE_PART = 4, 0.4  # stems, and part of its own: a line that tells as much needs no comparison
LENGTHENED = 5  # words; where no line tells of the report, a longer one is as good as a sentence

# Headlines tell in the present; a first sentence with one of these is the report's own. Quotations tell as they like.
PAST = frozenset("was were has have had been said told".split()) | WEEKDAYS.keys()
EMPTY = frozenset(
    "about after also been before could from have into more most other over said since some than that their them then"
    " there these they this those were what when where which while will with would your".split()
)
LATE_WITHIN = 12  # lines; weather reports and questions about advertisements fill no more
_QUOTATION = re.compile(r"[“‘\"][^“”‘\"]{1,300}[”’\"]")

Kinds = Sequence[BlockKind | None]


def choose_headline(lines: Sequence[Line], kinds: Kinds, first: int) -> int | None:
    """Index of the headline, or None. It may be `first`, the first line of prose, where that is a headline in shape."""
    above = _without_masthead(
        lines, [at for at in range(first) if kinds[at] in (None, BlockKind.PARAGRAPH) and _is_possible(lines[at])]
    )
    body = _stems(word for at in _paragraphs(kinds, first) for word in lines[at].words)
    telling = [at for at in above if _shared(lines[at], body) >= FEWEST_SHARED]
    if telling:
        return _line_above_deck(lines, above, _above_longer(lines, telling, _first_near_best(lines, telling, body)))
    if _is_sentence_headline(lines, kinds, first):
        return _line_above_deck(lines, above, first)
    return max(
        above, key=lambda at: (min(len(lines[at].words), LENGTHENED), _shared(lines[at], body), -at), default=None
    )


def _without_masthead(lines: Sequence[Line], above: Sequence[int]) -> list[int]:
    """A page's first line is its name where it reads like one and a longer line follows: `The Garrick Observer`."""
    longer = any(len(lines[at].words) > len(lines[0].words) for at in above)
    return [at for at in above if at or not longer or not _is_name(lines[0])]


def _is_name(line: Line) -> bool:
    return len(line.words) <= LONGEST_NAME_WORDS and all(word[0].isupper() for word in line.words if len(word) > 3)


def find_late_headline(lines: Sequence[Line], kinds: Kinds, first: int) -> int | None:
    """Index of a line that surely is the headline although sentences stand above it: the page's, on its weather or its
    advertisements. None where a line above the first sentence tells of the report."""
    body = _stems(word for at in _paragraphs(kinds, first) for word in lines[at].words)
    if any(_is_possible(lines[at]) and _shared(lines[at], body) >= FEWEST_SHARED for at in range(first)):
        return None
    for at in range(first + 1, min(first + LATE_WITHIN, len(lines))):
        below = _stems(word for place in _paragraphs(kinds, at) for word in lines[place].words)
        if kinds[at] is None and _is_possible(lines[at]) and _is_sure(lines[at], below):
            above = [place for place in range(first, at) if kinds[place] is BlockKind.PARAGRAPH]
            return at if not any(_is_of(lines[place], lines[at]) for place in above) else None
    return None


def _is_of(paragraph: Line, headline: Line) -> bool:
    return len(_stems(paragraph.words) & _stems(headline.words)) >= FEWEST_SHARED


def _line_above_deck(lines: Sequence[Line], above: Sequence[int], chosen: int) -> int:
    """A whole sentence right below a line that is none is that line's deck; but a page's first line is its name."""
    at = chosen - 1
    return at if at > 0 and at in above and lines[chosen].prose and not lines[at].prose else chosen


def _above_longer(lines: Sequence[Line], telling: Sequence[int], chosen: int) -> int:
    """Of two lines that tell of the report, one right below the other, the longer one is the deck; but a page's first
    line is its name."""
    at = chosen - 1
    return at if at > 0 and at in telling and len(lines[at].words) < len(lines[chosen].words) else chosen


def _first_near_best(lines: Sequence[Line], possible: Sequence[int], body: frozenset[str]) -> int:
    shares = {at: _share(lines[at], body) for at in possible}
    near = NEAR_BEST * max(shares.values())
    chosen = next(at for at in possible if shares[at] >= near or _is_sure(lines[at], body))
    return next((at for at in possible if at > chosen and _is_cleaner(lines[at], lines[chosen])), chosen)


def _is_possible(line: Line) -> bool:
    return not line.bullet and SHORTEST_WORDS <= len(line.words) <= LONGEST_HEADLINE_WORDS


def _is_sentence_headline(lines: Sequence[Line], kinds: Kinds, first: int) -> bool:
    """Only the report's first line can be one, where longer lines follow and where it tells no past."""
    line = lines[first]
    longest = max((len(lines[at].words) for at in _paragraphs(kinds, first + 1)), default=0)
    short = len(line.words) <= LONGEST_SENTENCE_WORDS and len(line.words) < longest
    return short and not line.bullet and not opens_report(line)


def opens_report(line: Line) -> bool:
    """Whether a sentence, however short, is a report's own: it tells a past, or has a dateline."""
    return bool(dateline_length(line.text)) or any(
        word.lower() in PAST for word in WORD.findall(_QUOTATION.sub(" ", line.text))
    )


def _paragraphs(kinds: Kinds, first: int) -> list[int]:
    reporting = (BlockKind.PARAGRAPH, BlockKind.ITEM)
    return [at for at in range(first, len(kinds)) if kinds[at] in reporting][:COMPARED_PARAGRAPHS]


def _is_sure(line: Line, body: frozenset[str]) -> bool:
    shared = _shared(line, body)
    return shared >= SURE_SHARED and shared >= SURE_PART * len(_stems(line.words))


def _shared(line: Line, body: frozenset[str]) -> int:
    return len(_stems(line.words) & body)


def _share(line: Line, body: frozenset[str]) -> float:
    return _shared(line, body) / (len(_stems(line.words)) + DOUBT)


def _stems(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word[:STEM] for word in map(str.lower, words) if len(word) > 3 and word not in EMPTY)


def _is_cleaner(line: Line, chosen: Line) -> bool:
    """The same headline once more, below a trail or without the site's name behind it."""
    return chosen.text.startswith(line.text) or chosen.text.endswith(line.text)
