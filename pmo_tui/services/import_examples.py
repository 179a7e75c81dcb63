"""Use case of the import: what the cells of a file would say under a map, before a row is decided on."""

from __future__ import annotations

from collections.abc import Mapping

from pmo_tui.domain.fields import Catalogue
from pmo_tui.services.import_kinds import PROJECTS, Importable
from pmo_tui.services.import_known import Called, finder
from pmo_tui.services.import_phases import left_to_gates
from pmo_tui.services.session import Session
from pmo_tui.transfer.cells import CellReader
from pmo_tui.transfer.examples import Example, columns_of, distinct, example
from pmo_tui.transfer.guessing import Guess, guess_rules
from pmo_tui.transfer.maps import ImportMap, Rule, merged
from pmo_tui.transfer.tables import Table


def guessed(session: Session, table: Table, kind: Importable = PROJECTS) -> Guess:
    """Guess as much of a map as can be guessed, for a person to complete."""
    return left_to_gates(guess_rules(table, kind.catalogue()))


def examples(
    session: Session, table: Table, the_map: ImportMap, kind: Importable = PROJECTS
) -> Mapping[str, Example]:
    """Give for each field that a map fills what the file would say there. Raises Refusal where kinds contradict."""
    catalogue = merged(kind.catalogue(), the_map.custom, table.name)
    found = {rule.field: example(table, rule, the_map, catalogue) for rule in the_map.rules}
    for rule in the_map.rules:
        field = catalogue.get(rule.field)
        called = None if field.of in the_map.create else finder(field)
        if called is not None:
            _check_named(found[rule.field], called, table, rule, the_map, catalogue)
    return found


def _check_named(
    found: Example, called: Called, table: Table, rule: Rule, the_map: ImportMap, catalogue: Catalogue
) -> None:
    """Count the names of what is not there among what can't be read; name the example's as it is called here."""
    found.value = called(str(found.value)) or found.value
    reader = CellReader(catalogue.get(rule.field), rule, the_map.empty)
    for cell, count in distinct(table, columns_of(table, rule)).items():
        meant = reader.read(cell)
        if isinstance(meant, str) and called(meant) is None:
            found.unreadable[cell] += count
            found.filled = max(0, found.filled - count)
