"""The site as it is published: pelicanconf.py with the address that it will have."""

import os
import sys

sys.path.append(os.path.dirname(os.path.abspath(__file__)))  # Pelican loads a settings file without its folder
from pelicanconf import *  # noqa: F403

SITEURL = SITE_ADDRESS = os.environ.get("SITEURL", "https://example.org/news-digest").rstrip("/")
RELATIVE_URLS = False
REPRODUCED_SHARE = 0.5
FULL_TEXT = False
