"""Read an editor's file on a story: YAML front matter with declared fields, then notes in Markdown."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import yaml

from ..doors.plain_yaml import NotPlainError, compose_plain
from ..model import Refusal
from ..remember import remembered
from .entries import Entry, Hand, Word
from .fields import FIELDS, Field, Shape

STORIES = "stories"  # the folder of editors' files, below the content folder
LARGEST = 1_000_000  # bytes
LONGEST_VALUE = 5_000  # characters
SHOWN = 60  # characters of a wrong value that a message repeats
FRONT = re.compile(r"---[ \t]*\r?\n(.*?)^---[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
YAML_REMEDY = "check indentation, colons and brackets here"
COMMENTED = re.compile(r"#[ \t]*([fd][0-9a-f]{10})[ \t]*([^\r\n]*)")  # `# f0123456789 The words of the fact.`


def read_hands(content: Path) -> tuple[tuple[Hand, ...], tuple[Refusal, ...]]:
    """The editors' files below the content folder, by name, and what an editor must put right in them."""
    found = [read_hand(path) for path in sorted((content / STORIES).glob("*.md")) if not path.is_symlink()]
    return tuple(hand for hand, _ in found if hand), tuple(refusal for _, refusals in found for refusal in refusals)


def read_hand(path: Path) -> tuple[Hand | None, tuple[Refusal, ...]]:
    """One file; None where it cannot be read at all. An entry that is refused is left out."""
    try:
        text = _text(path)
    except (OSError, ValueError) as error:
        remedy = "save it as plain text in UTF-8"
        return None, (Refusal(path.as_posix(), f"cannot be read: {error}".split("\n")[0], remedy),)
    return parse_hand(text, path.as_posix(), path.stem)


@remembered
def parse_hand(text: str, file: str, stem: str) -> tuple[Hand | None, tuple[Refusal, ...]]:
    front = FRONT.match(text)
    if front is None:
        return None, (Refusal(file, "no front matter", "begin the file with ---, the fields, and ---"),)
    try:
        node = compose_plain(front[1])
    except NotPlainError as error:
        place = f"{file}:{error.line + 1}" if error.line else file
        return None, (Refusal(place, f"the front matter cannot be read: {error}", YAML_REMEDY),)
    entries, refusals = _entries(node, file)
    hand = Hand(file, stem, entries, text[front.end() :].strip(), _in_comments(front[1]))
    return hand, refusals


def _text(path: Path) -> str:
    data = path.read_bytes()
    if len(data) > LARGEST:
        raise ValueError(f"it is larger than {LARGEST:,} bytes")
    return data.decode("utf-8-sig")


def _in_comments(front: str) -> dict[str, str]:
    return {name: words.strip() for name, words in COMMENTED.findall(front)}


def _entries(node: yaml.Node | None, file: str) -> tuple[dict[str, tuple[Entry, ...]], tuple[Refusal, ...]]:
    if node is None:
        return {}, ()
    if not isinstance(node, yaml.MappingNode):
        return {}, (Refusal(f"{file}:2", "the front matter has no fields", "write `field: value` lines"),)
    entries: dict[str, tuple[Entry, ...]] = {}
    refusals: list[Refusal] = []
    for key, value in node.value:
        if refusal := _refuse_name(key, entries, file):
            refusals.append(refusal)
            continue
        kept: list[Entry] = []
        for entry in _read(FIELDS[key.value], value):
            refusal = _refuse_entry(key.value, entry, key, file) or _refuse_double(key.value, entry, kept, file)
            if entry is None or refusal:
                refusals += [refusal] if refusal else []
            else:
                kept.append(entry)
        entries[key.value] = tuple(kept)
    return {name: kept for name, kept in entries.items() if kept}, tuple(dict.fromkeys(refusals))


def _refuse_name(key: yaml.Node, entries: Mapping[str, object], file: str) -> Refusal | None:
    place = f"{file}:{_line(key)}"
    if key.value in entries:
        return Refusal(place, f"`{key.value}` stands here a second time", "put both under one `field:`")
    if key.value not in FIELDS:
        near = difflib.get_close_matches(str(key.value)[:SHOWN], FIELDS, n=1, cutoff=0.0)[0]
        return Refusal(place, f"no field is called {shown(str(key.value))}", f"did you mean `{near}`?")
    return None


def _read(field: Field, value: yaml.Node) -> Iterator[Entry | None]:
    """The entries of a field in its shape; None where the shape is another. A field with nothing behind it has none."""
    if isinstance(value, yaml.ScalarNode) and value.value.strip() in ("", "~", "null"):
        return
    if field.shape in (Shape.LINE, Shape.LIST):
        words = _words(value) if field.shape is Shape.LIST else _word(value)
        yield Entry(None, words) if words else None
    elif field.shape is Shape.GROUPS:
        for item in value.value if isinstance(value, yaml.SequenceNode) else [None]:
            words = _words(item)
            yield Entry(None, words) if len(words) > 1 else None
    else:
        for key, item in value.value if isinstance(value, yaml.MappingNode) else [(None, None)]:
            words = _words(item) if field.shape is Shape.LISTS else _word(item)
            yield Entry(_word(key)[0], words) if words and _word(key) else None


def _words(node: yaml.Node | None) -> tuple[Word, ...]:
    """The scalars of a list; nothing where it is none, or holds lists."""
    if not isinstance(node, yaml.SequenceNode):
        return ()
    words = [_word(item) for item in node.value]
    return tuple(word for found in words for word in found) if all(words) else ()


def _word(node: yaml.Node | None) -> tuple[Word, ...]:
    if not isinstance(node, yaml.ScalarNode):
        return ()
    text = " ".join(node.value.split())
    fits = 0 < len(text) <= LONGEST_VALUE and text.isprintable()
    return (Word(text, _line(node)),) if fits else ()


def _refuse_entry(name: str, entry: Entry | None, key: yaml.Node, file: str) -> Refusal | None:
    field = FIELDS[name]
    if entry is None:
        return Refusal(f"{file}:{_line(key)}", f"`{name}` cannot be read", f"write {field.shape}")
    value = entry.words[0]
    if field.check and not field.check[0](value.text):
        return Refusal(f"{file}:{value.line}", f"`{name}` cannot be {shown(value.text)}", field.check[1])
    return None


def _refuse_double(name: str, entry: Entry | None, kept: list[Entry], file: str) -> Refusal | None:
    """Of two lines on one thing, only one could count."""
    if entry is None or entry.key is None or entry.key.text not in [one.key.text for one in kept if one.key]:
        return None
    problem = f"`{name}` speaks of {shown(entry.key.text)} a second time"
    return Refusal(f"{file}:{entry.key.line}", problem, "make one line of both")


def _line(node: yaml.Node) -> int:
    """Counted in the file: the line --- stands above the front matter, and YAML counts from nought."""
    return int(node.start_mark.line) + 2


def shown(value: str) -> str:
    cut = value if len(value) <= SHOWN else value[:SHOWN] + "…"
    return cut if cut.isprintable() else repr(cut)
