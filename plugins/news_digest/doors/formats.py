"""The formats that are read, by the ending of a file's name. A new format is one file and one line here."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from .crawl import read_json, read_json_lines
from .draft import Draft, SeedError
from .eml import read_mail, read_saved_archive
from .feed import read_feed
from .html import read_html
from .markdown import read_markdown
from .text import read_text

# A door gives the reports of a file, and a SeedError for each that it must leave; it raises one where it leaves all.
Door = Callable[[bytes], Sequence[Draft | SeedError]]
DOORS: Mapping[str, Door] = {
    **dict.fromkeys((".txt", ".text"), read_text),
    **dict.fromkeys((".md", ".markdown"), read_markdown),
    **dict.fromkeys((".html", ".htm", ".xhtml"), read_html),
    **dict.fromkeys((".mht", ".mhtml"), read_saved_archive),
    **dict.fromkeys((".xml", ".rss", ".atom"), read_feed),
    **dict.fromkeys((".jsonl", ".ndjson"), read_json_lines),
    ".json": read_json,
    ".eml": read_mail,
}
