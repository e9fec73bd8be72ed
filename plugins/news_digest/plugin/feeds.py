"""Feeds of stories: permanent ids, no date that nobody gave, nothing that XML forbids."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime
from typing import Any

from ..export import Json
from ..visible import visible
from .press import Press, press_of

NO_DAY = datetime(1970, 1, 1, tzinfo=UTC)  # a feed must carry a day: this one says that none of its entries has one


def mend_feed(context: dict[str, Any], feed: Any) -> None:
    """Pelican's feed, before it is written. A story that nobody dates has no place in Atom, which demands a day."""
    press = press_of(context)
    feed.items = [item for item in feed.items if not press.is_undated(_page(item, context))]
    for item in feed.items:
        _mend_item(item, _page(item, context), press)
    feed.feed["author_name"] = context["SITENAME"]
    feed.feed["id"] = permanent_id(f"feed {feed.feed['title']}")
    if not feed.items:
        feed.latest_post_date = _no_day  # Pelican's would be the clock's


def _mend_item(item: dict[str, Any], page: str, press: Press) -> None:
    told = press.by_page.get(page)
    if told:
        item["title"] = told.view.headline.text  # Pelican strips what looks like markup
    item["unique_id"] = entry_id(page, press)
    item["author_name"] = str(item["author_name"] or "") or None
    item.update({key: visible(value) for key, value in item.items() if isinstance(value, str)})


def _page(item: dict[str, Any], context: dict[str, Any]) -> str:
    return str(item["link"]).removeprefix(context["SITEURL"]).lstrip("/")


def _no_day() -> datetime:
    return NO_DAY


def json_feed(articles: list[Any], context: dict[str, Any], title: str | None, name: str) -> Json:
    """After https://www.jsonfeed.org/version/1.1/, where an entry needs no date."""
    site = context.get("SITE_ADDRESS") or context["SITEURL"]
    return {
        "version": "https://jsonfeed.org/version/1.1",
        "title": f"{context['SITENAME']} - {title}" if title else context["SITENAME"],
        "home_page_url": f"{site}/",
        "feed_url": f"{site}/{name}",
        "language": context["DEFAULT_LANG"],
        "items": [_json_item(article, site, press_of(context)) for article in articles[: context["FEED_MAX_ITEMS"]]],
    }


def _json_item(article: Any, site: str, press: Press) -> Json:
    item = {
        "id": entry_id(article.url, press),
        "url": f"{site}/{article.url}",
        "title": visible(str(article.title)),
        "content_html": visible(str(article.get_content(site))),
        "tags": [str(tag) for tag in getattr(article, "tags", ())],
    }
    if not press.is_undated(article.url):
        item["date_published"] = article.date.isoformat()
    return item


def entry_id(page: str, press: Press) -> str:
    """A story keeps its id wherever its page stands; another page is known by its address below the site."""
    told = press.by_page.get(page)
    return permanent_id(f"story {told.view.id}" if told else f"page {page}")


def permanent_id(name: str) -> str:
    """The same wherever the site stands: an entry is not new because it moved."""
    return uuid.uuid5(uuid.NAMESPACE_OID, f"news-digest {name}").urn
