"""The site, as it is built here to be looked at; publishconf.py says how it is published. Plain data."""

import logging
import os

SITENAME = "News Digest"
SITEURL = ""
RELATIVE_URLS = True  # the pages open from a folder

SEEDS = os.environ.get("SEEDS", "seeds")  # the folder of reports: make html SEEDS=DIR
REPRODUCED_SHARE = 1.0  # of each report's words that may be printed
FULL_TEXT = True  # each source's page shows the whole report, what it shares marked

PATH = "content"
ARTICLE_PATHS = ["articles"]
PAGE_PATHS = ["pages"]
STATIC_PATHS = ["images"]
OUTPUT_PATH = "output"
THEME = "themes/newsprint"
PLUGIN_PATHS = ["plugins"]
PLUGINS = ["news_digest"]
CACHE_PATH = ".cache"

# In `make preview` alone: the editor's controls, and what they ask for.
PREVIEW_SCRIPTS = ["plugins/news_digest/preview/controls.js"]
PREVIEW_HANDLERS = {"edit": "news_digest.plugin.desk:edit"}

TIMEZONE = "UTC"
LOCALE = "C"
DEFAULT_LANG = "en"
DEFAULT_DATE_FORMAT = "%d %B %Y"
FILENAME_METADATA = ""

ARTICLE_URL = ARTICLE_SAVE_AS = "articles/{slug}.html"
PAGE_URL = PAGE_SAVE_AS = "{slug}.html"
DIRECT_TEMPLATES = ["index", "archives", "tags", "categories"]
DEFAULT_CATEGORY = "Notes"
TAG_URL = TAG_SAVE_AS = "topics/{slug}.html"
USE_FOLDER_AS_CATEGORY = False
AUTHOR_SAVE_AS = ""

FEED_ALL_ATOM = "stories.atom"
FEED_ALL_JSON = "stories.json"
TAG_FEED_ATOM = "topics/{slug}.atom"
CATEGORY_FEED_ATOM = None
TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = None
AUTHOR_FEED_RSS = None

# The feeds of a site that opens from a folder have no address to give.
LOG_FILTER = [(logging.WARNING, "Feeds generated without SITEURL or FEED_DOMAIN set properly may not be valid")]
JINJA_ENVIRONMENT = {"autoescape": True, "trim_blocks": True, "lstrip_blocks": True}
CACHE_CONTENT = False
LOAD_CONTENT_CACHE = False
