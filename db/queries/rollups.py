"""Where what the open risks of a project come to is kept: nowhere but in the risks, over which it is worked out."""

from __future__ import annotations

from typing import Any

from peewee import Case, Expression, fn

from db.models.projects import ProjectRecord
from db.models.risks import RiskRecord
from db.queries.parts import Column, all_of
from db.queries.place import Place, computed
from db.queries.risks import banded
from pmo_tui.domain.fields import Field
from pmo_tui.domain.risks import Side
from pmo_tui.domain.rollups import ENDED

_RISK: Any = RiskRecord.alias("rolled")
_OPEN = _RISK.status.not_in(ENDED)
_THREAT = _RISK.side == Side.THREAT.value
_SCORE = Case(None, [(_THREAT, _RISK.score)], None)
"""The score of a threat: the best opportunity makes nothing worse."""
_IMPACT = Case(None, [(_SCORE.is_null(False), _RISK.impact)], None)
"""The impact, where there is a score too: without one a risk stands in no band."""
_NET = Case(None, [(fn.COUNT(_RISK.net) > 0, fn.TOTAL(_RISK.net).cast("INTEGER"))], None)
"""The sum of the exposures. It is exact to 90 million million, and beyond that close, where SUM would fail."""


def place(field: Field) -> Place:
    """Give the place of one of the fields `risks`, `risk` and `exposure` of projects."""
    if field.name == "risks":
        return computed(_of_project(fn.COUNT(_RISK.id)))
    if field.name == "exposure":
        return _aggregated(_NET, _NET, _RISK.net)
    # each band takes in those below: the worst is that of the highest score and the highest impact
    name, rank = banded(fn.MAX(_SCORE), fn.MAX(_IMPACT))
    return _aggregated(name, rank, _SCORE)


def _aggregated(value: Column, key: Column, known: Column) -> Place:
    """Give the place of what is worked out over the risks of a project of which `known` is there, sorted by `key`.

    It is asked of all projects at once, and of the project at hand only where one sorts or groups by it.
    """

    def holds(condition: Expression) -> Expression:
        """Ask for the projects of whose risks `condition` holds."""
        found: Expression = ProjectRecord.id.in_(rows.group_by(carrier).having(condition))
        return found

    carrier = _RISK.project
    rows = _RISK.select(carrier).where(all_of([_RISK.project.is_null(False), known.is_null(False), _OPEN]))
    return Place(value, holds, ProjectRecord.id.in_(rows), (_of_project(key),), _of_project(value))


def _of_project(value: Column) -> Column:
    """Give what is worked out over the open risks of the project at hand."""
    rows = _RISK.select(value).where(all_of([_RISK.project == ProjectRecord.id, _OPEN]))
    return fn.COALESCE(rows, None)  # a selection is no column, and can't be reckoned with
