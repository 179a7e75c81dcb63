"""Counts in words: on how many of how many things a figure stands."""

from __future__ import annotations

from pmo_tui.words import _n, numbers


def over_risks(known: int, count: int) -> str:
    """Say on how many of how many risks a figure stands."""
    told = _n("over {known} of {count} risk", "over {known} of {count} risks", count)
    return told.format(known=numbers.whole(known), count=numbers.whole(count))


def over_threats(known: int, count: int) -> str:
    """Say on how many of how many threats a figure stands."""
    told = _n("over {known} of {count} threat", "over {known} of {count} threats", count)
    return told.format(known=numbers.whole(known), count=numbers.whole(count))
