"""Use case of the import: what the cells of a file would say under a map, before a row is decided on."""

from __future__ import annotations

from collections.abc import Mapping

from db import portfolio as portfolio_kept
from pmo_tui.domain.fields import Catalogue
from pmo_tui.services.import_phases import left_to_gates
from pmo_tui.services.phase_names import phase_finder
from pmo_tui.services.session import Session
from pmo_tui.transfer.cells import CellReader
from pmo_tui.transfer.examples import Example, columns_of, distinct, example
from pmo_tui.transfer.guessing import Guess, guess_rules
from pmo_tui.transfer.maps import ImportMap, Rule, merged
from pmo_tui.transfer.tables import Table


def guessed(session: Session, table: Table) -> Guess:
    """Guess as much of a map as can be guessed, for a person to complete."""
    return left_to_gates(guess_rules(table, portfolio_kept.catalogue()))


def examples(session: Session, table: Table, the_map: ImportMap) -> Mapping[str, Example]:
    """Give for each field that a map fills what the file would say there. Raises Refusal where kinds contradict."""
    catalogue = merged(portfolio_kept.catalogue(), the_map.custom, table.name)
    found = {rule.field: example(table, rule, the_map, catalogue) for rule in the_map.rules}
    phase = the_map.rule("phase")
    if phase is not None and "phase" not in the_map.create:
        _check_phases(found["phase"], table, phase, the_map, catalogue)
    return found


def _check_phases(found: Example, table: Table, rule: Rule, the_map: ImportMap, catalogue: Catalogue) -> None:
    """Count the phases that the portfolio does not have among what can't be read; name the example's as it has it."""
    known = phase_finder(portfolio_kept.phases())
    found.value = known(str(found.value)) or found.value
    reader = CellReader(catalogue.get("phase"), rule, the_map.empty)
    for cell, count in distinct(table, columns_of(table, rule)).items():
        meant = reader.read(cell)
        if isinstance(meant, str) and known(meant) is None:
            found.unreadable[cell] += count
            found.filled = max(0, found.filled - count)
