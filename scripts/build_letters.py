"""Draw the letters of the theme's typeface, for the picture of a story: plugins/news_digest/pages/letters.npz.

python scripts/build_letters.py
"""

from __future__ import annotations

import base64
import shutil
from pathlib import Path
from typing import Any

import numpy as np
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[1]
FONT = ROOT / "themes/newsprint/static/newsreader.woff2"
LETTERS = ROOT / "plugins/news_digest/pages/letters.npz"
SIZE, HEIGHT, BASE = (
    64,
    84,
    62,
)  # pixels: of the type, of a line with its longest strokes, from its top to the base line
AIR = 4  # pixels on either side, for strokes that lean out of their letter
TEXT = "".join(map(chr, (*range(0x20, 0x7F), *range(0xC0, 0x100)))) + "§«»–—‘’‚“”„…·"
DRAW = """async ([font, text, size, height, base, air]) => {
  const face = new FontFace("drawn", `url(data:font/woff2;base64,${font})`);
  document.fonts.add(await face.load());
  const context = document.createElement("canvas").getContext("2d");
  const letters = [];
  for (const letter of text) {
    context.font = `${size}px drawn`;
    const advance = Math.round(context.measureText(letter).width);
    const width = advance + 2 * air;
    Object.assign(context.canvas, { width, height });
    context.font = `${size}px drawn`;
    context.fillText(letter, air, base);
    const { data } = context.getImageData(0, 0, width, height);
    letters.push([advance, Array.from(data.filter((_, at) => at % 4 === 3))]);
  }
  return letters;
}"""


def main() -> None:
    font = base64.b64encode(FONT.read_bytes()).decode()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        drawn: list[Any] = browser.new_page().evaluate(DRAW, [font, TEXT, SIZE, HEIGHT, BASE, AIR])
        browser.close()
    inks = [np.array(ink, np.uint8).reshape(HEIGHT, advance + 2 * AIR) >> 4 for advance, ink in drawn]
    advances = np.array([advance for advance, _ in drawn], np.uint16)
    np.savez_compressed(LETTERS, text=np.array(TEXT), advances=advances, air=np.uint8(AIR), ink=np.hstack(inks))


if __name__ == "__main__":
    main()
