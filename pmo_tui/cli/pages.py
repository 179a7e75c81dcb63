"""A project, a risk or an item as a page of plain text: parts with headings, labels beside values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from textwrap import wrap

from pmo_tui.cli import talk
from pmo_tui.cli.tables import fitted
from pmo_tui.cli.values import shown
from pmo_tui.domain import risk_fields
from pmo_tui.domain.fields import Catalogue, Field, Kind, Value
from pmo_tui.domain.health import HEALTH_LABELS, Dimension, Health
from pmo_tui.domain.items import Item, Thing
from pmo_tui.domain.portfolio import DECISION_LABELS, GateDecision
from pmo_tui.domain.project_fields import GROUPS
from pmo_tui.domain.projects import Project
from pmo_tui.domain.relations import TIE_LABELS, Related
from pmo_tui.domain.risk_parts import STATE_LABELS, ResponseAction
from pmo_tui.words import _
from pmo_tui.words.cells import width
from pmo_tui.words.labels import label as label_of

USUAL_WIDTH = 100
"""How wide a page is that goes into a file."""


Part = list[tuple[str, str]]
"""Labels with their values."""


def page(
    project: Project, decisions: Sequence[GateDecision], catalogue: Catalogue, most: int | None
) -> Iterator[str]:
    """Give the lines of a project's page; what is empty is left out."""
    parts = {
        _(label): list(
            _weather(project, catalogue) if group == "health" else _pairs(project, catalogue, group)
        )
        for group, label in GROUPS.items()
    }
    parts[_("Gates")] = [(_day(decision), _decision(decision)) for decision in decisions]
    return _laid_out(f"{project.code}  {project.name}", parts, most)


def risk_page(
    risk: Item, actions: Sequence[ResponseAction], catalogue: Catalogue, most: int | None
) -> Iterator[str]:
    """Give the lines of a risk's page; what is empty is left out."""
    parts = {_(label): list(_pairs(risk, catalogue, group)) for group, label in risk_fields.GROUPS.items()}
    parts[_("Response actions")] = [
        (action.due.isoformat() if action.due else "", _action(action)) for action in actions
    ]
    return _laid_out(f"{risk.code}  {risk.value('title')}", parts, most)


def item_page(
    item: Item, related: Sequence[Related], catalogue: Catalogue, most: int | None
) -> Iterator[str]:
    """Give the lines of an item's page; what is empty is left out."""
    parts = {_(label): list(_pairs(item, catalogue, group)) for group, label in catalogue.groups.items()}
    parts[_("Related")] = [(_(TIE_LABELS[each.tie, each.onward]), _related(each)) for each in related]
    return _laid_out(f"{item.code}  {item.value('title')}", parts, most)


def _related(related: Related) -> str:
    """Give what a related thing is called."""
    return f"{related.code}  {related.title}"


def _laid_out(title: str, parts: Mapping[str, Part], most: int | None) -> Iterator[str]:
    """Give the lines of a page: its title, then each part that holds anything under its heading."""
    room = min(most or USUAL_WIDTH, USUAL_WIDTH)
    label_width = max(width(label) for pairs in parts.values() for label, _value in pairs)
    yield talk.line(title)
    for heading, pairs in parts.items():
        if pairs:
            yield ""
            yield heading
            for label, value in pairs:
                yield from _labelled(label, value, label_width, room)


def _labelled(label: str, value: str, label_width: int, room: int) -> Iterator[str]:
    """Give a label with its value, wrapped beside it."""
    left = max(20, room - label_width - 4)
    lines = [line for part in value.split("\n") for line in wrap(talk.line(part), left) or [""]]
    for number, line in enumerate(lines):
        yield f"  {fitted('' if number else label, label_width)}  {line}".rstrip()


def _pairs(thing: Thing, catalogue: Catalogue, group: str) -> Iterator[tuple[str, str]]:
    """Give label and value of each filled field of one part."""
    for field in catalogue:
        value = thing.value(field.name)
        if field.group == group and field.name not in {"code", "name", "title"} and value != field.empty:
            yield label_of(field), _text(field, value)


def _text(field: Field, value: Value) -> str:
    """Give a value that may go over several lines."""
    if field.kind is Kind.LINKS and isinstance(value, tuple):
        return "\n".join(value)
    return str(value) if field.kind is Kind.TEXT else shown(field, value)


def _weather(project: Project, catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Give the health declared, then how many risks are open and the worst of them, where there are any."""
    yield from _declared(project)
    for field in catalogue:
        if field.name in {"risks", "risk"} and not field.custom and (value := project.value(field.name)):
            yield label_of(field), _text(field, value)


def _declared(project: Project) -> Iterator[tuple[str, str]]:
    """Give the health declared, as a whole and for each dimension, with why and when."""
    from pmo_tui.domain.health import DIMENSION_LABELS

    if project.health is not Health.GREY or project.health_comment:
        yield _("Weather"), _health(project.health, project.health_comment, project.value("health_date"))
    for dimension in Dimension:
        said = project.dimensions.get(dimension)
        if said is not None:
            yield _(DIMENSION_LABELS[dimension]), _health(said.health, said.comment, said.on)


def _health(health: Health, comment: str | None, on: Value) -> str:
    """Give one declaration."""
    return " · ".join(str(part) for part in (_(HEALTH_LABELS[health]), on, comment) if part)


def _day(decision: GateDecision) -> str:
    """Give the day of a decision."""
    return decision.decided_on.isoformat()


def _decision(decision: GateDecision) -> str:
    """Give what was decided at a gate, by whom, on which conditions."""
    said = f"{decision.gate}: {_(DECISION_LABELS[decision.decision])}"
    by = f"({decision.decided_by})" if decision.decided_by else ""
    return " ".join(part for part in (said, by, decision.conditions, decision.note) if part)


def _action(action: ResponseAction) -> str:
    """Give what is to be done, where it stands, and by whom."""
    by = f"({action.owner})" if action.owner else ""
    return " ".join(part for part in (f"{action.title}: {_(STATE_LABELS[action.state])}", by) if part)
