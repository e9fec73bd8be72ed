"""A difference is headed by what a reader can follow: the counted noun and its verb, at the ends of groups of words."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("texts", "heading"),
    [
        pytest.param(
            ("Four tugs and a barge came to her aid.", "Five tugs and a barge came to her aid."),
            "… tugs and a barge came to her aid",
            id="the noun that is counted stays",
        ),
        pytest.param(
            (
                "The tram Nordstern left the rails near the old Holm depot on Friday with 61 people on board.",
                "The tram Nordstern left the rails near the old Holm depot on Friday with 58 people on board.",
            ),
            "… people on board",
            id="what stands before and has no verb is left out",
        ),
        pytest.param(
            ("The bridge was built in 1911.", "The bridge was built in 1912."),
            "The bridge was built in …",
            id="a short sentence is given whole",
        ),
        pytest.param(
            (
                "Some 40 tenants from Quay Lane spent the night in a school in Orby.",
                "Exactly 47 tenants from Quay Lane spent the night in a school in Orby.",
            ),
            "… tenants from Quay Lane spent the night",
            id="no heading ends on its verb",
        ),
    ],
)
def test_a_heading_names_what_is_counted_or_dated(differences, texts, heading) -> None:
    assert [heading] == [difference.about for difference in differences(*texts)]
