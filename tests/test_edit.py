"""`make edit` makes an editor's file, or says which stories there are."""

from __future__ import annotations

from pathlib import Path

import pytest

from news_digest.edit import main

STORM = Path(__file__).parent / "stories/storm"


@pytest.mark.slow
def test_an_editor_who_names_no_story_is_shown_those_there_are(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folders = ["--seeds", str(STORM), "--content", str(tmp_path)]
    assert 0 == main([*folders, ""])
    first, story = capsys.readouterr().out.splitlines()
    address = first.partition("STORY=")[2]
    assert story.startswith(f"  {address}  ")
    assert 2 == main([*folders, address[:-1]])
    assert f"did you mean {address}?" in capsys.readouterr().err
    assert 0 == main([*folders, address])
    assert capsys.readouterr().out.strip().endswith(f"stories/{address}.md")
