"""Checks of a whole register: whether what is set agrees, and all that risks and actions name is there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial

from pmo_tui.domain.document import PortfolioDocument
from pmo_tui.domain.fields import Value
from pmo_tui.domain.items import Item
from pmo_tui.domain.raid import agreeing
from pmo_tui.domain.raid_kinds import BY_THING, TABLES
from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.domain.register import Register
from pmo_tui.domain.risk_checks import agreeing as agreeing_risk
from pmo_tui.domain.risk_fields import RISK_FIELDS
from pmo_tui.domain.risks import CERTAIN, check_bands, check_steps
from pmo_tui.domain.text import fold

Fault = tuple[str, Refusal]
"""What is wrong: where, as a file names the place, and the sentence."""

_MISSING = N_("The file has no “{name}”: add it, or correct the name.")


def register_faults(document: PortfolioDocument) -> Iterator[Fault]:
    """Walk what is wrong with the register of a portfolio."""
    register = document.register
    there = _there(document)

    def missing(place: str, of: str, name: Value) -> Iterator[Fault]:
        if name is not None and fold(str(name)) not in there[of]:
            yield place, Refusal(_MISSING, name=name)

    yield from _settings(register)
    for number, risk in enumerate(register.risks, 1):
        for field in _REFERRING:
            yield from missing(f"risks[{number}].{field.name}", field.of, risk.value(field.name))
        yield from _refused(f"risks[{number}]", partial(_risk, risk))
    for table, place, item in _numbered(register):
        kind = BY_THING[item.thing]
        for field in kind.kept:
            if field.of:
                yield from missing(f"{table}[{place}].{field.name}", field.of, item.value(field.name))
        yield from _refused(f"{table}[{place}]", partial(agreeing, kind, item.values, item.values))
    for number, bond in enumerate(register.bonds, 1):
        yield from missing(f"relations[{number}].code", bond.entity, bond.code)
        yield from missing(f"relations[{number}].to_code", bond.to, bond.to_code)
    yield from _comments(document, missing)


def _comments(
    document: PortfolioDocument, missing: Callable[[str, str, Value], Iterator[Fault]]
) -> Iterator[Fault]:
    """Walk the comments on what is not there."""
    for number, remark in enumerate(document.comments, 1):
        yield from missing(f"comments[{number}].code", remark.entity, remark.code)


def _there(document: PortfolioDocument) -> dict[str, set[str]]:
    """Give the folded codes and names of what can be referred to, by its kind."""
    register = document.register
    return {
        "project": {fold(each.code) for each in document.projects},
        "programme": {fold(each.name) for each in document.programmes},
        "person": {fold(each.name) for each in document.people},
        "risk_category": {fold(each.name) for each in register.categories},
        "risk": {fold(each.code) for each in register.risks},
        **{thing: {fold(each.code) for each in register.items if each.thing == thing} for thing in BY_THING},
    }


_REFERRING = [field for field in RISK_FIELDS if field.of]
_OF = frozenset({"level", "project", "programme"})
"""The fields that say of what a risk is: one at the level of a programme stays there when its project leaves it."""


def _risk(risk: Item) -> None:
    """Refuse a risk whose values contradict each other, or that is of a project or a programme and names neither."""
    names = frozenset(risk.values) if risk.value("project") is None else frozenset(risk.values) - _OF
    agreeing_risk(risk.values, {name: risk.value(name) for name in names})


def _refused(place: str, check: Callable[[], None]) -> Iterator[Fault]:
    """Walk the one fault at a place, if a check refuses what stands there."""
    try:
        check()
    except Refusal as refusal:
        yield place, refusal


def _numbered(register: Register) -> Iterator[tuple[str, int, Item]]:
    """Walk the items of other kinds, each with its table and its number there."""
    numbers: Counter[str] = Counter()
    for item in register.items:
        table = TABLES[item.thing]
        numbers[table] += 1
        yield table, numbers[table], item


def _settings(register: Register) -> Iterator[Fault]:
    """Walk what is wrong with what is set: bands, scales, limits, and categories below others that come later."""
    before: set[str] = set()
    for number, category in enumerate(register.categories, 1):
        if category.parent is not None and category.parent not in before:
            yield f"risk_categories[{number}].parent", Refusal(_MISSING, name=category.parent)
        before.add(category.name)
    if register.scales is None:
        return
    scales = register.scales
    checks: tuple[tuple[str, Callable[[], None]], ...] = (
        ("risk_bands", partial(check_bands, scales.bands)),
        ("risk_steps", partial(check_steps, scales.probabilities, CERTAIN)),
        ("risk_steps", partial(check_steps, scales.impacts)),
        ("risk_appetite", scales.appetite.check),
    )
    for place, check in checks:
        yield from _refused(place, check)
    for _level, name in scales.appetite.by_category:
        if name not in before:
            yield "risk_appetite", Refusal(_MISSING, name=name)
