"""The site as it is published: pelicanconf.py with the address that it will have."""

import os

from pelicanconf import *  # noqa: F403

SITEURL = SITE_ADDRESS = os.environ.get("SITEURL", "https://example.org/news-digest").rstrip("/")
RELATIVE_URLS = False
REPRODUCED_SHARE = 0.5
FULL_TEXT = False
