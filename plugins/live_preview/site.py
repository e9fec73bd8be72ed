"""Find what a site is made from: the folders and files whose change can change a page."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from typing import Any

from .messages import Site

OWN = os.path.dirname(os.path.abspath(__file__))


def site_of(settings: dict[str, Any], settings_file: str, opened: Iterable[str]) -> Site:
    """`opened` are the files that were read to load the settings and the plugins."""
    project = os.path.dirname(os.path.abspath(settings_file))
    modules = {path for path in _modules() if _below(path, project)}
    code = {os.path.abspath(path) for path in settings["PLUGIN_PATHS"]}
    code |= {os.path.dirname(path) for path in modules} - {project}
    read = {path for path in opened if _below(path, project) and not path.endswith(".pyc")}
    return Site(
        folders=_outermost({*_sources(settings), *code}),
        code=_outermost(code),
        files=tuple(sorted({os.path.abspath(settings_file)} | modules | read)),
        ignored=tuple(os.path.abspath(settings[key]) for key in ("OUTPUT_PATH", "CACHE_PATH") if settings[key]),
        siteurl=str(settings["SITEURL"]),
        scripts=tuple(os.path.abspath(path) for path in settings.get("PREVIEW_SCRIPTS", ())),
    )


def unknown_site(settings_file: str) -> Site:
    """For when the settings cannot be read: their folder is all that is known."""
    path = os.path.abspath(settings_file)
    return Site(files=(path, *sorted(found for found in _modules() if _below(found, os.path.dirname(path)))))


def _sources(settings: dict[str, Any]) -> set[str]:
    paths = (settings["PATH"], settings["THEME"], *settings["THEME_TEMPLATES_OVERRIDES"])
    return {os.path.abspath(path) for path in paths}


def _modules() -> set[str]:
    files = (getattr(module, "__file__", None) for module in list(sys.modules.values()))
    return {os.path.abspath(file) for file in files if file and not _is_library(file)}


def _is_library(path: str) -> bool:
    return any(part in path for part in ("site-packages", "dist-packages", f"{os.sep}lib{os.sep}python"))


def _below(path: str, folder: str) -> bool:
    return path.startswith(os.path.join(folder, "")) and not _is_library(path)


def _outermost(folders: Iterable[str]) -> tuple[str, ...]:
    ordered = sorted(set(folders))
    return tuple(a for a in ordered if not any(a != b and a.startswith(os.path.join(b, "")) for b in ordered))
