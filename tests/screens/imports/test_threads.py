"""What has to read a whole column is never read on the thread that paints."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pmo_tui.transfer import choices
from pmo_tui.transfer.guessing import guess_rule
from pmo_tui.transfer.own_kinds import own_kind
from tests.driving.person import at_keyboard
from tests.screens.imports.test_imports import Written, fills, takes


async def test_columns_are_read_on_the_database_thread(
    portfolio: Path, written: Written, monkeypatch: pytest.MonkeyPatch
):
    seen: list[str] = []

    def noting(usual: Callable[..., Any]) -> Callable[..., Any]:
        """Note on which thread a function is called."""

        def called(*given: Any) -> Any:
            seen.append(threading.current_thread().name.partition("_")[0])
            return usual(*given)

        return called

    monkeypatch.setattr(choices, "guess_rule", noting(guess_rule))
    monkeypatch.setattr(choices, "own_kind", noting(own_kind))
    written("odd.csv", "name,Team,Extra,Cost\nAlpha,IT,x,1\n")
    async with at_keyboard(portfolio, (120, 36), first="imports") as pmo:
        await takes(pmo, "odd")
        await pmo.press("G", "k", "enter")
        await pmo.types("department")
        await pmo.press("enter")
        await fills(pmo, "budget", "Cost")
        await pmo.press("G", "enter", "enter")
        assert pmo.sees("✓ Department", "✓ Budget", "✓ Team")
        while not pmo.cursor.startswith("✓ Team"):
            await pmo.press("k")
        await pmo.press("enter")
        await pmo.types("what it holds")
        await pmo.press("enter")
        await pmo.types("yes")
        await pmo.press("enter")
    assert len(seen) == 5
    assert set(seen) == {"database"}
