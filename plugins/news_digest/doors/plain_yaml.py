"""Load YAML that people wrote: every value stays as it is written, and nothing in it can explode or run."""

from __future__ import annotations

from typing import Any

import yaml

SHOWN = 60  # characters of a key that a message repeats


class NotPlainError(ValueError):
    """What stands there cannot be read; `line` counts from 1, None where no line is to blame."""

    def __init__(self, error: Exception) -> None:
        mark = getattr(error, "problem_mark", None)
        self.line: int | None = mark.line + 1 if mark else None
        super().__init__(" ".join(str(getattr(error, "problem", None) or error).split())[:200])


def compose_plain(text: str) -> yaml.Node | None:
    """The same as nodes, each with the line it stands on; None where nothing stands. Raises NotPlainError."""
    try:
        return yaml.compose(text, Loader=_PlainLoader)
    except (yaml.YAMLError, RecursionError) as error:
        raise NotPlainError(error) from None


def load_plain(text: str) -> Any:
    """Mappings, lists and strings (None where nothing stands). Raises NotPlainError."""
    try:
        return yaml.load(text, Loader=_PlainLoader)
    except (yaml.YAMLError, RecursionError) as error:
        raise NotPlainError(error) from None


class Lined(dict[Any, Any]):
    """A mapping that knows on which line, counted from 1, each of its keys stands."""

    lines: dict[str, int]


class _PlainLoader(yaml.SafeLoader):
    """Values stay as they are written, so that 2021-12 remains a month; aliases, which can explode, are refused."""

    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.check_event(yaml.AliasEvent):
            raise yaml.YAMLError("it uses an alias (*name)")
        return super().compose_node(parent, index)

    def construct_yaml_map(self, node: Any) -> Any:
        found = Lined()
        found.lines = {str(key.value): key.start_mark.line + 1 for key, _ in node.value}
        yield found
        found.update(self.construct_mapping(node))

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Any, Any]:
        seen: set[str] = set()
        for key, _ in node.value:
            if key.value in seen:
                raise yaml.YAMLError(f"{str(key.value)[:SHOWN]!r} stands in it twice (line {key.start_mark.line + 1})")
            seen.add(key.value)
        return super().construct_mapping(node, deep)


_PlainLoader.add_constructor("tag:yaml.org,2002:map", _PlainLoader.construct_yaml_map)
_PlainLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in rules if tag in ("tag:yaml.org,2002:null", "tag:yaml.org,2002:merge")]
    for first, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
