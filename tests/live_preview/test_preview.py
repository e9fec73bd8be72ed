"""The preview as a whole: what it serves is what a clean build writes."""

from __future__ import annotations

import random
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

SCRIPT = re.compile(rb'<script src="/-live-preview-/client\.js"[^>]*></script>')
Write = Callable[[int, str], Path]
pytestmark = [pytest.mark.site, pytest.mark.slow]


def clean_build(site: Path, output: Path) -> dict[str, bytes]:
    command = [sys.executable, "-m", "pelican", "-s", "pelicanconf.py", "-o", str(output), "-d", "-q"]
    subprocess.run(
        [*command, "-e", 'SITEURL="/harbour"', 'FEED_DOMAIN="https://example.org/harbour"'], cwd=site, check=True
    )
    return {path.relative_to(output).as_posix(): path.read_bytes() for path in output.rglob("*") if path.is_file()}


def test_after_random_edits_what_is_served_equals_a_clean_build(
    site: Path, write_story: Write, running: Any, tmp_path: Path
) -> None:
    chance = random.Random(6)
    for step in range(30):
        number = chance.randrange(6)
        path = site / "content" / f"story-{number}.html"
        if chance.random() < 0.25 and path.exists() and step < 28:
            path.unlink()
        elif chance.random() < 0.3:
            sheet = site / "theme/static/main.css"
            sheet.write_text(f"body {{ margin: {step}px }}")
        else:
            write_story(number, f"Edit {step}.")
        time.sleep(chance.choice([0, 0, 0.01, 0.2]))
    write_story(9, "The last word.")
    running.until(lambda: b"Story 9" in running.get("index.html")[1])
    for name, expected in clean_build(site, tmp_path / "clean").items():
        assert (name, SCRIPT.sub(b"", running.get(name)[1])) == (name, expected)


def test_a_broken_template_is_named_with_its_line_and_the_last_good_page_stays(site: Path, running: Any) -> None:
    good = SCRIPT.sub(b"", running.get("index.html")[1])
    template = site / "theme/templates/index.html"
    text = template.read_text()
    template.write_text("<p>\n{% if %}")
    running.until(running.problems)
    assert (running.problems()[0]["file"], running.problems()[0]["line"]) == ("theme/templates/index.html", 2)
    assert SCRIPT.sub(b"", running.get("index.html")[1]) == good
    template.write_text(text.replace("<h1>", "<h1>Mended "))
    running.until(lambda: b"Mended" in running.get("index.html")[1])
    assert running.problems() == []


def test_a_page_of_an_older_build_is_told_from_one_of_the_last_and_from_one_never_built(
    site: Path, running: Any, write_story: Write
) -> None:
    template = site / "theme/templates/article.html"
    text = template.read_text()
    assert running.state("story-1.html")["standing"] == "built"
    template.write_text("{{ article.titel.length() }}")
    running.until(lambda: running.state("story-1.html")["standing"] == "older")
    assert running.state("index.html")["standing"] == "built"
    write_story(7, "It was towed away.")
    running.until(lambda: running.state("story-7.html")["standing"] == "never")
    template.write_text(text)
    running.until(lambda: running.state("story-7.html")["standing"] == "built")
    settings = site / "pelicanconf.py"
    settings.write_text(f"{settings.read_text()}\nSITENAME = (")
    running.until(lambda: running.state("index.html")["standing"] == "older")


DEFECTIVE = """
import logging
from pelican import signals

CARRIED = {"file": "content/tide.txt", "line": None, "problem": "holds no words", "remedy": "write some"}

def look(generators):
    logging.getLogger(__name__).warning("content/tide.txt: holds no words; write some", extra=CARRIED)

def end(site):
    raise SystemExit("one thing needs you")

def register():
    signals.all_generators_finalized.connect(look)
    signals.finalized.connect(end)
"""


def test_a_site_built_with_a_defect_is_shown_and_nowhere_called_not_built(
    site: Path, run_preview: Callable[..., Any], write_story: Write
) -> None:
    (site / "defective.py").write_text(DEFECTIVE)
    settings = site / "pelicanconf.py"
    settings.write_text(settings.read_text().replace("PLUGINS = []", 'PLUGINS = ["defective"]\nPLUGIN_PATHS = ["."]'))
    running = run_preview(site, base="/harbour/")
    running.until(lambda: running.get("index.html")[0] == 200)
    write_story(8, "It floats again.")
    running.until(lambda: b"Story 8" in running.get("index.html")[1])
    running.until(lambda: len(running.problems("index.html")) == 2)  # what it carries, and how the plugin ends
    assert ("content/tide.txt", "holds no words") == tuple(running.problems()[0][key] for key in ("file", "problem"))
    assert running.state("index.html")["standing"] == "built"
    printed = running.printed.read_text()
    assert "to mend: content/tide.txt: holds no words; write some" in printed
    assert "not built" not in printed


def memory_of(running: Any) -> int:
    """Of the preview and the processes that it started, in kilobytes, without what they share by being forked."""
    listed = subprocess.run(["ps", "-eo", "pid=,ppid=,rss="], capture_output=True, text=True, check=True).stdout
    rows = [tuple(map(int, line.split())) for line in listed.splitlines()]
    family = {running.process.pid}
    for _ in range(3):  # the preview, its fork server, the workers
        family |= {pid for pid, parent, _ in rows if parent in family}
    return sum(size for pid, _, size in rows if pid in family)


MORE = 1.4  # forks count the pages that they share, a sixth of the whole either way; 80 kB kept of each save would show


def settled_memory_of(running: Any) -> int:
    """The least of a second: the fork that writes the remaining pages comes and goes."""
    samples = []
    for _ in range(20):
        samples.append(memory_of(running))
        time.sleep(0.05)
    return min(samples)


def test_memory_stays_flat_over_many_saves_in_a_row_and_the_last_one_is_shown(write_story: Write, running: Any) -> None:
    held = []
    for step in range(1600):
        write_story(1, f"Save {step}.")
        time.sleep(0.01)
        if step in (799, 1599):
            running.until(lambda step=step: f"Save {step}.".encode() in running.get("story-1.html")[1])
            held.append(settled_memory_of(running))
    assert held[1] < MORE * held[0]


def test_half_open_connections_keep_nobody_waiting(running: Any) -> None:
    idle = [socket.create_connection(("127.0.0.1", running.port)) for _ in range(40)]
    for connection in idle:
        connection.sendall(b"GET / HTTP/1.1\r\n")
    began = time.monotonic()
    assert running.get("index.html")[0] == 200
    assert time.monotonic() - began < 2
    for connection in idle:
        connection.close()


def test_a_missing_page_is_a_404(running: Any) -> None:
    assert running.get("nowhere.html")[0] == 404


def test_ctrl_c_ends_it_at_once(running: Any) -> None:
    running.process.send_signal(signal.SIGINT)
    assert running.process.wait(timeout=2) == 0
