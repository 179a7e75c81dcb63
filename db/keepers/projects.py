"""The keepers of projects and of the decisions at their gates.

A project is a row, and the rows of its tags, objectives, links, dimensions and own fields. Outside this module it
is one set of facts, so that the journal, undo and conflicts see it whole.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from functools import lru_cache

from db.keepers.base import Keeper, Row
from db.keepers.facets import Dimensions, Links, Objectives, Tags
from db.keepers.own_fields import OwnFields
from db.models.projects import DecisionRecord, ProjectRecord
from pmo_tui.domain.health import Health, overall
from pmo_tui.domain.journal import Facts, Kept
from pmo_tui.domain.projects import days_between, overrun_tenths
from pmo_tui.domain.text import fold
from pmo_tui.domain.weather import working_days

SEVERITIES: dict[object, int] = {health.value: health.severity for health in Health}


class ProjectKeeper(Keeper):
    """Lays the facts of projects into their tables."""

    def __init__(self) -> None:
        facets = (Tags, Objectives, Links, Dimensions, OwnFields)
        follows = ("code_folded", "severity", "slip", "late", "overrun", "search")
        super().__init__(
            "project", ProjectRecord, facets=[facet("project") for facet in facets], follows=follows
        )

    def about(self, key: int, facts: Facts) -> int:
        """Give the project itself."""
        del facts
        return key

    def settle(self, facts: Row, before: Facts | None, given: Collection[str], *, undoing: bool) -> None:
        """Make a project's facts agree: the overall health is the worst dimension, where any was declared.

        What was declared on another day before is remembered; on the same day it is a correction.
        """
        super().settle(facts, before, given, undoing=undoing)
        if before is not None and not undoing and "health" not in given and _withdrawn(facts, before):
            facts["health"] = Health.GREY.value
        dimensions = {facts[name] for name in Dimensions.HEALTHS}
        facts["health"] = overall(Health(facts["health"]), map(Health, dimensions)).value
        if before is None or undoing or "health_previous" in given:
            return
        if facts["health_date"] != before["health_date"]:
            facts["health_previous"] = before["health"]

    def holding(self, standing: Facts, given: Facts) -> list[str]:
        """Give the dimensions that are as bad as the whole, where another health is given for the whole alone."""
        health = standing["health"]
        if given.get("health", health) == health or any(name in given for name in Dimensions.HEALTHS):
            return []
        return [name for name in Dimensions.HEALTHS if standing[name] == health != Health.GREY.value]

    def derived(self, facts: Facts) -> Row:
        """Give the columns that follow: folded code and name, severity, slip, overrun and the text to search."""
        return {
            "code_folded": fold(str(facts["code"])),
            "folded": fold(str(facts["name"])),
            "severity": SEVERITIES[facts["health"]],
            "slip": _slip(facts["actual_finish"] or facts["finish"], facts["baseline_finish"]),
            "late": _late(facts["actual_finish"] or facts["finish"], facts["baseline_finish"]),
            "overrun": _overrun(facts["forecast"], facts["budget"]),
            "search": searched(facts),
        }


def _withdrawn(facts: Facts, before: Facts) -> bool:
    """Tell whether dimensions were declared and none is any more: then nothing stands behind the overall health."""
    grey = Health.GREY.value
    return all(facts[name] == grey for name in Dimensions.HEALTHS) and any(
        before[name] != grey for name in Dimensions.HEALTHS
    )


def searched(facts: Facts) -> str:
    """Give the text in which a bare word is searched: code, name and tags, folded, one a line."""
    tags = facts["tags"]
    return fold(
        "\n".join([str(facts["code"]), str(facts["name"]), *(tags if isinstance(tags, list) else [])])
    )


@lru_cache(maxsize=20_000)
def _day(text: str) -> date:
    """Read a day; the same days come again and again."""
    return date.fromisoformat(text)


def _slip(finish: Kept, baseline: Kept) -> int | None:
    """Give the days from the baseline's finish to the finish, both as ISO text."""
    if not isinstance(finish, str) or not isinstance(baseline, str):
        return None
    return days_between(_day(baseline), _day(finish))


def _late(finish: Kept, baseline: Kept) -> int | None:
    """Give the working days from the baseline's finish to the finish, both as ISO text."""
    if not isinstance(finish, str) or not isinstance(baseline, str):
        return None
    return working_days(date.fromisoformat(baseline), date.fromisoformat(finish))


def _overrun(forecast: Kept, budget: Kept) -> int | None:
    """Give by how many tenths of a percent the forecast passes the budget."""
    if not isinstance(forecast, int) or not isinstance(budget, int):
        return None
    return overrun_tenths(budget, forecast)


KEEPERS = (ProjectKeeper(), Keeper("decision", DecisionRecord, project="project"))
