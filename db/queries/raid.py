"""Where the fields of the items beside the risks are kept, and how one asks for them."""

from __future__ import annotations

from datetime import date
from typing import Any

from peewee import Case, fn

from db.models.raid import ITEMS, LINKS, TAGS, DependencyRecord, RaidDecisionRecord
from db.models.risks import RiskRecord
from db.queries.items import Items, found, since, to_code
from db.queries.parts import Column
from db.queries.place import Entity, Place, computed
from pmo_tui.domain.decisions import Status as DecisionStatus
from pmo_tui.domain.fields import Field
from pmo_tui.domain.raid import ItemKind

RECORDS: dict[str, Any] = {record._meta.table_name: record for record in ITEMS}


class _Actions(Items):
    """Actions, some of which are of a risk and so of its project."""

    def of_project(self) -> Column:
        """Give the column that says of which project an action is."""
        risk: Any = RiskRecord
        return fn.COALESCE(self.record.project, risk.select(risk.project).where(risk.id == self.record.risk))


def items(kind: ItemKind, today: date) -> Entity:
    """Give how the items of a kind are asked for on a day."""
    record = RECORDS[kind.thing]
    made = _Actions if kind.thing == "action" else Items
    found = made(record, TAGS[record], LINKS[record], kind.state, sorted(kind.ended))

    def apart(field: Field, today: date) -> Place | None:
        """Give the place of a field that is a kind's own."""
        if field.of == "risk":
            return to_code(record.risk, RiskRecord)
        if field.name == "project" and field.of == "project" and made is _Actions:
            return found.project(found.of_project())
        return _OWN[field.name](today) if field.name in _OWN else None

    return found.entity(apart, today)


def _slack(_today: date) -> Place:
    """Give the place of the slack of a dependency."""
    record: Any = DependencyRecord
    return since(record.promised, record.due)


def _latency(today: date) -> Place:
    """Give the place of the latency of a decision."""
    record: Any = RaidDecisionRecord
    awaited = record.status == DecisionStatus.ASKED.value
    until = Case(None, [(awaited, today.isoformat())], record.decided_on)
    return computed(fn.pmo_days_since(record.raised, until))


_OWN = {"slack": _slack, "latency": _latency}
"""The fields of one kind alone that follow from others."""


def search(kind: ItemKind, typed: str, limit: int) -> list[tuple[int, str, str]]:
    """Give key, code and title of the items of a kind that the typed words find."""
    record = RECORDS[kind.thing]
    return found(record, getattr(record, kind.state), sorted(kind.ended), typed, limit)
