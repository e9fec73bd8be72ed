"""What hand-written text may not do: publish files from outside, write outside, or end the build for others."""

from __future__ import annotations

import pytest

pytestmark = [pytest.mark.site, pytest.mark.xdist_group("site")]

HEAD = "---\ntitle: {title}\ndate: 2024-03-03\n{more}---\n"
SECRET = "the-secret-of-the-harbour"


def note(text: str = "Told.", title: str = "A note", more: str = "") -> str:
    return HEAD.format(title=title, more=more) + text


@pytest.fixture(scope="module")
def _names() -> tuple[str, ...]:
    return ("attach", "static", "filename")


@pytest.mark.parametrize("link", ["{attach}/../secret.txt", "{static}/../secret.txt", "{static}../../secret.txt"])
def test_a_link_cannot_publish_a_file_from_outside_the_content_folder(build_site, tmp_path, link):
    (tmp_path / "secret.txt").write_text(SECRET)
    site = build_site(content={"articles/note.md": note(f"See [it]({link}) or ![it]({link}).")})
    assert site.status != 0
    assert any("articles/note.md: the link" in line for line in site.lines)
    assert (site.output / "articles/a-note.html").is_file()
    assert not any(SECRET in path.read_text() for path in tmp_path.rglob("*") if holds_text(path, tmp_path))


def holds_text(path, tmp_path) -> bool:
    return path.is_file() and path != tmp_path / "secret.txt"


def test_an_address_in_the_title_of_an_image_cannot_publish_a_file_either(build_site, tmp_path):
    (tmp_path / "secret.txt").write_text(SECRET)
    text = """![map](map.svg "href='{static}/../secret.txt'")"""
    site = build_site(content={"articles/note.md": note(text)})
    assert (site.output / "articles/a-note.html").is_file()
    assert not list(site.output.parent.rglob("output*/**/secret.txt"))
    assert not (site.output / "secret.txt").exists()


def test_a_link_to_nothing_costs_a_line_and_not_the_site(build_site):
    site = build_site(content={"articles/note.md": note("See [the map]({static}/maps/none.svg).")})
    assert site.status != 0
    assert any("maps/none.svg leads to no file" in line for line in site.lines)
    assert "the map" in site.read("articles/a-note.html")


@pytest.mark.parametrize("field", ["save_as: ../output-evil/x.html", "slug: ../../x", "url: //evil.example/x"])
def test_a_page_cannot_be_written_outside_the_output_folder(build_site, tmp_path, field):
    site = build_site(content={"articles/note.md": note(more=field + "\n"), "articles/good.md": note(title="Good")})
    assert site.status != 0
    assert field.partition(":")[0] in site.lines[-1]
    assert not (tmp_path / "output-evil").exists()
    assert (site.output / "articles/good.html").is_file()


def test_a_title_of_any_length_and_a_control_character_build(build_site):
    content = {"articles/long.md": note(title="Harbour " * 200), "articles/bell.md": note("A \x07 bell", title="Bell")}
    site = build_site(content=content)
    assert site.status == 0, site.lines
    assert "\x07" not in site.read("stories.atom")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("No fields at all.", "no front matter"),
        ("---\ndate: 2024-03-03\n---\nText", "no title"),
        ("---\ntitle: [unclosed\n---\nText", "front matter cannot be read"),
        ("---\ntitle: A\ndate: yesterday\n---\nText", "`date` cannot be 'yesterday'"),
        (b"---\ntitle: Caf\xe9\n---\n", "not UTF-8"),
    ],
)
def test_an_article_that_cannot_be_read_is_named_with_the_reason(build_site, text, problem):
    site = build_site(content={"articles/bad.md": text, "articles/good.md": note(title="Good")})
    assert site.status != 0
    assert problem in site.lines[-1]
    assert "articles/bad.md" in site.lines[-1]
    assert (site.output / "articles/good.html").is_file()


def test_restructured_text_is_not_read(build_site, tmp_path):
    (tmp_path / "secret.txt").write_text(SECRET)
    rst = "Title\n#####\n\n:date: 2024-03-03\n\n.. include:: ../../secret.txt\n"
    site = build_site(content={"articles/note.rst": rst, "articles/good.md": note(title="Good")})
    assert any("note.rst: not a format that is read here" in line for line in site.lines)
    assert not list(site.output.glob("articles/title*"))
