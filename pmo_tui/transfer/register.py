"""The register of risks as the tables of a TOML portfolio."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pmo_tui.domain.fields import Field
from pmo_tui.domain.items import Item
from pmo_tui.domain.money import units
from pmo_tui.domain.raid_kinds import BY_THING, TABLES
from pmo_tui.domain.register import Register
from pmo_tui.domain.risk_fields import BUILT_IN
from pmo_tui.domain.risk_parts import ResponseAction
from pmo_tui.domain.risk_values import Scales
from pmo_tui.transfer.plain import Plain, number
from pmo_tui.transfer.toml_writing import block, said

WRITTEN = tuple(field for field in BUILT_IN if not field.derived)
"""The fields of a risk that a portfolio's file holds."""


def register_blocks(register: Register) -> Iterator[str]:
    """Walk the tables of a register in their order; it is ordered already."""
    if register.scales is not None:
        yield from _scales(register)
    for risk in register.risks:
        yield block("[[risks]]", said(_fields(WRITTEN, risk), risk))
    for item in register.items:
        yield block(f"[[{TABLES[item.thing]}]]", said(_fields(BY_THING[item.thing].kept, item), item))
    for bond in register.bonds:
        yield block("[[relations]]", {**bond._asdict(), "tie": bond.tie.value})


def _fields(fields: Iterable[Field], item: Item) -> Iterator[Field]:
    """Give the fields of an item but what it has of another: its risk's project, its project's programme."""
    follows = (
        {"project", "programme"} if item.value("risk") else {"programme"} if item.value("project") else set()
    )
    return (field for field in fields if field.name not in follows)


def _scales(register: Register) -> Iterator[str]:
    """Walk the tables of what is set."""
    scales: Scales | None = register.scales
    assert scales is not None
    for category in register.categories:
        yield block("[[risk_categories]]", {"name": category.name, "parent": category.parent})
    for band in scales.bands:
        yield block("[[risk_bands]]", {"name": band.name, "least": band.least})
    for axis, steps in (("probability", scales.probabilities), ("impact", scales.impacts)):
        for step in steps:
            least, most = (None if end is None else number(end) for end in (step.least, step.most))
            yield block("[[risk_steps]]", {"axis": axis, "word": step.word, "least": least, "most": most})
    for level, most in scales.appetite.by_level.items():
        yield block("[[risk_appetite]]", {"level": level.value, "most": most})
    for (level, name), most in scales.appetite.by_category.items():
        yield block("[[risk_appetite]]", {"level": level.value, "category": name, "most": most})


def plain_action(action: ResponseAction) -> dict[str, Plain]:
    """Give an action."""
    return {
        "risk": action.risk,
        "title": action.title,
        "owner": action.owner,
        "due": action.due,
        "cost": None if action.cost is None else number(units(action.cost)),
        "state": action.state.value,
        "done_on": action.done_on,
    }
