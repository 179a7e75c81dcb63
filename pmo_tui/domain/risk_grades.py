"""Grades: how a score is told at a glance: its digits, a letter of its band, and how hot that band is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from string import ascii_lowercase
from typing import NamedTuple

from pmo_tui.domain.risk_values import PREFIXES, Scales, severity
from pmo_tui.domain.risks import Band, Severity, band

HEATS = 4
"""How many heats there are, from 0, the coolest; any number of bands is spread over them."""


class Grade(NamedTuple):
    """One assessment of a risk as it is told: its severity, the number of its band, that band's letter and heat."""

    severity: Severity
    band: int
    letter: str
    heat: int

    @property
    def score(self) -> int:
        """The score, 1 to 25: what has none has no grade."""
        score = self.severity.score
        assert score is not None
        return score


@lru_cache(maxsize=8)
def letters(bands: tuple[Band, ...]) -> tuple[str, ...]:
    """Give a letter for each band: its first one, or a, b, c from the least on where that would not tell them apart.

    It is never a digit, which would read as one of the score before it.
    """
    first = [band.name[:1].upper() for band in bands]
    if len(set(first)) == len(first) and not any(map(str.isdigit, first)):
        return tuple(first)
    return tuple(ascii_lowercase[: len(bands)])


def heat(number: int, of: int) -> int:
    """Give how hot a band is by its number, 0 the least, among so many: the last one is always the hottest."""
    return HEATS - 1 if of < 2 else round(number * (HEATS - 1) / (of - 1))


def grade(assessed: Severity, scales: Scales) -> Grade | None:
    """Give the grade of one assessment, None where it has no score."""
    number = band(assessed, scales.bands)
    if number is None:
        return None
    return Grade(assessed, number, letters(scales.bands)[number], heat(number, len(scales.bands)))


def grades(value: Callable[[str], object], scales: Scales) -> Mapping[str, Grade | None]:
    """Give the grades of a risk by the names of its three scores: inherent, score (the current one), target."""
    return {which: grade(severity(value, which), scales) for which in PREFIXES}
