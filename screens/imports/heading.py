"""The heading of the import's page: which step it is, and what was found or how far a run is; pure."""

from __future__ import annotations

from pmo_tui.words import _, numbers
from screens.cells import Span, width
from screens.imports.importing import OUTCOME, Importing, KeyOf
from screens.imports.outcome import told
from screens.imports.running import Run

_GAPS = 4
"""The cells around the two parts of the line, and between them."""


def left(here: Importing, cells: int) -> list[Span]:
    """Give the steps, the present one strong; where there is no room for all, the present one alone."""
    head: Span = (_(here.kind.heading), "strong")
    names = enumerate((_("File"), _("Columns"), _("Dry run")))
    steps = [(f"   {at + 1} {name}", "strong" if at == here.step else "muted") for at, name in names]
    whole = [head, *steps]
    return whole if sum(width(text) for text, _role in whole) + _GAPS <= cells else [head, steps[here.step]]


def right(here: Importing, key_of: KeyOf) -> Span:
    """Give what was found, or how far a run is."""
    if here.run is not None:
        return _progress(here.run, key_of("shell.back"))
    if here.step == OUTCOME and here.plan is not None:
        return (told(here.kind, here.plan), "muted")
    return (here.choices.table.name if here.choices else "", "muted")


def _progress(run: Run, stop: str) -> Span:
    """Tell how far a run is, and which key stops it."""
    if run.stopping:
        return (_("stopping…"), "warn")
    told = _("{done} of {all}, {key} stops it") if run.total else _("reading, {key} stops it")
    return (told.format(done=numbers.whole(run.done), all=numbers.whole(run.total), key=stop), "accent")
