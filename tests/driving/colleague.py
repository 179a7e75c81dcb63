"""A colleague: another process that changes the same database."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.driving.person import MORNING

ROOT = Path(__file__).parents[2]


def colleague_adds(path: Path, name: str, phase: str) -> None:
    """Let bob add a project, and wait until he has."""
    colleague_does(path, f"projects.add(session, {{'name': {name!r}, 'phase': {phase!r}}})")


def colleague_saves(path: Path, code: str, **values: object) -> None:
    """Let bob change fields of a project, and wait until he has."""
    colleague_does(path, f"projects.save(session, projects.find(session, {code!r}), {values!r})")


def colleague_deletes(path: Path, code: str) -> None:
    """Let bob delete a project, and wait until he has."""
    colleague_does(path, f"projects.delete(session, projects.find(session, {code!r}))")


def colleague_passes(path: Path, code: str) -> None:
    """Let bob take a project through its next gate, and wait until he has."""
    colleague_does(
        path,
        "from pmo_tui.services import gates; from pmo_tui.domain.portfolio import Decision; "
        f"project = projects.find(session, {code!r}); "
        "verdict = gates.Verdict(Decision.GO, session.today()); "
        "gates.decide(session, project, gates.gates(session, project)[0], verdict)",
    )


def colleague_does(path: Path, statement: str) -> None:
    """Let bob run statements in a session of his, who has the same morning, and wait until he has."""
    script = (
        "import datetime; from pathlib import Path; from pmo_tui.services import projects; "
        "from pmo_tui.services.session import open_session; "
        f"morning = datetime.datetime.fromisoformat({MORNING.isoformat()!r}); "
        f"session = open_session(Path({str(path)!r}), who='bob', clock=lambda: morning); "
        f"{statement}; session.close()"
    )
    subprocess.run([sys.executable, "-c", script], check=True, cwd=ROOT)
