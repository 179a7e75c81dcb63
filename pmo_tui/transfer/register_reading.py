"""Reading the register of risks from the tables of a TOML portfolio."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from pmo_tui.domain.fields import Value
from pmo_tui.domain.items import Item
from pmo_tui.domain.refusal import N_
from pmo_tui.domain.register import Register
from pmo_tui.domain.risk_fields import RISK_FIELDS
from pmo_tui.domain.risk_parts import ACTION_FIELDS, Category, ResponseAction, State
from pmo_tui.domain.risk_values import Scales
from pmo_tui.domain.risks import Appetite, Band, Level, Step
from pmo_tui.transfer.places import Place
from pmo_tui.transfer.project_reading import read_value
from pmo_tui.transfer.register import WRITTEN

TABLES = ("risk_categories", "risk_bands", "risk_steps", "risk_appetite", "risks", "response_actions")
_AXES = ("probability", "impact")


def read_register(top: Place) -> Register:
    """Read a register; where no bands stand in a file, it says nothing of what is set."""
    bands = tuple(_band(place) for place in top.entries("risk_bands"))
    steps = [_step(place) for place in top.entries("risk_steps")]
    scales = Scales(
        bands,
        tuple(step for axis, step in steps if axis == _AXES[0]),
        tuple(step for axis, step in steps if axis == _AXES[1]),
        _appetite(top),
    )
    return Register(
        scales=scales if bands else None,
        categories=tuple(_category(place, at) for at, place in enumerate(top.entries("risk_categories"), 1)),
        risks=tuple(_risk(place) for place in top.entries("risks")),
        actions=tuple(_action(place) for place in top.entries("response_actions")),
    )


def _category(place: Place, position: int) -> Category:
    """Read a category; its place among the others is its position."""
    place.only({"name", "parent"})
    return Category(0, 1, place.needed("name"), place.line("parent") or None, position)


def _band(place: Place) -> Band:
    """Read a band."""
    place.only({"name", "least"})
    least = place.whole("least")
    if least is None:
        raise place.wrong("least", N_("“{file}”: {key} is missing."))
    return Band(place.needed("name"), least)


def _step(place: Place) -> tuple[str, Step]:
    """Read a step of a scale, with the scale to which it belongs."""
    place.only({"axis", "word", "least", "most"})
    axis = place.one_of("axis", _AXES, "")
    return axis, Step(place.needed("word"), _percent(place, "least"), _percent(place, "most"))


def _percent(place: Place, key: str) -> Decimal | None:
    """Read a percentage, None where there is none."""
    found = place.tree.get(key)
    if found is None:
        return None
    if isinstance(found, bool) or not isinstance(found, int | Decimal) or not found >= 0:
        raise place.wrong(key, N_("“{file}”: {key} must be a number."))
    return Decimal(found)


def _appetite(top: Place) -> Appetite:
    """Read the limits of the appetite."""
    by_level: dict[Level, int] = {}
    by_category: dict[tuple[Level, str], int] = {}
    for place in top.entries("risk_appetite"):
        place.only({"level", "category", "most"})
        level = Level(place.one_of("level", [level.value for level in Level], ""))
        most, category = place.whole("most"), place.line("category")
        if most is None:
            raise place.wrong("most", N_("“{file}”: {key} is missing."))
        if category:
            by_category[level, category] = most
        else:
            by_level[level] = most
    return Appetite(by_level, by_category)


def _risk(place: Place) -> Item:
    """Read a risk; a key that no field has is refused, naming the nearest."""
    place.only({field.name for field in WRITTEN})
    for name in ("code", "title", "side", "status", "level"):
        place.needed(name)
    values: dict[str, Value] = {field.name: field.empty for field in WRITTEN}
    values |= {name: read_value(place, RISK_FIELDS.by_name[name]) for name in place.tree}
    return Item("risk", 0, 1, values)


def _action(place: Place) -> ResponseAction:
    """Read an action."""
    fields = ACTION_FIELDS.by_name
    place.only({"risk", *fields})
    risk = place.needed("risk")
    place.needed("title")
    found: dict[str, Any] = {name: read_value(place, fields[name]) for name in place.tree if name != "risk"}
    state = State(found.pop("state", State.PLANNED.value))
    return ResponseAction(0, 1, risk, state=state, **found)
