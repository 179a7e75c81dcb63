"""How the board looks, word for word; a change here is looked at before it is accepted."""

from __future__ import annotations

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.driving.person import at_keyboard

SIZES = [(80, 24), (120, 36)]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("keys", [(), ("v",), ("v", "/", *"group:programme", "enter"), ("?",)], ids=str)
async def test_the_board_looks_as_it_should(
    portfolio: Path, size: tuple[int, int], keys: tuple[str, ...], snapshot: SnapshotAssertion
):
    async with at_keyboard(portfolio, size) as pmo:
        await pmo.press(*keys)
        assert pmo.screen == snapshot


async def test_in_ascii_no_other_sign_is_drawn(tmp_path: Path):
    from pmo_tui.services import projects
    from tests.driving.person import session_on

    session = session_on(tmp_path / "a.db")
    projects.add(session, {"name": "ERP finance", "budget": 390_000_000, "forecast": 431_000_000})
    session.close()
    async with at_keyboard(tmp_path / "a.db", glyphs="ascii") as pmo:
        assert pmo.screen.isascii(), pmo.screen
        await pmo.press("v")
        assert pmo.screen.isascii(), pmo.screen
