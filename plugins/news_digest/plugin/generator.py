"""Write what stands beside the stories: source pages, outlet pages, cards, data."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pelican.generators import Generator

from ..export import differences_csv, facts_csv, story_json, to_json
from ..hand.file import STORIES
from ..pages import OutletView, source_page_views
from .feeds import json_feed
from .links import inside
from .output import make_room
from .press import KEY, Told, former_page, press_of, start_press
from .sitemap import robots
from .templates import has_template

PLAIN = ("outlets.html", "search.html", "everything.html", "404.html")
SHARED = ("style.css", "mark.svg", "search-index.js")


def open_build(pelican: Any) -> type[Generator]:
    """A build begins: the output folder is looked at before anything is read, then the reports are digested."""
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
        for outlet in press.site.outlets:
            self._write(writer, "outlet.html", outlet.page, outlet=outlet)
            self._write_feeds(writer, f"outlets/{outlet.slug}", outlet.name, self._stories(outlet))
        for name in PLAIN:
            self._write(writer, name, name)
        for name in SHARED:
            self._write(writer, name, f"{self.settings['THEME_STATIC_DIR']}/{name}")
        self._write_feeds(writer, "", None, self.context["articles"])
        self._put("robots.txt", robots(self.settings.get("SITE_ADDRESS")))
        self._put("data.json", to_json([story_json(told.digest, told.allowance) for told in press.stories]))

    def _write_story(self, writer: Any, told: Told) -> None:
        for page in source_page_views(told.digest, told.allowance, press_of(self.settings).say):
            self._write(writer, "source.html", told.view.folder + page.source.ref.page, source=page, story=told.view)
        self._write(writer, "card.svg", told.view.card, story=told.view)
        for former in told.digest.story.former:
            self._write(writer, "moved.html", former_page(former), story=told.view)
        for name, text in _data(told):
            self._put(told.view.folder + name, text)

    def _write(self, writer: Any, template: str, name: str, **given: Any) -> None:
        """A theme without the template has no such page."""
        if has_template(self, template):
            relative = self.settings["RELATIVE_URLS"]
            writer.write_file(name, self.env.get_template(template), self.context, relative, url=name, **given)

    def _stories(self, outlet: OutletView) -> list[Any]:
        pages = {told.story.page for told in outlet.stories}
        return [article for article in self.context["articles"] if article.url in pages]

    def _write_feeds(self, writer: Any, folder: str, title: str | None, articles: list[Any]) -> None:
        """Pelican writes the site's own Atom feed, and knows nothing of outlets or of JSON."""
        if title:
            writer.write_feed(articles, self.context, f"{folder}.atom", feed_title=title)
        feed = json_feed(articles, self.context, title)
        self._put(f"{folder}.json" if title else self.settings.get("FEED_ALL_JSON", "feed.json"), to_json(feed))

    def _put(self, name: str, text: str) -> None:
        path = Path(self.output_path, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")


def _data(told: Told) -> Iterator[tuple[str, str]]:
    yield "story.json", to_json(story_json(told.digest, told.allowance))
    yield "facts.csv", facts_csv(told.digest, told.allowance)
    yield "differences.csv", differences_csv(told.digest, told.allowance)
