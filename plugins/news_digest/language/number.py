"""A number as a text gives it."""

from __future__ import annotations

from typing import NamedTuple


class Number(NamedTuple):
    """A value from `low` to `high`, read from the tokens before `next`.

    `grain` is the step to which it is given (1,000 for 14,000; 0.1 for 3.7; 0 where it is vague). `kind` is plain,
    plural ("dozens"), share ("a third", "one in four"; the value is in percent) or ordinal.
    """

    low: float
    high: float
    next: int
    grain: float
    kind: str
