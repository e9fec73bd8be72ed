"""Hold the built pages to tools that others wrote: axe, the Nu HTML checker, html-validate.

    npm install --prefix .tools axe-core@4 html-validate@10 vnu-jar
    python scripts/check_pages.py output .tools

axe looks at one page of each kind, in both schemes and at 320 and 1280 pixels; the others at every page.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

WIDTHS, SCHEMES = (320, 1280), ("light", "dark")
OPEN_ALL = "document.querySelectorAll('details').forEach(one => { one.open = true })"
RUN = "axe.run(document, { resultTypes: ['violations'] })"


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


def others_find(output: Path, tools: Path) -> Iterator[str]:
    pages = [str(page) for page in sorted(output.rglob("*.html"))]
    nu = ["java", "-jar", str(tools / "node_modules/vnu-jar/build/dist/vnu.jar"), "--errors-only", "--format", "text"]
    validate = [str(tools / "node_modules/.bin/html-validate"), "--preset", "recommended"]
    for command in (nu, validate):
        done = subprocess.run([*command, *pages], capture_output=True, text=True, check=False)
        if done.returncode:
            yield done.stdout + done.stderr


def main(output: Path, tools: Path) -> None:
    axe = (tools / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        found = [*axe_finds(output, axe, browser), *others_find(output, tools)]
        browser.close()
    print("\n".join(found) or f"nothing found on {len(list(output.rglob('*.html')))} pages")
    sys.exit(bool(found))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
