"""Tell search engines what there is: every page that was built."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from .press import Press, former_page

SCHEMA = "http://www.sitemaps.org/schemas/sitemap/0.9"
NO_PAGES = frozenset(("404.html",))


def write_sitemap(output: Path, press: Press, settings: dict[str, Any]) -> None:
    """After https://www.sitemaps.org/protocol.html. A story is dated by its day; no page is by that of the build."""
    site = settings.get("SITE_ADDRESS") or settings["SITEURL"]
    names = sorted(path.relative_to(output).as_posix() for path in output.rglob("*.html"))
    led_on = [slug for told in press.stories for slug in told.digest.story.former]
    left_out = NO_PAGES | {former_page(slug) for slug in (*led_on, *press.edition.withdrawn)}
    rows = "".join(_row(site, name, press) for name in names if name not in left_out)
    text = f'<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="{SCHEMA}">\n{rows}</urlset>\n'
    (output / "sitemap.xml").write_text(text, encoding="utf-8", newline="")


def _row(site: str, name: str, press: Press) -> str:
    told = press.by_page.get(name)
    day = f"<lastmod>{told.view.day.isoformat()}</lastmod>" if told and told.view.day else ""
    return f"<url><loc>{escape(f'{site}/{name}')}</loc>{day}</url>\n"


def robots(site: str | None) -> str:
    """Everybody may read everything; the sitemap is named where the site has an address."""
    sitemap = f"\nSitemap: {site}/sitemap.xml\n" if site else ""
    return f"User-agent: *\nDisallow:\n{sitemap}"
