"""Write language/data/lexicon.txt: which English words can be verb forms, and which of them nouns or adjectives.

The tables come with the MIT-licensed package lemminflect 0.2.3, which draws on the public NIH SPECIALIST Lexicon.
usage: build_lexicon.py FOLDER_OF_LEMMINFLECT
"""

from __future__ import annotations

import csv
import gzip
import sys
from collections import defaultdict
from pathlib import Path

TARGET = Path(__file__).resolve().parents[1] / "plugins/news_digest/language/data/lexicon.txt"
COLUMNS = ("D", "N", "G", "Z")  # past, past participle, -ing form, third person


def rows(folder: Path, name: str) -> list[list[str]]:
    with gzip.open(folder / "resources" / name, "rt", encoding="utf-8") as table:
        return list(csv.reader(table))


def classes_of(folder: Path) -> dict[str, set[str]]:
    classes: dict[str, set[str]] = defaultdict(set)
    for base, word_class, *forms in rows(folder, "infl_lu.csv.gz"):
        if word_class == "verb":
            classes[base].add("V")
            for column, cell in zip(COLUMNS, forms, strict=False):
                for form in cell.split("/"):
                    classes[form].add(column)
                    if column == "D" and len(forms) > 1 and not forms[1]:
                        classes[form].add("N")  # an empty cell: the participle is the past form
        else:
            letter = {"noun": "n", "adj": "a", "adv": "r"}.get(word_class)
            for form in [base, *(form for cell in forms for form in cell.split("/"))] if letter else []:
                classes[form].add(str(letter))
    return classes


def main() -> None:
    classes = classes_of(Path(sys.argv[1]))
    verbs = sorted(
        word for word, letters in classes.items() if word.isalpha() and word.islower() and letters & set("VDNGZ")
    )
    lines = [f"{word} {''.join(sorted(classes[word]))}" for word in verbs]
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines)} words, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
