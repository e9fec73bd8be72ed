"""What the preview and its worker say to each other."""

from __future__ import annotations

from dataclasses import dataclass

from .problems import Problem


@dataclass(frozen=True, slots=True)
class BuildSite:
    number: int
    output: str


@dataclass(frozen=True, slots=True)
class WriteFile:
    number: int
    name: str


@dataclass(frozen=True, slots=True)
class CheckSite:
    """Write all that is left of a build, beside the worker's other work."""

    number: int


@dataclass(frozen=True, slots=True)
class AskSite:
    """Let the site's own code answer a question that one of its scripts asks."""

    number: int
    name: str
    body: bytes


@dataclass(frozen=True, slots=True)
class Site:
    """What to watch. All paths are absolute.

    `folders` are watched whole; a change in one of the `code` folders or `files` asks for a new worker. `scripts`
    are added to every page while it is previewed.
    """

    folders: tuple[str, ...] = ()
    code: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()
    siteurl: str = ""
    scripts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Built:
    """`late` names the files that are written when asked for; `listeners`: a plugin waits for the end of the build.

    `defects` are to be mended, and the site is built nevertheless.
    """

    number: int
    late: tuple[str, ...]
    listeners: bool
    defects: tuple[Problem, ...]
    warnings: tuple[str, ...]
    site: Site


@dataclass(frozen=True, slots=True)
class NotBuilt:
    number: int
    problems: tuple[Problem, ...]
    site: Site


@dataclass(frozen=True, slots=True)
class Written:
    number: int
    name: str
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Checked:
    number: int
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Answered:
    """`body` is JSON."""

    number: int
    status: int
    body: bytes


Order = BuildSite | WriteFile | CheckSite | AskSite
Reply = Built | NotBuilt | Written | Checked | Answered
