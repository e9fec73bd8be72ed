"""What the engine finds in the keyed stories may not fall."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "scripts"))

from judge import below_floors, judge_folder, keyed_stories


@pytest.mark.slow
def test_facts_differences_and_origins_of_the_keyed_stories_stay_above_their_floors() -> None:
    judged = [judge_folder(folder, key, None) for folder, key in keyed_stories()]
    assert len(judged) > 15
    assert [] == below_floors(judged)
