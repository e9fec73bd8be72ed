"""What is added up comes out the same in any order: no processor publishes another page."""

from __future__ import annotations

import numpy as np
import pytest

from news_digest.language.exact import unit_rows
from news_digest.language.similarity import Field
from news_digest.language.vectors import vectors_of

TEXTS = [
    "The harbour at Lenn will close on 4 May, the port authority said.",
    "The harbour shuts its gates on 11 May, and dockers in Lenn fear for their work.",
    "The port of Lenn employs around 1,500 dockers, who load cement and timber.",
    "Harbour master Ilse Brandt has waited far too long for the money, she said on Monday.",
] * 3


@pytest.mark.parametrize("seed", range(20))
def test_a_product_of_weights_and_likenesses_does_not_depend_on_the_order_of_its_sums(seed: int) -> None:
    field, vectors = Field(TEXTS), vectors_of("harbour port dockers cement timber money close shut".split())
    order = np.random.default_rng(seed)
    for left, right in (
        (field.weighted, field.best),
        (vectors, vectors),
        (unit_rows(vectors), unit_rows(vectors)),
        (field.weighted, vectors_of(list(field.places)).T),
    ):
        shuffled = order.permutation(left.shape[1])
        one_by_one = np.cumsum(left[:, None, shuffled] * right[None, :, shuffled], axis=2, dtype=np.float32)[:, :, -1]
        assert np.array_equal(left @ right.T, one_by_one)
