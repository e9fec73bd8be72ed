"""Write language/data/word_ranks.LANGUAGE.txt: the words of a language from common to rare, one a line.

English: the order is that of the word list of the Apache-licensed BERT and MiniLM models, which was built from the
most common word of its corpus to the rarest; parts of words, marks and single signs are left out.
Others: the order of `wordfreq` (`pip install wordfreq==3.1.1`), whose data are under CC BY-SA 4.0.
usage: build_word_ranks.py VOCAB_TXT
       build_word_ranks.py de es fr
"""

from __future__ import annotations

import sys
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1] / "plugins/news_digest/language/data"
FIRST = "the"  # what stands before it are control words, signs and letters
KEPT = 15_000  # rarer words are told apart by the folder itself
ASKED = 2 * KEPT  # numbers and abbreviations fall away


def english(vocabulary: list[str]) -> list[str]:
    words = vocabulary[vocabulary.index(FIRST) :]
    return ["a", *(word for word in words if word.isalpha() and word.isascii())]


def other(language: str) -> list[str]:
    from wordfreq import top_n_list

    return [word for word in top_n_list(language, ASKED) if word.isalpha()][:KEPT]


def write(language: str, words: list[str]) -> None:
    target = FOLDER / f"word_ranks.{language}.txt"
    target.write_text("\n".join(words) + "\n", encoding="utf-8")
    print(f"{language}: {len(words)} words, {target.stat().st_size} bytes")


def main() -> None:
    first = Path(sys.argv[1])
    if first.is_file():
        write("en", english(first.read_text(encoding="utf-8").splitlines()))
        return
    for language in sys.argv[1:]:
        write(language, other(language))


if __name__ == "__main__":
    main()
