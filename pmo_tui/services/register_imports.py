"""Reading the register of a whole portfolio into a database that is as a new one is."""

from __future__ import annotations

from db import risks as kept
from db.door import Writing
from db.names import Directory
from db.packing import packed
from db.projects import keys_by_code
from pmo_tui.domain.items import Item
from pmo_tui.domain.journal import Facts
from pmo_tui.domain.raid import ItemKind
from pmo_tui.domain.raid_kinds import BY_THING
from pmo_tui.domain.register import Register
from pmo_tui.domain.risk_defaults import default_categories, default_scales
from pmo_tui.domain.risk_fields import RISK_FIELDS
from pmo_tui.domain.text import fold
from pmo_tui.services.relations import tie_within
from pmo_tui.services.risk_settings import clear, set_up
from pmo_tui.transfer.register import WRITTEN
from pmo_tui.words import every_language


def is_set() -> bool:
    """Tell whether anything was set for risks beyond what a new portfolio has, in any language."""
    scales = kept.scales_kept()._replace(parents={})
    categories = [(category.name, category.parent) for category in kept.categories()]
    return not any(
        scales == default_scales(said)
        and categories == [(each.name, each.parent) for each in default_categories(said)]
        for said in every_language()
    )


def write(group: Writing, register: Register) -> dict[tuple[str, str], int]:
    """Write a register, what it sets in the place of what a new database has; all that it names is there.

    Gives the key of every project, risk and item by its kind and folded code.
    """
    if register.scales is not None:
        for entity in ("risk_appetite", "risk_band", "risk_step"):
            clear(group, entity)
        for category in reversed(kept.categories()):
            group.delete("risk_category", category.id, category.version)
        set_up(group, register.scales, register.categories)
    directory = Directory()
    names = [field.name for field in WRITTEN]
    keys = group.create_many(
        "risk",
        [
            packed({name: risk.value(name) for name in names}, RISK_FIELDS, directory)
            for risk in register.risks
        ],
    )
    by_code = {("risk", fold(risk.code)): key for risk, key in zip(register.risks, keys, strict=True)}
    for thing, kind in BY_THING.items():
        items = [item for item in register.items if item.thing == thing]
        made = group.create_many(thing, [_facts(item, kind, directory) for item in items])
        by_code |= {(thing, fold(item.code)): key for item, key in zip(items, made, strict=True)}
    by_code |= {("project", fold(code)): key for code, key in keys_by_code().items()}
    for bond in register.bonds:
        one, other = (bond.entity, bond.code), (bond.to, bond.to_code)
        ends = [(entity, by_code[entity, fold(code)]) for entity, code in (one, other)]
        tie_within(group, ends[0], ends[1], bond.tie)
    return by_code


def _facts(item: Item, kind: ItemKind, directory: Directory) -> Facts:
    """Give the facts of an item."""
    return packed({field.name: item.value(field.name) for field in kind.kept}, kind.catalogue, directory)
