"""Reading the register of risks from the tables of a TOML portfolio."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from pmo_tui.domain.actions import ACTIONS
from pmo_tui.domain.codes import code_number, next_code
from pmo_tui.domain.fields import Value
from pmo_tui.domain.items import Item
from pmo_tui.domain.raid import ItemKind, usual
from pmo_tui.domain.raid_kinds import BY_THING
from pmo_tui.domain.raid_kinds import TABLES as ITEM_TABLES
from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.domain.register import Register
from pmo_tui.domain.relations import Bond, Tie
from pmo_tui.domain.risk_fields import RISK_FIELDS
from pmo_tui.domain.risk_parts import ACTION_FIELDS, Category
from pmo_tui.domain.risk_values import Scales
from pmo_tui.domain.risks import Appetite, Band, Level, Step
from pmo_tui.domain.text import fold
from pmo_tui.transfer.places import FAULT, Place
from pmo_tui.transfer.project_reading import read_value
from pmo_tui.transfer.register import WRITTEN

TABLES = (
    "risk_categories",
    "risk_bands",
    "risk_steps",
    "risk_appetite",
    "risks",
    "response_actions",
    *ITEM_TABLES.values(),
    "relations",
)
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
        items=(*_items(top), *_former_actions(top)),
        bonds=tuple(_bond(place) for place in top.entries("relations")),
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


def _items(top: Place) -> Iterator[Item]:
    """Walk the items of other kinds."""
    for thing, table in ITEM_TABLES.items():
        for place in top.entries(table):
            yield _item(place, BY_THING[thing])


def _item(place: Place, kind: ItemKind) -> Item:
    """Read an item; a key that no field has is refused, naming the nearest."""
    place.only({field.name for field in kind.kept})
    for name in ("code", "title"):
        place.needed(name)
    values: dict[str, Value] = {field.name: field.empty for field in kind.kept}
    values |= {name: read_value(place, kind.catalogue.by_name[name]) for name in place.tree}
    values |= {name: values[name] or value for name, value in usual(kind, values).items()}
    return Item(kind.thing, 0, 1, values)


def _former_actions(top: Place) -> Iterator[Item]:
    """Walk the actions of risks as they stood in a table of their own; each gets a code that no other has."""
    taken = [place.line("code") for place in top.entries(ITEM_TABLES[ACTIONS.thing])]
    highest = max((code_number(ACTIONS.prefix, code) for code in taken), default=0)
    for number, place in enumerate(top.entries("response_actions"), highest):
        place.only({"risk", *ACTION_FIELDS.by_name})
        place.needed("title")
        _check_named(top, place, ("risk", "risks", "code"), place.needed("risk"))
        _check_named(top, place, ("owner", "people", "name"), place.line("owner"))
        values: dict[str, Value] = {field.name: field.empty for field in ACTIONS.kept}
        values |= {name: read_value(place, ACTIONS.catalogue.by_name[name]) for name in place.tree}
        values |= {"code": next_code(ACTIONS.prefix, number), "state": values["state"] or ACTIONS.first}
        yield Item(ACTIONS.thing, 0, 1, values)


def _check_named(top: Place, place: Place, where: tuple[str, str, str], name: str) -> None:
    """Refuse a name that stands in no entry of the file, here where the table has still the name that it has there."""
    key, table, named = where
    if name and fold(name) not in {fold(each.line(named)) for each in top.entries(table)}:
        raise place.wrong(
            key, FAULT, why=Refusal(N_("The file has no “{name}”: add it, or correct the name."), name=name)
        )


def _bond(place: Place) -> Bond:
    """Read how one thing is related to another."""
    place.only(set(Bond._fields))
    known = ("project", "risk", *BY_THING)
    return Bond(
        place.one_of("entity", known, ""),
        place.needed("code"),
        place.one_of("to", known, ""),
        place.needed("to_code"),
        Tie(place.one_of("tie", [tie.value for tie in Tie], "")),
    )
