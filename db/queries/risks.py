"""Where the fields of risks are kept, and how one asks for them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from peewee import Case, Expression, Value, fn

from db import rollups
from db.models.portfolio import PersonRecord, ProgrammeRecord
from db.models.projects import ProjectRecord
from db.models.risks import (
    ResponseActionRecord,
    RiskAppetiteRecord,
    RiskCategoryRecord,
    RiskLinkRecord,
    RiskRecord,
    RiskTagRecord,
)
from db.packing import SCALES
from db.queries.parts import Column, all_of, any_of, folded
from db.queries.place import Entity, Place, computed, named
from pmo_tui.domain.fields import Field
from pmo_tui.domain.risks import STEPS
from pmo_tui.domain.rollups import ENDED, WORST_IMPACT

RISK: Any = RiskRecord


def risks(today: date) -> Entity:
    """Give how risks are asked for on a day."""
    return Entity(
        record=RiskRecord,
        search=RISK.search,
        apart=lambda field: _apart(field, today),
        moments={"created": "created_at", "updated": "updated_at"},
        referred={"person": PersonRecord},
    )


def _apart(field: Field, today: date) -> Place | None:
    """Give the place of a field that is kept like no other, or that follows from others and the day."""
    if field.name == "age":
        return computed(fn.pmo_days_since(RISK.raised, today.isoformat()))
    return _BY_NAME[field.name](field) if field.name in _BY_NAME else None


def _code(_field: Field) -> Place:
    """Give the place of the code, which is a part of the column `search` and sorted as it is written."""
    return named(RISK.code_folded, RISK.code)._replace(keys=(RISK.code,), searched=True)


def _title(_field: Field) -> Place:
    """Give the place of the title, which has a folded twin."""
    return named(RISK.folded, RISK.title)


def _in(parts: Column, condition: Expression | None = None) -> Expression:
    """Ask for the risks that a selection of keys names, of those rows of which `condition` holds."""
    found: Expression = RISK.id.in_(parts if condition is None else parts.where(condition))
    return found


def _tags(_field: Field) -> Place:
    """Give the place of tags, which are kept folded."""
    rows = RiskTagRecord.select(RiskTagRecord.risk)
    return Place(RiskTagRecord.tag, lambda condition: _in(rows, condition), _in(rows))


def _links(_field: Field) -> Place:
    """Give the place of links."""
    rows = RiskLinkRecord.select(RiskLinkRecord.risk)
    return Place(folded(RiskLinkRecord.line), lambda condition: _in(rows, condition), _in(rows), slow=True)


def _project(_field: Field) -> Place:
    """Give the place of the project, which is found by its code and by its name."""
    keys = ProjectRecord.select(ProjectRecord.id)
    filled = RISK.project.is_null(False)
    code = ProjectRecord.select(ProjectRecord.code_folded).where(ProjectRecord.id == RISK.project)
    return Place(
        ProjectRecord.code_folded,
        lambda condition: all_of([filled, RISK.project.in_(keys.where(condition))]),
        filled,
        (code, RISK.project),
        RISK.project,
        also=ProjectRecord.folded,
    )


def _programme(_field: Field) -> Place:
    """Give the place of the programme: the risk's own or, of one that has a project, the project's."""
    of_project: Any = ProjectRecord.select(ProjectRecord.programme).where(ProjectRecord.id == RISK.project)
    column = fn.COALESCE(of_project, RISK.programme)
    filled = column.is_null(False)
    named_so = ProgrammeRecord.select(ProgrammeRecord.id)

    def holds(condition: Expression) -> Expression:
        """Ask for the risks of the programmes of which `condition` holds."""
        found = named_so.where(condition)
        projects = ProjectRecord.select(ProjectRecord.id).where(ProjectRecord.programme.in_(found))
        own = all_of([RISK.programme.is_null(False), RISK.programme.in_(found)])
        return any_of([own, all_of([RISK.project.is_null(False), RISK.project.in_(projects)])])

    shown = ProgrammeRecord.select(ProgrammeRecord.folded).where(ProgrammeRecord.id == column)
    return Place(ProgrammeRecord.folded, holds, filled, (shown, column), column)


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
    above = Case(None, [(RISK.score > _limit(), 1)], 0)
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


def _active(_field: Field) -> Place:
    """Give the place of whether anything is awaited of a risk."""
    return computed(Case(None, [(RISK.status.in_(ENDED), 0)], 1))


def _trend(_field: Field) -> Place:
    """Give the place of how far the score has moved since the last review."""
    return computed(RISK.score - RISK.score_before)


def _counted(*states: str) -> Column:
    """Give how many actions a risk has in some states."""
    action: Any = ResponseActionRecord
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
    "code": _code,
    "title": _title,
    "tags": _tags,
    "links": _links,
    "project": _project,
    "programme": _programme,
    "category": _category,
    "band": _band,
    "over": _over,
    "active": _active,
    "trend": _trend,
    "actions": _actions,
    "actions_done": _actions_done,
}
"""The fields that are kept like no other."""
