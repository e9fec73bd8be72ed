"""What editors write by hand, as markup: templates escape everything else."""

from __future__ import annotations

from typing import Any

import pelican.contents
from markupsafe import Markup

from .press import press_of


class Article(pelican.contents.Article):  # type: ignore[misc]
    @property
    def content(self) -> Markup:
        return Markup(super().content)

    @property
    def summary(self) -> Markup:
        return Markup(super().summary)


class Page(pelican.contents.Page):  # type: ignore[misc]
    """Pelican finds the settings of a page by the name of its class."""

    @property
    def content(self) -> Markup:
        return Markup(super().content)

    @property
    def summary(self) -> Markup:
        return Markup(super().summary)


def mark_as_html(generators: list[Any]) -> None:
    """Pelican gives no say in the class of what it reads, so the class is changed once everything is read."""
    context = generators[0].context
    for content in context["generated_content"].values():
        if type(content) is pelican.contents.Article:
            content.__class__ = Article
        elif type(content) is pelican.contents.Page:
            content.__class__ = Page
        if content is not None:
            press_of(context).handwritten.add(content.save_as)
