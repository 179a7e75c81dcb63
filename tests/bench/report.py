"""The report: one line for each figure, with its goal and how it came about."""

from __future__ import annotations

import os
import platform
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured figure: its name, its value with its unit, the goal it is held to, and how it came about."""

    name: str
    value: float
    unit: str
    goal: float
    told: str = ""

    @property
    def reached(self) -> bool:
        """Whether the goal is reached."""
        return self.value <= self.goal

    def __str__(self) -> str:
        """Give the line that is printed."""
        sign = "  ok  " if self.reached else "  OVER"
        digits = 2 if self.unit == "x" else 1 if self.unit in {"ms", "s"} else 0
        told = f"{self.value:8.{digits}f} {self.unit:<5}  goal {self.goal:>5g}"
        return f"{sign}  {self.name:<45} {told}   {self.told}".rstrip()


def ratio(name: str, ours: Sequence[float], theirs: Sequence[float], goal: float) -> Figure:
    """Compare seconds measured in turn, by their medians."""
    mine, reference = median(ours), median(theirs)
    told = f"{mine * 1000:.0f} ms against {reference * 1000:.0f} ms"
    return Figure(name, mine / reference, "x", goal, told)


def head() -> str:
    """Say on what it is measured; a machine that is busy with something else slows all, and not evenly."""
    load, cores = os.getloadavg()[0], os.cpu_count() or 1
    busy = "  BUSY: measure again when it is quiet" if load > cores / 2 else ""
    return f"Python {platform.python_version()}, {cores} cores, load {load:.1f}{busy}"


def summary(missed: int) -> str:
    """Say how it ended."""
    return f"{missed} missed" if missed else "all goals reached"
