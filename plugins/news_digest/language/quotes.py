"""Find what stands between quotation marks, who says it, and how it is reported."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from .grammar import Word, tag_words
from .marks import Pair, pair_marks, paragraphs
from .scan import Span
from .sentences import split_sentences
from .speech import Speech, speech_after, speech_before
from .tongue import by_language

MOST_QUOTES = 100  # in a paragraph; more marks than these are no report's, and each is read against the others
FRAGMENT_WORDS = 3  # a shorter quotation is a whole utterance only where it is punctuated as one
SPEECH_ENDS = ",.?!…—–"


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody's own words, as the source prints them.

    `start`, `end` are the words inside the marks, `outer` has the marks. `whole` is True for an utterance, False for
    a few words taken out of one ("severe consequences"). `utterance` is shared by the parts of one utterance that an
    attribution or a paragraph divides. `balanced` is False where the source prints only one of the two marks: such
    an end is a guess and is not for showing as quoted.
    """

    start: int
    end: int
    outer: Span
    balanced: bool
    whole: bool
    utterance: int
    speaker: Span | None = None
    verb: Span | None = None


@by_language(2048)  # several stages ask of the same passage
def find_quotes(text: str) -> tuple[Quote, ...]:
    """The quotations of a paragraph or a whole body, in order. Quotations inside quotations are part of these."""
    pairs = pair_marks(text)
    if not pairs:
        return ()
    found: list[Quote] = []
    for start, end in paragraphs(text):
        inside = [pair for pair in pairs if start <= pair.start < end]
        if 0 < len(inside) <= MOST_QUOTES:
            _add_paragraph(text, (start, end), inside, found)
    return tuple(_share_speakers(found))


def _add_paragraph(text: str, paragraph: Span, pairs: Sequence[Pair], found: list[Quote]) -> None:
    start, end = paragraph
    sentences = [(start + a, start + b) for a, b in split_sentences(text[start:end])]
    carried = bool(found) and _runs_on(text, found[-1], pairs[0], start)
    for index, pair in enumerate(pairs):
        region = _region(sentences, pair)
        before = (max(region[0], pairs[index - 1].end if index else 0), pair.start)
        after = (pair.end, min(region[1], pairs[index + 1].start if index + 1 < len(pairs) else region[1]))
        earlier = (region[0], pair.start)
        quote = _quote(text, pair, before, after, earlier, pairs)
        continues = carried if index == 0 else _continues(text, found[-1], quote)
        number = found[-1].utterance if continues else (found[-1].utterance + 1 if found else 0)
        found.append(replace(quote, utterance=number, whole=quote.whole or (continues and found[-1].whole)))


def _quote(text: str, pair: Pair, before: Span, after: Span, earlier: Span, pairs: Sequence[Pair]) -> Quote:
    inner = _trimmed(text, pair.inside)
    whole = _is_whole(text, pair)
    speech = _speech(text, before, after, earlier, whole=whole, pairs=pairs)
    speaker, verb = (speech.speaker, speech.verb) if speech else (None, None)
    return Quote(*inner, (pair.start, pair.end), pair.opened and pair.closed, whole, 0, speaker, verb)


def _trimmed(text: str, span: Span) -> Span:
    """« Without the spaces that French prints inside its marks »."""
    start, end = span
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())


def _region(sentences: Sequence[Span], pair: Pair) -> Span:
    """From the start of the sentence in which the quotation opens to the end of the one in which it closes."""
    touched = [span for span in sentences if span[0] < pair.end and pair.start < span[1]]
    return (touched[0][0], touched[-1][1]) if touched else (pair.start, pair.end)


def _speech(
    text: str, before: Span, after: Span, earlier: Span, *, whole: bool, pairs: Sequence[Pair]
) -> Speech | None:
    if whole:
        return (
            _shift(speech_after(_words(text, after)), after[0])
            or _shift(speech_before(_words(text, before)), before[0])
            or _shift(speech_before(_unquoted(text, earlier, pairs)), earlier[0])
        )
    return _shift(speech_before(_unquoted(text, earlier, pairs)), earlier[0]) or _shift(
        speech_after(_words(text, after)), after[0]
    )


def _words(text: str, span: Span) -> Sequence[Word]:
    return tag_words(text[slice(*span)]) if span[1] - span[0] > 3 else ()


def _unquoted(text: str, span: Span, pairs: Sequence[Pair]) -> Sequence[Word]:
    """The sentence so far without what others are quoted with."""
    hidden = [(pair.start - span[0], pair.end - span[0]) for pair in pairs if span[0] <= pair.start < span[1]]
    return [word for word in _words(text, span) if not any(a <= word.start < b for a, b in hidden)]


def _shift(speech: Speech | None, by: int) -> Speech | None:
    if speech is None:
        return None
    return Speech(*((span[0] + by, span[1] + by) if span else None for span in (speech.speaker, speech.verb)))


def _is_whole(text: str, pair: Pair) -> bool:
    start, end = pair.inside
    words = text[start:end]
    first = next((char for char in words if char.isalnum()), "")
    punctuated = words.rstrip()[-1:] in SPEECH_ENDS or text[pair.end : pair.end + 1] in set(",.?!")
    if not first or first.islower() or not punctuated:
        return False
    if len(words.split()) >= FRAGMENT_WORDS:
        return True
    return words.rstrip()[-1:] in "?!.," and text[: pair.start].rstrip(" ")[-1:] in {
        "",
        "\n",
        ",",
        ":",
        ".",
        "?",
        "!",
        "”",
        '"',
    }


def _continues(text: str, last: Quote, quote: Quote) -> bool:
    """`“A,” he said. “B.”`: the second part has no speaker of its own and only the attribution stands between."""
    between = text[last.outer[1] : quote.outer[0]]
    if not last.whole or "\n\n" in between:
        return False
    if not any(map(str.isalnum, between)):
        return True
    attributed = last.verb is not None and last.outer[1] <= last.verb[0] < quote.outer[0]
    alone = quote.verb is None or quote.verb == last.verb
    return attributed and alone and between.count(".") <= 1 and (quote.whole or not between.rstrip().endswith("."))


def _runs_on(text: str, last: Quote, first: Pair, paragraph: int) -> bool:
    """A paragraph that opens with a mark while the quotation before is still open."""
    return (
        first.opened
        and not text[paragraph : first.start].strip()
        and text[last.outer[1] - 1] not in '”»"’“'
        and last.whole
    )


def _share_speakers(quotes: Sequence[Quote]) -> Iterator[Quote]:
    """Every part of one utterance has its speaker, whichever part names him."""
    known: dict[int, Quote] = {}
    for quote in quotes:
        if quote.speaker and quote.utterance not in known:
            known[quote.utterance] = quote
    for quote in quotes:
        source = known.get(quote.utterance)
        yield replace(quote, speaker=source.speaker, verb=source.verb) if source and not quote.speaker else quote
