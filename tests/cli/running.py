"""Runs the real command, as a person or a script does, with a home of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

LIMIT = 60


@dataclass(frozen=True, slots=True)
class Done:
    """What a command gave: its exit code, its data and its talk."""

    code: int
    out: str
    err: str


@dataclass
class Command:
    """The command on one database."""

    db: Path

    def __call__(self, *words: str | Path, **environ: str) -> Done:
        """Run it with `--db` before the words."""
        return run("--db", self.db, *words, **environ)


def run(*words: str | Path, **environ: str) -> Done:
    """Run the command and give what it gave."""
    done = subprocess.run(
        [sys.executable, "-m", "pmo_tui", *map(str, words)],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), **environ},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=LIMIT,
        check=False,
    )
    return Done(done.returncode, done.stdout, done.stderr)
