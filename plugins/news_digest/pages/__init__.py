"""From results to what a template prints: view types, and no HTML."""

from .picture import draw_picture
from .site import AloneView, DayView, OutletView, SiteView, StoryCard, site_view
from .source_page import SourcePageView, source_page_views
from .story import StoryView, story_day, story_view

__all__ = [
    "AloneView",
    "DayView",
    "OutletView",
    "SiteView",
    "SourcePageView",
    "StoryCard",
    "StoryView",
    "draw_picture",
    "site_view",
    "source_page_views",
    "story_day",
    "story_view",
]
