"""Tell which language a text is written in, by its grammar words or its script."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cache

from .lexicons import table

WORDS_READ = 2_000  # a report's first words say as much as all of them
FEWEST_WORDS = 12
FEWEST_SHARE = 0.15  # of running words: in the languages listed, grammar words make up a quarter or more
CLEARER = 1.25  # times the next language: Danish and Norwegian, Catalan and Spanish share much of their lists
SHORT = 20  # words; of fewer, the wrong one of two like languages is only a word or two away
CLEAR_WHEN_SHORT = 2.0

_WORD = re.compile(r"[^\W\d_]+")
# Scripts that one language of the news writes in, by their first and last letter.
_SCRIPTS = {
    language: re.compile(f"[{first}-{last}]")
    for language, first, last in (
        ("ja", "\u3040", "\u30ff"),
        ("ko", "\uac00", "\ud7a3"),
        ("zh", "\u4e00", "\u9fff"),
        ("el", "\u0370", "\u03ff"),
        ("he", "\u0590", "\u05ff"),
        ("hi", "\u0900", "\u097f"),
        ("bn", "\u0980", "\u09ff"),
        ("ta", "\u0b80", "\u0bff"),
        ("th", "\u0e00", "\u0e7f"),
    )
}
KANA_SHARE = 0.1  # of letters: Japanese mixes its kana with the characters of Chinese
SCRIPT_SHARE = 0.5


def detect_language(text: str) -> str | None:
    """ISO 639-1 code of the language of running text; None where it is short, mixed or not known."""
    sample = text[: WORDS_READ * 10]
    if script := _by_script(sample):
        return script
    words = [word.lower() for word in _WORD.findall(sample)[:WORDS_READ]]
    if len(words) < FEWEST_WORDS:
        return None
    counts = Counter(language for word in words for language in _languages_of().get(word, ()))
    scores = _weighed(words)
    if not scores:
        return None
    best, *others = sorted(scores, key=lambda language: (-scores[language], language))
    if counts[best] < FEWEST_SHARE * len(words):
        return None
    clear = CLEARER if len(words) >= SHORT else CLEAR_WHEN_SHORT
    return best if not others or scores[best] >= clear * scores[others[0]] else None


def _weighed(words: Sequence[str]) -> dict[str, float]:
    """A grammar word counts for each language that has it, the less the more of them have it: `de` says little."""
    scores: defaultdict[str, float] = defaultdict(float)
    for word in words:
        languages = _languages_of().get(word, ())
        for language in languages:
            scores[language] += 1 / len(languages)
    return scores


def _by_script(sample: str) -> str | None:
    letters = len("".join(_WORD.findall(sample)))
    for language, script in _SCRIPTS.items():
        share = KANA_SHARE if language == "ja" else SCRIPT_SHARE
        if len(script.findall(sample)) > share * letters:
            return language
    return None


@cache
def _languages_of() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for code, words in table("function_words", "any"):
        for word in dict.fromkeys(words.split()):
            found[word] = (*found.get(word, ()), code)
    return found
