"""What a new portfolio has set for its risks, to be changed there: categories, and scales, bands and appetite."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pmo_tui.domain.refusal import N_
from pmo_tui.domain.risk_parts import Category
from pmo_tui.domain.risk_values import Scales
from pmo_tui.domain.risks import DEFAULT_BANDS, IMPACTS, PROBABILITIES, Appetite

_CATEGORIES = {
    N_("Technical"): (N_("Requirements"), N_("Technology"), N_("Integration"), N_("Security")),
    N_("External"): (N_("Suppliers"), N_("Regulation"), N_("Market")),
    N_("Organisation"): (N_("Resources"), N_("Funding"), N_("Change")),
    N_("Management"): (N_("Planning and estimates"), N_("Communication"), N_("Dependencies")),
}
"""A risk breakdown structure of two levels, after the four branches of PMBOK's example."""


def default_scales(said: Callable[[str], str] = str) -> Scales:
    """Give bands, scales and appetite of a new portfolio, in the words that `said` gives."""
    return Scales(
        bands=tuple(band._replace(name=said(band.name)) for band in DEFAULT_BANDS),
        probabilities=tuple(step._replace(word=said(step.word)) for step in PROBABILITIES),
        impacts=tuple(step._replace(word=said(step.word)) for step in IMPACTS),
        appetite=Appetite(),
    )


def default_categories(said: Callable[[str], str] = str) -> Iterator[Category]:
    """Walk the categories of a new portfolio, in the words that `said` gives, each behind the one it belongs to."""
    position = 0
    for name, below in _CATEGORIES.items():
        for each in (name, *below):
            position += 1
            yield Category(0, 1, said(each), None if each == name else said(name), position)
