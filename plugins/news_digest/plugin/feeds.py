"""Feeds of stories: permanent ids, no date that nobody gave, nothing that XML forbids."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime
from typing import Any

from ..visible import visible
from .press import press_of

NO_DAY = datetime(1970, 1, 1, tzinfo=UTC)  # a feed must carry a day: this one says that none of its entries has one


def mend_feed(context: dict[str, Any], feed: Any) -> None:
    """Pelican's feed, before it is written. A story that nobody dates has no place in Atom, which demands a day."""
    stories = press_of(context).by_page
    told = {id(item): stories.get(_page(item["link"], context["SITEURL"])) for item in feed.items}
    feed.items = [item for item in feed.items if (story := told[id(item)]) is None or story.view.day]
    for item in feed.items:
        story = told[id(item)]
        if story is not None:
            item["title"] = story.view.headline.text
            item["unique_id"] = permanent_id(f"story {story.view.id}")
        item["author_name"] = str(item["author_name"] or "") or None
        item.update({key: visible(value) for key, value in item.items() if isinstance(value, str)})
    _mend_head(context, feed)


def _mend_head(context: dict[str, Any], feed: Any) -> None:
    feed.feed["author_name"] = context["SITENAME"]
    feed.feed["id"] = permanent_id(f"feed {context['SITENAME']} {feed.feed['title']}")
    if not feed.items:
        feed.latest_post_date = _no_day


def _no_day() -> datetime:
    return NO_DAY


def permanent_id(name: str) -> str:
    """The same wherever the site stands: an entry is not new because it moved."""
    return uuid.uuid5(uuid.NAMESPACE_OID, f"news-digest {name}").urn


def _page(link: str, site: str) -> str:
    return link.removeprefix(site).lstrip("/")
