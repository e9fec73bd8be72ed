"""Write what stands beside the stories: source pages, outlet pages, cards, data."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from pelican.generators import Generator

from ..export import differences_csv, facts_csv, story_json, to_json
from ..hand.file import STORIES
from ..model import Digest
from ..pages import OutletView, SiteView, SourcePageView, source_page_views
from ..remember import remembered
from ..reproduce import Allowance
from ..strings import Strings
from .corrections import corrections_of
from .feeds import json_feed
from .links import inside
from .output import make_room
from .press import KEY, Told, check_folder, former_page, press_of, start_press
from .sitemap import robots
from .templates import has_template

PLAIN = ("outlets.html", "search.html", "everything.html", "404.html")
SCHEMA = Path(__file__).parent.parent / "story.schema.json"
SHARED = ("style.css", "mark.svg", "search-index.js")

Given = dict[str, Any]  # what a template is given


def open_build(pelican: Any) -> type[Generator]:
    """A build begins: the output folder is looked at before anything is read, then the reports are digested."""
    check_folder(pelican.settings)
    make_room(Path(pelican.output_path))
    pelican.settings["ARTICLE_EXCLUDES"] = [*pelican.settings["ARTICLE_EXCLUDES"], STORIES]
    pelican.settings[KEY] = start_press(pelican.settings)
    return DigestGenerator


class DigestGenerator(Generator):  # type: ignore[misc]
    def generate_context(self) -> None:
        press = press_of(self.settings)
        self.context["static_links"] = inside(self.context["static_links"], self.path)
        self.context[KEY] = press
        self.context["digest_site"] = press.site
        self.context["say"] = press.say

    def generate_output(self, writer: Any) -> None:
        press = press_of(self.settings)
        for told in press.stories:
            self._write_story(writer, told)
        for slug in press.edition.withdrawn:
            self._write(writer, "withdrawn.html", former_page(slug))
        for outlet in press.site.outlets:
            self._write(writer, "outlet.html", outlet.page, outlet=outlet)
        for name in PLAIN:
            self._write(writer, name, name)
        for name in SHARED:
            self._write(writer, name, f"{self.settings['THEME_STATIC_DIR']}/{name}")
        self._write_all_feeds(writer, press.site)
        self._put(writer, "robots.txt", partial(robots, self.settings.get("SITE_ADDRESS")))
        self._put(writer, "data.json", partial(_all_data, press.stories))
        self._put(writer, "story.schema.json", partial(SCHEMA.read_text, encoding="utf-8"))

    def _write_story(self, writer: Any, told: Told) -> None:
        for place, source in enumerate(told.view.sources):
            late = partial(_source_page, told, place, press_of(self.settings).say.language)
            self._write(writer, "source.html", told.view.folder + source.ref.page, late, story=told.view)
        for former in told.digest.story.former:
            self._write(writer, "moved.html", former_page(former), story=told.view)
        for name, make in DATA.items():
            self._put(writer, told.view.folder + name, partial(make, told.digest, told.allowance))

    def _write(
        self, writer: Any, template: str, name: str, late: Callable[[], Given] | None = None, **given: Any
    ) -> None:
        """A theme without the template has no such page. What `late` gives is made when the page is written."""
        if has_template(self, template):
            page = self.env.get_template(template)
            page = page if late is None else Page(page, late)
            writer.write_file(name, page, self.context, self.settings["RELATIVE_URLS"], url=name, **given)

    def _write_all_feeds(self, writer: Any, site: SiteView) -> None:
        """Pelican writes the Atom feeds of the site and of its topics, and knows nothing of outlets or of JSON."""
        self._put_json_feed(writer, self.settings.get("FEED_ALL_JSON", "feed.json"), None, self.context["articles"])
        for topic, articles in self.context["tags"]:
            self._put_json_feed(writer, f"topics/{topic.slug}.json", str(topic), articles)
        told_by = _by_outlet(site.outlets, self.context["articles"])
        for outlet in site.outlets:
            articles = told_by[outlet.slug]
            writer.write_feed(articles, self.context, f"outlets/{outlet.slug}.atom", feed_title=outlet.name)
            self._put_json_feed(writer, f"outlets/{outlet.slug}.json", outlet.name, articles)
        say = press_of(self.settings).say
        corrections = corrections_of(site, self.settings["TIMEZONE"], say)
        writer.write_feed(corrections, self.context, "corrections.atom", feed_title=say("corrections.heading"))

    def _put_json_feed(self, writer: Any, name: str, title: str | None, articles: list[Any]) -> None:
        self._put(writer, name, lambda: to_json(json_feed(articles, self.context, title, name)))

    def _put(self, writer: Any, name: str, make: Callable[[], str]) -> None:
        """Through Pelican's writer, so that a preview can put off what nobody looks at."""
        writer.write_file(name, Text(make), self.context, self.settings["RELATIVE_URLS"], url=name)


def _by_outlet(outlets: Iterable[OutletView], articles: list[Any]) -> dict[str, list[Any]]:
    """The stories that each outlet told, by its slug, in the order of the articles."""
    place = {article.url: number for number, article in enumerate(articles)}
    pages = {outlet.slug: {told.story.page for told in outlet.stories} for outlet in outlets}
    return {slug: [articles[n] for n in sorted(place[page] for page in told)] for slug, told in pages.items()}


@dataclass(frozen=True)
class Text:
    """Stands where Pelican's writer expects a template: text that is made when it is written."""

    make: Callable[[], str]

    def render(self, context: Given) -> str:
        return self.make()


@dataclass(frozen=True)
class Page:
    """A template, and what it is given besides: made when the page is written."""

    template: Any
    late: Callable[[], Given]

    def render(self, context: Given) -> str:
        return str(self.template.render({**context, **self.late()}))


def _source_page(told: Told, place: int, language: str) -> Given:
    return {"source": _source_pages(told, language)[place]}


@remembered
def _source_pages(told: Told, language: str) -> tuple[SourcePageView, ...]:
    return source_page_views(told.digest, told.allowance, Strings(language))


def _story_data(digest: Digest, allowance: Allowance) -> str:
    return to_json(story_json(digest, allowance))


def _all_data(stories: Iterable[Told]) -> str:
    return to_json([story_json(told.digest, told.allowance) for told in stories])


DATA: Mapping[str, Callable[[Digest, Allowance], str]] = {
    "story.json": _story_data,
    "facts.csv": facts_csv,
    "differences.csv": differences_csv,
}
