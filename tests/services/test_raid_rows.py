"""Rows of the registers beside the risks: of a project what is awaited, with the actions on its risks."""

from __future__ import annotations

from pathlib import Path

from pmo_tui.services import editing, projects, raid, raid_lives, raid_rows
from tests.driving.person import session_on
from tests.driving.raid import with_registers


def test_of_a_project_comes_what_is_awaited_with_the_actions_on_its_risks_the_latest_first(tmp_path: Path):
    session = session_on(with_registers(tmp_path / "pmo.db"))
    key = projects.find(session, "P-0001").id
    found = raid_rows.awaited_of_project(session, key)
    codes = {noun: [row.item.code for row in items] for noun, items in found.items()}
    assert codes == {
        "issues": ["I-0001", "I-0002"],
        "assumptions": ["A-0001"],
        "dependencies": ["D-0002", "D-0001"],
        "actions": ["ACT-0001", "ACT-0002"],
        "decisions": ["DEC-0001"],
        "changes": ["CR-0001"],
    }
    assert [row.overdue for row in found["actions"]] == [True, False]
    raid_lives.go_on(session, raid.ACTION, editing.find(session, raid.ACTION, "ACT-0002"), "done")
    raid_lives.go_on(
        session,
        raid.ISSUE,
        editing.find(session, raid.ISSUE, "I-0002"),
        "closed",
        {"resolution": "no longer so"},
    )
    found = raid_rows.awaited_of_project(session, key)
    assert [row.item.code for row in (*found["issues"], *found["actions"])] == ["I-0001", "ACT-0001"]
    session.close()
