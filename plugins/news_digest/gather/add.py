"""Save the page of an address as a report."""

from __future__ import annotations

from .fetch import Fetcher
from .shelf import Shelf, Shelved
from .written import write_page


def add(url: str, shelf: Shelf, fetcher: Fetcher) -> Shelved:
    """The report of the address, fetched unless it stands there already. Raises NotDoneError."""
    if standing := shelf.find(url):
        return standing
    page = fetcher.get(url)
    return shelf.put(page.url, *write_page(page))
