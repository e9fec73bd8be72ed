"""Hold the built pages to tools that others wrote: axe, the Nu HTML checker, html-validate, Lighthouse.

    sh scripts/page_tools.sh .cache/tools
    python scripts/check_pages.py output .cache/tools

axe looks at one page of each kind, in both schemes and at 320 and 1280 pixels; Lighthouse at the front page and a
story; the others at every page. Lighthouse wants Chromium, the Nu checker wants Java.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from itertools import product
from pathlib import Path
from threading import Thread
from typing import Any

from playwright.sync_api import Browser, sync_playwright

WIDTHS, SCHEMES = (320, 1280), ("light", "dark")
OPEN_ALL = "document.querySelectorAll('details').forEach(one => { one.open = true })"
RUN = "axe.run(document, { resultTypes: ['violations'] })"
TRIES = 3  # of Lighthouse on a page: what else a machine does shows in the figure for speed, and in no other
QUICK = 90  # of 100 for speed, from the best try


def kinds(output: Path) -> list[Path]:
    """One page of each folder, every page of the root, and one source's page."""
    pages = {page.relative_to(output).parts[:-1][:1] or page: page for page in sorted(output.rglob("*.html"))}
    return sorted({*pages.values(), *list(output.glob("stories/*/index.html"))[:1]})


def axe_finds(output: Path, axe: str, browser: Browser) -> Iterator[str]:
    for width, scheme in product(WIDTHS, SCHEMES):
        context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True)
        page = context.new_page()
        for path in kinds(output):
            page.goto(path.resolve().as_uri())
            page.evaluate(OPEN_ALL)
            page.evaluate(axe)
            found: dict[str, Any] = page.evaluate(RUN)
            for violation in found["violations"]:
                yield f"axe: {path} at {width}, {scheme}: {violation['help']}: {violation['nodes'][0]['html'][:120]}"
        context.close()


def validators_find(output: Path, tools: Path) -> Iterator[str]:
    pages = [str(page) for page in sorted(output.rglob("*.html"))]
    nu = ["java", "-jar", str(tools / "node_modules/vnu-jar/build/dist/vnu.jar"), "--errors-only", "--format", "text"]
    validate = [str(tools / "node_modules/.bin/html-validate"), "--preset", "recommended"]
    for command in (nu, validate):
        done = subprocess.run([*command, *pages], capture_output=True, text=True, check=False)
        if done.returncode:
            yield done.stdout + done.stderr


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        """A line for each request would hide what is found."""


def lighthouse_finds(output: Path, tools: Path, chromium: str) -> Iterator[str]:
    """From a server of its own, on this machine alone."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(output)))
    Thread(target=server.serve_forever, daemon=True).start()
    for page in (output / "index.html", *sorted(output.glob("stories/*/index.html"))[:1]):
        address = f"http://127.0.0.1:{server.server_port}/{page.relative_to(output).as_posix()}"
        best = _best(address, tools, chromium)
        print(f"lighthouse: {page.relative_to(output)}: {', '.join(f'{name} {best[name]}' for name in best)}")
        for name, score in best.items():
            if score < (QUICK if name == "performance" else 100):
                yield f"lighthouse: {page}: {name} {score}"
    server.shutdown()


def _best(address: str, tools: Path, chromium: str) -> dict[str, int]:
    scores: dict[str, int] = {}
    for _ in range(TRIES):
        for name, score in _scores(address, tools, chromium).items():
            scores[name] = max(score, scores.get(name, 0))
        if min(scores.values()) == 100:
            break
    return scores


def _scores(address: str, tools: Path, chromium: str) -> dict[str, int]:
    command = [str(tools / "node_modules/.bin/lighthouse"), address, "--quiet", "--output=json"]
    flags = f"--chrome-path={chromium}", "--chrome-flags=--headless --no-sandbox --disable-gpu"
    done = subprocess.run([*command, *flags], capture_output=True, text=True, check=True)
    return {name: round(100 * found["score"]) for name, found in json.loads(done.stdout)["categories"].items()}


def main(output: Path, tools: Path) -> None:
    axe = (tools / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")
    chromium = shutil.which("chromium")
    if chromium is None:
        sys.exit("no chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        found = list(axe_finds(output, axe, browser))
        browser.close()
    found += validators_find(output, tools)
    if (output / "index.html").is_file():  # the gallery has none
        found += lighthouse_finds(output, tools, chromium)
    print("\n".join(found) or f"nothing found on {len(list(output.rglob('*.html')))} pages")
    sys.exit(bool(found))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
