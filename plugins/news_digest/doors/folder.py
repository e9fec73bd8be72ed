"""Walk a folder of reports: which files to read, and which to refuse before a byte of them is read."""

from __future__ import annotations

import os
import stat
from collections.abc import Collection, Iterator
from pathlib import Path

from ..model import Refusal

LARGEST_FILE = 10_000_000  # bytes; a saved page with its pictures inside stays below, a film does not
OURS = (".yml", ".yaml")  # notes on reports, no reports: sources.yml, outlets.yml, feeds.yml, and an editor's own
PAGE_ENDINGS = (".html", ".htm", ".xhtml", ".mht")
COMPANIONS = (
    "_files",
    ".files",
    "-files",
    "_fichiers",
    "-Dateien",
    "_archivos",
)  # what browsers add to a saved page's name
LONGEST_NAME = 200  # characters below the folder: an id that every file system takes
PUT_IN = "put in pages saved from the browser, text, Markdown, feeds or newsletters, or name another with SEEDS="
RENAME = "rename it with letters, digits, hyphens"


def find_files(folder: Path, endings: Collection[str]) -> Iterator[str | Refusal]:
    """Paths below `folder`, with forward slashes, in order of name; files nobody meant as reports are passed over."""
    if not folder.is_dir():
        yield no_folder(folder)
        return
    yield from _walk(folder, "", endings)


def no_folder(folder: Path) -> Refusal:
    return Refusal(str(folder), "there is no such folder", "make it and put reports in, or name another with SEEDS=")


def no_reports(folder: Path) -> Refusal:
    return Refusal(str(folder), "holds no reports", PUT_IN, fatal=False, kept=True)


def _walk(folder: Path, below: str, endings: Collection[str]) -> Iterator[str | Refusal]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield Refusal(
            show_name(below.rstrip("/")), f"cannot be opened ({error.strerror})", "give yourself the right to read it"
        )
        return
    names = {entry.name for entry in entries}
    for entry in entries:
        if not _is_passed_over(entry.name, names):
            yield from _judge(entry, below + entry.name, endings)


def _is_passed_over(name: str, siblings: Collection[str]) -> bool:
    """Hidden files, our own notes, and the folder that a browser saves beside a page."""
    if name.startswith((".", "~")) or name.endswith(("~", *OURS)) or name == "Thumbs.db":
        return True
    stems = [name.removesuffix(ending) for ending in COMPANIONS if name.endswith(ending)]
    return any(stem + ending in siblings for stem in stems for ending in PAGE_ENDINGS)


def _judge(entry: os.DirEntry[str], file: str, endings: Collection[str]) -> Iterator[str | Refusal]:
    shown, ending = show_name(file), os.path.splitext(entry.name)[1].lower()
    if shown != file or len(file) > LONGEST_NAME:
        yield Refusal(shown, "the name holds characters that cannot be shown, or is too long", RENAME)
        return
    try:
        mode = entry.stat(follow_symlinks=False)
    except OSError as error:
        yield Refusal(shown, f"cannot be opened ({error.strerror})", "give yourself the right to read it")
        return
    if stat.S_ISLNK(mode.st_mode):
        yield Refusal(shown, "a link, which may lead out of the folder", "put the file itself here")
    elif stat.S_ISDIR(mode.st_mode) and ending not in endings:
        yield from _walk(Path(entry.path), file + "/", endings)
    elif not stat.S_ISREG(mode.st_mode):
        yield Refusal(
            shown,
            "a folder named like a report" if stat.S_ISDIR(mode.st_mode) else "not a file",
            "rename it, or remove it",
        )
    elif ending not in endings:
        yield Refusal(
            shown, "not a format that is read here", f"save it as one of {', '.join(sorted(endings))}", fatal=False
        )
    elif mode.st_size > LARGEST_FILE:
        yield Refusal(shown, f"larger than {LARGEST_FILE // 1_000_000} MB", "save the report's text alone")
    else:
        yield file


def show_name(name: str) -> str:
    """The name on one line, in characters that every terminal can print: what it cannot is escaped."""
    return "".join(char if char.isprintable() and char != "\\" else _escaped(char) for char in name)


def _escaped(char: str) -> str:
    return char.encode("unicode_escape", "backslashreplace").decode("ascii")
