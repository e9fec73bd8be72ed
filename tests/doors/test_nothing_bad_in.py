"""What strangers may put into a report is refused in one clear line, or stands there as harmless words."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from news_digest.doors import read_seeds
from news_digest.model import Article

LEDE = "The council of Lower Quill voted on Monday to close the bridge, the mayor of the town said"
LINES = [f"{LEDE} for the {count} time." for count in ("first", "second", "third", "fourth", "fifth")]
TEXT = "\n\n".join(LINES)
MARKUP = "".join(f"<p>{line}</p>" for line in LINES)
DEEP = 10_000
ENTITIES = "".join(
    f'<!ENTITY {name} "{f"&{inner};" * 10}">' for inner, name in zip("abcdefgh", "bcdefghi", strict=True)
)
EXPLODING = f'<!DOCTYPE x [<!ENTITY a "ha">{ENTITIES}]>'
READING = '<!DOCTYPE x [<!ENTITY i SYSTEM "file:///etc/passwd">]>'
ITEM = "<item><title>Bridge closed</title><description>&i;</description></item>"
FEED = f"<rss version='2.0'><channel>{ITEM}</channel></rss>"


def page(body: str) -> str:
    return (
        f"<html><head><title>Bridge closed by the council</title></head><body><article>{body}</article></body></html>"
    )


def export(**fields: object) -> str:
    return json.dumps({"title": "Bridge closed by the council", "text": TEXT, **fields})


REFUSED: dict[str, tuple[str, str | bytes, str]] = {
    "entities that explode, in a feed": ("a.xml", EXPLODING + FEED, "declares entities of its own"),
    "entities that read a file, in a feed": ("a.xml", READING + FEED, "declares entities of its own"),
    "YAML aliases": ("a.md", f"---\na: &a [x, x]\nb: [*a, *a]\n---\n{TEXT}", r"it uses an alias \(\*name\)"),
    "YAML that runs": ("a.md", f"---\na: !!python/object/apply:os.getcwd []\n---\n{TEXT}", "front matter that cannot"),
    "YAML that nests": ("a.md", f"---\na: {'[' * 2_000}\n---\n{TEXT}", "front matter that cannot be read"),
    "JSON that nests": ("a.json", "[" * 100_000, "the file is no JSON"),
    "a number without end": ("a.json", f'{{"date": {"9" * 100_000}}}', "the file is no JSON"),
    "parts within parts": ("a.eml", "Content-Type: multipart/mixed; boundary=a\n\n" * 500 + "\n--a" * 500, "200 parts"),
    "one line of the largest size, text": ("a.txt", "x " * 4_900_000, "more than a report holds"),
    "one line of the largest size, page": ("a.html", f"<p>{'x ' * 4_900_000}</p>", "more than a report holds"),
    "one line of the largest size, export": ("a.json", export(text="x " * 4_900_000), "more than a report holds"),
    "fifty megabytes": ("a.txt", b"x" * 50_000_000, "larger than 10 MB; save the report's text alone"),
    "NUL bytes": ("a.txt", f"{TEXT}\0".encode(), "holds NUL bytes, so it is no text"),
    "another encoding than it says": ("a.html", b'<meta charset="ascii"><p>\xff', "neither UTF-8 nor ascii"),
    "an encoding that takes hours": ("a.html", b"<meta charset=punycode>\xff" + b"a-" * 1_000_000, "nor punycode"),
    "an encoding that is none": ("a.eml", b"Content-Type: text/plain; charset=rot13\n\n\xff", "cannot be decoded"),
}

READ: dict[str, tuple[str, str, list[str]]] = {
    "script and handlers": (
        "a.html",
        page(f"{MARKUP}<script>stolen()</script><p onclick='stolen()'><a href='javascript:stolen()'>{LEDE}.</a></p>"),
        ["stolen"],
    ),
    "markup nested deep": ("a.html", page("<span>" * 200 + MARKUP + "</span>" * 200), ["<span>"]),
    "entities that explode, in a page": ("a.html", EXPLODING + page(f"{MARKUP}<p>&i;</p>"), ["haha"]),
    "entities that read a file, in a page": ("a.html", READING + page(f"{MARKUP}<p>&i;</p>"), ["root:"]),
    "quotation nested deep": ("a.md", f"# Bridge closed\n\n{'>' * DEEP} {TEXT}", []),
    "an impossible date": ("a.json", export(date="2024-02-30"), []),
    "a date without end": ("a.json", '{"date": 1e999, ' + export()[1:], []),
    "half a character": ("a.json", export(author="\ud800"), []),
}


def folder_with(folder: Path, files: dict[str, str | bytes]) -> Path:
    for name, content in files.items():
        (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def complaints(folder: Path) -> list[str]:
    return [str(refusal) for refusal in read_seeds(folder).refusals]


def only(folder: Path) -> Article:
    (article,) = read_seeds(folder).articles
    return article


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(name, marks=pytest.mark.slow if {"largest", "nests"} & set(name.split()) else ())
        for name in REFUSED
    ],
)
def test_it_is_refused_in_one_clear_line(tmp_path: Path, name: str) -> None:
    file, content, problem = REFUSED[name]
    (complaint,) = complaints(folder_with(tmp_path, {file: content}))
    assert re.match(rf"{re.escape(file)}(:\d+)?: ", complaint)
    assert complaint.isprintable()
    assert len(complaint) < 400
    assert re.search(problem, complaint)


@pytest.mark.parametrize("name", READ)
def test_the_report_is_read_and_the_bad_stays_behind(tmp_path: Path, name: str) -> None:
    file, content, bad = READ[name]
    article = only(folder_with(tmp_path, {file: content}))
    assert f"{LEDE} for the fifth time." in article.text
    assert [word for word in bad if word in article.text] == []
    assert article.published.value is None


@pytest.mark.slow
def test_markup_ten_thousand_deep_is_refused(tmp_path: Path) -> None:
    deep = page("<div>" * DEEP + MARKUP + "</div>" * DEEP)
    assert "no report found on the page" in complaints(folder_with(tmp_path, {"a.html": deep}))[0]


def test_template_and_front_matter_in_a_report_are_its_words(tmp_path: Path) -> None:
    text = f"Bridge closed {{{{ 7*7 }}}}\n\n{{% include '/etc/passwd' %}} {LEDE}.\n\nsave_as: ../x.html\n\n{TEXT}"
    assert only(folder_with(tmp_path, {"a.txt": text})).text == text


def test_front_matter_gives_its_declared_fields_and_no_path_or_script(tmp_path: Path) -> None:
    front = "title: Bridge closed\nsave_as: ../../evil.html\nslug: ../../evil\nurl: javascript:alert(1)\noutlet: Times"
    article = only(folder_with(tmp_path, {"a.md": f"---\n{front}\n---\n{TEXT}"}))
    assert (article.id, article.url, article.outlet.name) == ("a", None, "Times")


def test_what_an_export_calls_itself_names_no_file(tmp_path: Path) -> None:
    article = only(folder_with(tmp_path, {"a.json": export(id="../../etc/passwd", url="file:///etc/passwd")}))
    assert article.id.startswith("a-")
    assert (article.file, article.url) == ("a.json", None)


def test_controls_that_turn_or_hide_text_name_nobody(tmp_path: Path) -> None:
    article = only(folder_with(tmp_path, {"a.json": export(outlet="Ti\u202emes", author="A\u200bda Wynn")}))
    assert (article.outlet.known, article.author) == (False, None)


def test_notes_with_aliases_cost_a_line_and_no_report(tmp_path: Path) -> None:
    bad = "a: &a {outlet: x}\nb: *a\n"
    reading = read_seeds(folder_with(tmp_path, {"a.txt": TEXT, "sources.yml": bad, "outlets.yml": bad}))
    assert [article.id for article in reading.articles] == ["a"]
    assert [str(refusal).split(":")[0] for refusal in reading.refusals] == ["sources.yml", "outlets.yml"]


@pytest.mark.slow
def test_all_of_it_together_is_read_in_bounded_time_and_memory(tmp_path: Path) -> None:
    """Two minutes of one processor and two gigabytes, of which the largest page takes a sixth."""
    everything = {**REFUSED, **READ}
    for number, (file, content, _) in enumerate(everything.values()):
        folder_with(tmp_path, {f"{number:02}{file}": content})
    limited = (
        "import resource, runpy, sys; resource.setrlimit(resource.RLIMIT_AS, (2 << 30, 2 << 30));"
        "resource.setrlimit(resource.RLIMIT_CPU, (120, 120));"
        "runpy.run_module('news_digest.gather.command', run_name='__main__')"
    )
    command = [sys.executable, "-c", limited, "check", "--json", "--seeds", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    told = json.loads(done.stdout)
    assert (done.returncode, sum(problem["fatal"] for problem in told["problems"])) == (1, len(REFUSED))
