"""The portfolios to measure on: the World Bank's where its file is beside the project, a demo of its size elsewhere."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
WORLDBANK = ROOT.parent / "shared" / "data" / "worldbank" / "projects.csv"
MAP = ROOT / "docs" / "maps" / "worldbank.toml"
SMALL = 200
LARGE = 27_132
REGISTER = 5_000, 20_000
"""How many projects and how many risks the large register has."""


def pmo(*arguments: str | Path) -> list[str]:
    """Give the command line of pmo-tui with these arguments."""
    return [sys.executable, "-m", "pmo_tui", *map(str, arguments)]


def run(command: list[str]) -> float:
    """Run a command and give the seconds it took."""
    began = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT)
    return time.perf_counter() - began


def large(folder: Path) -> tuple[Path, float | None]:
    """Make the large portfolio; give its database and, where a file was imported, the seconds that took."""
    path = folder / "large.db"
    if WORLDBANK.exists():
        return path, run(pmo("--db", path, "import", "projects", WORLDBANK, "--map", MAP))
    run(pmo("--db", path, "demo", "--no-open", "--projects", str(LARGE)))
    return path, None


def small(folder: Path) -> Path:
    """Make a portfolio of 200 projects: the first of the same file, or a demo."""
    path = folder / "small.db"
    if not WORLDBANK.exists():
        run(pmo("--db", path, "demo", "--no-open", "--projects", str(SMALL)))
        return path
    head = folder / "small.csv"
    with WORLDBANK.open(encoding="utf-8-sig", newline="") as file:
        head.write_text(_head(file.read()), encoding="utf-8")
    run(pmo("--db", path, "import", "projects", head, "--map", MAP))
    return path


def register(folder: Path) -> Path:
    """Make a portfolio with a large register: a demo whose risks stand there again under other codes."""
    path = folder / "register.db"
    projects, risks = REGISTER
    run(pmo("--db", path, "demo", "--no-open", "--projects", str(projects)))
    run([sys.executable, "-c", _MORE, str(path), str(risks)])
    return path


_MORE = """
import sys
from itertools import cycle, islice
from pathlib import Path
from db import journal, risks
from pmo_tui.services.session import open_session

path, wanted = sys.argv[1:]
session = open_session(Path(path))
facts = list(journal.standing("risk", list(risks.keys_by_code().values())).values())
more = islice(cycle(facts), int(wanted) - len(facts))
with session.writing("more") as group:
    group.create_many("risk", [{**each, "code": f"X-{number:05}"} for number, each in enumerate(more)])
session.close()
"""


def _head(text: str) -> str:
    """Give the heading and the first rows of a CSV text."""
    import csv
    import io

    rows = csv.reader(io.StringIO(text))
    out = io.StringIO()
    csv.writer(out).writerows(row for row, _number in zip(rows, range(SMALL + 1), strict=False))
    return out.getvalue()
