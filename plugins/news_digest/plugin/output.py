"""Keep the output folder to what the build wrote, and our hands off what we did not write."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from ..model import Refusal
from .ending import Ending

LIST = ".news-digest"  # in the output folder: the names of the files that the last build wrote
ELSEWHERE = "move it away, or name another folder with OUTPUT="
UNFINISHED = "unfinished\n"  # stands in it while a build runs


def make_room(output: Path) -> None:
    """Delete what an earlier build wrote. Raises Ending where other files lie there: nothing is deleted then."""
    lying = tuple(_files(output))
    ours = _listed(output, lying)
    foreign = [name for name in lying if name not in ours]
    if foreign:
        refusal = Refusal(
            str(output / foreign[0]), "not written by a build, and each build empties its folder", ELSEWHERE
        )
        raise Ending(str(refusal), refusal)
    for name in lying:
        (output / name).unlink()
    _drop_empty_folders(output)
    output.mkdir(parents=True, exist_ok=True)
    (output / LIST).write_text(UNFINISHED, encoding="utf-8")


def leave_list(output: Path) -> None:
    """A build is done: note what it wrote, so that the next one may delete it."""
    (output / LIST).write_text("".join(f"{name}\n" for name in _files(output)), encoding="utf-8", newline="")


def _listed(output: Path, lying: tuple[str, ...]) -> frozenset[str]:
    """The files that may be deleted; all of them where a build broke off before it could list what it wrote."""
    if not (output / LIST).is_file():
        return frozenset()
    text = (output / LIST).read_text(encoding="utf-8")
    return frozenset(lying) if text == UNFINISHED else frozenset(text.splitlines())


def _files(output: Path) -> Iterator[str]:
    """Every file below in order of name, but for what begins with a dot at the top, such as .git and .gitignore."""
    for folder, folders, names in os.walk(output):
        at_top = Path(folder) == output
        folders[:] = sorted(name for name in folders if not (at_top and name.startswith(".")))
        links = [name for name in folders if Path(folder, name).is_symlink()]
        for name in sorted([*names, *links]):
            if not (at_top and name.startswith(".")):
                yield Path(folder, name).relative_to(output).as_posix()


def _drop_empty_folders(output: Path) -> None:
    for folder, _, _ in sorted(os.walk(output), reverse=True):
        path = Path(folder)
        hidden = path != output and path.relative_to(output).parts[0].startswith(".")
        if path != output and not hidden and not path.is_symlink() and not any(path.iterdir()):
            path.rmdir()
