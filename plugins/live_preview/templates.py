"""Templates as they were when the build began, compiled once for as long as their source stays."""

from __future__ import annotations

import os
from collections.abc import Callable
from types import CodeType
from typing import Any

from jinja2 import BytecodeCache, Environment, FileSystemLoader, TemplateNotFound
from jinja2.bccache import Bucket

Source = tuple[str, str]
"""Text and path of one template."""


class Shelf:
    """The template files of every folder that this build looks into, each folder read once."""

    def __init__(self) -> None:
        self._folders: dict[str, dict[str, Source]] = {}

    def folder(self, path: str, encoding: str) -> dict[str, Source]:
        if path not in self._folders:
            self._folders[path] = dict(_templates_below(path, encoding))
        return self._folders[path]


class ShelfLoader(FileSystemLoader):
    """Jinja's file loader, reading from a shelf: pages rendered late see the templates of their own build."""

    shelf = Shelf()

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._held = [self.shelf.folder(os.fspath(path), self.encoding) for path in self.searchpath]

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        for held in self._held:
            if template in held:
                return *held[template], lambda: True
        raise TemplateNotFound(template)

    def list_templates(self) -> list[str]:
        return sorted({name for held in self._held for name in held})


class CodeCache(BytecodeCache):
    """Compiled templates in memory, by path, source and what the environment makes of them."""

    def __init__(self) -> None:
        self._code: dict[tuple[object, ...], tuple[str, CodeType]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        checksum, code = self._code.get(_key(bucket), ("", None))
        if checksum == bucket.checksum:
            bucket.code = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        if bucket.code is not None:
            self._code[_key(bucket)] = (bucket.checksum, bucket.code)


def _key(bucket: Bucket) -> tuple[object, ...]:
    env = bucket.environment
    return (
        bucket.key,
        tuple(sorted(env.extensions)),
        tuple(sorted(env.filters)),
        tuple(sorted(env.tests)),
        (env.block_start_string, env.variable_start_string, env.comment_start_string),
        (env.block_end_string, env.variable_end_string, env.comment_end_string),
        (env.line_statement_prefix, env.line_comment_prefix, env.newline_sequence),
        (env.trim_blocks, env.lstrip_blocks, env.keep_trailing_newline, env.optimized),
        env.autoescape,
    )


def _templates_below(folder: str, encoding: str) -> list[tuple[str, Source]]:
    found = []
    for parent, _, names in os.walk(folder, followlinks=True):
        for name in names:
            path = os.path.join(parent, name)
            text = _text(path, encoding)
            if text is not None:
                found.append((os.path.relpath(path, folder).replace(os.sep, "/"), (text, path)))
    return found


def _text(path: str, encoding: str) -> str | None:
    # Whatever is no text in the template folder, an editor's swap file for one, is no template.
    try:
        with open(path, encoding=encoding) as file:
            return file.read()
    except (OSError, UnicodeDecodeError):
        return None
