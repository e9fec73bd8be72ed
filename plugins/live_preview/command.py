"""The command line: read the options, bind the port, run until Ctrl-C."""

from __future__ import annotations

import argparse
import asyncio
import errno
import os
import shutil
import signal
import socket
import sys
import tempfile
from collections.abc import Coroutine, Sequence
from pathlib import Path
from typing import Any

from .addresses import Hosts
from .app import App
from .preview import Preview
from .server import Request, Response, serve
from .watch import Watcher
from .workshop import Workshop, libraries_used

PORTS = 65536
TRIES = 100  # ports looked at for a free one


def main(arguments: Sequence[str] | None = None) -> int:
    """Returns the exit status: 0 after Ctrl-C, 2 where the port is taken or the settings file is missing."""
    options = parse(arguments)
    if not os.path.isfile(options.settings):
        print(f"{options.settings}: no such file; name the site's settings with --settings FILE", file=sys.stderr)
        return 2
    scratch = Path(tempfile.mkdtemp(prefix="live-preview-"))
    try:
        return asyncio.run(run(options, scratch))
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="live_preview", description="Preview a Pelican site while working on it.")
    parser.add_argument("content", nargs="?", help="content folder, where the settings do not say")
    parser.add_argument("-s", "--settings", default="pelicanconf.py", help="settings file (default: %(default)s)")
    parser.add_argument("-p", "--port", type=_port, default=8000, help="default: %(default)s")
    parser.add_argument("--host", default="127.0.0.1", help="address to serve on (default: %(default)s)")
    parser.add_argument("--poll", action="store_true", help="look for changes, where the system does not tell of them")
    parser.add_argument("--watch", action="append", default=[], metavar="DIR", help="watch this folder too; repeatable")
    parser.add_argument("--siteurl", help="the address that the site will be published under; its path is served")
    return parser.parse_args(arguments)


def _port(value: str) -> int:
    if not value.isdecimal() or not 0 < int(value) < PORTS:
        raise argparse.ArgumentTypeError(f"{value} is no port; choose a number from 1 to {PORTS - 1}")
    return int(value)


async def run(options: argparse.Namespace, scratch: Path) -> int:
    app: App | None = None

    async def answer(request: Request) -> Response:
        assert app is not None
        return await app.answer(request)

    try:
        server = await serve(answer, options.host, options.port)
    except OSError as error:
        print(_not_bound(options.host, options.port, error), file=sys.stderr)
        return 2
    watcher = Watcher(asyncio.get_running_loop(), poll=options.poll)
    preview = Preview(lambda: _workshop(options), watcher, scratch, _tell, extra=_folders(options.watch))
    app = App(preview, Hosts(options.host))
    print(f"preview: http://{_in_url(options.host)}:{options.port}/  (Ctrl-C ends it)", flush=True)
    try:
        await _until_ended([preview.keep_building(), watcher.sweep()])
    finally:
        preview.stop()
        watcher.stop()
        server.close()
    return 0


async def _until_ended(endless: list[Coroutine[Any, Any, None]]) -> None:
    """Until Ctrl-C, or until one of these fails; then what it raises is raised."""
    loop, ended = asyncio.get_running_loop(), asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, ended.set)
    tasks = [asyncio.create_task(work) for work in endless]
    stop = asyncio.create_task(ended.wait())
    done, _ = await asyncio.wait([stop, *tasks], return_when=asyncio.FIRST_COMPLETED)
    for task in [*tasks, stop]:
        task.cancel()
    for task in done:
        task.result()


def _workshop(options: argparse.Namespace) -> Workshop:
    override: dict[str, Any] = {}
    if options.content:
        override["PATH"] = os.path.abspath(options.content)
    if options.siteurl is not None:
        override["SITEURL"] = options.siteurl
    return Workshop(options.settings, override, libraries_used(_python_files(options.settings)))


def _python_files(settings: str) -> list[str]:
    """The site's own code as far as can be guessed before the settings are read: beside them, and in `plugins`."""
    project = Path(settings).resolve().parent
    return [str(path) for path in (*project.glob("*.py"), *project.glob("plugins/**/*.py"))]


def _folders(paths: list[str]) -> tuple[str, ...]:
    return tuple(os.path.abspath(path) for path in paths)


def _not_bound(host: str, port: int, error: OSError) -> str:
    if error.errno != errno.EADDRINUSE:
        return f"cannot serve on {host} port {port}: {error.strerror}; choose another with --host and --port"
    free = next((other for other in range(port + 1, min(port + TRIES, PORTS)) if _is_free(host, other)), None)
    offer = f"; port {free} is free: make preview PORT={free}, or --port {free}" if free else ""
    return f"port {port} is in use by another program{offer}"


def _is_free(host: str, port: int) -> bool:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def _in_url(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _tell(line: str) -> None:
    print(line, flush=True)
