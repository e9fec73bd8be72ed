"""Write language/data/word_ranks.txt: English words from common to rare, one a line.

The order is that of the word list of the Apache-licensed BERT and MiniLM models, which was built from the most common
word of its corpus to the rarest; parts of words, marks and single signs are left out.
usage: build_word_ranks.py VOCAB_TXT
"""

from __future__ import annotations

import sys
from pathlib import Path

TARGET = Path(__file__).resolve().parents[1] / "plugins/news_digest/language/data/word_ranks.txt"
FIRST = "the"  # what stands before it are control words, signs and letters


def main() -> None:
    vocabulary = Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()
    words = [word for word in vocabulary[vocabulary.index(FIRST) :] if word.isalpha() and word.isascii()]
    TARGET.write_text("\n".join(["a", *words]) + "\n", encoding="utf-8")
    print(f"{len(words) + 1} words, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
