"""What hand-written text may not do: publish files from outside, write outside, or end the build for others."""

from __future__ import annotations

import re

import pytest

pytestmark = [pytest.mark.site, pytest.mark.xdist_group("fences")]

SECRET = "the-secret-of-the-harbour"


def note(text: str = "Told.", title: str = "A note", more: str = "") -> str:
    return f"---\ntitle: {title}\ndate: 2024-03-03\n{more}---\n{text}"


FILES = {
    "articles/attach.md": note("See [it]({attach}/../secret.txt).", "Attach"),
    "articles/static.md": note("See ![it]({static}/../secret.txt).", "Static"),
    "articles/relative.md": note("See [it]({static}../../secret.txt).", "Relative"),
    "articles/quoted.md": note("""![map](map.svg "href='{static}/../secret.txt'")""", "Quoted"),
    "articles/missing.md": note("See [the map]({static}/maps/none.svg).", "Missing"),
    "articles/save.md": note(more="save_as: ../output-evil/x.html\n"),
    "articles/slug.md": note(more="slug: ../../x\n"),
    "articles/url.md": note(more="url: //evil.example/x\n"),
    "articles/bare.md": "No fields at all.",
    "articles/untitled.md": "---\ndate: 2024-03-03\n---\nText",
    "articles/unclosed.md": "---\ntitle: [unclosed\n---\nText",
    "articles/undated.md": "---\ntitle: A\ndate: yesterday\n---\nText",
    "articles/latin.md": b"---\ntitle: Caf\xe9\n---\n",
    "articles/long.md": note(title="Harbour " * 200),
    "articles/bell.md": note("A \x07 bell", "Bell"),
    "articles/note.rst": "Title\n#####\n\n:date: 2024-03-03\n\n.. include:: ../../secret.txt\n",
    "articles/good.md": note("{{ config }} and {% include 'x' %}", "Good"),
}
REFUSED = {
    "save.md": "`save_as` cannot be",
    "slug.md": "`slug` cannot be",
    "url.md": "`url` cannot be",
    "bare.md": "no front matter",
    "untitled.md": "no title",
    "unclosed.md": "front matter cannot be read",
    "undated.md": "`date` cannot be 'yesterday'",
    "latin.md": "not UTF-8",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory, run_files):
    folder = tmp_path_factory.mktemp("fences")
    (folder / "secret.txt").write_text(SECRET)
    return run_files(folder, FILES)


def test_no_link_publishes_a_file_from_outside_the_content_folder(site):
    published = [path for path in site.output.parent.rglob("*") if path.is_file()]
    assert [path.name for path in published if SECRET in path.read_text("utf-8", "replace")] == ["secret.txt"]


@pytest.mark.parametrize("name", ["attach", "static", "relative", "missing"])
def test_a_link_out_of_the_folder_or_to_nothing_costs_a_line_and_not_the_article(site, name):
    assert sum(f"articles/{name}.md: the link" in line for line in site.lines) == 1
    assert (site.output / f"articles/{name}.html").is_file()


@pytest.mark.parametrize(("name", "problem"), REFUSED.items())
def test_an_article_that_cannot_be_used_is_named_with_the_reason(site, name, problem):
    assert sum(bool(re.search(rf"articles/{name}(:\d+)?: {problem}", line)) for line in site.lines) == 1


def test_no_page_is_written_outside_the_output_folder(site):
    assert sorted(path.name for path in site.output.parent.iterdir()) == ["content", "output", "secret.txt", "seeds"]


def test_the_build_ends_non_zero_and_its_last_line_counts_what_needs_an_editor(site):
    assert site.status == 1
    assert "the site is written, but 12 things need an editor" in site.lines[-1]


def test_a_title_of_any_length_makes_a_name_that_can_be_written(site):
    assert (site.output / "articles/harbour-harbour-harbour-harbour-harbour-harbour-harbour.html").is_file()


def test_a_control_character_breaks_no_feed(site):
    assert "\x07" not in site.read("stories.atom")
    assert "A � bell" in site.read("stories.atom")


def test_restructured_text_is_not_read(site):
    assert any("note.rst: not a format that is read here" in line for line in site.lines)


def test_template_syntax_in_markdown_is_shown(site):
    assert "{{ config }} and {% include 'x' %}" in site.read("articles/good.html")
