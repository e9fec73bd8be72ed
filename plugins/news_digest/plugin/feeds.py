"""Feeds of stories: permanent ids, no date that nobody gave, nothing that XML forbids."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime
from typing import Any

from ..visible import visible
from .press import press_of

NO_DAY = datetime(1970, 1, 1, tzinfo=UTC)  # an Atom feed must carry a day; this one stands where no entry has any


def mend_feed(context: dict[str, Any], feed: Any) -> None:
    stories = {told.view.page: told for told in press_of(context).stories}
    for item in feed.items:
        told = next((told for page, told in stories.items() if item["link"].endswith(page)), None)
        if told is not None:
            item["title"] = told.view.headline.text
            item["unique_id"] = uuid.uuid5(uuid.NAMESPACE_OID, told.view.id).urn
            item["undated"] = told.view.day is None
        for key, value in item.items():
            item[key] = visible(value) if isinstance(value, str) else value
    feed.items = [item for item in feed.items if not item.get("undated")]
