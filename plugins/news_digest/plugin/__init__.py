"""What Pelican calls, and when. Everything that knows Pelican lies in this package."""

from __future__ import annotations

from pelican.plugins import signals

from .close import close_build
from .feeds import mend_feed
from .generator import open_build
from .handwritten import mark_as_html
from .press import refuse_what_is_new
from .reader import admit_markdown, tell_of_other_formats
from .stories import add_stories
from .templates import prepare_templates


def connect() -> None:
    """Pelican keeps weak references to receivers, so each is a function of a module: a closure would never run."""
    signals.readers_init.connect(admit_markdown)
    signals.generator_init.connect(tell_of_other_formats)
    signals.generator_init.connect(prepare_templates)
    signals.get_generators.connect(open_build)
    signals.article_generator_pretaxonomy.connect(add_stories)
    signals.all_generators_finalized.connect(refuse_what_is_new)
    signals.all_generators_finalized.connect(mark_as_html)
    signals.feed_generated.connect(mend_feed)
    signals.finalized.connect(close_build)
