"""What is measured of commands: the import beside a plain script, the list beside importing peewee."""

from __future__ import annotations

import statistics
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.bench.portfolio import WORLDBANK, pmo, run
from tests.bench.report import Figure

ROUNDS = 7


def importing(folder: Path, database: Path, taken: float) -> Figure:
    """Compare an import with a script that writes the same rows with csv and sqlite3 alone."""
    script = Path(__file__).with_name("plain_import.py")
    plain = run([sys.executable, str(script), str(WORLDBANK), str(database), str(folder / "plain.db")])
    told = f"{taken:.2f} s against {plain:.2f} s"
    return Figure("import / plain csv and sqlite3 script", taken / plain, "x", 8, told)


def listing(database: Path) -> Iterator[Figure]:
    """Compare `list --json` on a small database with a Python that imports peewee."""
    ours, theirs = [], []
    for _round in range(ROUNDS):
        ours.append(run(pmo("--db", database, "list", "projects", "--json")))
        theirs.append(run([sys.executable, "-c", "import peewee"]))
    mine, reference = statistics.median(ours), statistics.median(theirs)
    told = f"{mine * 1000:.0f} ms against {reference * 1000:.0f} ms"
    yield Figure("list --json / python -c 'import peewee'", mine / reference, "x", 2, told)
