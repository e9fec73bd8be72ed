"""Digests as articles: they stand in index, archives, tags, feeds and sitemap like any other."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from markupsafe import Markup
from pelican.contents import Article, Category, Tag

from ..export import Json, linked_data
from ..remember import remembered
from .press import Press, Settings, Told, press_of
from .reader import markdown

UNDATED = date(1900, 1, 1)  # sorts a story without a day behind all others, and is never printed


class StoryArticle(Article):  # type: ignore[misc]
    """A story as Pelican lists it. `story` is what its page prints, `prose` what an editor wrote above
    it; `linked_data` is its JSON-LD."""

    default_template = "story"

    def __init__(self, told: Told, press: Press, settings: Settings, context: dict[str, Any]) -> None:
        self.story = told.view
        self.prose = Markup(markdown().render(told.digest.prose))
        super().__init__("", _metadata(told, press, settings), settings=settings, context=context)
        self.locale_date = told.view.day_label
        self.linked_data = _linked_data(told, settings.get("SITE_ADDRESS"), press.say.language)

    def get_url_setting(self, key: str) -> str:
        """Where the page stands, which is the same for its address and its file."""
        return self.story.page

    def get_content(self, siteurl: str) -> Markup:
        """What a feed carries: the facts in brief."""
        return feed_content(self.story)

    @property
    def content(self) -> Markup:
        return self.get_content(self.get_siteurl())

    @property
    def summary(self) -> str:
        return self.story.summary

    @summary.setter
    def summary(self, value: str) -> None:
        """Pelican sets it from the metadata; it is the story's own."""


@remembered
def _linked_data(told: Told, site: str | None, language: str) -> Json:
    day = told.view.day.isoformat() if told.view.day else None
    linked = linked_data(told.digest, f"{site}/{told.view.page}" if site else told.view.page, day, language)
    return linked | {"image": f"{site}/{told.view.picture}"} if site else linked


def feed_content(story: Any) -> Markup:
    facts = Markup("").join(
        Markup('<li><span data-source="{}" data-start="{}" data-end="{}">{}</span> ({})</li>').format(
            fact.lead.article, fact.lead.start, fact.lead.end, fact.lead.text, ", ".join(s.name for s in fact.sources)
        )
        for fact in story.facts
        if not fact.lead.withheld
    )
    return Markup("<p>{}</p><ol>{}</ol>").format(story.summary, facts)


def _metadata(told: Told, press: Press, settings: Settings) -> dict[str, Any]:
    return {
        "title": told.view.headline.text,
        "slug": told.view.slug,
        "date": datetime.combine(told.view.day or UNDATED, time(), ZoneInfo(settings["TIMEZONE"])),
        "category": Category(press.say("site.index"), settings),
        "tags": [Tag(topic, settings) for topic in (told.digest.story.topic,) if topic],
        "summary": told.view.summary,
    }


def add_stories(generator: Any) -> None:
    """Put the stories among the articles before Pelican sorts them into categories and archives."""
    press = press_of(generator.settings)
    stories = [StoryArticle(told, press, generator.settings, generator.context) for told in press.stories]
    # Pelican reads files in the order of a set; the address decides between articles of one day.
    generator.articles = sorted([*generator.articles, *stories], key=lambda article: article.url)
    generator.articles.sort(key=lambda article: article.date, reverse=True)
