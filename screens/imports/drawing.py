"""Drawing: what draws the rows of the present step, and what is known of the row under the cursor; pure."""

from __future__ import annotations

from screens.cells import Line
from screens.glyphs import Glyphs
from screens.imports import outcome, understanding
from screens.imports.importing import COLUMNS, OUTCOME, Importing, KeyOf
from screens.imports.outcome_lines import Drawer as OutcomeDrawer


def of_columns(here: Importing, glyphs: Glyphs, key_of: KeyOf) -> understanding.Drawer:
    """Give what draws the columns as they are understood now."""
    assert here.choices is not None
    return understanding.Drawer(here.kind, here.choices, here.examples, glyphs, key_of("imports.open"))


def of_outcome(here: Importing, glyphs: Glyphs) -> OutcomeDrawer:
    """Give what draws the dry run."""
    assert here.plan is not None
    return OutcomeDrawer(here.plan.catalogue, glyphs, here.kind.shown)


def detail(
    here: Importing,
    rows: tuple[understanding.Row | None, outcome.Row | None],
    cells: int,
    glyphs: Glyphs,
    key_of: KeyOf,
) -> list[Line]:
    """Give what is known of the row under the cursor; `rows` are those of the columns and of the dry run."""
    if here.step == COLUMNS and here.choices is not None:
        return of_columns(here, glyphs, key_of).detail(rows[0], cells)
    if here.step == OUTCOME and here.plan is not None:
        return of_outcome(here, glyphs).facts(rows[1], cells)
    return []
