"""The formats, one file each; the only readers of the seeds folder."""

from .reading import Reading, read_seeds

__all__ = ["Reading", "read_seeds"]
