"""Cut a text into lines and say what shape each has: prose, short, a list point."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

LINE = re.compile(r"[^\r\n\u2028\u2029]+")
BREAK = re.compile(r"\r\n|[\r\n\u2028\u2029]")
BULLET = re.compile(
    r"(?:[•·▪‣◦●■►▶➤*–—-]|\d{1,2}[.)])[ \t\u00a0]+(?=\S)(?!(?:Jan|Jän|Feb|Mär|Apr|Mai|Ju[nl]|Aug|Sep|Okt|Nov|Dez))"
)  # 12. Februar
# Chinese, Japanese and Thai part no words: two characters, four in Thai, count as one.
WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]{1,2}|[\u0e00-\u0e7f]{1,4}|\w+(?:[’'.-]\w+)*")
QUOTED = re.compile(r"[“”«»\"]")
ENDED = re.compile(r"[.!?…。！？؟۔।][\"”’'»」』）)\]*]*$")
QUOTE_ENDED = re.compile(r"[,;–—-][\"”’»]$")
FEWEST_PROSE_WORDS = 3  # "He declined comment." is a paragraph, "Sign up." is not
LONGEST_QUESTION_WORDS = 10  # `What happened in the north?` heads what follows; reports ask inside quotations
UNENDED_PROSE_WORDS = 18  # no headline on a page is as long; a paragraph that lost its full stop is


@dataclass(frozen=True)
class Line:
    """A line without the white space and bullet around it; `gap` says that a blank line, or nothing, stands before."""

    text: str
    start: int
    gap: bool
    bullet: bool = False

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @cached_property
    def words(self) -> tuple[str, ...]:
        return tuple(WORD.findall(self.text))

    @cached_property
    def ended(self) -> bool:
        """Whether the line closes as a sentence does."""
        return bool(ENDED.search(self.text[-8:]))

    @cached_property
    def prose(self) -> bool:
        """Whether the line reads as written sentences, not as a label, a heading or a link."""
        if len(self.words) >= UNENDED_PROSE_WORDS:
            return True
        if self.text.endswith("?") and len(self.words) <= LONGEST_QUESTION_WORDS and not QUOTED.search(self.text):
            return False
        return len(self.words) >= FEWEST_PROSE_WORDS and (self.ended or bool(QUOTE_ENDED.search(self.text)))


def split_lines(text: str) -> tuple[Line, ...]:
    """Lines that hold something, in order; hard-wrapped lines of one paragraph come as one."""
    rows = list(_rows(text))
    return tuple(_joined(text, rows)) if _is_wrapped(rows) else tuple(rows)


def _rows(text: str) -> Iterator[Line]:
    before = 0
    for match in LINE.finditer(text):
        words = match.group().strip()
        if not words or not any(map(str.isprintable, words)):
            continue
        start = match.start() + match.group().index(words)
        gap = before == 0 or len(BREAK.findall(text, before, start)) > 1
        bullet = BULLET.match(words)
        skipped = bullet.end() if bullet else 0
        yield Line(words[skipped:], start + skipped, gap, bool(bullet))
        before = match.end()


WIDEST = 100  # characters: editors and mail programs wrap at 65 to 80
NARROWEST = 45


def _is_wrapped(rows: list[Line]) -> bool:
    """Whether most lines that another follows without a gap break off in mid-sentence near the right edge."""
    broken = [row for row, following in pairwise(rows) if not following.gap and not following.bullet]
    if len(broken) < 4 or max(len(row.text) for row in rows) > WIDEST:
        return False
    return sum(len(row.text) >= NARROWEST and not row.ended for row in broken) * 2 > len(broken)


def _joined(text: str, rows: list[Line]) -> Iterator[Line]:
    """A short line ends its paragraph, as does a gap or the bullet of the next."""
    first, last = 0, 0
    for at in range(1, len(rows) + 1):
        if at < len(rows) and not rows[at].gap and not rows[at].bullet and len(rows[last].text) >= NARROWEST:
            last = at
            continue
        head = rows[first]
        yield Line(text[head.start : rows[last].end], head.start, head.gap, head.bullet)
        first = last = at
