"""A whole portfolio as one TOML text that git can compare, written in one order and read again as the same."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC

from pmo_tui.domain.comments import Remark
from pmo_tui.domain.document import PortfolioDocument
from pmo_tui.domain.fields import Field
from pmo_tui.domain.portfolio import GateDecision, Objective, Person, Phase, Programme, View, settings_of
from pmo_tui.domain.project_fields import with_custom
from pmo_tui.transfer.plain import Plain
from pmo_tui.transfer.register import register_blocks
from pmo_tui.transfer.toml_writing import block, thing_blocks

VERSION = 1
"""The version of this layout; a later program reads all earlier ones."""

_HEADING = (
    "# A portfolio, written by pmo-tui; `pmo-tui import portfolio FILE` reads it into an empty database.\n"
)


def dump(document: PortfolioDocument) -> str:
    """Give the text of a portfolio: stable order, one key a line, what is empty left out."""
    return _HEADING + f"version = {VERSION}\n\n" + "\n".join(_blocks(document.ordered()))


def _blocks(document: PortfolioDocument) -> Iterator[str]:
    """Walk the tables of a document in their order."""
    yield block("[portfolio]", settings_of(document.portfolio))
    for phase in document.phases:
        yield block("[[phases]]", _phase(phase))
    for programme in document.programmes:
        yield block("[[programmes]]", _described(programme))
    for objective in document.objectives:
        yield block("[[objectives]]", _described(objective))
    for person in document.people:
        yield block("[[people]]", _person(person))
    for custom in document.custom_fields:
        yield block("[[custom_fields]]", _custom(custom))
    fields = tuple(field for field in with_custom(document.custom_fields) if not field.derived)
    for project in document.projects:
        yield from thing_blocks("projects", project, fields)
    for decision in document.decisions:
        yield block("[[decisions]]", _decision(decision))
    yield from register_blocks(document.register)
    for remark in document.comments:
        yield block("[[comments]]", _remark(remark))
    for view in document.views:
        yield block("[[views]]", _view(view))


def _phase(phase: Phase) -> dict[str, Plain]:
    """Give a phase; its place among the others is its position."""
    return {
        "name": phase.name,
        "gate": phase.gate,
        "needs": list(phase.needs),
        "wip_limit": phase.wip_limit,
        "closed": phase.closed or None,
    }


def _described(thing: Programme | Objective) -> dict[str, Plain]:
    """Give a thing that has a name and a description."""
    return {"name": thing.name, "description": thing.description}


def _person(person: Person) -> dict[str, Plain]:
    """Give a person; that they are active goes without saying."""
    return {
        "name": person.name,
        "login": person.login,
        "email": person.email,
        "active": None if person.active else False,
    }


def _custom(field: Field) -> dict[str, Plain]:
    """Give the declaration of an own field."""
    return {"key": field.name, "label": field.label, "kind": field.kind.value, "choices": list(field.choices)}


def _decision(decision: GateDecision) -> dict[str, Plain]:
    """Give a decision taken at a gate."""
    return {
        "project": decision.project,
        "gate": decision.gate,
        "decision": decision.decision.value,
        "decided_on": decision.decided_on,
        "from_phase": decision.from_phase,
        "to_phase": decision.to_phase,
        "decided_by": decision.decided_by,
        "conditions": decision.conditions,
        "note": decision.note,
    }


def _remark(remark: Remark) -> dict[str, Plain]:
    """Give a comment, with its moment in universal time."""
    at = None if remark.at is None else remark.at.replace(tzinfo=UTC)
    return {"entity": remark.entity, "code": remark.code, "who": remark.who, "at": at, "text": remark.text}


def _view(view: View) -> dict[str, Plain]:
    """Give a saved view; that it is of projects goes without saying."""
    return {
        "name": view.name,
        "thing": None if view.thing == View._field_defaults["thing"] else view.thing,
        "owner": view.owner,
        "query": view.query,
        "mode": view.mode,
        "columns": list(view.columns),
        "sort": list(view.sort),
        "group": view.group,
    }
