"""Meanings in a map: a value that its field can't hold is told once, with the nearest that it can, before any row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from db import portfolio as portfolio_kept
from pmo_tui.domain.fields import Catalogue, Field, Kind
from pmo_tui.domain.health import Health
from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.domain.text import nearest
from pmo_tui.services.phase_names import phase_finder
from pmo_tui.transfer.cells import CellReader, Unreadable
from pmo_tui.transfer.examples import columns_of, distinct
from pmo_tui.transfer.maps import ImportMap, Rule
from pmo_tui.transfer.matching import Matcher
from pmo_tui.transfer.tables import Table

_NEAR = N_("The map fills {field} with “{meaning}”, which it can't hold. Did you mean “{near}”?")
_KNOWN = N_("The map fills {field} with “{meaning}”, which it can't hold. It can hold: {known}.")
_OTHER = N_("The map fills {field} with “{meaning}”, which it can't hold.")


def check_meanings(table: Table, the_map: ImportMap, catalogue: Catalogue) -> None:
    """Refuse a map that gives a cell of the file a meaning which its field can't hold."""
    for rule in the_map.rules:
        field = catalogue.get(rule.field)
        known = _known(field)
        for meaning in _meanings(rule):
            if _holds(field, rule, meaning, the_map) or not _used(table, rule, meaning):
                continue
            near = nearest(meaning, known)
            message = _NEAR if near else _KNOWN if known else _OTHER
            told = ", ".join(known)
            raise Refusal(message, field=field.name, meaning=meaning, near=near, known=told)


def _meanings(rule: Rule) -> Iterator[str]:
    """Walk what the rule says by itself, beside what cells say."""
    given = [meaning for _text, meaning in rule.values]
    if not rule.columns:
        given.append(rule.constant or "")
    yield from filter(None, (meaning.strip() for meaning in given))


def _holds(field: Field, rule: Rule, meaning: str, the_map: ImportMap) -> bool:
    """Tell whether a field can hold what a meaning says."""
    if field.of == "phase":
        made = "phase" in the_map.create
        return made or phase_finder(portfolio_kept.phases())(meaning) is not None
    reader = CellReader(field, replace(rule, values=(), empty=()), ())
    return not isinstance(reader.read(meaning), Unreadable)


def _used(table: Table, rule: Rule, meaning: str) -> bool:
    """Tell whether some row gets the meaning."""
    if not rule.columns:
        return bool(table.records)
    means = Matcher(dict(rule.values))
    cells = distinct(table, columns_of(table, rule))
    return any((means.find(cell) or "").strip() == meaning for cell in cells)


def _known(field: Field) -> list[str]:
    """Give the words that a field can hold, none where it is not a matter of words."""
    if field.of == "phase":
        return [phase.name for phase in portfolio_kept.phases()]
    if field.kind is Kind.HEALTH:
        return [health.value for health in Health]
    words: Sequence[str] = ("yes", "no") if field.kind is Kind.YES_NO else field.choices
    return list(words)
