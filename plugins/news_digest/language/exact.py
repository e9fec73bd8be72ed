"""Numbers that add up to the same on every machine.

A matrix product sums in an order that depends on the processor and on how many threads share the work, and a float that
is rounded on the way differs in its last bits: enough to settle a tie the other way, and to publish another page. Sums
of multiples of a power of two are not rounded as long as they are small, so their order does not matter; logarithms,
which each processor works out in its own way, are taken in 64 bits and cut to 32.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

WEIGHTS = 2**6  # steps of a unit: with LIKENESSES a sum is exact up to 1,024
LIKENESSES = 2**8
DIRECTIONS = 2**10  # … and with WEIGHTS up to 256
LENGTHS = 2**11  # two vectors of length 1 have an exact product


def in_steps(values: NDArray[np.floating], steps: int) -> Floats:
    """The nearest multiples of one part in `steps`."""
    return np.asarray(np.round(values * steps) / steps, dtype=np.float32)


def unit_rows(rows: NDArray[np.floating]) -> Floats:
    """Each row at length 1, in steps of LENGTHS; a row of zeros stays one."""
    largest = np.maximum(np.abs(rows).max(axis=1, initial=0, keepdims=True), np.float32(1e-6))
    whole = np.round(rows / largest * LENGTHS).astype(np.float64)
    lengths = np.sqrt((whole * whole).sum(axis=1, keepdims=True))
    return in_steps(whole / np.maximum(lengths, 1), LENGTHS)


def log(values: NDArray[np.floating]) -> Floats:
    """Natural logarithm."""
    return np.asarray(np.log(values.astype(np.float64)), dtype=np.float32)


def log1p(values: NDArray[np.floating]) -> Floats:
    """Natural logarithm of one more than each."""
    return np.asarray(np.log1p(values.astype(np.float64)), dtype=np.float32)


def log_odds(probability: NDArray[np.floating]) -> Floats:
    """Natural logarithm of the odds; the probability must lie between 0 and 1, and not on them."""
    return log(probability.astype(np.float64) / (1 - probability.astype(np.float64)))


def from_log_odds(odds: NDArray[np.floating]) -> Floats:
    """The probability that has these log odds."""
    return np.asarray(1 / (1 + np.exp(-odds.astype(np.float64))), dtype=np.float32)
