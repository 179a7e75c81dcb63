"""A newcomer with nothing but the README: from an empty folder to their own list on the board."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.driving.terminal import Terminal

ROOT = Path(__file__).parents[2]

LIST = """\
Projet;Chef de projet;Météo;Budget;Date de fin;Direction
Migration ERP;Anne Dupont;Orange;1 200 000;31/12/2026;Finances
Portail client;Rui Costa;Vert;350 000,50;15/03/2027;Ventes
Wifi campus;Anne Dupont;Rouge;;30/06/2026;DSI
"=cmd|' /C calc'!A0";;;12;;
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give an empty folder with a list as a French spreadsheet writes it: semicolons, cp1252."""
    (tmp_path / "projects.csv").write_bytes(LIST.encode("cp1252"))
    return tmp_path


def pmo(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run pmo-tui in the newcomer's folder."""
    command = [sys.executable, "-m", "pmo_tui", "--db", str(folder / "mine.db"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)


def opened(folder: Path) -> Terminal:
    """Open the app in a terminal."""
    return Terminal([sys.executable, "-m", "pmo_tui", "--db", str(folder / "mine.db")])


def test_their_list_is_on_the_board_after_one_command(folder: Path):
    file = str(folder / "projects.csv")
    dry = pmo(folder, "import", "projects", file, "--dry-run")
    assert "4 created" in dry.stdout
    assert "nothing was changed" in dry.stdout
    assert not (folder / "mine.db").exists()
    assert "4 created" in pmo(folder, "import", "projects", file).stdout
    assert "Nothing to change" in pmo(folder, "import", "projects", file).stdout
    with opened(folder) as terminal:
        terminal.wait_for("Wifi campus").wait_for("◆A Migration ERP").wait_for("●G Portail client")
        terminal.wait_for("1.6 M over 3").wait_for("P-0003 Wifi campus · DSI · PM Anne Dupont")


def test_a_change_is_seen_undone_and_redone(folder: Path):
    pmo(folder, "import", "projects", str(folder / "projects.csv"))
    with opened(folder) as terminal:
        terminal.wait_for("P-0003 Wifi campus")
        terminal.press("e")
        terminal.wait_for("Project manager")
        terminal.press(*("backspace",) * 6, *"Lyon")
        terminal.press("ctrl+o")
        terminal.wait_for("P-0003 Wifi Lyon")
        terminal.press("u")
        terminal.wait_for("P-0003 Wifi campus")
        terminal.press("ctrl+r")
        terminal.wait_for("P-0003 Wifi Lyon")
    assert '"name": "Wifi Lyon"' in pmo(folder, "show", "P-0003", "--json").stdout


def test_the_whole_import_can_be_taken_back(folder: Path):
    pmo(folder, "import", "projects", str(folder / "projects.csv"))
    assert "Undone: Imported projects.csv" in pmo(folder, "undo").stderr
    assert json.loads(pmo(folder, "list", "projects", "--json").stdout) == []
    assert json.loads(pmo(folder, "list", "people", "--json").stdout) == []


def test_wrong_words_are_answered_with_the_right_ones(folder: Path):
    pmo(folder, "import", "projects", str(folder / "projects.csv"))
    for arguments, code, told in (
        (("lst", "projects"), 2, "did you mean “list”?"),
        (("list", "projects", "budgt>3"), 1, "Did you mean “budget”?"),
        (("show", "P-9999"), 1, "Nothing has the code “P-9999”"),
        (("import", "projects", "nowhere.csv"), 1, "nowhere.csv"),
    ):
        answer = pmo(folder, *arguments)
        assert answer.returncode == code
        assert told in answer.stderr
        assert "Traceback" not in answer.stderr
