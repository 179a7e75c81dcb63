"""The phase in a form: shown where a gate decides it, chosen where the project is new."""

from __future__ import annotations

from pathlib import Path

from screens.forms.form import Form
from tests.driving.dossier import reading


async def test_the_phase_is_shown_and_only_a_new_project_may_choose_it(portfolio: Path):
    async with reading(portfolio) as pmo:
        await pmo.press("e")
        assert "phase" not in pmo.app.screen.query_one(Form).state.stops()
        assert "Planning  decided at a gate" in pmo.line("Phase ")
        await pmo.press("esc", "esc", "a")
        assert "phase" in pmo.app.screen.query_one(Form).state.stops()
        assert "decided at a gate" not in pmo.screen
