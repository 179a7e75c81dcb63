"""The report: one line for each figure, with what it is compared to and its goal."""

from __future__ import annotations

from dataclasses import dataclass


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
        sign = "ok  " if self.reached else "OVER"
        shown = f"{self.value:10.2f}" if self.value < 100 else f"{self.value:10.0f}"
        return f"{sign} {self.name:<44} {shown} {self.unit:<6} goal {self.goal:g}   {self.told}".rstrip()
