"""Measures everything and prints it; ends with 1 where a goal is missed."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.bench import commands, portfolio, screens
from tests.bench.report import Figure


def figures(folder: Path) -> Iterator[Figure]:
    """Measure one thing after the other."""
    large, taken = portfolio.large(folder)
    small = portfolio.small(folder)
    if taken is not None:
        yield commands.importing(folder, large, taken)
    yield from commands.listing(small)
    yield from screens.starts(small, large)
    yield from screens.steps("27 132", large)
    yield from screens.steps("200", small)
    yield from screens.filtering(large)
    yield from screens.opening(large)


def main() -> int:
    """Print every figure as soon as it is there."""
    missed = 0
    with tempfile.TemporaryDirectory() as folder:
        for figure in figures(Path(folder)):
            print(figure, flush=True)
            missed += not figure.reached
    print(f"{missed} missed" if missed else "all goals reached")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
