"""The register of risks as the tables of a TOML portfolio."""

from __future__ import annotations

from collections.abc import Iterator

from pmo_tui.domain.fields import Field
from pmo_tui.domain.money import units
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
        yield block("[[risks]]", said(_fields(of_project=bool(risk.value("project"))), risk))
    for action in register.actions:
        yield block("[[response_actions]]", plain_action(action))


def _fields(*, of_project: bool) -> Iterator[Field]:
    """Give the fields of a risk; one of a project says nothing of its programme, which is the project's."""
    return (field for field in WRITTEN if not (of_project and field.name == "programme"))


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
