"""The pictures of the documentation show the program as it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.house.pictures import FOLDER, SHOTS, drawn


@pytest.mark.slow
async def test_pictures_are_what_the_program_shows(tmp_path: Path):
    pictures = await drawn(tmp_path)
    stale = [name for name in SHOTS if pictures[name] != (FOLDER / f"{name}.svg").read_text(encoding="utf-8")]
    assert not stale, "look at the program, then draw them again: python -m tests.house.pictures"
