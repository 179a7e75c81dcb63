"""What the tests of the command line start from: a command in a real process, on an empty place or on a demo."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from pmo_tui.cli.main import main
from tests.cli.running import Command


@pytest.fixture
def command(tmp_path: Path) -> Command:
    """Give the command on a database that is not there yet."""
    return Command(tmp_path / "pmo.db")


@pytest.fixture
def here(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """Give a function that runs the command in this process, which is quicker; it gives code, data and talk."""

    def run(*words: str | Path) -> tuple[int, str, str]:
        code = main(["--db", str(tmp_path / "pmo.db"), *map(str, words)])
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


@pytest.fixture
def some(here, tmp_path: Path):
    """Give `here` on a database with four projects, one of them named to do harm."""
    rows: list[dict[str, Any]] = [
        {
            "code": "A-1",
            "name": "Warehouse",
            "phase": "Delivery",
            "pm": "Anna Li",
            "budget": 1200000.5,
            "health": "red",
        },
        {"code": "A-2", "name": "[red]x[/] \u001b[2J \u202eRLO", "phase": "Idea", "tags": ["cloud", "web"]},
        {
            "code": "A-3",
            "name": "Entrepôt 倉庫",
            "phase": "Delivery",
            "budget": 12345678,
            "health": "amber",
        },
        {"code": "A-4", "name": "Wifi", "phase": "Planning", "budget": 10, "finish": "2026-12-31"},
    ]
    path = tmp_path / "some.json"
    path.write_text(json.dumps(rows).replace("12345678", "9007199254740.31"), "utf-8")
    code, _out, err = here("import", "projects", path)
    assert code == 0, err
    return here
