"""What is measured of commands: the import beside a plain script, the list beside importing peewee."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from tests.bench.portfolio import WORLDBANK, pmo, run
from tests.bench.report import Figure, ratio

ROUNDS = 11


def importing(folder: Path, database: Path, taken: float) -> Figure:
    """Compare an import with a script that writes the same rows with csv and sqlite3 alone."""
    script = Path(__file__).with_name("plain_import.py")
    plain = run([sys.executable, str(script), str(WORLDBANK), str(database), str(folder / "plain.db")])
    told = f"{taken:.2f} s against {plain:.2f} s"
    return Figure("import / plain csv and sqlite3 script", taken / plain, "x", 8, told)


def listing(database: Path) -> Iterator[Figure]:
    """Compare `list --json` on a small database with a Python that imports peewee."""
    commands = {
        "list": pmo("--db", database, "list", "projects", "--json"),
        "query": pmo("--db", database, "list", "projects", "budget>1m", "--json"),
        "peewee": [sys.executable, "-c", "import peewee"],
    }
    taken: dict[str, list[float]] = {name: [] for name in commands}
    for number in range(ROUNDS + 1):
        for name, command in commands.items():
            seconds = run(command)
            taken[name] += [seconds] if number else []  # the first warms up
    yield ratio("list --json / python -c 'import peewee'", taken["list"], taken["peewee"], 2)
    yield ratio("list budget>1m --json / import peewee", taken["query"], taken["peewee"], 2)
