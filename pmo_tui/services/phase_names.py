"""Phase names across languages: a file or a map that says "Delivery" means the phase that a French set-up calls so."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pmo_tui.domain.portfolio import Phase, default_phases
from pmo_tui.domain.text import fold
from pmo_tui.words import every_language


def phase_finder(phases: Sequence[Phase]) -> Callable[[str], str | None]:
    """Give a function that finds the phase a text means: by its name, or by a default name in any language."""
    by_name = {fold(phase.name): phase.name for phase in reversed(phases)}
    for alike in zip(*usual_phases(), strict=True):
        same = [fold(phase.name) for phase in alike]
        known = next((by_name[name] for name in same if name in by_name), None)
        if known is not None:
            for name in same:
                by_name.setdefault(name, known)
    return lambda text: by_name.get(fold(text))


def usual_phases() -> list[tuple[Phase, ...]]:
    """Give the phases of a new portfolio in each language."""
    return [default_phases(said) for said in every_language()]
