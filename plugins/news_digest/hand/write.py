"""Change one field of an editor's file and leave every other line of it, comments included, as it stands."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

import yaml

from ..doors.plain_yaml import NotPlainError, compose_plain
from .fields import FIELDS, Shape
from .file import FRONT

INDENT = "  "


class Item(NamedTuple):
    """One entry of a field: what names it, and the lines that it fills."""

    name: str
    lines: tuple[str, ...]


def quoted(word: str) -> str:
    """The word as it stands in a list or before a colon: between quotation marks where YAML would read another one."""
    try:
        node = compose_plain(f"{{{word}: [{word}]}}")
    except NotPlainError:
        return json.dumps(word, ensure_ascii=False)
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    is_plain = [(key.value, [item.value for item in value.value]) for key, value in pairs] == [(word, [word])]
    return word if is_plain else json.dumps(word, ensure_ascii=False)


def list_item(word: str, told: str = "") -> Item:
    """`told` is the fact in words, as a comment."""
    return Item(word, (f"{INDENT}- {word}{f'  # {told}' if told else ''}\n",))


def group_item(words: Sequence[str]) -> Item:
    return Item(" ".join(words), (f"{INDENT}- [{', '.join(map(quoted, words))}]\n",))


def line_item(key: str, text: str) -> Item:
    """The text in quotation marks: a JSON string is a YAML string whatever it holds."""
    return Item(key, (f"{INDENT}{quoted(key)}: {json.dumps(text, ensure_ascii=False)}\n",))


def item_names(text: str, field: str) -> tuple[str, ...]:
    """What names the entries that the field has now. Raises NotPlainError where the front matter cannot be read."""
    return tuple(item.name for item in _items(_front(text), field))


def change_field(text: str, field: str, *, drop: Collection[str] = (), add: Iterable[Item] = ()) -> str:
    """The text of the file with entries taken out and added. Raises NotPlainError as `item_names` does."""
    front = _front(text)
    added = list(add)
    gone = {*drop, *(item.name for item in added)}
    kept = [item for item in _items(front, field) if item.name not in gone]
    margin = _margin(kept[0].lines[0]) if kept else INDENT
    items = [*kept, *(Item(item.name, tuple(margin + line.lstrip() for line in item.lines)) for item in added)]
    lines = front.splitlines(keepends=True)
    start, end = _place(lines, field)
    block = [f"{field}:\n", *(line for item in items for line in item.lines)] if items else []
    changed = "".join([*lines[:start], *block, *lines[end:]])
    at = text.index(front, text.index("\n") + 1)
    return text[:at] + changed + text[at + len(front) :]


def _margin(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]


def _front(text: str) -> str:
    match = FRONT.match(text)
    if match is None:
        raise NotPlainError(ValueError("no front matter"))
    return match[1]


def _place(lines: Sequence[str], field: str) -> tuple[int, int]:
    """First line of the field and the line after its last one; the end of the front matter twice where it is missing.

    Comments below it that begin at the margin belong to what follows.
    """
    start = next((n for n, line in enumerate(lines) if line.startswith(f"{field}:")), None)
    if start is None:
        return len(lines), len(lines)
    end = start + 1
    while end < len(lines) and (lines[end][0] in " \t-" or not lines[end].strip()):
        end += 1
    while end > start + 1 and not lines[end - 1].strip():
        end -= 1
    return start, end


def _items(front: str, field: str) -> list[Item]:
    node = compose_plain(front)
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    value = next((value for key, value in pairs if key.value == field), None)
    if not isinstance(value, yaml.CollectionNode) or not value.value:
        return []
    if value.flow_style:
        return [_rewritten(entry, field) for entry in value.value]
    lines = front.splitlines(keepends=True)
    starts = [_start(entry) for entry in value.value]
    ends = [*starts[1:], _place(lines, field)[1]]
    names = [_rewritten(entry, field).name for entry in value.value]
    return [Item(name, tuple(lines[a:b])) for name, a, b in zip(names, starts, ends, strict=True)]


def _start(entry: yaml.Node | tuple[yaml.Node, yaml.Node]) -> int:
    node = entry[0] if isinstance(entry, tuple) else entry
    return int(node.start_mark.line)


def _rewritten(entry: yaml.Node | tuple[yaml.Node, yaml.Node], field: str) -> Item:
    """An entry as it is written on lines of its own."""
    shape = FIELDS[field].shape
    if isinstance(entry, tuple):
        key, value = entry
        if shape is Shape.LISTS:
            words = ", ".join(quoted(str(node.value)) for node in value.value)
            return Item(str(key.value), (f"{INDENT}{quoted(str(key.value))}: [{words}]\n",))
        return line_item(str(key.value), str(value.value))
    if shape is Shape.GROUPS:
        return group_item([str(node.value) for node in entry.value])
    return list_item(str(entry.value))
