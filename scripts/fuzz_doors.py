"""Throw spoiled pages at every door until the time is up, and keep each input that a door neither reads nor refuses.

python scripts/fuzz_doors.py 60            # seconds; finds are written to .cache/fuzz/
python scripts/fuzz_doors.py 60 --seed 7   # the same seed spoils the pages in the same way
"""

from __future__ import annotations

import argparse
import hashlib
import random
import time
import traceback
from pathlib import Path

from news_digest.doors.draft import SeedError
from news_digest.doors.formats import DOORS

PAGES = Path(__file__).parents[1] / "tests" / "pages_saved"
FINDS = Path(".cache/fuzz")
SLOW = 10.0  # seconds: no input that the doors let in takes longer
BAITS = (
    b"\x00", b"\xff\xfe", b"\xed\xa0\x80", b"<" * 2000, b"<div>" * 500, b"&#0;", b"]]>", b"9" * 3000, b"- " * 2000,
    b"<!DOCTYPE x [<!ENTITY a 'b'>]>", "“".encode() * 3000, b"{" * 500, b"[" * 500, b"*a &a", b"---\n", b"\r",
    "\u202e\u200b".encode(), b"Content-Type: multipart/mixed; boundary=x\n\n--x\n", b"=?utf-8?b?" * 50, b"2024-02-30",
    b"javascript:alert(1)", b"<meta charset=punycode>\xff", b'<meta charset="idna">\xff',
    b"Content-Type: text/html; charset=idna\n",
    b"<!-- saved from url=(0020)http://a.example/b -->\n<!-- its feed says {\"outlet\": 1} -->\n", b"1 hour ago " * 300,
    b"<blockquote>" * 500, b"> " * 2000, b'{"items": [' * 300, b"Photo: A/B " * 300, "\u00a0".encode() * 2000, b"http://[",
    b'<link rel="canonical" href="http://[">', b"Newsletter\nMost read\nRelated\n" * 50,
)  # fmt: skip


def spoil(pages: list[bytes], chance: random.Random) -> bytes:
    """A page with pieces cut out, doubled, taken from another page, or put in from the baits."""
    data = chance.choice(pages)
    for _ in range(chance.randrange(1, 8)):
        start, end = sorted(chance.randrange(len(data) + 1) for _ in range(2))
        other = chance.choice(pages)
        piece = chance.choice(
            (b"", data[start:end] * 3, other[: end - start], chance.choice(BAITS), chance.randbytes(8))
        )
        data = data[:start] + piece + data[end if chance.random() < 0.5 else start :]
    return data


def fault_of(ending: str, data: bytes) -> str | None:
    """What went wrong besides a refusal; None where nothing did."""
    started = time.monotonic()
    try:
        DOORS[ending](data)
    except SeedError:
        pass
    except Exception:  # noqa: BLE001  whatever a door lets through is a find
        return traceback.format_exc(limit=-3)
    taken = time.monotonic() - started
    return f"took {taken:.1f} s" if taken > SLOW else None


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("seconds", type=float)
    options.add_argument("--seed", type=int, default=1)
    chosen = options.parse_args()
    chance = random.Random(chosen.seed)
    pages = [path.read_bytes() for path in sorted(PAGES.rglob("*")) if path.is_file()]
    end, tried, finds = time.monotonic() + chosen.seconds, 0, 0
    while time.monotonic() < end:
        data = spoil(pages, chance)
        for ending in DOORS:
            tried += 1
            if fault := fault_of(ending, data):
                finds += 1
                FINDS.mkdir(parents=True, exist_ok=True)
                path = FINDS / f"{hashlib.sha256(data).hexdigest()[:10]}{ending}"
                path.write_bytes(data)
                print(f"{path}: {fault}")
    print(f"{tried} inputs, {finds} finds")
    return 1 if finds else 0


if __name__ == "__main__":
    raise SystemExit(main())
