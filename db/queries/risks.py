"""Where the fields of risks are kept, and how one asks for them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from peewee import Case, Expression, Value, fn

from db import rollups
from db.models.raid import ActionRecord
from db.models.risks import (
    RiskAppetiteRecord,
    RiskCategoryRecord,
    RiskLinkRecord,
    RiskRecord,
    RiskTagRecord,
)
from db.packing import SCALES
from db.queries.items import Items
from db.queries.parts import Column, all_of, any_of
from db.queries.place import Entity, Place, computed
from pmo_tui.domain.fields import Field
from pmo_tui.domain.risks import STEPS, Side
from pmo_tui.domain.rollups import ENDED, WORST_IMPACT

RISK: Any = RiskRecord


ITEMS = Items(RiskRecord, RiskTagRecord, RiskLinkRecord, "status", ENDED)


def risks(today: date) -> Entity:
    """Give how risks are asked for on a day."""
    return ITEMS.entity(_apart, today)


def _apart(field: Field, _today: date) -> Place | None:
    """Give the place of a field that only risks have and that is kept like no other."""
    return _BY_NAME[field.name](field) if field.name in _BY_NAME else None


def _category(_field: Field) -> Place:
    """Give the place of the category; one is found by the one above it too."""
    category: Any = RiskCategoryRecord
    above: Any = RiskCategoryRecord.alias()
    filled = RISK.category.is_null(False)

    def holds(condition: Expression) -> Expression:
        """Ask for the risks of the categories of which `condition` holds, and of those below them."""
        found = category.select(category.id).where(condition)
        below = above.select(above.id).where(above.parent.in_(found))
        return all_of([filled, any_of([RISK.category.in_(found), RISK.category.in_(below)])])

    shown = category.select(category.folded).where(category.id == RISK.category)
    return Place(category.folded, holds, filled, (shown, RISK.category), RISK.category)


def _band(_field: Field) -> Place:
    """Give the place of the band, by the bands in force."""
    name, rank = banded(RISK.score, RISK.impact)
    return computed(name)._replace(keys=(rank,))


def banded(score: Column, impact: Column) -> tuple[Column, Column]:
    """Give the name and the number of the band in which a score and an impact stand."""
    bands = rollups.bands()
    limits = [least for _name, least in bands]
    said = ([name for name, _least in bands], list(range(len(bands))))
    name, rank = (_cased(score, impact, limits, each) for each in said)
    return name, rank


def _cased(score: Column, impact: Column, limits: list[int], said: list[Any]) -> Column:
    """Give what is said of the band in which they stand; see the rule in the domain, which a test compares."""
    if not said:
        return Value(None)
    cases = [(score >= limit, each) for limit, each in reversed(list(zip(limits, said, strict=True))[1:])]
    if len(said) > 1:
        cases.append((impact == WORST_IMPACT, said[1]))
    return Case(None, [(score.is_null(), None), *cases], said[0])


def _over(_field: Field) -> Place:
    """Give the place of whether a risk is above the appetite."""
    above = Case(None, [(all_of([RISK.side == Side.THREAT.value, RISK.score > _limit()]), 1)], 0)
    return computed(Case(None, [(RISK.score.is_null(False), above)], None))


def _limit() -> Column:
    """Give the limit of a risk: the strictest of that of its level, its category and the one above."""
    below: dict[int, list[int]] = {}
    for category in RiskCategoryRecord.select():
        if category.parent_id is not None:
            below.setdefault(category.parent_id, []).append(category.id)
    cases = []
    for row in RiskAppetiteRecord.select().order_by(
        RiskAppetiteRecord.most
    ):  # the first that holds is the strictest
        of_level = RISK.level == row.level
        if row.category_id is not None:
            keys = [row.category_id, *below.get(row.category_id, [])]
            of_level = all_of([of_level, RISK.category.is_null(False), RISK.category.in_(keys)])
        cases.append((of_level, row.most))
    return Case(None, cases, STEPS[-1] ** 2) if cases else STEPS[-1] ** 2


def _trend(_field: Field) -> Place:
    """Give the place of how far the score has moved since the last review."""
    return computed(RISK.score - RISK.score_before)


def _counted(*states: str) -> Column:
    """Give how many actions a risk has in some states."""
    action: Any = ActionRecord
    rows = action.select(fn.COUNT(action.id)).where(action.risk == RISK.id, action.state.in_(states))
    return fn.COALESCE(rows, 0)


def _actions(_field: Field) -> Place:
    """Give the place of the number of actions."""
    return computed(_counted("planned", "underway", "done"))


def _actions_done(field: Field) -> Place:
    """Give the place of the share of actions that are done, in whole percent."""
    of, scale = _counted("planned", "underway", "done"), SCALES[field.kind]
    return computed(_counted("done") * 100 / fn.NULLIF(of, 0) * scale, scale)


_BY_NAME: dict[str, Callable[[Field], Place]] = {
    "category": _category,
    "band": _band,
    "over": _over,
    "trend": _trend,
    "actions": _actions,
    "actions_done": _actions_done,
}
"""The fields that only risks have and that are kept like no other."""
