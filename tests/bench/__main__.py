"""Measures everything and prints it; ends with 1 where a goal is missed."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.bench import commands, idle, keys, portfolio, starts
from tests.bench.report import Figure, head, summary

# Nothing of the person who measures may count: no settings, no colours chosen, no bytecode forgone.
FOREIGN = ("PYTHON", "TEXTUAL", "PMO_TUI", "XDG_", "NO_COLOR", "COLORTERM", "TERM", "LANG", "LC_", "LANGUAGE")


def figures(folder: Path) -> Iterator[Figure | str]:
    """Measure one thing after the other, under headings."""
    large, taken = portfolio.large(folder)
    small = portfolio.small(folder)
    yield "commands"
    if taken is not None:
        yield commands.importing(folder, large, taken)
    yield from commands.listing(small)
    yield "start"
    yield from starts.starts(small, large)
    yield f"keys, {portfolio.LARGE} projects beside {portfolio.SMALL}"
    yield from keys.steps(small, large)
    yield from keys.filtering(large)
    yield from keys.opening(large)
    projects, risks = portfolio.REGISTER
    yield f"register, {risks} risks in {projects} projects"
    yield from keys.registering(portfolio.register(folder))
    yield "idle"
    yield from idle.idle(large)


def main() -> int:
    """Print every figure as soon as it is there."""
    missed = 0
    with tempfile.TemporaryDirectory() as folder:
        for name in [name for name in os.environ if name.startswith(FOREIGN)]:
            del os.environ[name]
        os.environ |= {"LANG": "C.UTF-8", "XDG_CONFIG_HOME": folder, "XDG_STATE_HOME": folder}
        print(head(), flush=True)
        for figure in figures(Path(folder)):
            print(f"\n{figure}" if isinstance(figure, str) else figure, flush=True)
            missed += isinstance(figure, Figure) and not figure.reached
    print(f"\n{summary(missed)}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
