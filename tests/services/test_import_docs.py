"""The example in the documentation of imports: the sheet and the map that stand there, tried as they stand."""

import re
from datetime import date
from pathlib import Path

from pmo_tui.domain.health import Health
from pmo_tui.services import imports, projects
from pmo_tui.services.session import open_session
from pmo_tui.transfer.map_keys import CUSTOM_KEYS, FILE_KEYS, RULE_KEYS, TOP_KEYS


def blocks(text: str) -> dict[str, str]:
    """Give the examples of a page by the file name that stands before each."""
    found = re.findall(r"<!-- example: (\S+) -->\n```\w+\n(.*?)```", text, re.DOTALL)
    return dict(found)


def test_the_example_does_what_the_page_says(root: Path, tmp_path: Path):
    page = (root / "docs" / "import.md").read_text(encoding="utf-8")
    for name, text in blocks(page).items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    session = open_session(tmp_path / "x.db", create=True)
    the_map = imports.open_map(session, tmp_path / "sheet.toml")
    plan = imports.plan(session, imports.open_file(tmp_path / "sheet.csv", the_map), the_map)
    imports.run(session, plan)
    [rejected] = plan.rejected
    assert f"Row {rejected.record.number} rejected: {rejected.reasons[0]}\n" in page
    assert plan.counts == {
        "created": 2,
        "updated": 0,
        "unchanged": 0,
        "rejected": 1,
        "cells_emptied": {"n.c.": 1},
        "values_emptied": {},
    }
    found = projects.find(session, "IT-014")
    assert (found.phase, found.health, found.budget) == ("Delivery", Health.AMBER, 125_050_000)
    assert (found.finish, found.tags, found.custom) == (
        date(2026, 12, 31),
        ("client", "web"),
        {"committed": 31_000_000},
    )
    session.close()


def test_every_key_of_a_map_is_documented(root: Path):
    page = (root / "docs" / "import.md").read_text(encoding="utf-8")
    keys = (TOP_KEYS | FILE_KEYS | RULE_KEYS | CUSTOM_KEYS) - {"format"}
    assert [key for key in sorted(keys) if not re.search(rf"`\[?{key}\b", page)] == []
